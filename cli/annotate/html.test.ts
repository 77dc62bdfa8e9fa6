import { expect, test } from 'vitest';
import { readHtml } from './html.ts';

test('inline elements are joined, block elements are not', () => {
  expect(
    readHtml('<p><b>Javaid</b> Rehman <a href=x>spoke</a></p><p>Then</p><div>one<div>two</div>three</div>').blocks,
  ).toEqual(['Javaid Rehman spoke', 'Then', 'one', 'two', 'three']);
});

test("text that is not the page's own words is left out", () => {
  const html =
    '<script>a</script><style>b</style><pre class=code>c</pre><textarea>d</textarea><p hidden>e</p><p aria-hidden=true>f <i>g</i></p><p contenteditable>h</p><p>kept</p>';
  expect(readHtml(html).blocks).toEqual(['kept']);
});

test('title, language, date and address are read once', () => {
  const html = `<html lang=fr><title>Un &amp; deux</title><link rel=canonical href="https://example.org/a">
    <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-06-19T08:00:00Z"}</script>
    <body><svg><title>no</title></svg><time datetime="2024-01-01">later</time>`;
  expect(readHtml(html)).toMatchObject({
    title: 'Un & deux',
    lang: 'fr',
    published: '2021-06-19',
    url: 'https://example.org/a',
  });
});

test('broken markup gives what text there is', () => {
  expect(readHtml('</p></div><p>one<p>two<b>three</p></i>four').blocks.join(' ')).toContain('three');
  expect(readHtml('').blocks).toEqual([]);
  expect(readHtml('<p>ab<!-- never closed').blocks).toEqual(['ab']);
});

test('prose in <pre>, signs of notes, line breaks and drawings are read as in a page', () => {
  expect(readHtml('<pre>Dear all,\n\nAli spoke.</pre><pre>if (a) { b(); }</pre>').blocks).toEqual([
    'Dear all, Ali spoke.',
  ]);
  expect(readHtml('<p>Ali Reza<sup>[12]</sup>, 10<sup>6</sup></p>').blocks).toEqual(['Ali Reza, 106']);
  expect(readHtml('<div>Ali<div><sup>1</sup> Reza</div></div>').blocks).toEqual(['Ali', 'Reza']);
  expect(readHtml('<p>one<br>\ntwo<br>\n<br>three').blocks).toEqual(['one two', 'three']);
  expect(readHtml('<svg><path/><text>Ali</text><foreignObject><p>Reza</p></foreignObject></svg>').blocks).toEqual([
    'Ali',
    'Reza',
  ]);
});

test('of several dates the one counts that the extension takes', () => {
  const html = `<time datetime="2001-01-01">elsewhere</time><meta name=date content="2002-02-02">
    <meta property="article:published_time" content="2024-08-24T10:00:00Z"><article><time datetime="2003-03-03">here</time></article>`;
  expect(readHtml(html).published).toBe('2024-08-24');
  expect(
    readHtml('<time datetime="2001-01-01"></time><article><time datetime="2003-03-03"></time></article>').published,
  ).toBe('2003-03-03');
});
