/** What must hold for every input, in a real browser. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browser-driver/launch.ts';
import { dispute, entity, pack, position, source, statement } from '../../src/dataset/builders.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import { cardData } from '../../src/dataset/link.ts';
import { bundleForPage, serve, startBrowser } from '../../tests/e2e/support/harness.ts';
import { anyAddress, anyEdits, anyMarkup, hostileText } from './inputs.ts';
import type { Target } from './must.ts';
import type * as Parts from './page.ts';

declare const fuzz: typeof Parts;

/** Inputs that go to the page at once. */
const batch = 20;

const anyCard = fc
  .record({
    name: hostileText,
    other: hostileText,
    sentence: hostileText,
    question: hostileText,
    holder: hostileText,
    title: hostileText,
    publisher: hostileText,
    address: fc.oneof(anyAddress, fc.constant(undefined)),
    quote: fc.oneof(hostileText, fc.constant(undefined)),
    low: fc.oneof(fc.double(), fc.constant(undefined)),
    date: fc.constantFrom('2001', '2001-02', '-0500-01-01', '9999-99-99', '0000'),
  })
  .map(({ name, other, sentence, question, holder, title, publisher, address, quote, low, date }) => {
    // The reader of packs lets none of these addresses in; the card has to hold by itself.
    const citations = [
      { source: 'alpha', supports: 'direct' as const, ...(quote && { quotes: [quote], locator: quote }) },
    ];
    const figure = low === undefined || !Number.isFinite(low) ? {} : { low };
    const one = entity('a', {
      name,
      description: other,
      names: [
        { text: other, kind: 'epithet', lang: 'fa' },
        { text: sentence, kind: 'full', lang: 'ar' },
      ],
      statements: [statement(sentence, { citations, date }), statement(other, { from: date, asOf: date, citations })],
      roles: [{ title: other, from: date }],
      disputes: [
        dispute({
          question,
          unit: other,
          positions: [
            position(holder, sentence, { ...figure, citations }),
            position(other, other, { low: 3, high: 4 }),
          ],
        }),
      ],
      related: [{ id: 'b', kind: other }],
    });
    const alpha = source('alpha', {
      title,
      publisher,
      relation: other,
      ...(address && { URL: address, archive_location: address }),
    });
    return cardData(createLibrary([pack([one, entity('b', { name: holder })], [alpha])]), 'a', '2026-11-22')!;
  });

/** A property over a page: inputs go in batches, and the first one that fails is named. */
function inPage<T>(
  page: Page,
  input: fc.Arbitrary<T>,
  ask: (page: Page, inputs: T[]) => Promise<(string | undefined)[]>,
) {
  return fc.asyncProperty(fc.array(input, { minLength: 1, maxLength: batch }), async (inputs) => {
    const answers = await ask(page, inputs);
    const at = answers.findIndex((answer) => answer);
    if (at >= 0) throw new Error(`${answers[at]} from ${JSON.stringify(inputs[at])}`);
  });
}

export async function browserTargets(name: BrowserName): Promise<{ targets: Target[]; close(): Promise<void> }> {
  const site = await serve({
    '/': {
      body: '<!doctype html><meta charset=utf-8><title>Fuzz</title><body>',
      // Markup is put into this document to be read: nothing of it may run or load anything.
      headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
    },
  });
  const session = await startBrowser(name, { build: 'none' });
  const page = await session.open(`${site.origin}/`);
  await page.evaluate(await bundleForPage('quality/fuzz/page.ts', 'fuzz'));
  // Nor may it lead away.
  await page.evaluate(() => {
    addEventListener('submit', (event) => event.preventDefault(), true);
    addEventListener('click', (event) => (event.target as Element).closest?.('a') && event.preventDefault(), true);
  });
  const texts = JSON.parse(readFileSync('locales/en.json', 'utf8')) as Record<string, string>;
  const targets: Target[] = [
    {
      name: 'reading any page',
      turn: 20,
      property: inPage(page, anyMarkup, (where, inputs) =>
        where.evaluate(async (given) => {
          const answers: (string | undefined)[] = [];
          for (const one of given) answers.push(await fuzz.read(one));
          return answers;
        }, inputs),
      ),
    },
    {
      name: 'following any page',
      turn: 20,
      property: inPage(page, fc.tuple(anyMarkup, anyEdits), (where, inputs) =>
        where.evaluate(async (given) => {
          const answers: (string | undefined)[] = [];
          for (const [markup, edits] of given) answers.push(await fuzz.follow(markup, edits));
          return answers;
        }, inputs),
      ),
    },
    {
      name: 'card of any entity',
      turn: 20,
      property: inPage(page, anyCard, (where, inputs) =>
        where.evaluate(
          (given, words) => given.map((one, place) => fuzz.show(one, words, place % 2 === 0)),
          inputs,
          texts,
        ),
      ),
    },
    {
      name: 'any file in the reader',
      turn: 20,
      property: inPage(page, anyMarkup, (where, inputs) =>
        where.evaluate((given) => given.map((one) => fuzz.open(one)), inputs),
      ),
    },
  ];
  return {
    targets: targets.map((target) => ({ ...target, name: `${target.name}, in ${name}, up to ${batch} at a time` })),
    async close() {
      await session.close();
      await site.close();
    },
  };
}
