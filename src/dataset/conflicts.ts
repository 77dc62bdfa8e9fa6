import type { Library, LoadedPack } from './library.ts';
import { type Problem, show } from './problem.ts';
import { fold } from './text.ts';

/**
 * What a pack that comes in takes from those that are there: their ids, and names that only look like theirs. `taken-pack` forbids
 * the import; the others are shown before it, since records that are there keep their ids whatever comes.
 */
export function conflicts(pack: LoadedPack, library: Library): Problem[] {
  const names = new Map<string, { id: string; text: string }>();
  for (const { entity } of library.entities.values())
    for (const text of [entity.name, ...(entity.names ?? []).map((name) => name.text)])
      names.set(lookOf(text), { id: entity.id, text });
  return [
    ...library.packs
      .filter(({ id }) => id === pack.id)
      .map(({ title }) => ({
        rule: 'taken-pack',
        path: 'id',
        expected: 'a pack id that no other pack has',
        found: `${show(pack.id)}, the id of ${show(title)}`,
        todo: 'give the pack another id, or remove the other pack first',
      })),
    ...pack.entities.flatMap((entity) => [
      ...(library.entities.has(entity.id)
        ? [
            {
              rule: 'taken-id',
              path: `entities/${entity.id}`,
              expected: 'an id that no other pack has',
              found: `an entity of ${library.entities.get(entity.id)!.pack.id}, which will be shown instead`,
              todo: 'leave it out, or give it an id of its own',
            },
          ]
        : []),
      ...[entity.name, ...(entity.names ?? []).map((name) => name.text)].flatMap((text) => {
        const like = names.get(lookOf(text));
        return like === undefined || fold(like.text) === fold(text)
          ? []
          : [
              {
                rule: 'imitation',
                path: `entities/${entity.id}`,
                expected: `a name that cannot be taken for that of ${like.id}`,
                found: `${show(text)}, written with letters of another script that look like ${show(like.text)}`,
                todo: 'write the name in one script',
              },
            ];
      }),
    ]),
  ];
}

/**
 * Letters of other scripts that look like Latin ones, of the Unicode table of confusables (UTS #39): Cyrillic, Greek, and a few that
 * old attacks used. Full-width and mathematical letters are folded by NFKC.
 */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'Ьƅ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еҽ',
  f: 'ϝ',
  g: 'ɡց',
  h: 'һհ',
  i: 'іιıӏ',
  j: 'јϳ',
  k: 'κк',
  l: 'ⅼ',
  m: 'м',
  n: 'пո',
  o: 'оοσօ',
  p: 'рρ',
  q: 'ԛ',
  r: 'гᴦ',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝѡ',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢ',
};

const latin = new Map(
  Object.entries(lookalikes).flatMap(([letter, others]) =>
    [...others].map((other): [string, string] => [other.toLowerCase(), letter]),
  ),
);

/** How a name looks, whatever script its letters are from. */
function lookOf(text: string): string {
  return [...fold(text)].map((char) => latin.get(char) ?? char).join('');
}
