import { formats } from './formats.ts';
import { type FileOptions, type Format, type Opened, UnreadableFile } from './input.ts';
import type { PlacedOutcome } from './record.ts';

/**
 * The records of a file in the format that was asked for, or that its first bytes show.
 * @throws {UnreadableFile} when it is of a kind that is not read, with what it is and how it becomes one that is
 */
export async function* readFile(
  { detected, input }: Opened,
  asked: Format | undefined,
  options: FileOptions,
): AsyncGenerator<PlacedOutcome> {
  const { format, form, foreign } = detected;
  if (foreign) throw new UnreadableFile(`expected names or data, found ${foreign.is}; ${foreign.todo}`);
  if (format === 'pack' && asked !== 'records')
    throw new UnreadableFile('expected data of another format, found a Sidelight pack; it needs no import');
  const shown = format === 'pack' ? undefined : format;
  if (!asked && !shown)
    throw new UnreadableFile(
      'expected a known kind of file, found JSON of another kind; bring a list of objects, each with a name',
    );
  // What the bytes show stands against what was said, but text without any mark may be lines of anything.
  const marked = shown !== undefined && !(shown === 'csv' && form === 'text');
  const used = marked ? shown! : (asked ?? shown!);
  if (asked && used !== asked && !(asked === 'wikidata' && used === 'csv'))
    yield {
      remark: true,
      problems: [
        {
          rule: 'import',
          path: '',
          expected: `a file of the kind ${asked}`,
          found: used,
          todo: `it was read as ${used}`,
        },
      ],
    };
  yield* formats[used](input, options, form);
}
