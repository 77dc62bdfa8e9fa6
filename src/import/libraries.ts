/** Libraries of which a reader of tables and lines has no need: they are loaded when a file asks for them. */
export { parse as parseBibtex } from 'bibtex-parse';
export { Parser as MarkupParser } from 'htmlparser2';
export { readXlsx, streamXlsxRows } from 'hucre/xlsx';
export { textOf } from './zip.ts';
