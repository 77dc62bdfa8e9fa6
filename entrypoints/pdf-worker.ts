import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** The thread in which the reader page has PDF files read. The library listens by itself as soon as it is there. */
export default defineUnlistedScript(() => undefined);
