import { parse } from 'smol-toml';
import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { personNames } from '../names.ts';
import { cleanText, shaped } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError, type SourceFile } from '../source.ts';

const schema = z.object({
  id: z.string().check(z.regex(/^[0-9A-Z]{26}$/, 'expected 26 capitals and numbers')),
  first_name: z.optional(z.string()),
  last_name: z.optional(z.string()),
  middle_name: z.optional(z.string()),
  name_suffix: z.optional(z.string()),
  aliases: z.optional(z.array(z.string())),
  memberships: z.optional(z.array(z.object({ type: z.string(), congress: z.number(), subtype: z.string() }))),
});

const chambers: Record<string, string> = { house: 'chamber-ph-lower', senate: 'chamber-ph-upper' };

/** The Congress of the Philippines: the members of the newest congress in the files. */
export const readPhilippines: Adapter = ({ source, files, day }) => {
  const people = files.map((file) => ({ ...shaped(toml(file), schema, file.path), file: file.path }));
  const newest = Math.max(...people.flatMap(({ memberships = [] }) => memberships.map(({ congress }) => congress)));
  const fact = factsOf(source, day);
  const entities = people.flatMap((person): Entity[] => {
    const seats = (person.memberships ?? []).filter(({ type, congress }) => type === 'chamber' && congress === newest);
    if (seats.length === 0) return [];
    const place = { file: person.file, line: 1 };
    const whole = (...parts: (string | undefined)[]) => cleanText(parts.filter(Boolean).join(' '), place);
    const { first_name: first, middle_name: middle, last_name: last, name_suffix: suffix, aliases = [] } = person;
    const name = whole(first, last, suffix);
    return [
      {
        id: `ph-congress-${person.id.toLowerCase()}`,
        kind: 'person',
        name,
        names: personNames(name, [
          whole(first, last),
          middle && whole(first, middle, last, suffix),
          ...aliases.map((alias) => whole(alias, last)),
        ]),
        facts: seats.map(({ subtype }) => {
          const chamber = chambers[subtype];
          if (chamber === undefined) throw new SourceError(place, 'house or senate as subtype', subtype);
          return fact('member-of', chamber, { locator: person.id });
        }),
        related: ofCountry('PH'),
      },
    ];
  });
  return { asOf: day, entities };
};

function toml({ path, text }: SourceFile): unknown {
  try {
    return parse(text);
  } catch (error) {
    const { line = 1, message } = error as Error & { line?: number };
    throw new SourceError({ file: path, line }, 'TOML', message.split('\n')[0]);
  }
}
