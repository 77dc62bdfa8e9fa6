import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, bundleForPage, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import { expectMarks, marksOn } from '../support/marks.ts';
import type * as Parts from './parts.ts';

declare const parts: typeof Parts;
declare global {
  var started: Parts.Started;
  /** How often the places of two nodes were compared. */
  var compared: number;
  /** How often the style sheets of a shadow root were looked at. */
  var looks: number;
  /** How often a style was asked for between two looks at the clock. */
  var steps: number[];
  /** How many style sheets of ours the page had each time it was asked whether an element can be seen. */
  var sheets: number[];
}

const people = [
  { text: 'Maryam Rajavi' },
  { text: 'Javaid Rehman' },
  { text: 'Rehman', entity: 'Javaid Rehman', after: 'Javaid Rehman' },
];

describe.each(browserNames)('a page session in %s', (name) => {
  let session: Session;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    const body = await bundleForPage('tests/e2e/page/parts.ts', 'parts');
    // Kept by the browser, compiled: it need not be sent and read anew for each page.
    site = await serve({
      '/parts.js': { body, type: 'text/javascript', headers: { 'cache-control': 'max-age=9999' } },
    });
    session = await sharedBrowser(name, 'none');
    page = await session.open('about:blank');
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function load(html: string): Promise<void> {
    site.pages.set('/a', `<!doctype html><meta charset=utf-8><script src="/parts.js"></script><body>${html}`);
    await page.goto(`${site.origin}/a`);
  }

  async function start(html: string, wanted: Parameters<typeof Parts.start>[1] = {}): Promise<void> {
    await load(html);
    await page.evaluate(
      (terms, settings) => {
        globalThis.started = parts.start(terms, settings);
      },
      people,
      wanted,
    );
  }

  /** In the page: whether the only mark stands in the element with this id. */
  function holderIs(id: string): boolean {
    const ranges = [...(CSS.highlights.values() as Iterable<Highlight & Iterable<StaticRange>>)].flatMap((layer) => [
      ...layer,
    ]);
    return ranges.length === 1 && ranges[0]!.startContainer.parentElement?.closest('[id]')?.id === id;
  }

  const serialised = () => page.evaluate(() => document.documentElement.outerHTML);

  /** Lets everything that is waiting run: two looks of the watcher fit in. */
  const calm = () => page.evaluate(() => new Promise((done) => setTimeout(done, 600)));

  test('a quiet name is in the report, and is neither painted nor counted among what sources differ on', async () => {
    await load('<p>Maryam Rajavi spoke in Geneva.</p>');
    await page.evaluate(
      (terms) => {
        globalThis.started = parts.start(terms, {});
      },
      [...people.map((term) => ({ ...term, disputed: 3 })), { text: 'Geneva', quiet: true as const, disputed: 2 }],
    );
    await expectMarks(page, ['Maryam Rajavi']);
    const report = await page.evaluate(() => globalThis.started.marks!.report());
    expect(report.mentions.map(({ text, quiet, disputed }) => [text, quiet, disputed])).toEqual([
      ['Maryam Rajavi', undefined, 3],
      ['Geneva', true, 2],
    ]);
    expect(await page.evaluate(() => globalThis.started.session.points())).toBe(3);
  });

  test('marks a name across elements and leaves the tree as it was', async () => {
    await load('<p>Here <b>Maryam</b> Rajavi spoke.</p>');
    const before = await serialised();
    await page.evaluate((terms) => {
      globalThis.started = parts.start(terms);
    }, people);
    await expectMarks(page, ['Maryam', ' Rajavi']);
    expect(await serialised()).toBe(before);
  });

  test('stop takes every trace away', async () => {
    await start('<p>Maryam Rajavi</p>');
    await expectMarks(page, ['Maryam Rajavi']);
    await page.evaluate(() => globalThis.started.session.stop());
    expect(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([0, 0]);
  });

  test('marks text that is added, changed in place, moved and removed', async () => {
    await start('<p id=a>Nothing here</p><div id=b></div>');
    await page.evaluate(() =>
      document.querySelector('#b')!.insertAdjacentHTML('beforeend', '<p id=c>Maryam Rajavi</p>'),
    );
    await expectMarks(page, ['Maryam Rajavi']);
    await page.evaluate(() => {
      document.querySelector('#a')!.firstChild!.nodeValue = 'Javaid Rehman here';
    });
    await expectMarks(page, ['Javaid Rehman', 'Maryam Rajavi']);
    await page.evaluate(() => document.body.prepend(document.querySelector('#c')!));
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
    await page.evaluate(() => document.querySelector('#a')!.remove());
    await expectMarks(page, ['Maryam Rajavi']);
    expect(await page.evaluate(() => globalThis.started.errors)).toEqual([]);
  });

  test('marks a name that comes together piece by piece', async () => {
    await start('<p id=a>Maryam </p>');
    await page.evaluate(() => document.querySelector('#a')!.append('Raj'));
    await calm();
    await page.evaluate(() => document.querySelector('#a')!.append('avi'));
    await expectMarks(page, ['Maryam ', 'Raj', 'avi']);
    await page.evaluate(() => document.querySelector('#a')!.childNodes[1]!.after(document.createElement('hr')));
    await expectMarks(page, []);
    await page.evaluate(() => document.querySelector('hr')!.remove());
    await expectMarks(page, ['Maryam ', 'Raj', 'avi']);
  });

  test('the same text gets the same marks whatever the order of arrival', async () => {
    await start('<p>Rehman said</p>');
    await calm();
    await expectMarks(page, []);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id=full>Javaid Rehman</p>'));
    await expectMarks(page, ['Rehman', 'Javaid Rehman']);
    await page.evaluate(() => document.querySelector('#full')!.remove());
    await expectMarks(page, []);
  });

  test('a long page is decided as a whole after it changed in part', async () => {
    const filler = '<p>Some words that fill the page and mean nothing at all to anyone.</p>'.repeat(3000);
    await start(`<p>Rehman said</p>${filler}<p id=end></p>`);
    await expectMarks(page, []);
    await page.evaluate(() => {
      document.querySelector('#end')!.textContent = 'Javaid Rehman';
      scrollTo(0, document.body.scrollHeight);
    });
    await expectMarks(page, ['Javaid Rehman']);
    await page.evaluate(() => scrollTo(0, 0));
    await expectMarks(page, ['Rehman']);
  });

  test('small edits all over a long page keep its order', async () => {
    await start('<p>Some words.</p>'.repeat(20_000));
    await page.waitForFunction(() => globalThis.started.report().state === 'done');
    await page.evaluate(() => {
      const { compareDocumentPosition } = Node.prototype;
      globalThis.compared = 0;
      Node.prototype.compareDocumentPosition = function (other) {
        globalThis.compared++;
        return compareDocumentPosition.call(this, other);
      };
      const all = [...document.querySelectorAll('p')];
      for (let i = all.length - 1; i >= 0; i -= 11) all[i]!.textContent = i % 2 ? 'Maryam Rajavi' : 'Javaid Rehman';
      // Moved: it stands first now.
      document.body.prepend(all.at(-1)!);
      all[0]!.before('Rehman');
    });
    await page.waitForFunction(() => globalThis.started.report().mentions.length === 1819 + 1);
    const names = await page.evaluate(() => globalThis.started.report().mentions.map(({ text }) => text));
    const inPage = await page.evaluate(() => document.body.innerText.match(/Maryam Rajavi|(Javaid )?Rehman/g));
    expect(names).toEqual(inPage);
    // Browsers compare two siblings by walking over all between them.
    expect(await page.evaluate(() => globalThis.compared)).toBeLessThan(1819);
  });

  test('of thousands of shadow roots those with a mark near the window are styled', async () => {
    const host = (words: string) => `<div><template shadowrootmode=open><p>${words}</p></template></div>`;
    await start(`<p>Maryam Rajavi</p>${(host('Javaid Rehman') + host('Nobody')).repeat(1500)}`);
    await page.waitForFunction(() => globalThis.started.report().mentions.length === 1501);
    /** The words in the roots that have a style sheet of ours, once each, and how many there are. */
    const styled = () =>
      page.evaluate(() => {
        const roots = [...document.querySelectorAll('div')].map(({ shadowRoot }) => shadowRoot!);
        const own = roots.filter(({ adoptedStyleSheets }) => adoptedStyleSheets.length > 0);
        const isLast = own.includes(roots.at(-2)!);
        return { words: [...new Set(own.map(({ textContent }) => textContent))], count: own.length, isLast };
      });
    await expect.poll(async () => (await styled()).count).toBeGreaterThan(5);
    await calm();
    expect(await styled()).toMatchObject({ words: ['Javaid Rehman'], isLast: false });
    expect((await styled()).count).toBeLessThan(200);
    await page.evaluate(() => scrollTo(0, 1e6));
    await expect.poll(async () => (await styled()).isLast).toBe(true);
    const line = () =>
      page.evaluate(() => {
        const [last] = [...document.querySelectorAll('div')].slice(-2);
        const [name] = [...CSS.highlights].find(([, layer]) =>
          [...(layer as Iterable<StaticRange>)].some(({ startContainer }) =>
            last!.shadowRoot!.contains(startContainer),
          ),
        )!;
        return getComputedStyle(last!.shadowRoot!.querySelector('p')!, `::highlight(${name})`).textDecorationLine;
      });
    expect(await line()).toBe('underline');
  });

  test('shadow roots that come to a marked page are styled without a look at all others', async () => {
    await start('<p>Maryam Rajavi</p>');
    await expectMarks(page, ['Maryam Rajavi']);
    await page.evaluate(() => {
      const { get, set } = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets')!;
      globalThis.looks = 0;
      Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
        configurable: true,
        set: set!,
        get() {
          globalThis.looks++;
          return get!.call(this);
        },
      });
      for (let i = 0; i < 1500; i++) {
        const host = document.body.appendChild(document.createElement('div'));
        // All of them near the window.
        host.style.cssText = 'position: absolute; inset: 100px auto auto 0';
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>Javaid Rehman</p>';
      }
    });
    await expect.poll(async () => (await marksOn(page)).length).toBe(1501);
    // Each is styled with its mark, and looked after every two seconds.
    const looks = await page.evaluate(() => globalThis.looks);
    expect(looks).toBeGreaterThanOrEqual(1500);
    expect(looks).toBeLessThan(100 * 1500);
  });

  test('nothing is asked of the page between its first mark and the next: the style of all of it would have to be computed', async () => {
    await load('<p>Maryam Rajavi</p>'.repeat(20));
    await page.evaluate((terms) => {
      const { checkVisibility } = Element.prototype;
      globalThis.sheets = [];
      const isPainted = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) === 20;
      Element.prototype.checkVisibility = function (options) {
        // It is looked again every now and then.
        if (!isPainted()) globalThis.sheets.push(document.adoptedStyleSheets.length);
        return checkVisibility.call(this, options);
      };
      globalThis.started = parts.start(terms);
    }, people);
    await expect.poll(async () => (await marksOn(page)).length).toBe(20);
    const sheets = await page.evaluate(() => globalThis.sheets);
    // Once each to choose what is painted, and once to see what is near.
    expect(sheets.length).toBeGreaterThanOrEqual(40);
    expect(Math.max(...sheets)).toBe(0);
  });

  test('what holds a mark is looked at in steps, however deep it stands', async () => {
    const depth = 150;
    await load(`${'<span>'.repeat(depth)}Maryam Rajavi`);
    await page.evaluate((terms) => {
      const { getComputedStyle, performance } = globalThis;
      const now = performance.now.bind(performance);
      globalThis.steps = [0];
      globalThis.getComputedStyle = (...given) => {
        globalThis.steps[globalThis.steps.length - 1]!++;
        return getComputedStyle(...given);
      };
      performance.now = () => {
        globalThis.steps.push(0);
        return now();
      };
      globalThis.started = parts.start(terms);
    }, people);
    await expectMarks(page, ['Maryam Rajavi']);
    const steps = await page.evaluate(() => globalThis.steps);
    expect(steps.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(depth);
    expect(Math.max(...steps)).toBeLessThan(20);
  });

  test('only what is near the window is registered', async () => {
    await start('<p>Maryam Rajavi</p>'.repeat(400));
    // The registry is filled a frame after it is there.
    await expect.poll(async () => (await marksOn(page)).length).toBeGreaterThan(10);
    await calm();
    expect((await marksOn(page)).length).toBeLessThan(200);
    await page.evaluate(() => scrollTo(0, 1e6));
    // Those at the end are, and those at the beginning are not any more.
    const places = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll('p')];
        const marked = [...(CSS.highlights.values() as Iterable<Highlight & Iterable<StaticRange>>)].flatMap((layer) =>
          [...layer].map(({ startContainer }) => all.indexOf(startContainer.parentElement as HTMLParagraphElement)),
        );
        return { first: Math.min(...marked) > 200, last: Math.max(...marked) };
      });
    await expect.poll(places).toEqual({ first: true, last: 399 });
    expect((await marksOn(page)).length).toBeLessThan(200);
  });

  test('the first mention is the first that is shown, and moves when that one leaves', async () => {
    await start(
      '<p style="display:none">Maryam Rajavi</p><p id=a>Maryam Rajavi 1</p><h2>More</h2><p>Maryam Rajavi 2</p>',
      {
        show: 'first',
      },
    );
    await expectMarks(page, ['Maryam Rajavi']);
    const holder = () =>
      page.evaluate(() => {
        for (const layer of CSS.highlights.values()) for (const range of layer) return range.startContainer.nodeValue;
        return null;
      });
    await expect.poll(holder).toBe('Maryam Rajavi 1');
    await page.evaluate(() => document.querySelector('#a')!.remove());
    await page.waitForFunction(() => {
      for (const layer of CSS.highlights.values()) {
        for (const range of layer) return range.startContainer.nodeValue === 'Maryam Rajavi 2';
      }
      return false;
    });
  });

  const unseen: [string, string][] = [
    ['hidden for screen readers only', 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)'],
    ['cut to nothing', 'position:absolute;clip:rect(0 0 0 0)'],
    ['set down outside the page', 'position:absolute;left:-9999px'],
    ['moved out of the window', 'position:fixed;left:0;top:0;width:260px;transform:translateX(-100%)'],
    ['indented out of its box', 'text-indent:-9999px;overflow:hidden;white-space:nowrap'],
    ['fully transparent', 'opacity:0'],
    ['of a transparent colour', 'color:transparent'],
    ['not visible', 'visibility:hidden'],
    ['below the end of its box', 'height:1em;line-height:3;overflow:hidden'],
    // Firefox does not know the property.
    ...(name === 'chromium' ? [['being written', '-webkit-user-modify:read-write'] as [string, string]] : []),
  ];
  test('text that is not seen does not take the mark of visible text', async () => {
    // A name each, so that one page shows all of them.
    const names = unseen.map(([what], i) => ({ text: `Maryam Rajavi ${String.fromCharCode(65 + i)}`, entity: what }));
    const pairs = unseen.map(
      ([what, style], i) =>
        `<p id="${what}: itself" style="${style}">${names[i]!.text}</p><p id="${what}: visible">${names[i]!.text}</p>`,
    );
    await load(`${pairs.join('')}<p id=end>The end.</p>`);
    await page.evaluate((terms) => {
      globalThis.started = parts.start(terms, { show: 'first' });
    }, names);
    const holders = () =>
      page.evaluate(() =>
        [...(CSS.highlights.values() as Iterable<Highlight & Iterable<StaticRange>>)]
          .flatMap((layer) => [...layer].map(({ startContainer }) => startContainer.parentElement!.id))
          .sort(),
      );
    const all = (which: string) => unseen.map(([what]) => `${what}: ${which}`).sort();
    await expect.poll(holders).toEqual(all('visible'));
    await page.evaluate(() => {
      for (const hidden of document.querySelectorAll('[style]')) hidden.removeAttribute('style');
    });
    await page.click('#end');
    await expect.poll(holders).toEqual(all('itself'));
  });

  test('text that is not seen does not take the pointer from visible text under it', async () => {
    await start(
      `<p style="position:absolute;left:8px;top:8px;margin:0;opacity:0">Javaid Rehman</p><p style="position:absolute;left:8px;top:8px;margin:0">Maryam Rajavi</p>
      <p style="position:absolute;left:8px;top:60px;margin:0">Some other words.</p><p style="position:absolute;left:8px;top:60px;margin:0;color:transparent">Javaid Rehman</p>`,
    );
    await page.waitForFunction(() => globalThis.started.report().mentions.length === 3);
    const hits = await page.evaluate(() => [16, 68].map((y) => globalThis.started.marks!.hit(20, y)?.text ?? null));
    expect(hits).toEqual(['Maryam Rajavi', null]);
  });

  test('text of a drawing answers the pointer and leaves the mark to text that shows it', async () => {
    await start('<svg width=300 height=40><text x=10 y=20>Maryam Rajavi</text></svg><p id=b>Maryam Rajavi</p>', {
      show: 'first',
    });
    await page.waitForFunction(holderIs, {}, 'b');
    const hit = await page.evaluate(() => {
      const { left, top } = document.querySelector('text')!.getBoundingClientRect();
      return globalThis.started.marks!.hit(left + 5, top + 5)?.text;
    });
    expect(hit).toBe('Maryam Rajavi');
  });

  test('a name that an ellipsis or a clamp cuts off does not take the mark', async () => {
    const long = 'many words that fill a line before a name and go on for long '.repeat(3);
    await start(
      `<p style="width:200px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${long}Maryam Rajavi</p>
      <p style="width:320px;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden">${long}Maryam Rajavi</p>
      <p id=b>Maryam Rajavi</p>`,
      { show: 'first' },
    );
    await page.waitForFunction(holderIs, {}, 'b');
  });

  test('a name that a clamp cuts in two does not take the mark', async () => {
    // The first word ends the last line that is shown, cut short by the ellipsis; the second would stand in the next.
    await start(
      `<p style="font:16px monospace;width:22ch;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden">
      A teaser that is as long as it says Javaid <b style="font-size:22px">Rehman</b></p><p id=b>Javaid Rehman</p>`,
      { show: 'first' },
    );
    await page.waitForFunction(holderIs, {}, 'b');
  });

  test('what can be scrolled to takes the mark', async () => {
    const box =
      '<div style="height:60px;width:100px;overflow:auto"><p style="margin:0 0 0 400px">x</p><p id=a>Maryam Rajavi</p></div>';
    await start(`${box}<p id=b>Maryam Rajavi</p>`, { show: 'first' });
    await page.waitForFunction(holderIs, {}, 'a');
  });

  test('what is opened is marked at once', async () => {
    await start(
      `<style>.tab { display: none } .tab.open { display: block }</style>
      <details><summary>More</summary><p id=a>Maryam Rajavi</p></details>
      <div class=tab><p id=b>Javaid Rehman</p></div><div popover><p>Maryam Rajavi</p></div>`,
      { show: 'first' },
    );
    await page.waitForFunction(() => globalThis.started.report().mentions.length > 2);
    await expectMarks(page, []);
    await page.evaluate(() => document.querySelector('details')!.toggleAttribute('open'));
    await expectMarks(page, ['Maryam Rajavi']);
    await page.evaluate(() => document.querySelector('.tab')!.classList.add('open'));
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
    await page.evaluate(() => document.querySelector('details')!.toggleAttribute('open'));
    await page.evaluate(() => (document.querySelector('[popover]') as HTMLElement).showPopover());
    await expectMarks(page, ['Javaid Rehman', 'Maryam Rajavi']);
  });

  test('a headline whose words change begins a section as before', async () => {
    await start('<p>Maryam Rajavi</p><h2>More</h2><p>Maryam Rajavi</p>', { show: 'section' });
    await expectMarks(page, ['Maryam Rajavi', 'Maryam Rajavi']);
    await page.evaluate(() => {
      document.querySelector('h2')!.firstChild!.nodeValue = 'Even more';
      document.body.append(document.createElement('p'));
      document.body.lastElementChild!.textContent = 'Javaid Rehman';
    });
    await expectMarks(page, ['Maryam Rajavi', 'Maryam Rajavi', 'Javaid Rehman']);
  });

  test('a <pre> whose words change is read as prose or left as code, whole', async () => {
    await start('<pre>Maryam Rajavi<br>spoke <p>with Javaid Rehman</p></pre>');
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
    const write = (text: string) =>
      page.evaluate((words) => {
        document.querySelector('pre')!.childNodes[2]!.nodeValue = words;
      }, text);
    await write('= {}; [] || (); {}; <> ()');
    await expectMarks(page, []);
    await write('spoke');
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
  });

  test('the first mention in each section begins again at a headline', async () => {
    await start('<p>Maryam Rajavi</p><p>Maryam Rajavi</p><h2>More</h2><p>Maryam Rajavi</p>', { show: 'section' });
    await expectMarks(page, ['Maryam Rajavi', 'Maryam Rajavi']);
  });

  test('highlights and style sheets that the page cleared come back', async () => {
    await start('<p>Maryam Rajavi</p>');
    await expectMarks(page, ['Maryam Rajavi']);
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.adoptedStyleSheets = [];
    });
    await expectMarks(page, ['Maryam Rajavi']);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });

  test('a worker that does not answer is asked again', async () => {
    await load('<p>Maryam Rajavi</p>');
    await page.evaluate((terms) => {
      globalThis.started = parts.start(terms);
      globalThis.started.refuse = 2;
    }, people);
    await expectMarks(page, ['Maryam Rajavi']);
    expect(await page.evaluate(() => globalThis.started.asked.length)).toBe(3);
  });

  test('a point on the glyphs finds its mark, a point beside them does not', async () => {
    await start(
      '<p style="margin:40px;width:600px">said <b>Maryam</b> Rajavi</p><div><template shadowrootmode=open><p>x Javaid Rehman</p></template></div>',
    );
    await expectMarks(page, ['Maryam', ' Rajavi', 'Javaid Rehman']);
    const hits = await page.evaluate(() => {
      const at = (x: number, y: number) => globalThis.started.marks!.hit(x, y)?.text ?? null;
      const bold = document.querySelector('b')!.getBoundingClientRect();
      const line = document.querySelector('p')!.getBoundingClientRect();
      const deep = document.createRange();
      deep.setStart(document.querySelector('div')!.shadowRoot!.querySelector('p')!.firstChild!, 4);
      deep.setEnd(document.querySelector('div')!.shadowRoot!.querySelector('p')!.firstChild!, 6);
      const inner = deep.getBoundingClientRect();
      return [
        at(bold.left + 5, bold.top + 5),
        at(bold.right + 10, bold.top + 5),
        at(line.right - 5, bold.top + 5),
        at(bold.left - 15, bold.top + 5),
        at(bold.left + 5, bold.top - 30),
        at(inner.left + 2, inner.top + 5),
      ];
    });
    expect(hits).toEqual(['Maryam Rajavi', 'Maryam Rajavi', null, null, null, 'Javaid Rehman']);
  });

  test('a point on text that is selected as a whole finds its mark', async () => {
    await start('<div style="user-select:all"><p>Words of <em>Maryam</em> Rajavi.</p></div><p>beside</p>');
    await expectMarks(page, ['Maryam', ' Rajavi']);
    const hits = await page.evaluate(() => {
      const at = (x: number, y: number) => globalThis.started.marks!.hit(x, y)?.text ?? null;
      const em = document.querySelector('em')!.getBoundingClientRect();
      return [at(em.left + 5, em.top + 5), at(em.right + 10, em.top + 5), at(em.left - 15, em.top + 5)];
    });
    expect(hits).toEqual(['Maryam Rajavi', 'Maryam Rajavi', null]);
  });

  test('next and previous go through the marks and round', async () => {
    await start('<p>Maryam Rajavi</p><div style="height:3000px"></div><p>Javaid Rehman</p><p>Rehman</p>');
    await page.waitForFunction(() => globalThis.started.report().mentions.length === 3);
    const go = (direction: 'next' | 'previous') =>
      page.evaluate((way) => {
        const target = globalThis.started.marks!.next(way);
        const [rect] = target?.rects() ?? [];
        return [target?.text, rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight];
      }, direction);
    expect(await go('next')).toEqual(['Maryam Rajavi', true]);
    expect(await go('next')).toEqual(['Javaid Rehman', true]);
    expect(await go('next')).toEqual(['Rehman', true]);
    expect(await go('next')).toEqual(['Maryam Rajavi', true]);
    expect(await go('previous')).toEqual(['Rehman', true]);
  });

  test('the report lists every mention with its surroundings', async () => {
    await start('<p>They heard Maryam Rajavi speak.</p>');
    await expectMarks(page, ['Maryam Rajavi']);
    const report = await page.evaluate(() => globalThis.started.report());
    expect(report).toMatchObject({ state: 'done', url: `${site.origin}/a` });
    expect(report.mentions).toEqual([
      {
        index: 0,
        entity: 'Maryam Rajavi',
        name: 'Maryam Rajavi',
        kind: 'person',
        text: 'Maryam Rajavi',
        before: 'They heard ',
        after: ' speak.',
        why: { rule: 'name' },
      },
    ]);
  });

  test('a custom element that attaches its shadow root late is read', async () => {
    await start('<x-late></x-late><p>Javaid Rehman</p>');
    await expectMarks(page, ['Javaid Rehman']);
    await page.evaluate(() => {
      document.querySelector('x-late')!.attachShadow({ mode: 'open' }).innerHTML = '<p>Maryam Rajavi</p>';
    });
    await page.waitForFunction(() => globalThis.started.report().mentions.length === 2);
    await page.evaluate(() => {
      document.querySelector('x-late')!.shadowRoot!.querySelector('p')!.textContent = 'Nobody';
    });
    await expectMarks(page, ['Javaid Rehman']);
  });

  test('an empty element that attaches its shadow root late, and slots that change, are read', async () => {
    await start(
      '<div id=a></div><div id=b><template shadowrootmode=open><slot name=shown></slot></template><p>Javaid Rehman</p></div><p>Maryam Rajavi</p>',
    );
    await expectMarks(page, ['Maryam Rajavi']);
    await page.evaluate(() => {
      document.querySelector('#a')!.attachShadow({ mode: 'open' }).innerHTML = '<p>Maryam Rajavi</p>';
      document.querySelector('#b p')!.slot = 'shown';
    });
    await page.waitForFunction(() => globalThis.started.report().mentions.length === 3);
  });

  test('a single-page navigation is a new page: its date counts', async () => {
    await start('<article><time datetime="2024-08-24"></time><p>Maryam Rajavi</p></article>');
    await expectMarks(page, ['Maryam Rajavi']);
    expect(await page.evaluate(() => globalThis.started.session.published())).toBe('2024-08-24');
    await page.evaluate(() => {
      history.pushState(null, '', '/b');
      document.body.innerHTML = '<article><time datetime="2017-05-19"></time><p>Javaid Rehman</p></article>';
    });
    await expectMarks(page, ['Javaid Rehman']);
    await page.waitForFunction(() => globalThis.started.session.published() === '2017-05-19');
  });

  test('a muted entity and an unwanted kind are not marked', async () => {
    await start('<p>Maryam Rajavi and Javaid Rehman</p>', { muted: ['Maryam Rajavi'] });
    await expectMarks(page, ['Javaid Rehman']);
    await page.evaluate(() => globalThis.started.session.silence('Javaid Rehman'));
    await expectMarks(page, []);
  });

  test('text that becomes hidden or editable loses its marks', async () => {
    await start('<p id=a>Maryam Rajavi</p><p>Javaid Rehman</p>');
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
    await page.evaluate(() => document.querySelector('#a')!.setAttribute('contenteditable', ''));
    await expectMarks(page, ['Javaid Rehman']);
    await page.evaluate(() => document.querySelector('#a')!.removeAttribute('contenteditable'));
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
  });
});
