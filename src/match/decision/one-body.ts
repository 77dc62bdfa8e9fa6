/** Bodies that two sources tell of under two ids: "M23" is no name of two. */
import { foldText } from '../../text/fold.ts';
import { namesOf } from '../name-index/places.ts';
import { type MatchIndex, metaOf, nameInfo } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';

type Sense = Pick<Candidate, 'index' | 'info'>;

/** Whether two entities of open data are of one country and have a name of several words in common. */
export function isOneBody(a: Sense, b: Sense): boolean {
  if (a.info.entityKind !== 'organisation' || b.info.entityKind !== 'organisation') return false;
  const [one, other] = [metaOf(a.index, a.info.entity), metaOf(b.index, b.info.entity)];
  if (!one.related?.some((id) => other.related?.includes(id))) return false;
  const names = wholeNames(a.index, a.info.entity);
  return wholeNames(b.index, b.info.entity).some((name) => names.includes(name));
}

function wholeNames(index: MatchIndex, entity: number): string[] {
  return Array.from(namesOf(index, entity), (name) => nameInfo(index, name))
    .filter(({ kind, text }) => kind === 'full' && /\p{L}\P{L}+\p{L}/u.test(text))
    .map(({ text }) => foldText(text));
}
