/** "Tobias Veldhoven, a baker in Leeds": an article that is not definite introduces somebody whom the reader does not know. */
import { foldText } from '../../text/fold.ts';
import type { Block, Hit } from '../blocks.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';

/** An article of the six languages, after the name and an age, and what follows it up to the next sign. */
const APPOSITION = /^ ?[,،] (?:\d{1,2} ?[,،] )?(an?|eine?|une?|una|یک) ([^,،.;:()]{3,80})/u;
/** Beside such words "a" is no article: « Le ministre, X, a parlé », "el ministro, X, a quien". */
const ROMANCE = /(?<!\p{L})(?:(?:[Qq]u|[Ll])['’]\p{L}|(?:que|[Ll]es?|[Ll]a|des|du|[Uu]ne?|à|[Ee]l)(?!\p{L}))/u;
/** UTF-16 units on either side of the name. */
const WITHIN = 100;
/** A shorter cue begins other words. */
const LEAST_CUE = 4;

/** Whether the text introduces the bearer of a name as somebody of whom it says nothing that the pack says of the person. */
export function isIntroducedAsOther(
  index: MatchIndex,
  { text }: Block,
  { start, end }: Hit,
  { entity }: NameInfo,
): boolean {
  const [, article = '', said] = APPOSITION.exec(text.slice(end, end + WITHIN)) ?? [];
  if (said === undefined) return false;
  if (article.startsWith('a') && ROMANCE.test(text.slice(Math.max(0, start - WITHIN), start) + said)) return false;
  const words = wordsOf(said);
  const { cues = [], roles = [] } = metaOf(index, entity);
  const known = [...cues, ...roles.map(({ title }) => title ?? '')].flatMap(wordsOf);
  return (
    known.length > 0 && !known.some((cue) => cue.length >= LEAST_CUE && words.some((word) => word.startsWith(cue)))
  );
}

function wordsOf(text: string): string[] {
  return text.split(/[\s-]+/).map(foldText);
}
