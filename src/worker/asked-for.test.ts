import { describe, expect, test } from 'vitest';
import { type Asked, stillAsked } from './asked-for.ts';

const origin = 'https://news.example';
const page = `${origin}/a`;

type Word = [status: string | undefined, address: string | undefined];
/** What is left after all that a browser tells. */
const leftOf = (words: readonly Word[], early: boolean) =>
  words.reduce<Asked | undefined>(
    (asked, [status, address]) => asked && stillAsked(asked, status === undefined ? {} : { status }, address, early),
    { origin },
  )?.origin;

describe.each([
  ['in Firefox', true],
  ['in Chromium', false],
])('what was asked for in a tab, %s', (_, early) => {
  test('is kept on every page of the origin', () => {
    const loaded: Word[] = [
      ['loading', page],
      ['loading', `${origin}/b`],
      ['complete', `${origin}/b`],
    ];
    expect(leftOf([...loaded, [undefined, `${origin}/b#c`], ...loaded], early)).toBe(origin);
  });

  test.each([
    ['of another origin', 'https://news.example:8443/a'],
    ['of a data address', 'data:text/html,x'],
    ['without an address', 'about:blank'],
  ])('ends on a page %s, however far it is loaded', (_, address) => {
    expect(leftOf([['loading', address]], early)).toBe(undefined);
    expect(leftOf([['complete', address]], early)).toBe(undefined);
  });

  test('ends on a page that we may not know, when it is there', () => {
    const unknown: Word[] = [
      ['loading', page],
      ['loading', undefined],
      ['complete', undefined],
    ];
    expect(leftOf(unknown, early)).toBe(undefined);
  });

  test('does not outlive a page that we may not know and that never loads to its end', () => {
    const leaves: Word[] = [
      ['loading', page],
      ['loading', undefined],
    ];
    // Chromium tells of a load when its page is there, Firefox also before.
    const back: Word[] = [...(early ? [['loading', undefined] as Word] : []), ['loading', page], ['complete', page]];
    expect(leftOf([...leaves, ...back], early)).toBe(undefined);
  });
});

test('is kept while Firefox hands a tab to another process, when it has no address', () => {
  const handed: Word[] = [
    ['loading', undefined],
    ['loading', page],
    ['complete', page],
  ];
  expect(leftOf([...handed, ...handed], true)).toBe(origin);
});
