/** A file that the reader brings, as an article: text, HTML or PDF. */
import type { TextKey, Translate } from '../../locale/texts.ts';
import type { Language } from '../../settings/types.ts';
import { type Article, fromHtml, fromText, looksLikeHtml } from '../article.ts';
import { size } from '../packs/size.ts';
import type { Pdf, PdfError } from './pdf.ts';

/** Bytes. Larger files are no articles; reading them would only make the reader wait. A PDF holds pictures, which are not read. */
const largest = { text: 20_000_000, pdf: 100_000_000 };

interface Words {
  t: Translate;
  language: Language;
}

/** Why there is no article, in words for the reader. */
export class Refused extends Error {}

/** Text that was pasted, dropped or read from a file. */
export const fromAny = (text: string): Article => (looksLikeHtml(text) ? fromHtml(text) : fromText(text));

/**
 * @param say tells how far it is
 * @throws {Refused}
 */
export async function openFile(file: File, { t, language }: Words, say: (progress: string) => void): Promise<Article> {
  const { name, type } = file;
  const refuse = (key: TextKey, values = {}) => new Refused(t(key, { name, ...values }));
  const isPdf = type === 'application/pdf' || /\.pdf$/i.test(name);
  const most = largest[isPdf ? 'pdf' : 'text'];
  if (file.size > most) throw refuse('reader.tooLarge', { size: size(most, language) });
  if (!isPdf) {
    const isText = /^text\/|\/xhtml\+xml$/.test(type) || /\.(?:txt|html?|xhtml|md)$/i.test(name);
    if (!isText) throw refuse('reader.notText');
    return fromAny(await file.text());
  }
  const { readPdf } = await import('./pdf.ts');
  try {
    const data = new Uint8Array(await file.arrayBuffer());
    const pdf = await readPdf(data, (page, total) => say(t('reader.pdf.reading', { page, total })));
    return fromPdf(pdf, name, t);
  } catch (error) {
    throw refuse(`reader.pdf.${(error as PdfError).why ?? 'damaged'}`);
  }
}

function fromPdf({ title, lang, pages, count }: Pdf, name: string, t: Translate): Article {
  const element = (tag: string, text: string, className = '') => {
    const made = document.createElement(tag);
    made.textContent = text;
    made.dir = 'auto';
    made.className = className;
    return made;
  };
  const nodes = pages.flatMap((paragraphs, at) => [
    element('p', t('reader.pdf.page', { page: at + 1 }), 'quiet page'),
    ...paragraphs.map((text) => element('p', text)),
  ]);
  if (pages.length < count)
    nodes.unshift(element('p', t('reader.pdf.cut', { page: pages.length, total: count }), 'quiet'));
  return { title: title || name, ...(lang && { lang }), nodes };
}
