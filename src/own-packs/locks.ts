/** Web Locks by which those who can read imports agree; the browser frees them when their holder ends, however it ends. */

/** Held by whoever reads: one at a time. */
export const readingLock = 'sidelight.import';

/** Shared by the open pages that read in threads of their own. The background takes it alone, so it reads when they are gone. */
export const pagesLock = 'sidelight.import.pages';
