/** Reads the text of a PDF file. Loaded only by the reader page, and only when a file asks for it. */
import {
  GlobalWorkerOptions,
  getDocument,
  PasswordException,
  type PDFDocumentLoadingTask,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startThread } from '../../browser/trusted-types.ts';
import { type Piece, paragraphsOf } from './pdf-text.ts';

/** Why a file cannot be read; each has its text under `reader.pdf.<why>`. */
export type PdfProblem = 'locked' | 'scanned' | 'damaged';

export class PdfError extends Error {
  readonly why: PdfProblem;
  constructor(why: PdfProblem, cause?: unknown) {
    super(`The PDF file is ${why}.`, { cause });
    this.why = why;
  }
}

export interface Pdf {
  /** As the file names itself; empty when it does not. */
  title: string;
  /** BCP 47, where the file says it. */
  lang?: string;
  /** The paragraphs of each page. */
  pages: string[][];
  /** Pages that the file has: more than were read where it is very long. */
  count: number;
}

/** Longer files are books; the reader page would be too heavy to scroll. */
const mostPages = 500;

/**
 * @param progress hears of each page that was read
 * @throws {PdfError}
 */
export async function readPdf(
  data: Uint8Array<ArrayBuffer>,
  progress: (page: number, count: number) => void,
): Promise<Pdf> {
  const thread = startThread('/pdf-worker.js');
  GlobalWorkerOptions.workerPort = thread;
  // Nothing is drawn, so nothing is needed but the file: no fonts, no decoders, no tables from elsewhere.
  const task = getDocument({
    data,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: true,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  // The library hears nothing of a thread that fails, and would wait for it for ever.
  const failure = new Promise<never>((_, fail) => {
    thread.onerror = ({ message }) => fail(new Error(message));
  });
  try {
    return await Promise.race([pagesOf(task, progress), failure]);
  } catch (error) {
    if (error instanceof PdfError) throw error;
    throw new PdfError(error instanceof PasswordException ? 'locked' : 'damaged', error);
  } finally {
    await Promise.race([task.destroy(), failure.catch(() => undefined)]);
    thread.terminate();
  }
}

async function pagesOf(task: PDFDocumentLoadingTask, progress: (page: number, count: number) => void): Promise<Pdf> {
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: string; Language?: string };
  const pages: string[][] = [];
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(paragraphsOf(items.filter((item): item is typeof item & Piece => 'str' in item)));
    page.cleanup();
    progress(number, document.numPages);
  }
  if (pages.every((paragraphs) => paragraphs.length === 0)) throw new PdfError('scanned');
  return { title: Title?.trim() ?? '', ...(Language && { lang: Language }), pages, count: document.numPages };
}
