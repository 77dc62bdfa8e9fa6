/** Offices by the date of the page: who was President of Iran then. */
import type { View } from '../evidence.ts';
import { entityId, type Holder, type MatchIndex, metaOf } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';
import type { Accepted } from './overlaps.ts';

/** Holders of each office in an index, by the id of the office. */
function holdersIn(index: MatchIndex): Map<string, Holder[]> {
  let found = index.cache.holders;
  if (found === undefined) {
    found = new Map();
    for (const entity of index.officers) {
      const { name = '', roles = [] } = metaOf(index, entity);
      for (const { office, from, to } of roles) {
        if (office === undefined || from === undefined) continue;
        const list = found.get(office) ?? [];
        if (list.length === 0) found.set(office, list);
        list.push({ id: entityId(index, entity), name, from, to: to ?? NO_END });
      }
    }
    index.cache.holders = found;
  }
  return found;
}

/** After every date that a page can have. */
const NO_END = '9999';

/** Whether an office was held on a date (ISO), as far as the pack says: on the day of a change it was, and in the year of one that is known by its year only. */
export function isHeldOn({ from, to = NO_END }: { from?: string; to?: string }, on: string): boolean {
  return from !== undefined && on.slice(0, from.length) >= from && on.slice(0, to.length) <= to;
}

/** Who held the office on a date (ISO): it may be several (`isHeldOn`). */
function holdersOf(indexes: readonly MatchIndex[], office: string, on: string): { id: string; name: string }[] {
  const found = new Map<string, { id: string; name: string }>();
  for (const index of indexes) {
    for (const { id, name, from, to } of holdersIn(index).get(office) ?? []) {
      if (isHeldOn({ from, to }, on)) found.set(id, { id, name });
    }
  }
  return [...found.values()];
}

/** Who has held the office and stands in apposition to it: directly beside it, or with a comma between. */
function holderBeside(
  { blocks, indexes }: View,
  { id: office, block, start, end }: Candidate,
  named: readonly Candidate[],
): { id: string; name: string } | undefined {
  const { text } = blocks[block]!;
  const isBeside = (other: Candidate) =>
    APPOSITION.test(other.start >= end ? text.slice(end, other.start) : text.slice(other.end, start));
  const found = named.find(
    (other) =>
      other.block === block &&
      other.info.entityKind === 'person' &&
      (other.start >= end || other.end <= start) &&
      isBeside(other) &&
      indexes.some((index) =>
        holdersIn(index)
          .get(office)
          ?.some((holder) => holder.id === other.id),
      ),
  );
  return found && { id: found.id, name: found.info.text };
}

/** Between an office and its holder: ", ", ", Mr. ", ", the ", "، ". */
const APPOSITION =
  /^[,،]? (?:(?:the|le|la|der|die|el|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Professor|Prof\.?|Ayatollah|M\.|Herr|Frau|السيد|السيدة|آقای|خانم) ?){0,2}$/;

/**
 * The office stays the entity of the mention; who held it then is its reason and its alternatives. Whom the text names beside it is who is meant, whatever
 * the date: "the UN special rapporteur on Iran, Javaid Rehman".
 */
export function heldBy(
  view: View,
  accepted: Accepted,
  named: readonly Accepted[],
  published: string | undefined,
): Accepted {
  const beside = holderBeside(view, accepted, named);
  const held = beside ? [beside] : published ? holdersOf(view.indexes, accepted.id, published) : [];
  if (held.length === 0) return accepted;
  const detail = held.map(({ name }) => name).join(', ');
  const alternatives = held.map(({ id }) => ({ entity: id, score: 1 / held.length }));
  return { ...accepted, why: { rule: 'role', detail }, alternatives };
}
