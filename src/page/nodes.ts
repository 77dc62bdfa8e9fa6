/** What the DOM Standard numbers, by names of ours: a browser makes `Node` and `NodeFilter` for our world when they are first named, a build only numbers. */

/** `Node.nodeType` */
export const elementNode = 1;
export const textNode = 3;
export const commentNode = 8;
export const fragmentNode = 11;

/** What a `TreeWalker` is to show: texts. */
export const showText = 4;

/** `Node.compareDocumentPosition` */
export const disconnected = 1;
export const following = 4;
