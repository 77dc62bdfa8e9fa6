/** Draws what the browser has laid out: grounds, upper borders and each line of text, by the places that it says they have. */

/** Pixels of the picture for a CSS pixel: what a telephone shows. */
const sharpness = 2;
/** Pixels: the longest side of a canvas that every browser makes. */
const longest = 16_000;

interface Line {
  words: string;
  left: number;
  top: number;
  height: number;
}

/** The lines that a text stands in. Letter by letter, since an address is broken within. */
function linesOf(text: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  for (const { index, segment } of new Intl.Segmenter().segment(text.data)) {
    range.setStart(text, index);
    range.setEnd(text, index + segment.length);
    const box = [...range.getClientRects()].find(({ width }) => width > 0);
    const line = lines.at(-1);
    // What has no width in the layout (white space that was collapsed) is not drawn; marks that join letters are.
    if (!box) {
      if (line && segment.trim()) line.words += segment;
    } else if (line && Math.abs(line.top - box.top) < box.height / 2) {
      line.words += /\s/.test(segment) ? ' ' : segment;
      line.left = Math.min(line.left, box.left);
    } else lines.push({ words: segment, left: box.left, top: box.top, height: box.height });
  }
  return lines;
}

function drawText(brush: CanvasRenderingContext2D, text: Text): void {
  const { fontStyle, fontWeight, fontSize, fontFamily, color, direction } = getComputedStyle(text.parentElement!);
  brush.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  brush.fillStyle = color;
  brush.direction = direction === 'rtl' ? 'rtl' : 'ltr';
  brush.textAlign = 'left';
  for (const { words, left, top, height } of linesOf(text)) {
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = brush.measureText(words);
    brush.fillText(words, left, top + (height - above - below) / 2 + above);
  }
}

function drawBox(brush: CanvasRenderingContext2D, element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { backgroundColor, borderTopWidth, borderTopColor } = getComputedStyle(element);
  brush.fillStyle = backgroundColor;
  brush.fillRect(left, top, width, height);
  brush.fillStyle = borderTopColor;
  brush.fillRect(left, top, width, Number.parseFloat(borderTopWidth));
}

/** `root` and all in it, as a PNG file. Rejects where the browser makes none. */
export async function pictureOf(root: HTMLElement): Promise<Blob> {
  const { left, top, width, height } = root.getBoundingClientRect();
  const scale = Math.min(sharpness, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('expected a canvas to draw on');
  brush.scale(scale, scale);
  brush.translate(-left, -top);
  for (const element of [root, ...root.querySelectorAll('*')]) drawBox(brush, element);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) drawText(brush, texts.currentNode as Text);
  return new Promise((done, fail) => {
    canvas.toBlob((file) => (file ? done(file) : fail(new Error('expected a picture'))), 'image/png');
  });
}
