/** The parties of a country by the ideas of which their names are made, read when a page first names the country beside such a name. */
import { hashFolded } from '../../text/token-list.ts';
import { phraseOf } from '../evidence.ts';
import type { PartiesOfCountry, PartyName } from '../name-index/parties.ts';
import { namesOf } from '../name-index/places.ts';
import { foldedOf, isCode, type MatchIndex, metaOf, nameText, nameTokens } from '../name-index/read.ts';
import { PARTY_KIND } from '../name-index/word-classes.ts';
import { ideasOf, type Words } from './party-ideas.ts';

export function partiesOf(words: Words, index: MatchIndex, country: number): PartiesOfCountry {
  const { parties } = index.cache;
  const known = parties.get(country) ?? readParties(words, index, country);
  parties.set(country, known);
  return known;
}

function readParties(words: Words, index: MatchIndex, country: number): PartiesOfCountry {
  const texts = [
    ...Array.from(namesOf(index, country), (name) => nameText(index, name)),
    ...(metaOf(index, country).cues ?? []),
  ];
  const phrases = Map.groupBy(
    texts.map((text) => phraseOf(words.scratch, text)),
    ([first]) => first ?? 0,
  );
  const byIdeas = new Map<string, PartyName[]>();
  for (const [i, party] of index.parties.entries()) {
    if (index.partyCountries[i] !== country) continue;
    for (const name of namesOf(index, party)) {
      if (isCode(index, name)) continue;
      const read = readName(
        nameTokens(index, name).map((token): Word => {
          const word = foldedOf(index, token);
          return { hashes: [hashFolded(word)], ideas: () => ideasOf(words, word) };
        }),
        phrases,
      );
      if (read === undefined) continue;
      const own = byIdeas.get(read.key) ?? [];
      byIdeas.set(read.key, own);
      own.push({ party, ...read, text: nameText(index, name) });
    }
  }
  return { phrases, byIdeas };
}

/** A word of a name: its hash and those of its other readings. */
export interface Word {
  hashes: readonly number[];
  ideas: () => readonly number[] | undefined;
}

/** Words of a country from a place on, or 0. */
export function ownWords(words: readonly Word[], at: number, phrases: PartiesOfCountry['phrases']): number {
  let longest = 0;
  for (const first of words[at]!.hashes)
    for (const phrase of phrases.get(first) ?? [])
      if (phrase.length > longest && phrase.every((hash, i) => i === 0 || words[at + i]?.hashes.includes(hash)))
        longest = phrase.length;
  return longest;
}

/** The ideas of a name, in one order; undefined where it has a word that is none of these and not of the country. */
export function readName(
  words: readonly Word[],
  phrases: PartiesOfCountry['phrases'],
): { key: string; country: boolean; called: boolean } | undefined {
  const ideas: number[] = [];
  let country = false;
  for (let at = 0; at < words.length; at++) {
    const own = ownWords(words, at, phrases);
    const said = own > 0 ? [] : words[at]!.ideas();
    if (said === undefined) return undefined;
    country ||= own > 0;
    at += Math.max(own - 1, 0);
    ideas.push(...said);
  }
  const told = ideas.filter((idea) => idea !== PARTY_KIND);
  // "The Republicans" are no Republican Party; a longer name may lack the word.
  const key = (told.length === 1 ? ideas : told).sort((a, b) => a - b).join(' ');
  return told.length === 0 ? undefined : { key, country, called: told.length < ideas.length };
}
