/** Ids and names by their place in the index, so that what ships beside an index need not write them again. Texts are not kept: whoever asks for all would keep all. */
import { type MatchIndex, nameText } from './read.ts';
import { readString } from './string-table.ts';

/** Names of an entity. The reverse of `record`, built when first asked for. */
export function namesOf(index: MatchIndex, entity: number): Uint32Array {
  if (index.cache.namesOf === undefined) {
    const offsets = new Uint32Array(index.entities + 1);
    for (const record of index.record) offsets[(record & 0xffffff) + 1]!++;
    for (let i = 1; i < offsets.length; i++) offsets[i]! += offsets[i - 1]!;
    const [names, next] = [new Uint32Array(index.names), offsets.slice()];
    for (let name = 0; name < index.names; name++) names[next[index.record[name]! & 0xffffff]!++] = name;
    index.cache.namesOf = { offsets, names };
  }
  const { offsets, names } = index.cache.namesOf;
  return names.subarray(offsets[entity], offsets[entity + 1]);
}

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
