/** A year of birth after a name tells a namesake from somebody who was in office, or in the news, before. */
import type { Block, Hit } from '../blocks.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';

/** "(born 1994)", "(* 3. Mai 1994)", "né en 1994", "nacida en 1994", "مواليد 1994", "(1994–2021)". */
const BORN =
  /^,? ?\(?(?:born|b\.|geb\.|geboren|\*|née?|nacid[oa]|مواليد|متولد|من مواليد)[^();]{0,24}?\b(1[89]\d\d|20\d\d)|^ \((1[89]\d\d|20\d\d) ?[-–]/u;
/** UTF-16 units after the name in which its year of birth stands. */
const WITHIN = 48;
/** Nobody holds an office, or stands for an event, at a lower age. */
const LEAST_AGE = 15;

/** Whether the person whom the text names was born too late for what the pack knows of the other. */
export function isBornLater(index: MatchIndex, { text }: Block, { end }: Hit, { entity }: NameInfo): boolean {
  const found = BORN.exec(text.slice(end, end + WITHIN));
  if (found === null) return false;
  const { roles = [], cues = [] } = metaOf(index, entity);
  const known = [...roles.flatMap(({ from }) => from ?? []), ...cues].flatMap(
    (words) => /^\d{4}/.exec(words)?.[0] ?? [],
  );
  const born = found[1] ?? found[2];
  // A year of birth that the pack knows of is the bearer's own.
  return !known.includes(born!) && known.some((year) => Number(year) < Number(born) + LEAST_AGE);
}
