import { describe, expect, test } from 'vitest';
import { entity, pack as made } from '../dataset/builders.ts';
import {
  answerAnnotate,
  answerCard,
  answerCite,
  answerMute,
  answerSearch,
  answerSeen,
  answerSite,
  liftOutdatedMutes,
  pageConfig,
} from './answers.ts';
import { filesOf, groundOn, held, page } from './testing.ts';

describe('the worker', () => {
  test('finds what the packs know, with kinds and names', async () => {
    const { mentions, kinds, names } = await answerAnnotate(groundOn(filesOf(held)), { page, known: [] }, 'all');
    expect(mentions.map(({ entity, start, end }) => [entity, page.blocks[0]!.slice(start, end)])).toEqual([
      ['javaid-rehman', 'Javaid Rehman'],
      ['united-nations', 'United Nations'],
    ]);
    expect(kinds).toEqual({ 'javaid-rehman': 'person', 'united-nations': 'organisation' });
    expect(names['javaid-rehman']).toBe('Javaid Rehman');
  });

  test('takes the first date of a page that is one, and no language that is none', async () => {
    const dates = (...times: string[]) => ({ json: [], named: [], times });
    const said = { ...page, dates: dates('soon', '2018-05-01T10:00:00Z', '2001-01-01'), lang: 'not a language' };
    const answer = await answerAnnotate(groundOn(filesOf(held)), { page: said, known: [] }, 'all');
    expect(answer.published).toBe('2018-05-01');
    expect(answer.mentions.length).toBe(2);
    const nothing = await answerAnnotate(
      groundOn(filesOf(held)),
      { page: { ...page, dates: dates('soon') }, known: [] },
      'all',
    );
    expect(nothing).not.toHaveProperty('published');
  });

  test('leaves packs alone that are switched off', async () => {
    const files = filesOf(held);
    const ground = groundOn(files, { packsOff: ['people'] });
    const { mentions } = await answerAnnotate(ground, { page, known: [] }, 'all');
    expect(mentions.map(({ entity }) => entity)).toEqual(['united-nations']);
    expect(await answerCard(ground, { entity: 'javaid-rehman' }, 'all')).toBe(null);
    expect(await answerSearch(ground, { query: 'javaid', limit: 5 })).toEqual([]);
    expect(files.reads.filter((name) => name.startsWith('people'))).toEqual([]);
  });

  test('answers a card with its pack, and null for what nobody knows', async () => {
    const ground = groundOn(filesOf(held));
    expect(await answerCard(ground, { entity: 'javaid-rehman' }, 'all')).toMatchObject({
      pack: { id: 'people' },
      stale: false,
    });
    expect(await answerCard(ground, { entity: 'nobody' }, 'all')).toBe(null);
  });

  test('gives no citation of a source that the entity does not cite', async () => {
    const ground = groundOn(filesOf(held));
    await expect(
      answerCite(ground, { entity: 'javaid-rehman', what: { source: 'other' }, format: 'ris' }, 'all'),
    ).rejects.toThrow('other');
  });

  test('mutes, and lifts it again', async () => {
    const ground = groundOn(filesOf(held));
    await answerMute(ground, { entity: 'b', muted: true });
    await answerMute(ground, { entity: 'a', muted: true });
    await answerMute(ground, { entity: 'a', muted: true });
    expect((await ground.settings()).muted).toEqual(['a', 'b']);
    await answerMute(ground, { entity: 'a', muted: false });
    expect((await ground.settings()).muted).toEqual(['b']);
  });

  test('mutes until the entry changes: an update with the same entry keeps it, one with another lifts it', async () => {
    const before = groundOn(filesOf(held));
    await answerMute(before, { entity: 'javaid-rehman', muted: true, until: 'change' });
    await answerMute(before, { entity: 'someone-else', muted: true });
    await liftOutdatedMutes(before);
    const settings = await before.settings();
    expect(settings.muted).toEqual(['javaid-rehman', 'someone-else']);

    const changed = held.map((pack) => ({
      ...pack,
      entities: pack.entities.map((entity) => ({ ...entity, description: 'Something new' })),
    }));
    const after = groundOn(filesOf(changed), settings);
    await liftOutdatedMutes(after);
    expect(await after.settings()).toMatchObject({ muted: ['someone-else'], mutedFor: {} });
  });

  test('tells a page when a pause ends', async () => {
    const until = Date.UTC(2026, 10, 22, 1);
    expect(await pageConfig(groundOn(filesOf(held), { pausedUntil: until }), 'a.example')).toMatchObject({
      state: 'off',
      until,
    });
    expect(await pageConfig(groundOn(filesOf(held), { pausedUntil: 5 }), 'a.example')).not.toHaveProperty('until');
  });

  test('tells a page only what it needs', async () => {
    const ground = groundOn(filesOf(held), { sites: { 'off.example': 'off' } });
    expect(await pageConfig(ground, 'news.example')).toEqual({
      state: 'on',
      badge: true,
      shelf: false,
      settings: expect.not.objectContaining({ sites: expect.anything() }),
      texts: { 'card.close': 'بستن', 'page.mark': 'نشان' },
      language: 'fa',
      direction: 'rtl',
    });
    expect((await pageConfig(ground, 'www.off.example')).state).toBe('off');
    await answerSite(ground, { host: 'off.example', state: 'on' }, { own: true });
    expect((await pageConfig(ground, 'off.example')).state).toBe('on');
  });
});

test('a citation is given in the form that was asked for', async () => {
  const { entities, sources, ...info } = made([entity('club')]);
  const ground = groundOn(filesOf([{ format: 'sidelight-pack', formatVersion: 1, ...info, entities, sources }]));
  const asked = { entity: 'club', what: { source: 'alpha' }, format: 'ris' } as const;
  expect(await answerCite(ground, asked, 'all')).toContain('TI  - Report of alpha');
  const { statements = [] } = (await answerCard(ground, { entity: 'club' }, 'all'))!.entity;
  const what = { text: statements[0]!.text };
  const sentence = (format: Parameters<typeof answerCite>[1]['format']) =>
    answerCite(ground, { entity: 'club', what, format }, 'all');
  expect(await sentence('text')).toContain(`${what.text} [1]`);
  expect(await sentence('markdown')).toContain(`${what.text}[^alpha]`);
  expect(await sentence('wiki')).toMatch(/^[^<]+<ref name="alpha">\{\{/);
  expect(await sentence('ris')).toContain(`N1  - ${what.text} (`);
  expect(await sentence('bibtex')).toContain(`annote = {${what.text} (`);
  expect(JSON.parse(await sentence('csl'))[0].annote).toContain(what.text);
  await expect(
    answerCite(ground, { entity: 'club', what: { text: 'Another.' }, format: 'text' }, 'all'),
  ).rejects.toThrow('Another.');
});

test('a pause that the clock was set back from is over', async () => {
  const later = Date.UTC(2026, 10, 23, 0, 30);
  expect(await pageConfig(groundOn(filesOf(held), { pausedUntil: later }), 'a.example')).toMatchObject({ state: 'on' });
});

test('a content script switches the site off that it runs on, whatever site it names', async () => {
  const ground = groundOn(filesOf(held));
  const sender = { own: false, url: 'https://frame.example/', top: 'https://top.example/' };
  await answerSite(ground, { host: 'other.example', state: 'off' }, sender);
  expect((await ground.settings()).sites).toEqual({ 'top.example': 'off' });
  await answerSite(ground, { host: 'other.example', state: 'off' }, { own: false });
  expect((await ground.settings()).sites).toEqual({ 'top.example': 'off' });
});

test('whose card was opened is kept only where the reader wants it, and never of private windows or our own pages', async () => {
  const seen = { entity: 'javaid-rehman', title: 'News' };
  const page = { own: false, url: 'https://news.example/1' };
  const unwanted = groundOn(filesOf(held));
  await answerSeen(unwanted, seen, page, 'all');
  const wanted = groundOn(filesOf(held), { shelf: true });
  await answerSeen(wanted, seen, { ...page, private: true }, 'all');
  await answerSeen(wanted, seen, { ...page, own: true }, 'all');
  await answerSeen(wanted, { ...seen, entity: 'nobody' }, page, 'all');
  expect([...unwanted.shelved, ...wanted.shelved]).toEqual([]);
  await answerSeen(wanted, seen, page, 'all');
  expect(wanted.shelved).toEqual([{ ...seen, name: 'Javaid Rehman', kind: 'person', url: 'https://news.example/1' }]);
});
