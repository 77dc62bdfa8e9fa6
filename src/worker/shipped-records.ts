/** A record of a bundled pack as it is read from its file. */
import type { Entity } from '../dataset/schema.ts';
import { fromShipped, type ShippedEntity } from '../dataset/shipped.ts';
import { idAt, type MatchIndex, nameAt } from '../match/index.ts';

/** `place`: in the order of the ids. Records of open data have their ids and names in the index of their pack. */
export function recordOf(openData: boolean, index: MatchIndex, place: number, read: Entity | ShippedEntity): Entity {
  if (!openData) return read as Entity;
  return fromShipped(read, idAt(index, place), (name) => nameAt(index, place, name));
}
