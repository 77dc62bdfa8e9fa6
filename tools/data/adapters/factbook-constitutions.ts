import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { type Adapter, factsOf, ofCountry } from '../source.ts';
import { readProfiles } from './factbook.ts';
import { ofItsCountry } from './factbook-names.ts';

const heading = ['Government', 'Constitution', 'history'] as const;
/** Countries of which the Factbook says that they have no constitution in one document. */
const none = /^(?:uncodified|uncoded|unwritten|no (?:formal|written|separate)|none|structure of government)/iu;

/** What texts call a constitution, none of which says of which country; German ones begin every noun with a capital. */
const names: readonly Name[] = [
  { text: 'Constitution', kind: 'short', lang: 'en' },
  { text: 'Constitución', kind: 'short', lang: 'es' },
];

/** Constitutions, by name alone: what the Factbook tells of their history is prose. */
export const readConstitutions: Adapter = (given) => {
  const { input, profiles } = readProfiles(given, [heading]);
  const fact = factsOf(input.source, input.day);
  const entities = profiles.flatMap(({ code, text }): Entity[] => {
    const history = text(...heading);
    if (history === undefined || none.test(history)) return [];
    return [
      {
        id: `constitution-${code.toLowerCase()}`,
        kind: 'law',
        name: ofItsCountry('Constitution', code, input),
        names: [...names],
        facts: [fact('type', 'constitution'), fact('country', code)],
        related: ofCountry(code),
      },
    ];
  });
  return { asOf: input.day, entities };
};
