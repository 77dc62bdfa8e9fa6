import { cslDateText } from '../../src/dataset/dates.ts';
import type { PackInfo, Source } from '../../src/dataset/schema.ts';
import type { Description } from './source.ts';

/** NOTICE of a pack: each dataset with its publisher, licence, date and version, and what its licence asks to be said. */
export function noticeOf(
  info: Pick<PackInfo, 'title' | 'license'>,
  descriptions: readonly Description[],
  sources: readonly Source[],
): string {
  const parts = descriptions.map((description, i) => {
    const { issued, version, license } = sources[i]!;
    return [
      `${description.title}`,
      [description.publisher, description.URL].filter((part) => part !== undefined).join(', '),
      `Data of ${issued ? cslDateText(issued) : 'no date'}, version ${version}. Licence: ${license}.`,
      description.duty,
    ].join('\n');
  });
  return `${info.title}\n\nThis folder is made by a program from the datasets below and is licensed ${info.license}. Each dataset keeps its own licence.
Changes were made: records and fields were selected, names were put into one form, and identifiers were given.

${parts.join('\n\n')}
`;
}
