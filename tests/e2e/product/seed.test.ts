/**
 * The article the project began from, served as a news page with its embedded posts: everything in it that must be known
 * is found, in every form, and nothing else is marked. The article is somebody else's text, so it is read where it
 * lies and is no part of the project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, pageReport, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';

const file = '../shared/seed/article.txt';

/** Every form that is known in the article, and whom or what it denotes. */
const forms: Record<string, string[]> = {
  'ruhollah-khomeini': ['Ruhollah Khomeini', 'Khomeini'],
  'ali-khamenei': ['Ali Khamenei', 'Khamenei'],
  'ebrahim-raisi': ['Ebrahim Raisi', 'Raisi', 'the Butcher of Tehran'],
  'javaid-rehman': ['Javaid Rehman', 'Javid Rahman', 'Professor Rehman', 'Rehman', '@JavaidRehman'],
  'maryam-rajavi': ['@Maryam_Rajavi'],
  'leila-sadat': ['@leilasadat1'],
  'chile-eboe-osuji': ['@EboeOsuji', '@chileeboe'],
  'mark-ellis': ['@MarkEllisIBA'],
  'james-joseph': ['James Joseph', '@James_JosephTDL'],
  pmoi: ['People’s Mojahedin Organization of Iran', 'PMOI', 'MEK'],
  ncri: ['Iranian Resistance'],
  jvmi: ['Justice for the Victims of 1988 Massacre in Iran', '@jvmifoundation'],
  jurist: ['@JURISTnews'],
  'united-nations': ['UN'],
  'islamic-republic-of-iran': ['Iran', 'Iranian regime', 'Islamic Republic', 'Tehran', '🇮🇷'],
  'executions-1988': ['1988 massacre', 'massacre during the summer of 1988', '1988 Iran prison massacre'],
  'executions-1980s': ['executions of the 1980s'],
  'executions-1981-82': ['1981 and 1982'],
  'paris-conference-2024': ['Paris conference on accountability'],
  'joint-statement-2024': ['Joint statement by 45 UN experts'],
  'election-2017': ['candidate for the presidency'],
  'election-2021': ['president in 2021'],
  'khomeini-decree-1988': ['fatwa issued by Khomeini'],
  'rehman-report-2024': ['historical report', 'UN report'],
  'special-rapporteur-iran': ['UN Special Rapporteur', 'UN Special Rapporteur on Iran'],
  'death-commissions': ['Death Commissions'],
  monafeqin: ['Monafeqin', 'hypocrites'],
  fatwa: ['fatwa'],
  'crimes-against-humanity': ['crimes against humanity'],
  genocide: ['genocidal'],
  impunity: ['impunity'],
  'nobel-laureate': ['Nobel laureates'],
};

/** Numbers that belong to a dispute. */
const figures = [
  ['thousands', 'executions-1981-82'],
  ['Over 30,000 political prisoners', 'executions-1988'],
];

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Paragraphs, and the posts between them: a line that begins with a dash and names an account ends a post of short lines. */
function pageOf(article: string): string {
  const body: string[] = [];
  let post: string[] = [];
  for (const line of article.split('\n').filter((each) => each.trim())) {
    const paragraph = `<p>${escaped(line)}</p>`;
    if (/^— .*\(@\w+\)/.test(line)) {
      body.push(`<blockquote class="twitter-tweet">${[...post, paragraph].join('')}</blockquote>`);
      post = [];
    } else if (line.length < 300 && body.length > 0) post.push(paragraph);
    else {
      body.push(...post, paragraph);
      post = [];
    }
  }
  return `<!doctype html><html lang="en"><title>Article</title><article>${[...body, ...post].join('\n')}</article>`;
}

test('no form is missed anywhere in the article', ({ skip }) => {
  if (!existsSync(file)) skip(`the article is not there (${file})`);
  const { stdout } = spawnSync(process.execPath, ['cli/annotate/main.ts', file, '--format', 'json'], {
    encoding: 'utf8',
  });
  const { text, mentions } = JSON.parse(stdout) as { text: string; mentions: { start: number; end: number }[] };
  const missed = Object.values(forms)
    .flat()
    .flatMap((form) => [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'gu'))])
    .filter(({ 0: form, index }) => !mentions.some(({ start, end }) => start <= index && end >= index + form.length));
  expect(missed.map(({ 0: form, index }) => `${form} at ${index}`)).toEqual([]);
});

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  let control: Page;

  beforeAll(async () => {
    if (!existsSync(file)) return;
    site = await serve({ '/article.html': pageOf(readFileSync(file, 'utf8')) });
    session = await sharedBrowser(name);
    control = await session.control();
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  test('every form in the article is found, as what it is, and nothing else is marked', async ({ skip }) => {
    if (!existsSync(file)) skip(`the article is not there (${file}): the sample article is tested in promises.test.ts`);
    const url = `${site.origin}/article.html`;
    await session.open(url);
    const { mentions } = await pageReport(control, url);

    const numbers = mentions.filter(({ why }) => why.rule === 'figure');
    expect(numbers.map(({ text, entity }) => [text, entity])).toEqual(figures);

    const found = mentions.filter(({ why }) => why.rule !== 'figure').map(({ text, entity }) => `${entity}: ${text}`);
    const expected = Object.entries(forms).flatMap(([entity, texts]) => texts.map((text) => `${entity}: ${text}`));
    expect([...new Set(found)].sort()).toEqual(expected.sort());
  });
});
