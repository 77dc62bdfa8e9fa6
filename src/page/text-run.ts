import { noteSign } from '../dataset/html-rules.ts';
import type { Block, Piece } from './blocks.ts';
import { breaksLine, isRaised } from './elements.ts';

/** A block this long is divided: at blank lines, or else at line feeds, ends of sentences or spaces. Only plain-text documents and logs have such. */
const longBlock = 20_000;

/** UTF-16 code units at the end of a run that are looked at when it goes on. */
const tailLength = 32;

/** Anything that may be part of a word; where in doubt, yes: it only decides whether a style is asked. Classes of Unicode take 1 ms to compile. */
const wordCharacter = /[0-9A-Za-z\u00aa-\u1fff\u2c00-\u2fff\u3004-\uffff]/;
const sentenceEnd = /[.!?…:;»”"')\]]\s*$/;
export function isWordStart(data: string): boolean {
  return wordCharacter.test(data[0] ?? '');
}

/** The run of text that is being read, until a block ends it. */
export interface TextRun {
  text: string;
  pieces: Piece[];
  heading: boolean;
  /** UTF-16 code units, and the last of them: asking `text` for either copies it each time it has grown. */
  length: number;
  tail: string;
  /** A line was broken, and nothing but spaces came since. */
  broken: boolean;
  /** A note sign was passed over since the last text. */
  noted: boolean;
  /** Boundaries of elements since the last text, whose style is asked only where it decides; of elements that are blocks as often as not. */
  crossed: Element[];
  unsure: Element[];
}

export function createRun(): TextRun {
  return {
    text: '',
    pieces: [],
    heading: false,
    length: 0,
    tail: '',
    broken: false,
    noted: false,
    crossed: [],
    unsure: [],
  };
}

/** Adds what stands in no text node: a line feed, a gap. */
export function separate(run: TextRun, sign: string): void {
  run.text += sign;
  run.length++;
  run.tail = (run.tail + sign).slice(-tailLength);
}

export function append(run: TextRun, node: Text, data: string): void {
  run.pieces.push({ node, from: 0, start: run.length, length: data.length });
  run.text += data;
  run.length += data.length;
  run.tail = data.length < tailLength ? (run.tail + data).slice(-tailLength) : data.slice(-tailLength);
}

/**
 * Line feeds at the ends of a text are spaces, as the page shows them: those of the source beside a `<br>` are no blank line. Inside it they
 * may be meant (`white-space: pre-line`), and a single one is a space to who looks for names.
 */
export function withoutOuterFeeds(data: string): string {
  if (data.charCodeAt(0) > 32 && data.charCodeAt(data.length - 1) > 32) return data;
  if (!data.includes('\n')) return data;
  const end = data.trimEnd().length;
  const start = data.length - data.trimStart().length;
  if (start >= end) return ' '.repeat(data.length);
  return ' '.repeat(start) + data.slice(start, end) + ' '.repeat(data.length - end);
}

/** Whether a text that follows a run is the sign of a note to it: raised, and not the power of a number. */
export function isNote(run: TextRun, node: Text): boolean {
  if (!run.crossed.length || !noteSign.test(node.data) || /\d$/.test(run.tail)) return false;
  return isRaised(node.parentElement);
}

/** Whether the page shows the run and the text that follows it apart from each other. */
export function isApart(run: TextRun, node: Text, data: string): boolean {
  if (run.unsure.length) return sentenceEnd.test(run.tail) || run.unsure.some(breaksLine);
  if (!run.crossed.length || !mayGoOn(run.tail, data)) return false;
  const breaking = run.crossed.filter(breaksLine);
  if (!breaking.length) return false;
  const last = run.pieces.at(-1)!.node;
  const distance = breaking.every(isPlaced) ? distanceOf(last, node) : undefined;
  if (distance === undefined) return true;
  if (distance > 0 && !/\s$/.test(run.tail) && !/^\s/.test(data)) separate(run, ' ');
  return false;
}

/** Whether the style decides if two words touch, or are one name: both begin with a capital, or have none. */
function mayGoOn(tail: string, data: string): boolean {
  const before = tail.trimEnd();
  const after = data.trimStart();
  if (!wordCharacter.test(before.at(-1) ?? '') || !wordCharacter.test(after[0] ?? '')) return false;
  if (before.length === tail.length && after.length === data.length) return true;
  let start = before.length - 1;
  while (start > 0 && before.charCodeAt(start - 1) > 32) start--;
  return isNoLower(before[start]!) && isNoLower(after[0]!);
}

function isNoLower(char: string): boolean {
  return char === char.toUpperCase();
}

function isPlaced(element: Element): boolean {
  return getComputedStyle(element).position === 'absolute';
}

/**
 * Words that a page sets down one by one (the text layer of a PDF) are a line where they look like one.
 *
 * @returns 0 when the second text touches the first, 1 when it stands a space or a line further, undefined when it stands elsewhere
 */
function distanceOf(first: Text, second: Text): 0 | 1 | undefined {
  const [a, b] = [rectOf(first, -1), rectOf(second, 0)];
  if (!a || !b) return undefined;
  const height = Math.max(a.height, b.height);
  if (Math.abs(a.top - b.top) < height / 2) {
    const gap = Math.min(Math.abs(b.left - a.right), Math.abs(a.left - b.right));
    return gap > height ? undefined : gap > height / 10 ? 1 : 0;
  }
  return b.top > a.top && b.top - a.top < height * 2 && b.left < a.right ? 1 : undefined;
}

function rectOf(node: Text, at: number): DOMRect | undefined {
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].at(at);
}

/** A long block as several, so that words that must stand near a name do, and none grows without end. */
export function divided(block: Block): Block[] {
  if (block.text.length < longBlock) return [block];
  const parts: Block[] = [];
  let start = 0;
  let first = 0;
  for (const end of cuts(block.text)) {
    const pieces: Piece[] = [];
    for (let i = first; i < block.pieces.length; i++) {
      const piece = block.pieces[i]!;
      if (piece.start >= end) break;
      first = i;
      const from = Math.max(piece.start, start);
      const to = Math.min(piece.start + piece.length, end);
      if (from < to) {
        pieces.push({
          node: piece.node,
          from: piece.from + from - piece.start,
          start: from - start,
          length: to - from,
        });
      }
    }
    if (pieces.length) parts.push({ ...block, text: block.text.slice(start, end), pieces });
    start = end;
  }
  return parts;
}

/** Where the parts of a long text end. */
function* cuts(text: string): Generator<number> {
  const blankLine = /\n\s*\n/g;
  let start = 0;
  for (let end = 0; end < text.length; ) {
    const cut = blankLine.exec(text);
    end = cut ? cut.index + cut[0].length : text.length;
    while (end - start > longBlock) {
      start = cutBefore(text, start, start + longBlock);
      yield start;
    }
    if (end > start) yield end;
    start = end;
  }
}

/** The best place to cut in the second half of what stands between `start` and `end`. */
function cutBefore(text: string, start: number, end: number): number {
  const half = text.slice(start + longBlock / 2, end);
  const at = Math.max(half.lastIndexOf('\n'), half.lastIndexOf('. ')) + 1 || half.lastIndexOf(' ') + 1;
  return at ? end - half.length + at : end;
}
