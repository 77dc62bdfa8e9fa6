import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { holdsCapitals, personNames, recase } from '../names.ts';
import { partyFacts } from '../parties.ts';
import { cleanText, readJson, slug } from '../reading.ts';
import { type Adapter, factsOf, fileAt, ofCountry, SourceError } from '../source.ts';

const path = 'data/meps.json';
const europeanParliament = 'chamber-eu-parliament';

const schema = z.array(
  z.object({ name: z.string(), country: z.string(), political_group: z.string(), national_party: z.string() }),
);

/** Members of the European Parliament: the part of a name in capitals is the surname. The list has no ids of its own. */
export const readMeps: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const parliament: Entity = {
    id: europeanParliament,
    kind: 'organisation',
    name: 'European Parliament',
    facts: [fact('type', 'parliament')],
  };
  const members = readJson(fileAt(input.files, path), schema).map((row, i): Entity => {
    const place = { file: path, line: `[${i}]` };
    const written = cleanText(row.name, place);
    if (!written.split(' ').some((word) => holdsCapitals(word)))
      throw new SourceError(place, 'a surname in capitals', row.name);
    const name = recase(written);
    const country = input.countries.fromName(row.country);
    if (country === undefined) throw new SourceError(place, 'the English name of a country', row.country);
    const party = cleanText(row.national_party, place);
    return {
      id: `eu-mep-${country.toLowerCase()}-${slug(name)}`,
      kind: 'person',
      name,
      names: personNames(name),
      facts: [
        fact('member-of', europeanParliament),
        fact('represents', `country-${country.toLowerCase()}`),
        ...(row.political_group === 'Non-attached Members'
          ? []
          : [fact('parliamentary-group', cleanText(row.political_group, place))]),
        ...(/^(?:Independent|-)$/u.test(party) ? [] : partyFacts(input, fact, country, party)),
      ],
      related: ofCountry(country),
    };
  });
  return { asOf: input.day, entities: [parliament, ...members] };
};
