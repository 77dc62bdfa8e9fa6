/** What a source calls a party, as facts: the entity where a pack has it, else the words of the source. */
import type { Fact } from '../../src/dataset/facts.ts';
import type { factsOf, Input } from './source.ts';

/** Of `data/refresh/parties.json`: by country and by the source's word, the Wikidata item of the party. */
type PartyTable = Record<string, Record<string, string>>;

export function partyFacts(
  input: Input,
  fact: ReturnType<typeof factsOf>,
  country: string,
  word: string | undefined,
): Fact[] {
  if (word === undefined || word === '') return [];
  const item = (input.tables.parties as PartyTable)[country]?.[word];
  if (item === undefined) return [fact('party-name', word)];
  const entity = input.earlier
    .values()
    .find(({ id, wikidata }) => wikidata === item && id.startsWith(`party-${country.toLowerCase()}-`));
  return [entity ? fact('party', entity.id) : fact('party-name', word)];
}
