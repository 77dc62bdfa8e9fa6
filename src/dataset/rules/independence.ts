import { hostOf } from '../addresses.ts';
import type { Citation, Source } from '../schema.ts';
import { fold } from '../text.ts';

/**
 * How many independent originals stand behind a statement: citations that support it directly, without Wikipedia (which reports what
 * others published), where two sources with one publisher or one origin count once.
 */
export function independentSources(
  citations: readonly Citation[],
  sources: ReadonlyMap<string, { source: Source }>,
): number {
  const originals: Source[] = [];
  for (const { source: id, supports } of citations) {
    const source = sources.get(id)?.source;
    if (source && supports === 'direct' && !isWikipedia(source) && !originals.some((other) => dependent(source, other)))
      originals.push(source);
  }
  return originals.length;
}

function dependent(a: Source, b: Source): boolean {
  const [publisherA, publisherB, originA, originB] = [a.publisher, b.publisher, a.origin ?? a.id, b.origin ?? b.id].map(
    fold,
  );
  return (
    publisherA === publisherB ||
    originA === originB ||
    (a.origin !== undefined && originA === publisherB) ||
    (b.origin !== undefined && originB === publisherA)
  );
}

function isWikipedia({ URL: address }: Source): boolean {
  return /(?:^|\.)wikipedia\.org$/u.test(hostOf(address) ?? '');
}
