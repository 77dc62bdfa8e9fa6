/** Names of persons of open data by the ids of what they are related to, of which one is their country. */
import { isAbjad } from '../../text/romanise.ts';
import { relationAt } from './meta-rows.ts';
import { namesOf } from './places.ts';
import { foldedOf, type MatchIndex, metaOf, nameTokens } from './read.ts';

/** A name in letters with vowels. */
export interface PersonName {
  name: number;
  entity: number;
  tokens: readonly number[];
  /** Year of the first office. */
  since: number | undefined;
}

/** Names that begin with one token: each word of a text is compared with it once. */
export interface Namesakes {
  token: number;
  /** First sounds of the token; 0 when not yet asked for. */
  head: number;
  names: PersonName[];
}

/** Those of one country, and how many names they are. */
export interface People {
  count: number;
  namesakes: readonly Namesakes[];
}

/** Words of a name, and its letters. */
const LEAST = { words: 2, letters: 8 };
export const MOST_WORDS = 4;

/** Those of all persons are gathered when one is first asked for: some milliseconds for 15,000 persons. */
export function peopleOf(index: MatchIndex, related: string): People {
  const { cache } = index;
  if (cache.people === undefined) {
    cache.people = new Map();
    const lists = new Map<number, number[][]>();
    const kinds = new Map<number, boolean>();
    for (const [row, entity] of index.meta.entries()) {
      const { type, related } = relationAt(index.metaBytes, index.metaOffsets[row]!);
      if (type < 0 || related < 0) continue;
      let isPerson = kinds.get(type);
      if (isPerson === undefined) {
        isPerson = metaOf(index, entity).type === 'person';
        kinds.set(type, isPerson);
      }
      if (!isPerson) continue;
      let own = lists.get(related);
      if (own === undefined) {
        own = (metaOf(index, entity).related ?? []).map((id) => {
          const people = cache.people!.get(id) ?? [];
          cache.people!.set(id, people);
          return people;
        });
        lists.set(related, own);
      }
      for (const people of own) people.push(entity);
    }
  }
  let people = cache.namesakes.get(related);
  if (people === undefined) {
    people = gathered((cache.people.get(related) ?? []).flatMap((entity) => namesIn(index, entity)));
    cache.namesakes.set(related, people);
  }
  return people;
}

function gathered(names: readonly PersonName[]): People {
  const namesakes = Map.groupBy(names, ({ tokens }) => tokens[0]!);
  return { count: names.length, namesakes: Array.from(namesakes, ([token, names]) => ({ token, head: 0, names })) };
}

function namesIn(index: MatchIndex, entity: number): PersonName[] {
  const { since } = metaOf(index, entity);
  return Array.from(namesOf(index, entity), (name) => ({
    name,
    entity,
    tokens: nameTokens(index, name),
    since,
  })).filter(({ tokens }) => {
    if (tokens.length < LEAST.words || tokens.length > MOST_WORDS || isAbjad(foldedOf(index, tokens[0]!))) return false;
    return tokens.reduce((sum, token) => sum + foldedOf(index, token).length, 0) >= LEAST.letters;
  });
}
