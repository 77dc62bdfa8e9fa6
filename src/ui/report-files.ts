/** Reports of what is mentioned on a page or in an article, as files. */

import type { Tab } from '../browser/tabs.ts';
import { engineVersion } from '../browser/version.ts';
import { type CitationFormat, citationFiles, citationFormats } from '../cite/formats.ts';
import { quoted, type Report, reportCsv, reportMarkdown, webAnnotations } from '../cite/report.ts';
import { sayKind } from '../entry-view/dom.ts';
import type { Texts } from '../locale/texts.ts';
import { send, sendToTab } from '../messages/index.ts';
import type { PageReport } from '../messages/protocol.ts';
import type { Article } from './article.ts';

/** The part of a report that whoever read the text knows. */
export type Found = Pick<Report, 'title' | 'url' | 'mentions'>;

const reportFiles = {
  csv: { name: 'CSV', ending: 'csv', type: 'text/csv', write: reportCsv },
  markdown: { name: 'Markdown', ending: 'md', type: 'text/markdown', write: reportMarkdown },
  webannotation: {
    name: 'Web Annotation (JSON-LD)',
    ending: 'jsonld',
    type: 'application/ld+json',
    write: (report: Report) => `${JSON.stringify(webAnnotations(report), null, 2)}\n`,
  },
};

export type ReportFormat = keyof typeof reportFiles;

/** Names of formats are the same in every language. */
export const reportFormats = Object.entries(reportFiles).map(([id, { name }]) => ({ id: id as ReportFormat, name }));
export const sourceFormats = Object.entries(citationFormats).map(([id, name]) => ({ id: id as CitationFormat, name }));

const entitiesOf = ({ mentions }: Found) => [...new Set(mentions.map(({ entity }) => entity))];

/** In the language of the reader: names as they are marked, and why in words. */
export async function reportFile(
  found: Found,
  format: ReportFormat,
  texts: Texts,
): Promise<{ file: Blob; name: string }> {
  const { packs, entities } = await send('report', { entities: entitiesOf(found) });
  const mentions = found.mentions.map((mention) => {
    const { text, why } = mention;
    const reason = sayKind(texts, 'why', why.rule, { name: text, detail: why.detail ?? text });
    return { ...mention, ...entities[mention.entity], reason };
  });
  const { ending, type, write } = reportFiles[format];
  const report = { ...found, mentions, made: { engine: engineVersion(), packs } };
  return { file: new Blob([write(report)], { type }), name: `sidelight-report.${ending}` };
}

/** The sources of everything that was found. */
export async function sourcesFile(found: Found, format: CitationFormat): Promise<{ file: Blob; name: string }> {
  const { ending, type } = citationFiles[format];
  const text = await send('sources', { entities: entitiesOf(found), format });
  return { file: new Blob([text], { type }), name: `sidelight-sources.${ending}` };
}

/** What is marked on the page in a tab, with its positions there. */
export function foundIn({ id }: Tab): Promise<PageReport> {
  return sendToTab(id, 'page/report', { positions: true });
}

const lines = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,blockquote,div';

/** What is mentioned in an article that is shown; positions count in the text of its lines. */
export async function foundInArticle(article: Article, shown: HTMLElement): Promise<Found> {
  const blocks = [...shown.querySelectorAll<HTMLElement>(lines)]
    .filter((element) => !element.querySelector(lines))
    .map((element) => element.innerText);
  const { title, lang, published, url } = article;
  const page = { title, blocks, ...(lang && { lang }), ...(published && { published }) };
  const { mentions, names, kinds } = await send('annotate', { page, known: [] });
  const starts: number[] = [];
  let text = '';
  for (const block of blocks) {
    starts.push(text.length);
    text += `${block}\n`;
  }
  const placed = mentions.map(({ block, start, end, entity, why }) => ({
    start: starts[block]! + start,
    end: starts[block]! + end,
    entity,
    name: names[entity] ?? entity,
    kind: kinds[entity] ?? 'term',
    why,
  }));
  return { title, url, mentions: quoted(text, placed) };
}
