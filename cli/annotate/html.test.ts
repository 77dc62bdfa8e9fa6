import { expect, test } from 'vitest';
import { readHtml } from './html.ts';

test('inline elements are joined, block elements are not', () => {
  expect(
    readHtml('<p><b>Javaid</b> Rehman <a href=x>spoke</a></p><p>Then</p><div>one<div>two</div>three</div>').blocks,
  ).toEqual(['Javaid Rehman spoke', 'Then', 'one', 'two', 'three']);
});

test("text that is not the page's own words is left out", () => {
  const html =
    '<script>a</script><style>b</style><pre>c</pre><textarea>d</textarea><p hidden>e</p><p aria-hidden=true>f <i>g</i></p><p contenteditable>h</p><p>kept</p>';
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
  expect(readHtml('<p>a<!-- never closed').blocks).toEqual(['a']);
});
