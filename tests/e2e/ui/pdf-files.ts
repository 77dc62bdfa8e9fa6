/** Small PDF files, made by hand. */

/** Objects with their cross-reference table, as PDF 1.4. `trailer`: further entries of the trailer. */
function file(objects: readonly string[], trailer = ''): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A page for each content stream, with Helvetica as F1. */
function pages(contents: readonly string[], trailer?: string): string {
  const kids = contents.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  return file(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...contents.flatMap((content, at) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
        stream(content),
      ]),
    ],
    trailer,
  );
}

/** Lines of text on pages, 14 units apart; an empty line leaves a gap. ASCII without brackets. */
export const textPdf = (lines: readonly (readonly string[])[], trailer?: string): string =>
  pages(
    lines.map((page) => `BT /F1 12 Tf 14 TL 72 770 Td\n${page.map((line) => `(${line}) Tj T*`).join('\n')}\nET`),
    trailer,
  );

/** A page on which something is drawn and nothing is written, as a scanner leaves it. */
export const drawnPdf = (): string => pages(['72 72 400 600 re f']);

/** Encrypted for a password that nobody knows: its check fits none. */
export const lockedPdf = (): string =>
  textPdf(
    [['Secret.']],
    `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
  );
