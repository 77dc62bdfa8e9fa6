/** Offices by the date of the page: who was President of Iran then. */
import { entityId, type Holder, type MatchIndex, metaOf, nameInfo, namesOf } from '../name-index/read.ts';

/** Holders of each office in an index, by the id of the office. */
function holdersIn(index: MatchIndex): Map<string, Holder[]> {
  let found = index.cache.holders;
  if (found === undefined) {
    found = new Map();
    for (const entity of index.officers) {
      for (const { office, from, to } of metaOf(index, entity).roles ?? []) {
        if (office === undefined || from === undefined) continue;
        const list = found.get(office) ?? [];
        if (list.length === 0) found.set(office, list);
        list.push({ id: entityId(index, entity), name: mainName(index, entity), from, to: to ?? NO_END });
      }
    }
    index.cache.holders = found;
  }
  return found;
}

/** After every date that a page can have. */
const NO_END = '9999';

function mainName(index: MatchIndex, entity: number): string {
  const names = Array.from(namesOf(index, entity), (name) => nameInfo(index, name));
  const full = names.filter(({ kind }) => kind === 'full');
  return (full.find(({ text }) => /\p{Script=Latin}/u.test(text)) ?? full[0] ?? names[0]!).text;
}

/** Whether an office was held on a date (ISO), as far as the pack says: on the day of a change it was, and in the year of one that is known by its year only. */
export function isHeldOn({ from, to = NO_END }: { from?: string; to?: string }, on: string): boolean {
  return from !== undefined && on.slice(0, from.length) >= from && on.slice(0, to.length) <= to;
}

/** Who held the office on a date (ISO): it may be several (`isHeldOn`). */
export function holdersOf(indexes: readonly MatchIndex[], office: string, on: string): { id: string; name: string }[] {
  const found = new Map<string, { id: string; name: string }>();
  for (const index of indexes) {
    for (const { id, name, from, to } of holdersIn(index).get(office) ?? []) {
      if (isHeldOn({ from, to }, on)) found.set(id, { id, name });
    }
  }
  return [...found.values()];
}
