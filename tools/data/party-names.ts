/** What the news leaves out of the name of a party: "Pheu Thai" is the Pheu Thai Party. */
import { wordRank } from '../../cli/pack/knowledge.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';
import type { Extract } from './settle.ts';

const party = /^(?:the )?(.+) party$/iu;
/** A shorter one is a code, or a word of some language: a people, a river. */
const least = { word: 8, words: 5 };

/**
 * Each party whose name is words of its own and "Party" gets the words alone as a short name, which then needs its country as all short names do. A word of
 * English, or of several bodies, is none of its own: "Labour", "Republican".
 */
export function withPartyNames(extracts: readonly Extract[]): Extract[] {
  const bodies = new Map<string, Set<string>>();
  for (const { entities } of extracts)
    for (const { id, kind, name, names = [] } of entities)
      if (kind === 'organisation')
        for (const word of [name, ...names.map(({ text }) => text)].flatMap(wordsOf))
          bodies.set(word, (bodies.get(word) ?? new Set()).add(id));
  const isMaterial = (word: string) => wordRank(word) !== undefined || bodies.get(word)!.size > 1;
  return extracts.map(({ source, entities }) => ({
    source,
    entities: entities.map((entity) => withShort(entity, isMaterial)),
  }));
}

function wordsOf(name: string): string[] {
  return plainForm(name).split(/[ -]/u);
}

function withShort(entity: Entity, isMaterial: (word: string) => boolean): Entity {
  const { name, names = [], facts = [] } = entity;
  if (!facts.some(({ property, value }) => property === 'type' && value === 'political-party')) return entity;
  const short = party.exec(name)?.[1];
  if (short === undefined || names.some(({ text }) => text === short)) return entity;
  const words = wordsOf(short);
  if (short.length < (words.length > 1 ? least.words : least.word) || words.some(isMaterial)) return entity;
  return { ...entity, names: [...names, { text: short, kind: 'short', lang: 'en' }] };
}
