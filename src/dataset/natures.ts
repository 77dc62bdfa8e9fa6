/** What an element is by its name: one of these, or several together. Each for itself, so that a build can put the numbers where they are used. */

/** Always a line of its own: the text before and after belongs to other blocks. */
export const block = 1;
/** Phrasing: never a break unless the style says so. */
export const inline = 2;
/** Neither of them: its style tells. */
export const soft = 0;
/** Leaves a gap that no name reaches across. */
export const replaced = 4;
/** Not read: no prose, or not for reading, or the reader's own writing. */
export const skipped = 8;
/** May have a shadow root (DOM Standard, "valid shadow host name"): asking each of all others costs 5 % of a walk. */
export const host = 16;
export const heading = 32;
/** Line feeds in it are the author's. */
export const raw = 128;
/** Stands above the line by its name. */
export const above = 256;
/** One of HTML's, so its namespace need not be asked: that costs as much as reading its children. */
export const known = 64;
