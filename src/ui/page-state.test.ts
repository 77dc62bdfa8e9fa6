import { expect, test, vi } from 'vitest';
import type { PageReport } from '../messages/protocol.ts';
import { defaultSettings } from '../settings/schema.ts';
import type { PageState } from './page-state.ts';

Object.assign(globalThis, { chrome: { runtime: { id: 'sidelight' } }, browser: { runtime: { id: 'sidelight' } } });
// Another test may have read them with another browser.
vi.resetModules();
const { hostOf, silence } = await import('./page-state.ts');

const settings = defaultSettings();
const page = (report: Partial<PageReport>): PageState => ({
  state: 'report',
  host: 'news.example',
  report: { version: '1', state: 'done', title: 'News', url: 'https://news.example/', mentions: [], ...report },
});
const mention: PageReport['mentions'][number] = {
  index: 0,
  entity: 'fatwa',
  name: 'Fatwa',
  kind: 'term',
  text: 'fatwa',
  before: '',
  after: '',
  why: { rule: 'name' },
};

test('a page with mentions needs no explanation', () => {
  expect(silence(page({ mentions: [mention] }), settings, 0)).toBe(undefined);
});

test.each([
  ['protected', { state: 'protected' } as const, settings],
  ['noAccess', { state: 'no access', host: 'news.example' } as const, settings],
  ['paused', page({ state: 'off' }), { ...settings, pausedUntil: 1000 }],
  ['siteOff', page({ state: 'off' }), { ...settings, sites: { 'news.example': 'off' as const } }],
  ['optedOut', page({ state: 'opted-out' }), settings],
  ['scanning', page({ state: 'scanning' }), settings],
  ['kindsOff', page({}), { ...settings, kinds: [] }],
  ['nothingKnown', page({}), settings],
  ['nothingWanted', page({}), { ...settings, kinds: settings.kinds.slice(1) }],
  ['nothingWanted', page({}), { ...settings, muted: ['fatwa'] }],
  ['nothingWanted', page({}), { ...settings, packsOff: ['iran'] }],
])('nothing is marked for the reason %s, and the reader is told so', (why, page, with_) => {
  expect(silence(page, with_, 500)).toBe(why);
});

test.each([
  ['https://news.example/a', 'news.example'],
  ['http://127.0.0.1:80/', '127.0.0.1'],
  ['file:///tmp/a.html', 'file'],
  ['about:blank', undefined],
  ['chrome://settings', undefined],
  ['moz-extension://x/reader.html', undefined],
  [undefined, undefined],
])('the host of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
