/** "Transparency International Kenya": a body of its own, that bears the names of another body and of its country. */
import { type Block, beginsSentence, type Hit, isAllUpper, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { type MatchIndex, metaOf, type NameInfo, nameInfo } from '../name-index/read.ts';
import { hitsOver } from './hits-by-token.ts';
import { isOfClass, isTitleLine } from './words-beside.ts';

/** Bodies with branches; "undefined" are those that people describe. */
const WITH_BRANCHES = new Set<string | undefined>([undefined, 'non-profit', 'international-body']);

/** English, where after a country other words are of what the body does there: "the X Kenya sanctions". */
const ENGLISH = / (?:the|of|and|to) /;

/** Whether a country directly follows the body at `hit`, so that both are pieces of the name of its branch there. */
export function hasBranch(
  view: Pick<View, 'indexes' | 'scratch'>,
  index: MatchIndex,
  block: Block,
  { from, to, start, end }: Hit,
  { entity, entityKind }: NameInfo,
): boolean {
  if (entityKind !== 'organisation' || isAllUpper(block.text, start, end)) return false;
  const { type } = metaOf(index, entity);
  if (to === from ? type !== 'non-profit' : !WITH_BRANCHES.has(type)) return false;
  if (end < block.end[to]! || !isNextWord(block, to) || block.text[end] !== ' ' || isTitleLine(block)) return false;
  const caseless = isCaseless(block.text, block.start[to + 1]!);
  if (!caseless && !isCapitalised(block, to + 1)) return false;
  const country = countryAt(view, block, to + 1);
  if (country === undefined) return false;
  // Where the object may follow the subject, only what begins a sentence has no verb before it.
  if ((caseless || block.nouns) && !beginsSentence(block, from)) return false;
  if (!isNextWord(block, country.to)) return !caseless;
  const next = country.to + 1;
  const does = isOfClass(view.indexes, block, next, 'does');
  // In Persian the country may be the object of what follows.
  if (caseless) return does || /ت$/.test(wordAt(block, next));
  return !isOfClass(view.indexes, block, next, 'staff') && (does || !ENGLISH.test(block.text));
}

/** Whether the country at `hit` names the branch of a body before it. */
export function isBranchOfBody(view: Pick<View, 'indexes' | 'scratch'>, block: Block, { from }: Hit): boolean {
  if (!isNextWord(block, from - 1)) return false;
  return view.indexes.some((index, i) =>
    hitsOver(view.scratch, block.hits[i]!, from - 1).some(
      (hit) => hit.to === from - 1 && hasBranch(view, index, block, hit, nameInfo(index, hit.name)),
    ),
  );
}

function countryAt({ indexes, scratch }: Pick<View, 'indexes' | 'scratch'>, block: Block, token: number) {
  for (const [i, index] of indexes.entries()) {
    const found = hitsOver(scratch, block.hits[i]!, token).find(
      (hit) => hit.from === token && metaOf(index, nameInfo(index, hit.name).entity).type === 'country-or-territory',
    );
    if (found) return found;
  }
  return undefined;
}
