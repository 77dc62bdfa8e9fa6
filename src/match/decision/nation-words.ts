/** Words of countries on a page: "Iraqi", „irakische“, العراقي. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { type Block, type Hit, isCapitalised, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { phraseOf } from '../evidence.ts';
import { mayBeNation, nationsOf } from '../name-index/nations.ts';
import { type MatchIndex, metaOf, type NationPhrase, nameInfo } from '../name-index/read.ts';
import type { Scratch } from '../scratch.ts';
import { caseFits } from './writing.ts';

const NONE: readonly { entity: number; to: number }[] = [];

/** Whether a hit is the name of a country; without capitals a name may be a word: Mali is "financial" in Persian. */
export function isCountryName(index: MatchIndex, scratch: Scratch, block: Block, hit: Hit): boolean {
  const info = nameInfo(index, hit.name);
  if (info.entityKind !== 'place' || metaOf(index, info.entity).type !== 'country-or-territory') return false;
  if (isCaseless(block.text, hit.start) && isCommonWord(foldSpan(block.text, hit.start, hit.end))) return false;
  return caseFits(scratch.phraseTokens, block, hit, info);
}

/** Ordinals of the countries of which a word or phrase begins at a token, each with its last token. "Polish" is in capitals what "polish" is not. */
export function nationsFrom(
  index: MatchIndex,
  scratch: Scratch,
  block: Block,
  from: number,
): readonly { entity: number; to: number }[] {
  const hash = block.hash[from]!;
  if (!mayBeNation(index, hash)) return NONE;
  const found: { entity: number; to: number }[] = [];
  for (const { entity, phrase, capital } of phrasesOf(index, scratch, hash)) {
    if (capital && !isCapitalised(block, from)) continue;
    let to = from;
    while (to - from < phrase.length - 1 && block.hash[to + 1] === phrase[to + 1 - from] && isNextWord(block, to)) to++;
    if (to - from === phrase.length - 1) found.push({ entity, to });
  }
  return found;
}

function phrasesOf(index: MatchIndex, scratch: Scratch, hash: number): readonly NationPhrase[] {
  const { nations } = index.cache;
  let phrases = nations.get(hash);
  if (phrases === undefined) {
    phrases = nationsOf(index, hash).flatMap((entity) =>
      (metaOf(index, entity).cues ?? []).flatMap((cue) => {
        const phrase = phraseOf(scratch, cue);
        return phrase[0] === hash ? [{ entity, phrase, capital: isUpper(cue, 0) }] : [];
      }),
    );
    // Other words of a page are kept out by `mayBeNation`, nearly all.
    if (phrases.length > 0) nations.set(hash, phrases);
  }
  return phrases;
}
