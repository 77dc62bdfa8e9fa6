/** How much of a page is done at once. Text in UTF-16 code units. */

/** A page beyond these is not read to its end: 150,000 nodes take some 60 ms in slices, 2 million code units are a long book. */
export const caps = { nodes: 150_000, text: 2_000_000 };

/** A page up to this size is decided as a whole at each change, which costs less than a frame in the worker. */
export const shortPage = 20_000;

/** Text in one message: packing it takes the main thread about 1 ms. A page up to this size is decided as a whole. */
export const messageLength = 100_000;

/** A block this long is divided: at blank lines, or else at line feeds, ends of sentences or spaces. Only plain-text documents and logs have such. */
export const longBlock = 20_000;

/** Nodes: a page up to this size is read anew as a whole when it changes, which takes a tenth of what the first reading took. */
export const fewNodes = 5000;

/** Nodes: the first reading of so many may take a slice to its end. */
export const manyNodes = 500;

/** CSS pixels: a smaller frame is a button or a counting pixel, and holds nothing to read. */
export const smallestWidth = 160;
export const smallestHeight = 60;

/** A block this long ends where its line does, if a `<br>` breaks it: what is divided at once need not be divided again. */
export const fullBlock = 18_000;

/** Dates of a kind, and UTF-16 code units of one and of the language, of the title, and of all JSON-LD: beyond these a page gives something else. */
export const mostDates = 30;
export const longestStated = 100;
export const longestTitle = 1000;
export const longestJson = 100_000;
