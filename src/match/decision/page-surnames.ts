/** Which words stand for the persons of a page after their full names. */
import { isCaseless } from '../blocks.ts';
import type { View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { namesWith } from '../name-index/postings.ts';
import { entityOf, findEntity, findToken, isPerson, lastToken, metaOf, nameInfo } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';
import { nicknameIn } from './own-given.ts';
import { firstWord, isOneName, surnameTokens } from './surname-forms.ts';

export interface Surname {
  id: string;
  hashes: number[];
  /** The full name it is taken from. */
  source: Candidate['info'];
  /** What stands in quotation marks in the full name on the page, folded. */
  nickname: string | undefined;
  index: Candidate['index'];
  /** It is the one name of a ruler, which counts after a title alone. */
  ruler: boolean;
  /** Others have it as a given name: it counts where its bearer speaks alone. */
  given: boolean;
  /** It is the first word of the full name, which others have as well. */
  isFirst: boolean;
  /** Somebody else in the packs bears it: it counts only after the full name, and in a heading above it. */
  shared: boolean;
}

/** Surnames of the persons on the page, by the hash of their last token. */
export function surnamesOf(
  view: View,
  established: ReadonlyMap<string, Candidate | undefined>,
): Map<number, Surname[]> {
  const surnames = new Map<number, Surname[]>();
  for (const id of established.keys()) {
    for (const index of view.indexes) {
      const entity = findEntity(index, id);
      if (entity < 0) continue;
      const seen = new Set<string>();
      const first = established.get(id);
      const onPage = first?.info;
      const nickname = first && nicknameIn(view.blocks[first.block]!, first);
      const infos = Array.from(namesOf(index, entity), (name) => nameInfo(index, name));
      for (const source of onPage ? [onPage, ...infos] : infos) {
        if (source.entityKind !== 'person') break;
        if (source.kind !== 'full' && source.kind !== 'variant') continue;
        const written = source === onPage ? [source.text, spelledSurname(view, first!)] : [source.text];
        const alone = firstWord(view.scratch, source.text, metaOf(index, entity).related);
        const forms = written.flatMap((text) => surnameTokens(view, text));
        if (alone !== undefined && !isGiven(view, [alone], GIVEN_OF_MANY)) forms.push([alone]);
        for (const hashes of forms) {
          const isFirst = hashes[0] === alone;
          const given = isCaseless(source.text, 0) && (isFirst || isGiven(view, hashes));
          const key = hashes.join();
          if (seen.has(key)) continue;
          seen.add(key);
          const list = surnames.get(hashes[0]!) ?? [];
          if (list.length === 0) surnames.set(hashes[0]!, list);
          const ruler = isOneName(source.text);
          const shared = given || isFirst || isShared(view, id, hashes);
          list.push({ id, hashes, source, nickname, index, ruler, given, isFirst, shared });
        }
      }
      break;
    }
  }
  return surnames;
}

/** Names that begin with one word, from which it is a given name, and from which it stands for nobody: Muhammad. */
const GIVEN = 3;
const GIVEN_OF_MANY = 15;

/** Without capitals a last name with which other names of the packs begin is mostly somebody's given name: صدام حسين. */
function isGiven({ indexes }: View, hashes: readonly number[], least = GIVEN): boolean {
  return indexes.some((index) => {
    const token = findToken(index, hashes[hashes.length - 1]!, () => '');
    return token >= 0 && index.first[token + 1]! - index.first[token]! >= least;
  });
}

/** More names with one token: certainly borne by several. */
const MOST_BEARERS = 200;

function isShared({ indexes }: View, id: string, hashes: number[]): boolean {
  const last = hashes[hashes.length - 1]!;
  return indexes.some((index) => {
    const token = findToken(index, last, () => '');
    if (token < 0) return false;
    const names = namesWith(index, token, MOST_BEARERS);
    if (names.length === 0) return true;
    const own = findEntity(index, id);
    return names.some(
      (name) => entityOf(index, name) !== own && isPerson(index, name) && lastToken(index, name) === token,
    );
  });
}

/** The name as the page spells it, where that is a variant. */
function spelledSurname({ blocks }: View, { block, start, end, cost }: Candidate): string {
  return cost !== undefined ? blocks[block]!.text.slice(start, end) : '';
}
