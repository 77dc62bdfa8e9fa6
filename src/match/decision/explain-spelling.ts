/** The rule that joined two spellings, in words a reader understands. */
import { foldText } from '../../text/fold.ts';

const SCRIPTS: [RegExp, string][] = [
  [/[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/, 'Arabic or Persian script'],
  [/[\u0400-\u052f]/, 'Cyrillic script'],
  [/[\u0370-\u03ff\u1f00-\u1fff]/, 'Greek script'],
  [/[\u0590-\u05ff]/, 'Hebrew script'],
  [/[a-zA-Z\u00c0-\u024f]/, 'Latin script'],
];

function scriptOf(text: string): string {
  return SCRIPTS.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}

/** "spelling of Javaid Rehman: i = ai, a = e", or the script in which it is written. */
export function explainSpelling(written: string, name: string): string {
  const script = scriptOf(written);
  if (script !== scriptOf(name)) return `${name}, in ${script}`;
  const pairs = furtherWords(written, name) ?? differences(foldText(written), foldText(name));
  return pairs.length ? `${name}: ${pairs.slice(0, 4).join(', ')}` : name;
}

/** "Emmerich = –": the words that only the page has, where they are all that differs. */
function furtherWords(written: string, name: string): string[] | undefined {
  const own = name.split(/\s+/).map(foldText);
  const further = written.split(/\s+/).filter((word) => !own.includes(foldText(word)));
  return written.split(/\s+/).length - further.length === own.length ? further.map((word) => `${word} = –`) : undefined;
}

/** Letters that differ, longest common subsequence first. */
function differences(a: string, b: string): string[] {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const pairs: string[] = [];
  let left = '';
  let right = '';
  const flush = (next: string) => {
    // A letter that one of the two lacks is shown with its neighbour: "i = ai".
    if (left === '' && right === '') return;
    const beside = left === '' || right === '' ? next : '';
    pairs.push(`${left + beside || '–'} = ${right + beside || '–'}`);
    left = '';
    right = '';
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush(a[i]!);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      left += a[i++];
    } else {
      right += b[j++];
    }
  }
  flush('');
  return [...new Set(pairs)];
}
