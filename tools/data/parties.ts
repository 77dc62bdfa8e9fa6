/** What a source calls a party, as facts: the entity where a pack has it, else the words of the source. */
import type { Fact } from '../../src/dataset/facts.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';
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
  const own = input.earlier
    .values()
    .filter(({ id }) => id.startsWith(`party-${country.toLowerCase()}-`))
    .toArray();
  const entity =
    item === undefined
      ? onlyOne(own.filter((party) => isNamed(party, word)))
      : own.find(({ wikidata }) => wikidata === item);
  return [entity ? fact('party', entity.id) : fact('party-name', word)];
}

/** By a whole name; a short form may be that of another. */
function isNamed({ name, names = [] }: Entity, word: string): boolean {
  return [{ text: name, kind: undefined }, ...names].some(
    ({ text, kind }) => kind !== 'acronym' && plainForm(text) === plainForm(word),
  );
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
