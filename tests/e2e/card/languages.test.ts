/** Cards in the language of the reader: calendars, digits, quotations, names, and what no language may lose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../../src/settings/types.ts';
import { type Cards as Compiled, readCards } from '../../../tools/cards-in.ts';
import { browserNames, bundleForPage } from '../support/harness.ts';
import { setup, textsIn, translatedInto } from './data.ts';
import { type Cards, cardText, openByKey, press, startCards } from './open.ts';

declare global {
  var EntryView: typeof import('../../../src/entry-view/render-entity.ts');
}

/** Words in Latin letters: not a letter alone, nor one of another language's. */
const latin = /\p{Script=Latin}{2,}(?:[’'. -]+\p{Script=Latin}+)*/gu;

describe.each(browserNames)('in %s', (name) => {
  let cards: Cards;
  beforeAll(async () => {
    cards = await startCards(name);
  });
  afterAll(() => cards?.close());

  test('a Persian card has each date in both calendars, and its numbers in Persian digits', async () => {
    const given = translatedInto('fa', { 'statements[3]': 'دو کوهنورد در ۲۹ مهٔ ۱۹۵۳ با هم به قله رسیدند.' });
    const page = await cards.open({ ...given, published: '2000-05-01' });
    await openByKey(page, 'everest');
    await press(page, '.more');
    // Firefox gives the text without the signs that isolate a part of it.
    const text = (await cardText(page)).replace(/[\u2068\u2069]/g, '');
    expect(text).toContain('در ۲۹ مهٔ ۱۹۵۳ (۸ خرداد ۱۳۳۲) با هم');
    // Known to a day, and to a year alone.
    expect(text).toContain('(به تاریخ ۸ دسامبر ۲۰۲۰ / ۱۸ آذر ۱۳۹۹)');
    await press(page, '.life > summary');
    const times = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('.timeline time')].map(({ textContent }) => textContent),
    );
    expect(times).toEqual([
      '۱۸۵۲',
      '۲۹ مهٔ ۱۹۵۳ / ۸ خرداد ۱۳۳۲',
      '۱ مهٔ ۲۰۰۰ / ۱۲ اردیبهشت ۱۳۷۹',
      '۸ دسامبر ۲۰۲۰ / ۱۸ آذر ۱۳۹۹',
    ]);
    const numbers = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('.cites button')].map(({ textContent }) => textContent!),
    );
    expect(numbers.filter((number) => !/^[۰-۹]+$/.test(number))).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(globalThis.CardPage.query('.sources')!).listStyleType)).toBe(
      'persian',
    );
    await page.close();
  });

  test('an office on a Persian card has its years in both calendars where its days are known', async () => {
    const { config } = translatedInto('fa');
    const ascent = setup().entries['first-ascent']!;
    const roles = [
      { title: 'Leader of the expedition', from: '1952-03-01', to: '1960-07-02' },
      { title: 'Patron of the trust', from: '1953' },
    ];
    const page = await cards.open({
      ...{ config, published: '1955-01-01' },
      entries: { 'first-ascent': { ...ascent, entity: { ...ascent.entity, roles } } },
    });
    await openByKey(page, 'ascent');
    const held = await page.evaluate(() =>
      [...globalThis.CardPage.query('.roles')!.querySelectorAll('.facts')].map(({ textContent }) => textContent),
    );
    expect(held).toEqual([
      'وقتی این نوشته شد (\u2068۱ ژانویهٔ ۱۹۵۵ / ۱۱ دی ۱۳۳۳\u2069): ',
      ' (۱۹۵۲ – ۱۹۶۰ / ۱۳۳۰ – ۱۳۳۹)',
      ' (از \u2068۱۹۵۳\u2069)',
    ]);
    await page.close();
  });

  test('a quotation that we translated is told, and a stored one names its language', async () => {
    const words = 'مرز از «روی قله» می‌گذرد.';
    const given = translatedInto('fa', { 'statements[1]': words });
    const everest = given.translated['mount-everest']!;
    const china = { ...everest.sources.china!, language: 'en' };
    const shown = { ...everest, sources: { ...everest.sources, china }, quotedByUs: [words] };
    const page = await cards.open({ ...given, translated: { 'mount-everest': shown } });
    await openByKey(page, 'everest');
    await press(page, '.more');
    const line = '.statements > li:nth-child(2)';
    const said = (selector: string) =>
      page.evaluate((wanted) => globalThis.CardPage.query(wanted)!.textContent, selector);
    expect(await said(`${line} > bdi`)).toBe(`${words} (نقل‌قول به ترجمهٔ ما)`);
    expect(await said('.statements > li:nth-child(1) > bdi')).not.toContain('ترجمهٔ ما');
    await press(page, `${line} .cites button`);
    expect(await said('.passage blockquote')).toBe('over the top');
    expect(await said('.passage .facts')).toBe('china · ۹ اکتبر ۲۰۰۵ · انگلیسی · p. 4');
    await page.close();
  });

  test('a name in an English sentence of a Persian card leads to its entry', async () => {
    const given = translatedInto('fa');
    const everest = given.translated['mount-everest']!;
    const linked = { nepal: { name: 'نپال', lang: 'fa', written: 'Nepal', kind: 'place' as const } };
    const page = await cards.open({ ...given, translated: { 'mount-everest': { ...everest, linked } } });
    await openByKey(page, 'everest');
    await press(page, '.more');
    const link = '.statements > li:nth-child(2) .link';
    expect(await page.evaluate((wanted) => globalThis.CardPage.query(wanted)!.textContent, link)).toBe('Nepal');
    await press(page, link);
    await page.waitForFunction(() => globalThis.CardPage.query('.back'));
    await page.close();
  });

  // What is written does not depend on the browser but for its dates, which the tests above read in both.
  describe.runIf(name === 'chromium')('of all bundled cards', () => {
    let compiled: Promise<Compiled> | undefined;

    test.each<[Language]>([['fa'], ['ar']])('none in %s has words in Latin letters but names', async (language) => {
      compiled ??= readCards('data');
      const all = Object.values(await (await compiled).in(language));
      const page = await cards.open();
      await page.addScriptTag({ content: await bundleForPage('src/entry-view/render-entity.ts', 'EntryView') });
      const texts = await page.evaluate(
        (cards, words, reader) =>
          cards.map((card) => {
            const options = { language: reader, today: '2026-11-29', full: true };
            const article = globalThis.EntryView.renderEntity(card, words, options);
            // What says that it is in another language is in that one as a whole.
            const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
            const found: string[] = [];
            while (nodes.nextNode()) {
              const { parentElement, data } = nodes.currentNode as Text;
              const own = parentElement!.closest('[lang]')?.getAttribute('lang') ?? reader;
              if (own === reader && /[a-z]{2}/i.test(data)) found.push(data);
            }
            return found;
          }),
        all,
        textsIn(language),
        language,
      );
      const found = all.flatMap(({ entity, linked, sources }, place) => {
        const names = [
          ...[
            entity.name,
            ...(entity.names ?? []).map(({ text }) => text),
            ...Object.values(linked).map(({ name }) => name),
          ],
          ...Object.values(sources).flatMap((source) => [source.publisher, source['container-title'], source.origin]),
        ].filter((name) => name !== undefined);
        return texts[place]!.flatMap((text) => {
          const rest = names
            .toSorted((a, b) => b.length - a.length)
            .reduce((left, name) => left.replaceAll(name, ' '), text)
            // The number of a document is its name.
            .replace(/\d+\/\d+\/[A-Z]+/g, ' ');
          return (rest.match(latin) ?? []).map((words) => `${entity.id}: ${words}`);
        });
      });
      expect(found).toEqual([]);
      await page.close();
    });
  });
});
