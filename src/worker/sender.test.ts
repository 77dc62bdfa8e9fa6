import { describe, expect, test } from 'vitest';
import type { Sender } from '../messages/index.ts';
import { originOf, scopeOf, siteOf } from './sender.ts';

const page = 'https://news.example';
const frame = (origin: string | undefined, top: string | undefined = `${page}/a`): Sender => ({
  own: false,
  tab: 7,
  ...(origin !== undefined && { origin }),
  ...(top !== undefined && { top }),
});

describe('of a list that is marked on demand', () => {
  test('the page on which the reader asked hears, in any frame of its origin', () => {
    expect(scopeOf(frame(page), page)).toBe('all');
  });

  test.each([
    ['a frame of another site', frame('https://ads.example')],
    ['a frame of a subdomain', frame('https://www.news.example')],
    ['a frame of another port', frame(`${page}:8443`)],
    ['a frame of another scheme', frame('http://news.example')],
    ['a frame without an origin', frame('null')],
    ['a frame of which the browser tells no origin', frame(undefined)],
    ['the page as a frame of another page', frame(page, 'https://other.example/')],
    ['a page whose tab has no address that we may know', { own: false, tab: 7, origin: page }],
  ])('%s does not hear', (_, sender) => {
    expect(scopeOf(sender, page)).toBe('always');
  });

  test('nobody hears where the reader did not ask, but our own pages', () => {
    expect(scopeOf(frame(page), undefined)).toBe('always');
    expect(scopeOf(frame(undefined, undefined), undefined)).toBe('always');
    expect(scopeOf({ own: true }, undefined)).toBe('all');
  });
});

test('an origin has scheme, host and port; an address without one has none', () => {
  expect(originOf('https://news.example:8443/a?b')).toBe('https://news.example:8443');
  for (const address of [undefined, '', 'about:blank', 'data:text/html,x', 'blob:null/1', 'no address'])
    expect(originOf(address)).toBe(undefined);
});

test('a content script speaks for the site of its tab, and our own pages for none', () => {
  const url = 'https://frame.example/';
  expect(siteOf({ own: false, url, top: 'https://top.example/a' })).toBe('top.example');
  expect(siteOf({ own: false, url })).toBe('frame.example');
  expect(siteOf({ own: true, url })).toBe(undefined);
});
