import { hostOf } from '../addresses.ts';
import type { Citation, Source } from '../schema.ts';
import { fold } from '../text.ts';

/**
 * How many independent originals stand behind a statement: citations that support it directly, without Wikipedia (which reports what
 * others published), where two sources with one publisher, or of which one repeats the other, count once.
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
  if ((a.origin ?? a.id) === (b.origin ?? b.id)) return true;
  return voicesOf(a).some((one) =>
    voicesOf(b).some((other) => one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `)),
  );
}

/**
 * Everybody who may be speaking in a source, folded: "Daily Mail (Reuters)" is the paper and the agency, "The Guardian, 31 October 2018" as
 * an origin is the paper, and "BBC News" begins as "BBC" does.
 */
function voicesOf({ id, publisher, origin }: Source): string[] {
  const names = [
    ...publisher.split(/[(),/;]| on /u),
    ...(origin === undefined ? [id] : [origin, origin.split(',')[0]!]),
  ];
  return names.map((name) => fold(name).replace(/^the /u, '')).filter((name) => name !== '');
}

function isWikipedia({ URL: address }: Source): boolean {
  return /(?:^|\.)wikipedia\.org$/u.test(hostOf(address) ?? '');
}
