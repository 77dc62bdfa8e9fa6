/** What persons, parties and bodies that a page names say of the country that it is about: a short text may call the country once. */
import type { View } from '../evidence.ts';
import type { Meta } from '../name-index/entity-facts.ts';
import { namesOf } from '../name-index/places.ts';
import { entityId, findEntity, type MatchIndex, metaOf, nameText } from '../name-index/read.ts';
import { nationsFrom } from './nation-words.ts';
import type { Accepted } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';
import { metaIn } from './spoken-country.ts';

export interface NamedFor {
  /** By the id of a country, how many of its persons, parties and bodies the page names beyond those that its own count has. */
  times: ReadonlyMap<string, number>;
  /** By the id of a country, numbers of the blocks in which one of them stands. */
  blocks: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Each entity counts once, and only for the one country that it is of. A word of a country that is a surname ("السوداني") is taken from what was counted. */
export function namedFor(view: View, accepted: readonly Accepted[], page: PageCountries): NamedFor {
  const countries = new Map<string, string | undefined>();
  const times = new Map<string, number>();
  const blocks = new Map<string, Set<number>>();
  const add = (country: string, by: number) => times.set(country, (times.get(country) ?? 0) + by);
  for (const each of accepted) {
    const { info, id, block, silent } = each;
    if (silent || info.entityKind === 'place' || info.entityKind === 'role') continue;
    if (!countries.has(id)) {
      const of = countryOf(view, each);
      // Bodies that a pack on a country tells of speak of others, too: Amnesty International.
      const isForeign = of !== undefined && !page.has(of) && page.main() !== undefined;
      const country = isForeign && info.entityKind === 'organisation' && !each.index.openData ? undefined : of;
      countries.set(id, country);
      if (country !== undefined && !page.isCounted(id)) add(country, 1);
    }
    const country = countries.get(id);
    if (country !== undefined) blocks.set(country, (blocks.get(country) ?? new Set()).add(block));
    if (info.entityKind === 'person') for (const other of wordsIn(view, each)) add(other, -1);
  }
  return { times, blocks };
}

/** The only country that an entity is of: open data says it, and of what people edit a cue that is a country's name or word, its own or of one related to it. */
export function countryOf({ indexes }: View, { index, info }: Pick<Accepted, 'index' | 'info'>): string | undefined {
  const meta = metaOf(index, info.entity);
  const { related = [] } = meta;
  const own = related.filter((id) => isCountry(indexes, id));
  if (own.length > 0 || index.openData) return only(own);
  return only(cuedBy(indexes, meta)) ?? only(related.flatMap((id) => cuedBy(indexes, metaIn(indexes, id))));
}

/** A pack may tell of the state of the same id as a body. */
function isCountry(indexes: readonly MatchIndex[], id: string): boolean {
  return indexes.some((index) => {
    const entity = findEntity(index, id);
    return entity >= 0 && metaOf(index, entity).type === 'country-or-territory';
  });
}

function only(ids: readonly string[]): string | undefined {
  return new Set(ids).size === 1 ? ids[0] : undefined;
}

function cuedBy(indexes: readonly MatchIndex[], { cues = [] }: Meta): string[] {
  return indexes.flatMap((index) => cues.flatMap((cue) => byCue(index).get(cue) ?? []));
}

/** Countries by their English names and words. */
function byCue(index: MatchIndex): ReadonlyMap<string, string> {
  let found = index.cache.countries;
  if (found === undefined) {
    found = new Map();
    for (const entity of new Set(index.nationOwners)) {
      const id = entityId(index, entity);
      for (const name of namesOf(index, entity)) found.set(nameText(index, name), id);
      for (const cue of metaOf(index, entity).cues ?? []) found.set(cue, id);
    }
    index.cache.countries = found;
  }
  return found;
}

function wordsIn({ indexes, scratch, blocks }: View, { block: number, from, to }: Accepted): string[] {
  const countries: string[] = [];
  for (let token = from; token <= to; token++)
    for (const index of indexes)
      for (const { entity } of nationsFrom(index, scratch, blocks[number]!, token))
        countries.push(entityId(index, entity));
  return countries;
}
