export interface Block {
  text: string;
  /** UTF-16 offset of `text` in the whole. */
  start: number;
}

/** No line of hard-wrapped text (mail, man pages, Project Gutenberg) is longer than this, in UTF-16 units. */
const longestWrappedLine = 100;

/**
 * Cuts plain text into paragraphs. Blank lines always end one; a single line break does so unless the text is
 * hard-wrapped, where it stands for a space and a name may run across it.
 */
export function splitBlocks(text: string): Block[] {
  const wrapped = text.split('\n').every((line) => line.length <= longestWrappedLine);
  const end = wrapped ? /\r?\n[^\S\n]*\n\s*/g : /\r?\n\s*/g;
  const blocks: Block[] = [];
  let start = 0;
  const add = (stop: number) => {
    if (stop > start) blocks.push({ text: text.slice(start, stop), start });
  };
  for (const gap of text.matchAll(end)) {
    add(gap.index);
    start = gap.index + gap[0].length;
  }
  add(text.length);
  return blocks;
}
