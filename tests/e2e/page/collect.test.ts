import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, bundleForPage, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import type * as Parts from './parts.ts';

declare const parts: typeof Parts;

/** Title, what stands in the body (or the whole page when it begins with "<!"), the blocks that are read. */
const cases: [string, string, string[]][] = [
  [
    'a slot in a drawing is an element of it like any other',
    '<svg><slot><text>Ali</text></slot></svg><p>Reza</p>',
    ['Ali', 'Reza'],
  ],
  ['inline elements are joined', '<p><b>Javaid</b> Reh<i>man</i></p>', ['Javaid Rehman']],
  ['block elements are not', '<p>Javaid</p><p>Rehman</p>', ['Javaid', 'Rehman']],
  ['a line break stays in its block', '<p>Javaid<br>Rehman</p>', ['Javaid Rehman']],
  ['a line feed in the source beside a line break is no blank line', '<p>Javaid\n<br>\nRehman</p>', ['Javaid Rehman']],
  ['two line breaks make a new block', '<p>Javaid<br> <br>Rehman</p>', ['Javaid', 'Rehman']],
  ['a block inside an inline element ends a block', '<a>Javaid<div>Rehman</div>said</a>', ['Javaid', 'Rehman', 'said']],
  ['text around a block is two blocks', '<div>Javaid<p>Rehman</p>said</div>', ['Javaid', 'Rehman', 'said']],
  [
    'list items and cells stand alone',
    '<ul><li>Ali<li>Reza</ul><table><tr><td>Omid<td>Nima</table>',
    ['Ali', 'Reza', 'Omid', 'Nima'],
  ],
  ['captions are read', '<figure><img alt="no"><figcaption>Ali</figcaption></figure>', ['Ali']],
  [
    'what is no prose is skipped',
    '<script>Ali</script><style>Ali</style><pre>if (ali) { reza(); }</pre><pre class=highlight>Ali</pre><code>Ali</code><textarea>Ali</textarea><p>Reza</p>',
    ['Reza'],
  ],
  [
    'what is hidden or being written is skipped',
    '<p hidden>Ali</p><p aria-hidden=true>Ali</p><div contenteditable>Ali</div><div role=textbox>Ali</div><p>Reza</p>',
    ['Reza'],
  ],
  ['a sign beside pictures is no text', '<div>…<div><svg></svg></div><svg></svg></div><p>Ali</p>', ['Ali']],
  ['code leaves a gap', '<p>Ali <code>x</code> Reza</p>', ['Ali \uFFFC Reza']],
  [
    'soft hyphens and zero-width characters stay where they are',
    '<p>Kho\u00ADmei\u200Bni</p>',
    ['Kho\u00ADmei\u200Bni'],
  ],
  [
    'the gloss of a ruby is left out',
    '<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>です</p>',
    ['東京です'],
  ],
  [
    'a division shown inline is joined',
    '<div>Maryam <div style="display:inline">Rajavi</div></div>',
    ['Maryam Rajavi'],
  ],
  [
    'a division without a box of its own is joined',
    '<div>Maryam <div style="display:contents">Rajavi</div></div>',
    ['Maryam Rajavi'],
  ],
  [
    'a custom element is joined unless it is styled as a block',
    '<p>Maryam <x-b>Rajavi</x-b></p><div>Ali<x-c style="display:block">Reza</x-c></div>',
    ['Maryam Rajavi', 'Ali', 'Reza'],
  ],
  [
    'words that only the layout keeps apart are not run together',
    '<div style="display:flex"><span>By</span><span>Ali</span></div>',
    ['By', 'Ali'],
  ],
  [
    'items of menus, tables, grids and floats are not joined to a name',
    '<div style="display:flex"><a>Ali</a> <a>Reza</a></div><div style="display:table"><span style="display:table-cell">Omid</span> <span style="display:table-cell">Nima</span></div><div style="display:grid"><span>Sara</span> <span>Zahra</span></div><div><a style="float:left">Mina</a> <a style="float:left">Roya</a></div>',
    ['Ali', 'Reza', 'Omid', 'Nima', 'Sara', 'Zahra', 'Mina', 'Roya'],
  ],
  [
    'the sign of a note is no part of a name, the power of a number is one of it',
    '<p>Ali Reza<sup>12</sup> and <a>Omid</a><sup><a>[3]</a></sup>, Nima<sup>a</sup>, Sara<a style="vertical-align:super">4</a>met 10<sup>6</sup></p>',
    ['Ali Reza and Omid, Nima, Sara met 106'],
  ],
  [
    'the sign of a note at the beginning of a block is no part of it, a number at the top of a cell is',
    '<p><sup>1</sup>Ali</p><table><tr><td style="vertical-align:top">40<td>Reza</table>',
    ['Ali', '40', 'Reza'],
  ],
  [
    'words that are set down one by one are a line where they look like one',
    '<div style="position:relative;font:20px monospace"><span style="position:absolute;left:0;top:0">Ali</span><span style="position:absolute;left:44px;top:0">Reza</span><span style="position:absolute;left:400px;top:200px">Omid</span></div>',
    ['Ali Reza', 'Omid'],
  ],
  ['prose in <pre> is read', '<pre>Dear all,\n\nAli spoke.\n</pre>', ['Dear all, Ali spoke.']],
  [
    'the text of a drawing and the HTML in it are read',
    '<svg><path d="M0 0"/><text>Ali <tspan>Reza</tspan></text><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Omid</p></foreignObject></svg><p>by <svg><path d="M0 0"/></svg> Nima</p>',
    ['Ali Reza', 'Omid', 'by \uFFFC Nima'],
  ],
  ['a drop capital belongs to its word', '<p><span style="float:left;font-size:3em">K</span>homeini</p>', ['Khomeini']],
  [
    'letters set one by one are a word',
    '<p><span style="display:inline-block">A</span><span style="display:inline-block">li</span></p>',
    ['Ali'],
  ],
  [
    'an open shadow root is read with its slots filled',
    '<div><template shadowrootmode=open><p>one</p><slot></slot><p>three</p></template><p>two</p></div><p>four</p>',
    ['one', 'two', 'three', 'four'],
  ],
  [
    'what no slot shows is not read',
    '<div><template shadowrootmode=open><p>one</p></template><p>two</p></div>',
    ['one'],
  ],
  [
    'the content of an empty slot is read',
    '<div><template shadowrootmode=open><p><slot>one</slot></p></template></div>',
    ['one'],
  ],
  [
    'an embedded post is read',
    '<blockquote class=twitter-tweet><p lang=en>Ali said <a href="#">@reza</a></p>&mdash; Omid</blockquote>',
    ['Ali said @reza', '— Omid'],
  ],
  ['a page without a body is empty', '<!doctype html><frameset></frameset>', []],
];

/** What changes, what stands in the body before, the change, the blocks that are read then: those of the page read anew. */
const changes: [string, string, () => void, string[]][] = [
  [
    'a text beside a drawing without text, which floats',
    '<p id=a>Ali <svg style="float:left"><title>Icon</title></svg> Reza</p>',
    () => {
      document.querySelector('#a')!.firstChild!.nodeValue = 'Omid ';
    },
    ['Omid \uFFFC Reza'],
  ],
  [
    'a text after the sign of a note at the beginning of its block',
    '<div>Ali<div id=a><sup>1</sup> Reza</div></div>',
    () => {
      document.querySelector('#a')!.lastChild!.nodeValue = ' Omid';
    },
    ['Ali', 'Omid'],
  ],
  [
    'the sign of a note, which is hidden',
    '<p>Ali<sup id=a>1</sup>Reza</p>',
    () => document.querySelector('#a')!.toggleAttribute('hidden'),
    ['AliReza'],
  ],
  [
    'a word within a line, which is hidden',
    '<p>Ali <b id=a>Reza</b> Omid</p>',
    () => document.querySelector('#a')!.toggleAttribute('hidden'),
    ['Ali Omid'],
  ],
  [
    'a picture, which comes between two words',
    '<p>Ali <b id=a>and</b> Reza</p>',
    () => document.querySelector('#a')!.replaceWith(new Image()),
    ['Ali \uFFFC Reza'],
  ],
  [
    'a hidden line, which comes between two words',
    '<div>Ali <b id=a>and</b> Reza</div>',
    () => {
      document.querySelector('#a')!.outerHTML = '<p hidden>Omid</p>';
    },
    ['Ali', 'Reza'],
  ],
  [
    'a drawing, which gets its text',
    '<p>Ali <svg id=a><g></g></svg> Reza</p>',
    () => {
      document.querySelector('#a g')!.innerHTML = '<text>Omid</text>';
    },
    ['Ali', 'Omid', 'Reza'],
  ],
  [
    'a drawing, which loses its text',
    '<p>Ali <svg id=a><g><text>Omid</text></g></svg> Reza</p>',
    () => document.querySelector('#a text')!.remove(),
    ['Ali \uFFFC Reza'],
  ],
  [
    'an element that floats, which gets its text',
    '<div>Ali <div id=a style="float:left"></div> Reza</div>',
    () => document.querySelector('#a')!.append('Omid'),
    ['Ali', 'Omid', 'Reza'],
  ],
  [
    'a slot within a line, which gets its text',
    '<div id=a><template shadowrootmode=open><p>Ali <slot></slot> Omid</p></template></div>',
    () => document.querySelector('#a')!.append('Reza'),
    ['Ali Reza Omid'],
  ],
  [
    'a slot with words of its own, which gets others',
    '<div id=a><template shadowrootmode=open><p>Ali</p><slot><p>Reza</p></slot></template></div>',
    () => {
      document.querySelector('#a')!.innerHTML = '<p>Omid</p>';
    },
    ['Ali', 'Omid'],
  ],
  [
    'a slot with words of its own, which loses others',
    '<div id=a><template shadowrootmode=open><p>Ali</p><slot><p>Reza</p></slot></template><b slot=none></b><p>Omid</p></div>',
    () => document.querySelector('#a p')!.setAttribute('slot', 'none'),
    ['Ali', 'Reza'],
  ],
  [
    'a slot, which leaves',
    '<div id=a><template shadowrootmode=open><p>Ali</p><div><slot></slot></div></template><p>Omid</p></div>',
    () => document.querySelector('#a')!.shadowRoot!.lastElementChild!.remove(),
    ['Ali'],
  ],
  [
    'a line in a shadow tree within a <pre>, where line feeds count',
    '<pre><div id=a><template shadowrootmode=open><p><b>Ali</b>Omid</p></template></div></pre>',
    () => {
      document.querySelector('#a')!.shadowRoot!.querySelector('b')!.textContent = 'Reza\n';
    },
    ['Reza\nOmid'],
  ],
  [
    'a line that moves to where nothing is read',
    '<p id=a>Ali</p><p>Reza</p><dialog aria-hidden=true></dialog>',
    () => document.querySelector('dialog')!.append(document.querySelector('#a')!),
    ['Reza'],
  ],
  [
    'a line around a slot, which is hidden',
    '<div id=a><template shadowrootmode=open><p><slot></slot></p></template>Ali</div>',
    () => document.querySelector('#a')!.shadowRoot!.firstElementChild!.toggleAttribute('hidden'),
    [],
  ],
];

const inHtml = (html: string) => (html.startsWith('<!') ? html : `<!doctype html><meta charset=utf-8>${html}`);

describe.each(browserNames)('collecting in %s', (name) => {
  let session: Session;
  let site: Site;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    script = await bundleForPage('tests/e2e/page/parts.ts', 'parts');
    site = await serve({});
    session = await sharedBrowser(name, 'none');
    page = await session.open('about:blank');
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function load(html: string | { body: string; type: string }): Promise<void> {
    site.pages.set('/a', typeof html === 'string' ? inHtml(html) : html);
    await page.goto(`${site.origin}/a`);
    await page.evaluate(script);
  }

  describe('a document', () => {
    beforeAll(() => load(''));

    test.each(cases)('%s', async (_title, html, expected) => {
      expect(await page.evaluate((source) => parts.blocksInFrame(source), inHtml(html))).toEqual(expected);
    });
  });

  describe('a change is read as the whole page would be:', () => {
    beforeAll(() => load(''));

    test.each(changes)('%s', async (_title, html, change, expected) => {
      await page.evaluate((source) => parts.follow(source), html);
      await page.evaluate(change);
      const [followed, anew] = await page.evaluate(async () => [
        await parts.followed(),
        await parts.blocks(undefined, document, parts.lines),
      ]);
      expect(followed).toEqual(expected);
      expect(anew).toEqual(expected);
    });
  });

  test('a plain-text document is read, a long one in parts at its blank lines', async () => {
    const paragraph = `${'All work and no play makes Ali a dull boy. '.repeat(40)}`;
    await load({ body: Array(30).fill(paragraph).join('\n\n'), type: 'text/plain' });
    const blocks = await page.evaluate(() => parts.blocks());
    expect(blocks).toEqual(Array(30).fill(paragraph.trim()));
  });

  test('a page that is being written is not read', async () => {
    await load('<p>Ali</p>');
    await page.evaluate(() => {
      document.designMode = 'on';
    });
    expect(await page.evaluate(() => parts.blocks())).toEqual([]);
  });

  test('megabytes of lines are read in parts', async () => {
    const lines = 100_000;
    // If each line cost what stands before it, this would take minutes. Not laid out: that takes Chromium longer than all else.
    await load(`<p style="display: none">${'Ali spoke to Reza and to others. <br>'.repeat(lines)}</p>`);
    const blocks = await page.evaluate(() => parts.blocks());
    expect(blocks.length).toBeGreaterThan(50);
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThanOrEqual(20_000);
    expect(blocks.join(' ').length).toBe('Ali spoke to Reza and to others. '.length * lines - 1);
    // Here the end of what was read so far is looked at each time.
    await load(`<p style="display: none">${'Ali spoke to <b>Reza</b> of it. '.repeat(2 * lines)}</p>`);
    expect((await page.evaluate(() => parts.blocks())).join(' ').length).toBe(
      'Ali spoke to Reza of it. '.length * 2 * lines - 1,
    );
  });

  test('an element is asked for its style once, though it is entered, left, and holds a sign that may be a note', async () => {
    await load(`<p>${'<i>x</i>'.repeat(500)}</p>`);
    const asked = await page.evaluate(async () => {
      const { getComputedStyle } = globalThis;
      let count = 0;
      globalThis.getComputedStyle = (...given) => {
        count++;
        return getComputedStyle(...given);
      };
      const blocks = await parts.blocks();
      return { blocks, count };
    });
    expect(asked.blocks).toEqual(['x'.repeat(500)]);
    expect(asked.count).toBe(501);
  });

  test('a document that is not for reading is left alone', async () => {
    await load({ body: '<?xml version="1.0"?><a><b>Ali</b></a>', type: 'application/xml' });
    expect(await page.evaluate(() => parts.isReadable(document))).toBe(false);
    await load('<p>Ali</p>');
    expect(await page.evaluate(() => parts.isReadable(document))).toBe(true);
  });

  test('reading stops at its caps', async () => {
    await load('<p>one two</p>'.repeat(1000));
    const length = (await page.evaluate(() => parts.blocks({ nodes: 1e6, text: 70 }))).join('').length;
    expect(length).toBe(70);
    expect((await page.evaluate(() => parts.blocks({ nodes: 101, text: 1e6 }))).length).toBeLessThan(51);
  });
});
