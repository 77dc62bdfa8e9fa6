/** "Tobias Veldhoven, a baker in Leeds": an article that is not definite introduces somebody whom the reader does not know. */
import { foldText } from '../../text/fold.ts';
import type { Block, Hit } from '../blocks.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';

/** What follows the name and an age up to the next sign, after an article of the six languages; in French "a" is a verb. */
const APPOSITION =
  /^ ?[,،] (?:\d{1,2} ?[,،] )?(?:an?(?! [^,،.;:()]* (?:qu['’]|(?:que|le|la|les|des|du|de|un|une|à) ))|eine?|une?|una|یک) ([^,،.;:()]{3,80})/u;
const WITHIN = 100;
/** A shorter cue begins other words. */
const LEAST_CUE = 4;

/** Whether the text introduces the bearer of a name as somebody of whom it says nothing that the pack says of the person. */
export function isIntroducedAsOther(index: MatchIndex, { text }: Block, { end }: Hit, { entity }: NameInfo): boolean {
  const said = APPOSITION.exec(text.slice(end, end + WITHIN))?.[1];
  if (said === undefined) return false;
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
