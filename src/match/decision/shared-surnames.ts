/** Whom a surname alone means where the page names several who bear it. */
import type { View } from '../evidence.ts';
import { findEntity, type MatchIndex, metaOf } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';
import type { Surname } from './page-surnames.ts';

export interface Bearers {
  /** Persons whom the page calls by a title with their surname, "Ayatollah Khomeini", each with the hash of the surname: "the last Shah" is no Pahlavi. */
  titled: ReadonlySet<string>;
  /** Persons whose full name the page has, and not only an epithet: "the Shah". */
  full: ReadonlySet<string>;
  /** Ids in the order in which the page names them. */
  order: readonly string[];
}

/** `accepted`: the mentions of the page, the title of the page aside. */
export function bearersOnPage(
  { blocks }: View,
  accepted: readonly Candidate[],
  surnames: ReadonlyMap<number, readonly Surname[]>,
): Bearers {
  const titled = new Set<string>();
  const full = new Set<string>();
  const order = new Set<string>();
  for (const { id, block, to, info } of accepted.toSorted((a, b) => a.block - b.block || a.start - b.start)) {
    if (info.entityKind !== 'person') continue;
    order.add(id);
    if (info.kind === 'full' || info.kind === 'variant') full.add(id);
    if (info.kind !== 'short' && info.kind !== 'epithet') continue;
    const hash = blocks[block]!.hash[to]!;
    // The first word of "Schah Pahlavi" is no surname.
    const owners = surnames.get(hash)?.filter(({ hashes }) => hashes.length === 1);
    if (owners?.some((owner) => owner.id === id)) titled.add(`${id} ${hash}`);
  }
  return { titled, full, order: [...order] };
}

/**
 * The one whom the surname means, or nobody. Of several it is the one whom the page calls by title and surname, or who alone has been named so far, or
 * alone of those by the full name, or in a heading whom the text under it names first. `introduced`: who has been named before this place.
 */
export function bearerIn(
  { titled, full, order }: Bearers,
  owners: readonly Surname[],
  introduced: ReadonlySet<string>,
  heading: boolean,
): Surname | undefined {
  if (owners.length <= 1) return owners[0];
  if (haveOneOffice(owners)) return undefined;
  const called = owners.filter(({ id, hashes }) => titled.has(`${id} ${hashes.at(-1)}`));
  if (called.length === 1) return called[0];
  const named = owners.filter(({ id }) => introduced.has(id));
  if (named.length === 0 && heading) return owners.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))[0];
  const written = named.length > 1 ? named.filter(({ id }) => full.has(id)) : named;
  return written.length === 1 ? written[0] : undefined;
}

/** Father and son in one office are told apart by the date alone, and by nothing that the page says of one. */
export function haveOneOffice(bearers: readonly { id: string; index: MatchIndex }[]): boolean {
  const held = new Set<string>();
  for (const { id, index } of bearers) {
    const roles = metaOf(index, findEntity(index, id)).roles ?? [];
    for (const office of new Set(roles.flatMap(({ office }) => office ?? []))) {
      if (held.has(office)) return true;
      held.add(office);
    }
  }
  return false;
}
