/** Ids and names by their place in the index, so that what ships beside an index need not write them again. Nothing is kept: whoever asks for all would keep all. */
import { type MatchIndex, namesOf, nameText } from './read.ts';
import { readString } from './string-table.ts';

/** Id of the entity at a place in the order of the ids. */
export function idAt(index: MatchIndex, entity: number): string {
  return readString(index.ids, entity);
}

/** @throws {Error} that says what was expected and found, when the entity has no such name: the index is that of other records */
export function nameAt(index: MatchIndex, entity: number, place: number): string {
  const names = namesOf(index, entity);
  const name = names[place];
  if (name === undefined)
    throw new Error(`packs: expected name ${place} of an entity, found ${names.length} names: build the packs again`);
  return nameText(index, name);
}

/** Tells the place of a name among those of an entity, if the index has it as it is written. */
export function placesOf(index: MatchIndex, entity: number): (text: string) => number | undefined {
  const texts = Array.from(namesOf(index, entity), (name) => nameText(index, name));
  return (text) => {
    const place = texts.indexOf(text);
    return place < 0 ? undefined : place;
  };
}
