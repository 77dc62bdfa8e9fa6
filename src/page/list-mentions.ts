import type { ListedMention } from '../messages/protocol.ts';
import type { Known } from './annotate.ts';
import type { Placed } from './choose.ts';

/** UTF-16 code units shown on either side of a mention in a list. */
const contextLength = 48;

/** The mentions as popup and side panel list them; `positions`: of each mark, where they were asked for. */
export function listMentions(
  marks: readonly Placed[],
  known: Known,
  positions: readonly ListedMention['position'][],
): ListedMention[] {
  return marks.map(({ block: { text }, mention }, index) => ({
    index,
    entity: mention.entity,
    name: known.names[mention.entity] ?? mention.name,
    kind: known.kinds[mention.entity] ?? 'term',
    text: text.slice(mention.start, mention.end),
    before: text.slice(Math.max(0, mention.start - contextLength), mention.start),
    after: text.slice(mention.end, mention.end + contextLength),
    why: mention.why,
    ...(known.disputed[mention.entity] && { disputed: known.disputed[mention.entity]! }),
    ...(known.quiet.has(mention.entity) && { quiet: true as const }),
    ...(positions[index] && { position: positions[index] }),
  }));
}
