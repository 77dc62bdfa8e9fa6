import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { bracketed, personNames, withoutTitles } from '../names.ts';
import { partyFacts } from '../parties.ts';
import { cleanText, readJson } from '../reading.ts';
import { type Adapter, factsOf, fileAt, ofCountry } from '../source.ts';

const member = z.object({
  id: z.string().check(z.regex(/^\d+$/, 'expected a number as id')),
  name: z.string(),
  party: z.string(),
  constituencyName: z.optional(z.string()),
  wahlkreisName: z.optional(z.string()),
  ridingName: z.optional(z.string()),
});

interface House {
  path: string;
  country: string;
  prefix: string;
  chamber: string;
  /** What stands in the place of a party without being one. */
  noParty: readonly string[];
  /** Groups of several parties. */
  groups: readonly string[];
}

/** One house of the member lists of the letter tool. E-mail addresses, pictures and titles are left. */
function readHouse({ path, country, prefix, chamber, noParty, groups }: House): Adapter {
  return (input) => {
    const fact = factsOf(input.source, input.day);
    const entities = readJson(fileAt(input.files, path), z.array(member)).map((row, i): Entity => {
      const place = { file: path, line: `[${i}].name` };
      // "Alpha Example (Sampletown)": two members have one name.
      const { name } = bracketed(withoutTitles(cleanText(row.name, place)));
      const seat = row.constituencyName ?? row.wahlkreisName ?? row.ridingName;
      return {
        id: `${prefix}-${row.id}`,
        kind: 'person',
        name,
        names: personNames(name, [], country === 'DE' ? 'de' : 'en'),
        facts: [
          fact('member-of', chamber, { locator: row.id }),
          ...(seat ? [fact('constituency', cleanText(seat, place))] : []),
          ...(groups.includes(row.party)
            ? [fact('parliamentary-group', row.party)]
            : noParty.includes(row.party)
              ? []
              : partyFacts(input, fact, country, row.party)),
        ],
        related: ofCountry(country),
      };
    });
    return { asOf: input.day, entities };
  };
}

export const readBundestag = readHouse({
  path: 'src/lib/data/mdb-data.json',
  country: 'DE',
  prefix: 'de-mdb',
  chamber: 'chamber-de-lower',
  noParty: ['fraktionslos'],
  groups: ['CDU/CSU'],
});

export const readCommons = readHouse({
  path: 'src/lib/data/uk/mp-data.json',
  country: 'GB',
  prefix: 'gb-mp',
  chamber: 'chamber-gb-lower',
  noParty: ['Independent', 'Speaker'],
  groups: [],
});

export const readCanada = readHouse({
  path: 'src/lib/data/ca/mp-data.json',
  country: 'CA',
  prefix: 'ca-mp',
  chamber: 'chamber-ca-lower',
  noParty: ['Independent'],
  groups: [],
});
