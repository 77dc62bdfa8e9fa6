/** How a name looks, whatever letters it is written in: after the skeletons of UTS #39 (https://www.unicode.org/reports/tr39/). */
import { LOOKS } from './look-alikes.data.ts';

let looks: Map<string, string> | undefined;

/** Read when it is first asked for: only imports and the checks of packs are. */
function read(): Map<string, string> {
  const table = new Map<string, string>();
  const number = (text: string) => Number.parseInt(text, 36);
  for (const group of LOOKS.split(';')) {
    const [look = '', distances = ''] = group.split(':');
    const text = String.fromCodePoint(...look.split('.').map(number));
    let point = 0;
    for (const distance of distances.split(',')) {
      point += number(distance);
      table.set(String.fromCodePoint(point), text);
    }
  }
  return table;
}

/** What adds nothing that can be told apart: marks, and what cannot be seen. */
const unseen = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}'’ʼ]+/gu;

/** The letters and digits as they look, words joined by single spaces. Capitals are kept apart: `I` looks like `l`, `i` does not. */
function skeleton(text: string): string {
  looks ??= read();
  let look = '';
  for (const char of text.normalize('NFKD').replace(unseen, '')) look += looks.get(char) ?? char;
  return look.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A look that all have that may look alike, and some more: to find in a table what `looksLike` then decides. */
export function roughLook(text: string): string {
  return skeleton(skeleton(text).toLowerCase()).replaceAll('i', 'l').toLowerCase();
}

/** Whether a text can be taken for the other, as either is written, in small letters, or in capitals. */
export function looksLike(a: string, b: string): boolean {
  const forms = (text: string) => [
    skeleton(text),
    skeleton(text.toLowerCase()),
    skeleton(text.toUpperCase()),
    // Whatever the case of its letters; but an l may have been an I ("amnesty lnternational"), which an L never was.
    ` ${skeleton(text)
      .split('l')
      .map((part) => skeleton(part.toLowerCase()))
      .join('|')}`,
  ];
  const others = forms(b);
  return forms(a).some((form) => others.includes(form));
}
