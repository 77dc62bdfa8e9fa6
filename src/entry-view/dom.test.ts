import { expect, test } from 'vitest';
import { safeUrl, say, sayKind } from './dom.ts';

test('values are put into a text, and what has no value or no text is shown as it is', () => {
  expect(say({ a: 'From {title}, {date}' }, 'a', { title: '{date}', date: 2026 })).toBe('From {date}, 2026');
  expect(say({ a: '{left} open' }, 'a')).toBe('{left} open');
  expect(say({}, 'card.close')).toBe('card.close');
  expect(sayKind({ 'card.publisher.news-agency': 'agency' }, 'publisher', 'news agency')).toBe('agency');
});

test('in a text from right to left each value is isolated', () => {
  expect(say({ a: 'از بستهٔ «{title}»' }, 'a', { title: 'Iran since 1979' })).toBe(
    'از بستهٔ «\u2068Iran since 1979\u2069»',
  );
});

test('only http and https are addresses to link to', () => {
  expect(safeUrl('https://example.org/a')).toBe('https://example.org/a');
  for (const address of ['javascript:alert(1)', 'data:text/html,x', ' https://example.org', '//example.org', undefined])
    expect(safeUrl(address)).toBe(undefined);
});
