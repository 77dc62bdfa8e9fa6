/** Names of entities that an entry refers to, found again in its sentences. */
import type { CardData } from '../messages/protocol.ts';

const inWord = /[\p{L}\p{N}]/u;

/**
 * A sentence in pieces: where the name of a linked entity stands in it as whole words, what `link` makes of it. The longest name counts, and each
 * entity once.
 *
 * @param language of the sentence: a name in another is not looked for, but as it was written
 */
export function linkNames<Link>(
  text: string,
  linked: CardData['linked'],
  language: string,
  link: (id: string, name: string) => Link,
): (string | Link)[] {
  const found = Object.entries(linked)
    .map(([id, { name, lang = language, written = '' }]) => ({ id, name: lang === language ? name : written }))
    .map((one) => ({ ...one, at: one.name ? text.indexOf(one.name) : -1 }))
    .filter(({ name, at }) => at >= 0 && !inWord.test(text[at - 1] ?? '') && !inWord.test(text[at + name.length] ?? ''))
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length);
  const pieces: (string | Link)[] = [];
  let end = 0;
  for (const { id, name, at } of found) {
    if (at < end) continue;
    pieces.push(text.slice(end, at), link(id, name));
    end = at + name.length;
  }
  return [...pieces, text.slice(end)];
}
