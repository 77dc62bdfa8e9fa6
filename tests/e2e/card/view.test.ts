/** What the card shows of an entry. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../support/harness.ts';
import { setup, textsIn, translatedInto } from './data.ts';
import { article, type Cards, cardText, gone, logged, openAll, openByKey, press, shown, startCards } from './open.ts';

describe.each(browserNames)('what the card shows in %s', (name) => {
  let cards: Cards;
  beforeAll(async () => {
    cards = await startCards(name);
  });
  afterAll(() => cards?.close());

  test('it is short: who or what, the questions in dispute, a statement, the rest behind "more"', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    const short = await cardText(page);
    expect(short).toContain('How high is Mount Everest?');
    expect(short).not.toContain('first climbed');
    expect(short).not.toContain('Sources');
    await press(page, '.more');
    const long = await cardText(page);
    for (const words of [
      'first climbed',
      'Sources',
      'Also called',
      'Related',
      'Checked 22 November 2026 against a stored copy',
    ])
      expect(long).toContain(words);
    await press(page, '.more');
    expect(await cardText(page)).toBe(short);
    await page.close();
  });

  test('of many names six are shown, those of the reader and of the entity itself first, and the others when asked for', async () => {
    const { entries } = setup();
    const everest = entries['mount-everest']!;
    const names = [
      ...['Everestberg', 'Monte Everest', 'mont Everest', 'Mont Everest', 'Everestgipfel'].map((text) => ({
        text,
        lang: 'de',
      })),
      ...['Peak XV', 'Gaurisankar'].map((text) => ({ text, lang: 'en' })),
      { text: 'Devgiri', lang: 'ne' },
    ];
    const page = await cards.open({
      entries: { ...entries, 'mount-everest': { ...everest, entity: { ...everest.entity, names } } },
    });
    await openByKey(page, 'everest');
    await press(page, '.more');
    expect(await cardText(page)).toMatch(
      /Also called\s+Peak XV\s+Gaurisankar\s+Devgiri\s+Everestberg\s+Monte Everest\s+mont Everest\s+In other forms and languages/,
    );
    await press(page, '.names + details > summary');
    expect(await cardText(page)).toContain('Everestgipfel');
    await page.close();
  });

  test('it says why the words were marked, and what else they could mean', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    expect(await cardText(page)).not.toContain('Marked by');
    await press(page, '.actions > summary');
    expect(await cardText(page)).toContain('Marked by the name “Mount Everest”');
    expect(await cardText(page)).toContain('From the pack “Mountains”, 22 November 2026');
    expect(await cardText(page)).toMatch(/Could also be\s+First ascent of Mount Everest/);
    await page.close();
  });

  test('facts are told as from open data, with their dates, dataset and licence, and never as our sentence', async () => {
    const html = article.replace('data-mark="nepal"', 'data-mark="member"');
    const page = await cards.open({}, html);
    await openByKey(page, 'member');
    await press(page, '.more');
    const text = await cardText(page);
    expect(text).not.toContain('only the name');
    const rows = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('.open-data dl > div')].map((row) =>
        [...row.children].map(({ textContent }) => textContent).join(': '),
      ),
    );
    expect(rows).toEqual([
      'Office: Minister of Peaks · Nepal (2 January 2020 – 2021)1',
      'Member of: House of Peaks (since May 2019, as of 1 December 2025)1',
      'Country: Nepal1',
      'Listed in: House of Peaks (on 22 May 2014, list of 15 June 2026)1',
      'Seats: 1,2341',
      'Founded: February 19511',
    ]);
    expect(text).toMatch(/From open data/);
    expect(text).toContain('Register of members, data of 15 June 2026, licence CC0-1.0');
    await page.close();
  });

  test('facts and the name of their entity are in the language of the reader', async () => {
    const html = article.replace('data-mark="nepal"', 'data-mark="member"');
    const config = { ...setup().config, texts: textsIn('fa'), language: 'fa', direction: 'rtl' as const };
    const page = await cards.open({ config }, html);
    await openByKey(page, 'member');
    const text = await cardText(page);
    expect(text).toMatch(/\sسام رو\s+Sam Roe\s/);
    expect(text).toContain('سمت');
    expect(text).toContain('نپال');
    expect(text).toContain('۲ ژانویهٔ ۲۰۲۰');
    await page.close();
  });

  test('a loaded word is shown with whose word it is', async () => {
    const page = await cards.open();
    await openByKey(page, 'epithet');
    expect(await cardText(page)).toMatch(/Roof of the World – epithet – Used by: travel writers/);
    await page.close();
  });

  test('on a page of 2000, what came later is set apart and roles are those of that day and of today', async () => {
    const page = await cards.open({ published: '2000-05-01' });
    await openByKey(page, 'ascent');
    await press(page, '.more');
    const sections = await page.evaluate(() =>
      Object.fromEntries(
        [...globalThis.CardPage.shadow().querySelectorAll('section')].map((section) => [
          section.querySelector('h3')?.textContent ?? '',
          section.textContent,
        ]),
      ),
    );
    expect(sections['Since this was written']).toContain('announced one height');
    expect(sections['Since this was written']).not.toContain('first climbed');
    const text = await cardText(page);
    expect(text).toMatch(/When this was written \(1 May 2000\):\s+Patron of the trust \(since 1960\)/);
    // It is held still, which its years say.
    expect(text).not.toContain('Today');
    expect(text).not.toContain('Leader of the expedition');
    expect(text).toContain('due for review on 1 January 2026');
    await page.close();
  });

  test('what has a date stands on one line of time, and in order behind it, with the page among it', async () => {
    const page = await cards.open({ published: '2000-05-01' });
    await openByKey(page, 'ascent');
    const [drawn, dots, edges] = await page.evaluate(() => {
      const root = globalThis.CardPage.shadow();
      const at = (selector: string, name: string) =>
        [...root.querySelectorAll(`.life ${selector}`)].map((part) =>
          Math.round(Number.parseFloat(part.getAttribute(name)!)),
        );
      const edges = [...root.querySelectorAll('.life > summary bdi')].map(({ textContent }) => textContent);
      return [[...at('.range', 'x1'), ...at('.range', 'x2'), ...at('.here', 'x1')], at('circle', 'cx'), edges];
    });
    // 1852 to 2020: the leader of 1952 and 1953, the page of 2000; the climb of 1953 and the ends.
    expect(drawn).toEqual([59, 60, 88]);
    expect(dots).toEqual([0, 60, 64, 100]);
    expect(edges).toEqual(['1852', '8 December 2020']);
    await press(page, '.life > summary');
    const times = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('.timeline time')].map((time) => time.textContent),
    );
    expect(times).toEqual(['1852', '1952 – 1953', '29 May 1953', '1960', '1 May 2000', '8 December 2020']);
    await page.close();
  });

  test('a figure is answered at once: the page’s number among all on one scale from zero, and as a table', async () => {
    const page = await cards.open();
    await openByKey(page, 'figure');
    expect(await cardText(page)).toContain('The page says 8,844 m. Published numbers run from 8,800 to 8,850.');
    await press(page, '.plot > details > summary');
    const { rows, cells, end, first, here } = await page.evaluate(() => {
      const root = globalThis.CardPage.shadow();
      return {
        rows: [...root.querySelectorAll('.plot > ul > li')].map((row) => {
          const [, line] = row.querySelectorAll('line');
          return [
            row.querySelector('.strip')?.firstChild?.textContent,
            row.querySelector('.figure')?.firstChild?.textContent,
            line?.getAttribute('x1'),
            line?.getAttribute('x2'),
            line?.getAttribute('class'),
          ];
        }),
        cells: [...root.querySelectorAll('.plot td')].map((cell) => cell.textContent),
        end: root.querySelector('.axis')?.lastChild?.textContent,
        first: root.querySelector('.dispute, .description, .statements')?.className,
        here: [...root.querySelectorAll('.plot .here')].map((line) => line.getAttribute('x1')),
      };
    });
    expect(rows).toEqual([
      ['This page', '8,844 m', '88.44%', '88.44%', 'range'],
      ['Royal Geographical Society', 'at least 8,800', '88%', '100%', 'range open'],
      ['State Bureau of Surveying', '8,844', '88.44%', '88.44%', 'range'],
      ['Survey of India', '8,846–8,850', '88.46%', '88.5%', 'range'],
      ['National Geographic Society', '8,850', '88.5%', '88.5%', 'range'],
    ]);
    expect(end).toBe('10,000');
    expect(first).toBe('dispute asked');
    expect(here).toEqual(Array(5).fill('88.44%'));
    expect(cells.slice(4, 8)).toEqual([
      'State Bureau of Surveying (Chinese authority)',
      '8,844',
      '9 October 2005',
      'rock height',
    ]);
    await press(page, '.plot li:nth-child(3) summary');
    expect(await cardText(page)).toMatch(/Chinese authority\s+9 October 2005\s+It measured the rock under the snow/);
    await page.close();
  });

  test('in a window of 480 by 360 the answer and its chart are read without scrolling', async () => {
    for (const language of ['en', 'fa', 'de']) {
      const direction = language === 'fa' ? ('rtl' as const) : ('ltr' as const);
      const page = await cards.open({ config: { ...setup().config, texts: textsIn(language), language, direction } });
      await page.setViewport({ width: 480, height: 360 });
      await page.waitForFunction(() => innerHeight === 360, { polling: 50 });
      await openByKey(page, 'figure');
      const [body, axis, card] = await page.evaluate(() =>
        ['.body', '.plot > .strip', '.card'].map((part) => globalThis.CardPage.box(part)),
      );
      expect(axis!.bottom).toBeLessThanOrEqual(body!.bottom);
      // All of the window's width but the page's scroll bar.
      expect(card!.width).toBe(card!.view.width);
      await page.close();
    }
  });

  test('two sides stand side by side, a third voice below both', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    await openAll(page);
    const [left, right, third] = await page.evaluate(() => [
      globalThis.CardPage.box('.dispute:last-of-type .sides > div:nth-child(1)'),
      globalThis.CardPage.box('.dispute:last-of-type .sides > div:nth-child(2)'),
      globalThis.CardPage.box('.dispute:last-of-type .others'),
    ]);
    expect(left?.top).toBe(right?.top);
    expect(left!.right).toBeLessThanOrEqual(right!.left);
    expect(third!.top).toBeGreaterThanOrEqual(Math.max(left!.bottom, right!.bottom));
    expect(third!.width).toBeGreaterThan(left!.width * 1.5);
    await page.close();
  });

  test('two sides stand above each other where a window has no room for both', async () => {
    const page = await cards.open();
    for (const [width, stacked] of [
      [400, true],
      [440, false],
    ] as const) {
      await page.setViewport({ width, height: 700 });
      await page.waitForFunction((wanted) => innerWidth === wanted, { polling: 50 }, width);
      await openByKey(page, 'everest');
      await press(page, '.dispute:last-of-type > summary');
      const [first, second] = await page.evaluate(() =>
        ['1', '2'].map((place) => globalThis.CardPage.box(`.dispute:last-of-type .sides > div:nth-child(${place})`)),
      );
      expect([width, second!.top >= first!.bottom]).toEqual([width, stacked]);
      if (stacked) expect(first!.width).toBeGreaterThan(300);
      await page.keyboard.press('Escape');
      await gone(page);
    }
    await page.close();
  });

  test('a source number shows what the source says and who says so, and opens nothing', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    const before = (await cards.session.browser.pages()).length;
    await press(page, '.more');
    await press(page, '.statements > li:nth-child(2) .cites button');
    const { text, href, expanded, controlled } = await page.evaluate(() => {
      const { query, shadow } = globalThis.CardPage;
      const button = query('.statements > li:nth-child(2) .cites button')!;
      return {
        text: query('.statements > li:nth-child(2) > .passage')!.innerText,
        href: query('.passage a')!.getAttribute('href'),
        expanded: button.getAttribute('aria-expanded'),
        controlled: shadow().getElementById(button.getAttribute('aria-controls') ?? '')?.className,
      };
    });
    expect(text.split(/\n+/)).toEqual([
      'over the top',
      'china · 9 October 2005 · p. 4',
      'government · measured the mountain',
      'Repeats: A surveyor, 1975',
      'Report of china',
      'Archived copy',
      'Copy this sentence',
    ]);
    expect(href).toBe('https://example.org/china#:~:text=over%20the%20top');
    expect({ expanded, controlled }).toEqual({ expanded: 'true', controlled: 'passage' });
    expect((await cards.session.browser.pages()).length).toBe(before);
    await press(page, '.statements > li:nth-child(2) .cites button');
    const closed = await page.evaluate(() => {
      const { query } = globalThis.CardPage;
      return [query('.passage'), query('.cites button')?.getAttribute('aria-expanded')];
    });
    expect(closed).toEqual([null, 'false']);
    await page.close();
  });

  // One press after the other costs a second a card; in Firefox one with a chart and a table is pressed.
  test.each(name === 'chromium' ? ['everest', 'ascent', 'figure', 'member'] : ['figure'])(
    'every number shows its source in its line: %s',
    async (mark) => {
      const html = article.replace('data-mark="nepal"', 'data-mark="member"');
      const page = await cards.open({ published: '2000-05-01' }, html);
      await openByKey(page, mark);
      await openAll(page);
      const closed = '.cites button[aria-expanded="false"]';
      const count = await page.evaluate(() => globalThis.CardPage.shadow().querySelectorAll('.cites button').length);
      expect(count).toBeGreaterThan(1);
      for (let pressed = 0; pressed < count; pressed++) await press(page, closed);
      const [left, passages] = await page.evaluate(
        (selector) => [selector, '.passage'].map((each) => globalThis.CardPage.shadow().querySelectorAll(each).length),
        closed,
      );
      expect({ left, passages }).toEqual({ left: 0, passages: count });
      await page.close();
    },
  );

  test('a source without an address or a quotation says what is known of it', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    await press(page, '.more');
    await press(page, '.statements > li:nth-child(3) .cites button');
    const [text, links] = await page.evaluate(() => {
      const passage = globalThis.CardPage.query('.passage')!;
      return [passage.innerText, passage.querySelectorAll('a').length];
    });
    expect(text).toContain('No quotation is stored.');
    expect(text).toContain('National Geographic Society');
    expect(text).toContain('Report of washburn');
    expect(links).toBe(0);
    await page.close();
  });

  test('a quotation is in the language and direction of its source', async () => {
    const given = setup();
    const everest = given.entries['mount-everest']!;
    const quoted = async (language: string | undefined, words: string) => {
      const china = { ...everest.sources.china!, language };
      const statement = {
        ...everest.entity.statements![1]!,
        citations: [{ source: 'china', supports: 'direct' as const, quotes: [words] }],
      };
      const entity = { ...everest.entity, statements: [statement] };
      const page = await cards.open({
        entries: { 'mount-everest': { ...everest, entity, sources: { ...everest.sources, china } } },
      });
      await openByKey(page, 'everest');
      await press(page, '.cites button');
      const found = await page.evaluate(() => {
        const quote = globalThis.CardPage.query('blockquote')!;
        return [quote.getAttribute('lang'), getComputedStyle(quote).direction];
      });
      await page.close();
      return found;
    };
    expect(await quoted('en', 'over the top')).toEqual(['en', 'ltr']);
    expect(await quoted('fa', 'از روی قله')).toEqual(['fa', 'rtl']);
    expect(await quoted('fa', 'Everest نام آن است')).toEqual(['fa', 'rtl']);
    expect(await quoted(undefined, 'از روی قله')).toEqual([null, 'rtl']);
  });

  test('what only a side or state media say is marked so in its line', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    await openAll(page);
    const lines = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('li')]
        .filter((line) => line.querySelector('.cites') && !line.querySelector('li'))
        .map((line) => line.textContent)
        .filter((line) => line.includes('only source')),
    );
    expect(lines.map((line) => line.replace(/\d+$/, ''))).toEqual([
      'State Bureau of Surveying8,844State Bureau of Surveying Chinese authority9 October 2005It measured the rock under the snow. (only source: party to the matter)',
      'Government of Nepal state of the south sideIt uses the Nepali name. (only source: state media)',
      'A guide party to neither sideBoth are used. (only source: state media)',
    ]);
    await page.close();
  });

  test('a passage comes into view in the card, and the page stays where it is', async () => {
    const page = await cards.open();
    await openByKey(page, 'ascent');
    await press(page, '.more');
    const scrolled = await page.evaluate(() => scrollY);
    await press(page, '.statements > li:last-child .cites button');
    const [passage, body, now] = await page.evaluate(
      () => [globalThis.CardPage.box('.passage'), globalThis.CardPage.box('.body'), scrollY] as const,
    );
    expect(passage.top).toBeGreaterThanOrEqual(body.top - 1);
    expect(passage.bottom).toBeLessThanOrEqual(body.bottom + 1);
    expect(now).toBe(scrolled);
    await page.close();
  });

  test('a citation is copied in the format that is chosen, and that it was is announced', async () => {
    const page = await cards.open();
    await page.evaluate(() => {
      globalThis.seen = [];
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => globalThis.seen.push(text) },
      });
    });
    await openByKey(page, 'everest');
    await press(page, '.more');
    await press(page, '.sources .copy summary');
    await page.waitForFunction(() => globalThis.CardPage.query('.sources .copy button'));
    await press(page, '.sources .copy button:nth-child(2)');
    await page.waitForFunction(() => globalThis.CardPage.query('[role=status]')?.textContent === 'Copied');
    expect(await page.evaluate(() => globalThis.seen)).toEqual(['bibtex of washburn for mount-everest']);
    await page.close();
  });

  test('on a page that has no clipboard, the copy goes another way and the page never sees it', async () => {
    const page = await cards.open();
    await page.evaluate(() => {
      globalThis.seen = [];
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.addEventListener('copy', () => globalThis.seen.push('copy'), true);
    });
    await openByKey(page, 'nepal');
    await press(page, '.actions summary');
    // A real click: browsers copy only while the reader acts.
    const { left, top } = await page.evaluate(() => globalThis.CardPage.box('.actions button:last-of-type'));
    await page.mouse.click(left + 8, top + 8);
    await page.waitForFunction(() => globalThis.CardPage.query('[role=status]')?.textContent === 'Copied');
    expect(await page.evaluate(() => globalThis.seen)).toEqual([]);
    await page.close();
  });

  test('each choice about marks is carried out once, said, and can be taken back', async () => {
    const page = await cards.open();
    const asked = async () => (await logged(page)).filter((line) => !line.startsWith('active'));
    const choices = ['not nepal page', 'not nepal always', 'mute nepal', 'site off'];
    for (const [place, entry] of choices.entries()) {
      await openByKey(page, 'nepal');
      await press(page, '.actions > summary');
      await press(page, `.actions button:nth-of-type(${place + 1})`);
      await page.waitForFunction(() => globalThis.CardPage.query('.undo'));
      expect((await asked()).at(-1)).toBe(entry);
      expect(await cardText(page)).toMatch(/Nepal|this site/);
      await press(page, '.undo');
      await gone(page);
      expect((await asked()).at(-1)).toBe(`undo ${entry}`);
    }
    expect(await asked()).toHaveLength(2 * choices.length);
    await page.close();
  });

  test('where a pack names a form for mistakes, the report is a link to it that holds nothing of the page', async () => {
    const given = setup();
    const nepal = given.entries.nepal!;
    const pack = { ...nepal.pack, corrections: 'https://example.org/form?id={entity}&text={report}' };
    const page = await cards.open({ entries: { nepal: { ...nepal, pack } } });
    await openByKey(page, 'nepal');
    await press(page, '.actions > summary');
    const href = await page.evaluate(() => globalThis.CardPage.query('.actions a')!.getAttribute('href'));
    const url = new URL(href ?? '');
    expect(url.searchParams.get('id')).toBe('nepal');
    expect(url.searchParams.get('text')).toContain('“Nepal” (nepal), pack “Mountains” of 2026-11-22');
    expect(href).not.toContain('127.0.0.1');
    await page.close();
  });

  test('an address that is not http or https is never a link, and nothing of an entry is read as HTML', async () => {
    const given = setup();
    const everest = given.entries['mount-everest']!;
    const hostile = '<img src=x onerror="globalThis.hacked = true">';
    const entries = {
      'mount-everest': {
        ...everest,
        entity: { ...everest.entity, name: hostile, description: hostile },
        sources: Object.fromEntries(
          Object.entries(everest.sources).map(([id, source]) => [
            id,
            {
              ...source,
              title: hostile,
              URL: 'javascript:globalThis.hacked=true',
              archive_location: 'data:text/html,x',
            },
          ]),
        ),
      },
    };
    const page = await cards.open({ entries });
    await openByKey(page, 'everest');
    await press(page, '.more');
    expect(await page.evaluate(() => globalThis.CardPage.shadow().querySelectorAll('a, img').length)).toBe(0);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(await cardText(page)).toContain(hostile);
    await page.close();
  });

  test('in a right-to-left language the card is mirrored, and each name keeps its own direction', async () => {
    const rtl = { ...setup().config, language: 'fa', direction: 'rtl' as const };
    const page = await cards.open({ config: rtl });
    await openByKey(page, 'everest');
    await shown(page);
    const { close, card, language } = await page.evaluate(() => ({
      close: globalThis.CardPage.box('.close'),
      card: globalThis.CardPage.box(),
      language: globalThis.CardPage.query('h2 bdi')!.closest('[lang]')!.getAttribute('lang'),
    }));
    expect(close.left - card.left).toBeLessThan(20);
    // The words of an English pack say that they are English, for a screen reader that speaks Persian.
    expect(language).toBe('en');
    // An English line runs from the left: its source number stands at its end, on the right.
    const line = await page.evaluate(() => getComputedStyle(globalThis.CardPage.query('.statements > li')!).direction);
    expect(line).toBe('ltr');
    // A publisher in Latin letters and a date in Persian ones do not change places.
    await press(page, '.more');
    const facts = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('.sources .facts bdi')].map((fact) => fact.textContent),
    );
    expect(facts.length).toBeGreaterThan(1);
    expect(facts.filter((fact) => fact?.includes(' · '))).toEqual([]);
    await page.close();
  });

  test('a translated card turns to its original and back, and says what is not translated', async () => {
    const page = await cards.open(translatedInto('fa'));
    await openByKey(page, 'everest');
    await press(page, '.more');
    const tongues = () =>
      page.evaluate(() =>
        ['h2 bdi', '.description', '.statements > li:nth-child(1)', '.statements > li:nth-child(2)'].map((selector) => {
          const { lang, dir, textContent } = globalThis.CardPage.query(selector)!;
          return [lang, dir, textContent!.slice(0, 10)];
        }),
      );
    const everest = setup().entries['mount-everest']!.entity;
    const [first, second] = everest.statements!.map(({ text }) => text.slice(0, 10));
    expect(await tongues()).toEqual([
      ['fa', 'rtl', 'قلهٔ اورست'],
      ['fa', 'rtl', 'بلندترین ک'],
      ['fa', 'rtl', 'در رشته‌کو'],
      ['en', 'ltr', second],
    ]);
    expect(await cardText(page)).toMatch(
      /انگلیسی.* هنوز ترجمه نشده است · .*انگلیسی.* متن اصلی پس از ترجمه تغییر کرده است/,
    );
    expect(await page.evaluate(() => globalThis.CardPage.query('.original')?.textContent)).toBe('सगरमाथा');
    await press(page, '.turn');
    await page.waitForFunction(() => globalThis.CardPage.query('h2 bdi')!.lang === 'en');
    await press(page, '.more');
    expect(await tongues()).toEqual([
      ['en', 'ltr', 'Mount Ever'],
      ['en', 'ltr', everest.description!.slice(0, 10)],
      ['en', 'ltr', first],
      ['en', 'ltr', second],
    ]);
    await press(page, '.turn');
    await page.waitForFunction(() => globalThis.CardPage.query('h2 bdi')!.lang === 'fa');
    await page.close();
  });

  test('what scrolls in the card stays within its round corners', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    await openAll(page);
    const inCorners = await page.evaluate(() => {
      const { left, right, bottom } = globalThis.CardPage.box();
      const root = globalThis.CardPage.shadow();
      return [left + 1.5, right - 1.5].map((x) => root.elementFromPoint(x, bottom - 1.5)?.className);
    });
    expect(inCorners).not.toContain('body');
    await page.close();
  });
});
