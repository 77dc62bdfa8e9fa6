import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as libraries from '../src/import/libraries.ts';

/** Loaded by whoever reads imports when a file asks for it: spreadsheets, markup, BibTeX. */
export default defineUnlistedScript(() => {
  (globalThis as { sidelightLibraries?: typeof libraries }).sidelightLibraries = libraries;
});
