import { hostOf } from '../addresses.ts';
import { type KnownNames, knownNames } from '../carried/names.ts';
import { wordsOf } from '../carried/words.ts';
import type { Library } from '../library.ts';
import type { Citation, Source } from '../schema.ts';
import { plainForm } from '../text.ts';

/**
 * How many independent originals stand behind a statement: citations that support it directly, without Wikipedia (which reports what
 * others published) and copies of it, where two sources with one publisher or one origin, or of which one repeats the other, count once.
 * A publisher is the same under each of its names that the library has.
 */
export function independentSources(citations: readonly Citation[], library: Library): number {
  const known = knownNames(library);
  const originals: Source[] = [];
  for (const { source: id, supports } of citations) {
    const source = library.sources.get(id)?.source;
    const counts = source && supports === 'direct' && !isWikipedia(source, known);
    if (counts && !originals.some((other) => dependent(source, other, known))) originals.push(source);
  }
  return originals.length;
}

function dependent(a: Source, b: Source, known: KnownNames): boolean {
  if ((a.origin ?? a.id) === (b.origin ?? b.id)) return true;
  return voicesOf(a, known).some((one) =>
    voicesOf(b, known).some((other) => one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `)),
  );
}

/**
 * Everybody who may be speaking in a source: "Daily Mail (Reuters)" is the paper and the agency, "The Guardian, 31 October 2018" as an
 * origin is the paper, and "BBC News" begins as "BBC" does. Each by the name of its entity where there is one: AP is Associated Press.
 */
function voicesOf({ id, publisher, origin }: Source, { byName }: KnownNames): string[] {
  const names = [
    ...publisher.split(/[(),/;]| on /u),
    ...(origin === undefined ? [id] : [origin, origin.split(',')[0]!]),
  ];
  return names
    .map((name) => {
      const entities = byName.get(wordsOf(name).join(' ')) ?? [];
      return plainForm(entities.length === 1 ? entities[0]!.name : name).replace(/^the /u, '');
    })
    .filter((name) => name !== '');
}

function isWikipedia(source: Source, known: KnownNames): boolean {
  return /(?:^|\.)wikipedia\.org$/u.test(hostOf(source.URL) ?? '') || voicesOf(source, known).includes('wikipedia');
}
