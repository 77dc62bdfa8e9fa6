/**
 * Records of open data as they ship: nothing that the index of their pack has is written again. An id is told by the place of its record, a name by its
 * place among the names that the index has of the entity; a name that it writes otherwise stands as text.
 */
import type { Entity, Name } from './schema.ts';

/** A name, or its place in the index. */
export type Placed = string | number;

export type ShippedEntity = Omit<Entity, 'id' | 'name' | 'names'> & {
  name: Placed;
  names?: (Omit<Name, 'text'> & { text: Placed })[] | undefined;
};

export type PlaceOf = (text: string) => number | undefined;

export function toShipped({ id: _, name, names, ...rest }: Entity, placeOf: PlaceOf): ShippedEntity {
  return {
    name: placeOf(name) ?? name,
    ...(names && { names: names.map((each) => ({ ...each, text: placeOf(each.text) ?? each.text })) }),
    ...rest,
  };
}

export function fromShipped(
  { name, names, ...rest }: ShippedEntity,
  id: string,
  nameAt: (place: number) => string,
): Entity {
  const read = (placed: Placed) => (typeof placed === 'number' ? nameAt(placed) : placed);
  return {
    id,
    name: read(name),
    ...(names && { names: names.map((each) => ({ ...each, text: read(each.text) })) }),
    ...rest,
  };
}
