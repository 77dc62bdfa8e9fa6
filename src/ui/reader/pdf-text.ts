/** From the pieces of text of a page of a PDF, which knows no paragraphs, to paragraphs. */

/** A run of text as the file sets it. Lengths are in units of the page. */
export interface Piece {
  str: string;
  /** Of the text's own space: the last two are where it begins, from the lower left of the page. */
  transform: readonly number[];
  height: number;
  hasEOL: boolean;
}

interface Line {
  text: string;
  x: number;
  y: number;
  height: number;
}

/** Share of the height by which a piece that is on the same line may stand above or below. */
const sameLine = 0.5;
/** A gap so many times the usual one between lines begins a paragraph. */
const widerGap = 1.35;
/** Gaps between lines that it takes to say which is usual, and the usual one of books in heights of a letter. */
const fewest = 4;
const bookGap = 1.25;
/** A line so much taller or lower than the one before is a heading, or follows one. */
const otherSize = 1.15;
/** A line that begins so many heights further in, after a full stop, begins a paragraph. */
const indent = 0.8;

const ended = /[.!?:»”"؟…][)\]]?\s*$/u;

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let broken = true;
  for (const { str, transform, height, hasEOL } of pieces) {
    const [x = 0, y = 0] = transform.slice(4);
    const last = lines.at(-1);
    const moved = last !== undefined && str.trim() !== '' && Math.abs(y - last.y) > last.height * sameLine;
    if (str.trim() === '' && (broken || moved)) {
      broken ||= hasEOL;
      continue;
    }
    if (broken || moved || !last) lines.push({ text: str, x, y, height: height || 1 });
    else {
      last.text += str;
      last.height = Math.max(last.height, height);
    }
    broken = hasEOL;
  }
  return lines;
}

/** The gap between two lines that is met most often on the page; where there are too few to tell, that of most books. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .map(({ y }, at) => (lines[at - 1]?.y ?? y) - y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  if (gaps.length < fewest) return (lines[0]?.height ?? 1) * bookGap;
  return gaps[Math.floor(gaps.length / 2)]!;
}

function beginsParagraph(line: Line, before: Line, gap: number): boolean {
  const step = before.y - line.y;
  const size = line.height / before.height;
  if (size > otherSize || size < 1 / otherSize) return true;
  // The next column, or the next line of a table: a sentence may go on in it.
  if (step <= 0) return ended.test(before.text);
  return step > gap * widerGap || (ended.test(before.text) && line.x - before.x > line.height * indent);
}

/** Paragraphs in the order of the file, with words that were divided at the end of a line joined again. */
export function paragraphsOf(pieces: readonly Piece[]): string[] {
  const lines = linesOf(pieces);
  const gap = usualGap(lines);
  const paragraphs: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const last = paragraphs.at(-1);
    if (!before || last === undefined || beginsParagraph(line, before, gap)) paragraphs.push(line.text);
    else if (/\p{Ll}[-\u00ad]\s*$/u.test(last) && /^\p{Ll}/u.test(line.text))
      paragraphs.push(paragraphs.pop()!.replace(/[-\u00ad]\s*$/u, '') + line.text);
    else paragraphs.push(`${paragraphs.pop()!.trimEnd()} ${line.text}`);
  }
  return paragraphs.map((text) => text.trim()).filter((text) => text !== '');
}
