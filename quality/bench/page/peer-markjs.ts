/** mark.js (github.com/julkue/mark.js) as a content script: whole words, across elements, as its documentation advises for names. */
import Mark from 'mark.js';

declare const NAMES: string[];

new Mark(document.body).mark(NAMES, { separateWordSearch: false, accuracy: 'exactly', acrossElements: true });
