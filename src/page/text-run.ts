import { noteSign } from '../dataset/html-rules.ts';
import * as is from '../dataset/natures.ts';
import type { Piece } from './blocks.ts';
import { breaking, lookOf, raised } from './elements.ts';

/** UTF-16 code units at the end of a run that are looked at when it goes on. */
const tailLength = 32;

/** Anything that may be part of a word; where in doubt, yes: it only decides whether a style is asked. Classes of Unicode take 1 ms to compile. */
const wordCharacter = /[0-9A-Za-z\u00aa-\u1fff\u2c00-\u2fff\u3004-\uffff]/;
const sentenceEnd = /[.!?…:;»”"')\]]\s*$/;
export function isWordStart(data: string): boolean {
  return wordCharacter.test(data[0] ?? '');
}

/**
 * How words stand to each other that a page sets down one by one, as in the text layer of a PDF: 0 when the second text touches the first, 1 when it stands
 * a space or a line further, undefined when it stands elsewhere.
 */
export type Distance = (first: Text, second: Text) => 0 | 1 | undefined;

/** The run of text that is being read, until a block ends it. */
export interface TextRun {
  /** Its text. Put together once, when it ends: asking a string that grows for its end copies it each time. */
  parts: string[];
  pieces: Piece[];
  heading: boolean;
  /** UTF-16 code units. */
  length: number;
  /** A line was broken, and nothing but spaces came since. */
  broken: boolean;
  /** A note sign was passed over since the last text. */
  noted: boolean;
  /** Boundaries of elements since the last text, whose style is asked only where it decides; of elements that are blocks as often as not. */
  crossed: Element[];
  unsure: Element[];
  /** What was asked of styles, by element: each is asked when it is entered, when it is left, and for what is in it. */
  looks?: Map<Element, number>;
}

export function createRun(): TextRun {
  return {
    parts: [],
    pieces: [],
    heading: false,
    length: 0,
    broken: false,
    noted: false,
    crossed: [],
    unsure: [],
  };
}

/** Adds what stands in no text node: a line feed, a gap. */
export function separate(run: TextRun, sign: string): void {
  run.parts.push(sign);
  run.length++;
}

export function append(run: TextRun, node: Text, data: string): void {
  run.pieces.push({ node, from: 0, start: run.length, length: data.length });
  run.parts.push(data);
  run.length += data.length;
}

/** The end of the text. */
function tailOf({ parts }: TextRun): string {
  let tail = '';
  for (let i = parts.length; i > 0 && tail.length < tailLength; ) tail = parts[--i] + tail;
  return tail;
}

/**
 * Line feeds at the ends of a text are spaces, as the page shows them: those of the source beside a `<br>` are no blank line. Inside it they
 * may be meant (`white-space: pre-line`), and a single one is a space to who looks for names.
 */
export function withoutOuterFeeds(data: string): string {
  if (data.charCodeAt(0) > 32 && data.charCodeAt(data.length - 1) > 32) return data;
  if (!data.includes('\n')) return data;
  const inner = data.trim();
  return inner.padStart(data.length - data.trimStart().length + inner.length).padEnd(data.length);
}

/**
 * Whether a text is the sign of a note: raised, and not the power of a number. At the beginning of a block the style is not asked: the cells of tables
 * stand at the top of their rows.
 *
 * @param around what all that holds it is, together
 */
export function isNote(run: TextRun, { data, parentElement }: Text, around: number): boolean {
  if (!noteSign.test(data)) return false;
  const isAbove = (around & is.above) !== 0;
  if (!run.length) return isAbove;
  if (!run.crossed.length || /\d$/.test(run.parts.at(-1)!)) return false;
  return isAbove || [parentElement, parentElement?.parentElement].some((each) => each && looks(run, each, raised));
}

/** Whether the style of an element makes it `as` (`lookOf`). */
function looks(run: TextRun, element: Element, as: number): boolean {
  run.looks ??= new Map();
  let look = run.looks.get(element);
  if (look === undefined) {
    look = lookOf(element);
    run.looks.set(element, look);
  }
  return (look & as) !== 0;
}

/** Whether an element that is a block as often as not has ended the run. */
export function isParted(run: TextRun): boolean {
  return (
    run.unsure.length > 0 &&
    (sentenceEnd.test(tailOf(run)) || run.unsure.some((element) => looks(run, element, breaking)))
  );
}

/** Whether the page shows the run and the text that follows it apart from each other, by the style of what is seldom a block. */
export function isApart(run: TextRun, node: Text, data: string, distanceOf: Distance): boolean {
  if (run.unsure.length || !run.crossed.length || !mayGoOn(run, data)) return false;
  const parting = run.crossed.filter((element) => looks(run, element, breaking) && !isInitial(element));
  if (!parting.length) return false;
  const distance = parting.every(isPlaced) ? distanceOf(run.pieces.at(-1)!.node, node) : undefined;
  if (distance === undefined) return true;
  if (distance > 0 && !/\s$/.test(tailOf(run)) && !/^\s/.test(data)) separate(run, ' ');
  return false;
}

/** Whether the style decides if two words touch, or are one name: both begin with a capital, or have none. */
function mayGoOn(run: TextRun, data: string): boolean {
  // Nearly always it is the two characters that tell.
  if (isWordStart(run.parts.at(-1)!.at(-1)!) && isWordStart(data)) return true;
  const before = tailOf(run).trimEnd();
  const after = data.trimStart();
  if (!isWordStart(before.at(-1) ?? '') || !isWordStart(after)) return false;
  let start = before.length - 1;
  while (start > 0 && before.charCodeAt(start - 1) > 32) start--;
  return isNoLower(before[start]!) && isNoLower(after[0]!);
}

function isNoLower(char: string): boolean {
  return char === char.toUpperCase();
}

/** A drop capital floats, and still is the first letter of its word. */
function isInitial(element: Element): boolean {
  return getComputedStyle(element).cssFloat !== 'none' && element.textContent.trim().length <= 2;
}

function isPlaced(element: Element): boolean {
  return getComputedStyle(element).position === 'absolute';
}
