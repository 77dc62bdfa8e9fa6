import { describe, expect, test } from 'vitest';
import { filesOf as compiledFiles } from '../../cli/pack/compile.ts';
import { entity, pack as made, source } from '../dataset/builders.ts';
import type { FactProperty } from '../dataset/fact-properties.ts';
import type { Pack } from '../dataset/schema.ts';
import { shortHash } from '../dataset/short-hash.ts';
import type { LanguageTexts, TranslatedText } from '../dataset/translations/schema.ts';
import { pairHash } from '../dataset/translations/state.ts';
import { acceptImport } from '../own-packs/jobs.ts';
import { freshDatabase, read, today } from '../own-packs/testing.ts';
import { createSearch } from '../search/index.ts';
import { defaultSettings } from '../settings/schema.ts';
import type { Settings } from '../settings/types.ts';
import {
  answerAnnotate,
  answerCard,
  answerCite,
  answerMute,
  answerSearch,
  answerSeen,
  answerSite,
  type Ground,
  liftOutdatedMutes,
  pageConfig,
} from './answers.ts';
import { answerBrowse } from './browse.ts';
import { createPacks, type PackFiles } from './bundled-packs.ts';
import { createOwnPacks } from './own-packs.ts';
import { createTurns } from './turns.ts';
import { checked } from './validate-request.ts';

function pack(id: string, entities: Pack['entities']): Pack {
  return {
    format: 'sidelight-pack',
    formatVersion: 1,
    id,
    title: id,
    description: 'A pack for the tests.',
    language: 'en',
    license: 'CC-BY-4.0',
    released: '2026-11-22',
    entities,
    sources: {},
  };
}
const held = [
  pack('people', [{ id: 'javaid-rehman', kind: 'person', name: 'Javaid Rehman', reviewBy: '2026-12-01' }]),
  pack('terms', [{ id: 'united-nations', kind: 'organisation', name: 'United Nations' }]),
];

type Compiled = Awaited<ReturnType<typeof compiledFiles>>;

/** The packs as they are compiled; `openData`: ids of those that are made from open data; `texts`: what is translated of the others. */
function filesOf(packs: Pack[], openData: string[] = [], texts: LanguageTexts[] = []): PackFiles & { reads: string[] } {
  const reads: string[] = [];
  const compiled = new Map<string, Promise<Compiled>>(
    packs.map((each) => {
      const open = openData.includes(each.id);
      return [each.id, compiledFiles(each, open, open ? [] : texts)];
    }),
  );
  const read = async (id: string, name: string) => {
    reads.push(name);
    return (await compiled.get(id)!).files.get(name)!;
  };
  const bytes = async (id: string, name: string) =>
    ((await read(id, name)) as Uint8Array).slice().buffer as ArrayBuffer;
  const json = async (id: string, name: string) => JSON.parse((await read(id, name)) as string);
  return {
    reads,
    async list() {
      reads.push('list');
      return (await Promise.all(compiled.values())).map(({ listing }) => listing);
    },
    index: (id) => bytes(id, `${id}.index`),
    titles: (id, language) => bytes(id, [id, language, 'titles'].filter(Boolean).join('.')),
    sources: (id) => json(id, `${id}/sources.json`),
    records: (id, shard) => json(id, `${id}/${shard}.json`),
    texts: (id, language, shard) => json(id, `${id}/${language}/${shard}.json`),
  };
}

/** A browser that keeps no database. */
const noOwnPacks = createOwnPacks(() => Promise.reject(new Error('no database')));

/** What was put on the shelf. */
const shelved: unknown[] = [];

function groundOn(files: PackFiles, first: Partial<Settings> = {}, own = noOwnPacks): Ground & { now(): number } {
  let settings: Settings = { ...defaultSettings(), ...first };
  const packs = createPacks(files);
  return {
    packs,
    own,
    settings: async () => settings,
    update: async (change) => {
      settings = change(settings);
      return settings;
    },
    texts: async () => ({ language: 'fa', texts: { 'card.close': 'بستن', 'page.mark': 'نشان', 'popup.title': 'x' } }),
    shelf: { note: async (seen) => void shelved.push(seen) },
    search: async (off, language) => createSearch(await packs.searchable(off, language)),
    now: () => Date.UTC(2026, 10, 22),
    inTurns: createTurns(async () => undefined, performance.now.bind(performance)),
  };
}
const page = { blocks: ['Javaid Rehman spoke at the United Nations.'] };

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
    const said = { ...page, dates: ['soon', '2018-05-01T10:00:00Z', '2001-01-01'], lang: 'not a language' };
    const answer = await answerAnnotate(groundOn(filesOf(held)), { page: said, known: [] }, 'all');
    expect(answer.published).toBe('2018-05-01');
    expect(answer.mentions.length).toBe(2);
    const nothing = await answerAnnotate(
      groundOn(filesOf(held)),
      { page: { ...page, dates: ['soon'] }, known: [] },
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

  test('reads each file once, however many ask at the same time', async () => {
    const files = filesOf(held);
    const ground = groundOn(files);
    await Promise.all([1, 2, 3].map(() => answerAnnotate(ground, { page, known: [] }, 'all')));
    expect(files.reads.sort()).toEqual(['list', 'people.index', 'people.titles', 'terms.index', 'terms.titles']);
  });

  test('reads no record for the marks of a page, and for a card only the file that has it', async () => {
    const files = filesOf(held);
    const ground = groundOn(files);
    await answerAnnotate(ground, { page, known: [] }, 'all');
    expect(files.reads.filter((name) => name.endsWith('.json'))).toEqual([]);
    await answerCard(ground, { entity: 'javaid-rehman' }, 'all');
    expect(files.reads.filter((name) => name.endsWith('.json'))).toEqual(['people/0.json', 'people/sources.json']);
  });

  test('finds every record of a pack of many files', async () => {
    const entities = Array.from({ length: 60 }, (_, i) => ({
      id: `town-${i}`,
      kind: 'place' as const,
      name: `Town ${i}`,
      description: 'x'.repeat(5000),
    }));
    const files = filesOf([pack('towns', entities)]);
    const ground = groundOn(files);
    expect((await files.list())[0]!.shards.length).toBeGreaterThan(3);
    for (const { id, name } of entities)
      expect((await answerCard(ground, { entity: id }, 'all'))?.entity).toMatchObject({ id, name });
  });

  test('joins to the card of an edited entry what open data tells of it, with its sources', async () => {
    const facts = [{ property: 'capital', value: 'city', asOf: '2026', source: 'data' }] as const;
    const open = pack('world', [
      { id: 'united-nations', kind: 'organisation', name: 'United Nations (data)', facts: [...facts] },
      {
        id: 'city',
        kind: 'place',
        name: 'City',
        names: [{ text: 'شهر', kind: 'full', lang: 'fa' }],
        facts: [...facts],
      },
    ]);
    open.sources = made([], [source('data')]).sources;
    const ground = groundOn(filesOf([...held, open], ['world']));
    const card = await answerCard(ground, { entity: 'united-nations' }, 'all');
    expect(card).toMatchObject({
      entity: { name: 'United Nations', facts },
      pack: { id: 'terms' },
      linked: { city: { name: 'شهر', lang: 'fa', kind: 'place' } },
    });
    expect(Object.keys(card!.sources)).toEqual(['data']);
    const alone = await answerCard(
      groundOn(filesOf([...held, open], ['world']), { packsOff: ['world'] }),
      { entity: 'united-nations' },
      'all',
    );
    expect(alone?.entity).not.toHaveProperty('facts');
  });

  test('lists the countries of open data, and of one what belongs to it today', async () => {
    const fact = (property: FactProperty, value: string, more: object = {}) => ({
      property,
      value,
      asOf: '2026',
      source: 'data',
      ...more,
    });
    const open = pack('world', [
      { id: 'land', kind: 'place', name: 'Land', facts: [fact('type', 'country-or-territory'), fact('country', 'XA')] },
      { id: 'house', kind: 'organisation', name: 'House', facts: [fact('country', 'XA')] },
      { id: 'head', kind: 'person', name: 'Head', facts: [fact('head-of-state-of', 'land', { from: '2020' })] },
      { id: 'former', kind: 'person', name: 'Former', facts: [fact('head-of-state-of', 'land', { to: '2020-01-01' })] },
      { id: 'member', kind: 'person', name: 'Member', facts: [fact('member-of', 'house')] },
    ]);
    const ground = groundOn(filesOf([...held, open], ['world']));
    const listed = async (entity?: string) =>
      (await answerBrowse(ground, { entity })).map(({ entity: id, property }) => `${property}: ${id}`);
    expect(await listed()).toEqual(['country: land']);
    expect(await listed('land')).toEqual(['head-of-state-of: head', 'country: house']);
    expect(await listed('house')).toEqual(['member-of: member']);
  });

  test('names an entity of open data in the language of the reader', async () => {
    const facts = [{ property: 'type' as const, value: 'capital', asOf: '2026', source: 'data' }];
    const open = pack('world', [
      { id: 'geneva', kind: 'place', name: 'Geneva', names: [{ text: 'ژنو', kind: 'full', lang: 'fa' }], facts },
    ]);
    const answer = await answerAnnotate(
      groundOn(filesOf([...held, open], ['world'])),
      { page: { blocks: ['They met in Geneva.'] }, known: [] },
      'all',
    );
    expect(answer.names).toEqual({ geneva: 'ژنو' });
  });

  test('tries a file again that could not be read', async () => {
    const files = filesOf(held);
    const index = files.index;
    files.index = () => Promise.reject(new Error('disk'));
    const ground = groundOn(files);
    await expect(answerAnnotate(ground, { page, known: [] }, 'all')).rejects.toThrow('disk');
    files.index = index;
    expect((await answerAnnotate(groundOn(files), { page, known: [] }, 'all')).mentions.length).toBe(2);
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
      answerCite(ground, { entity: 'javaid-rehman', source: 'other', format: 'ris' }, 'all'),
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

test('whose card was opened is kept only where the reader wants it, and never of private windows or our own pages', async () => {
  const seen = { entity: 'javaid-rehman', title: 'News' };
  const page = { own: false, url: 'https://news.example/1' };
  await answerSeen(groundOn(filesOf(held)), seen, page, 'all');
  const wanted = groundOn(filesOf(held), { shelf: true });
  await answerSeen(wanted, seen, { ...page, private: true }, 'all');
  await answerSeen(wanted, seen, { ...page, own: true }, 'all');
  await answerSeen(wanted, { ...seen, entity: 'nobody' }, page, 'all');
  expect(shelved).toEqual([]);
  await answerSeen(wanted, seen, page, 'all');
  expect(shelved).toEqual([{ ...seen, name: 'Javaid Rehman', kind: 'person', url: 'https://news.example/1' }]);
});

test('a content script switches the site off that it runs on, whatever site it names', async () => {
  const ground = groundOn(filesOf(held));
  const sender = { own: false, url: 'https://frame.example/', top: 'https://top.example/' };
  await answerSite(ground, { host: 'other.example', state: 'off' }, sender);
  expect((await ground.settings()).sites).toEqual({ 'top.example': 'off' });
  await answerSite(ground, { host: 'other.example', state: 'off' }, { own: false });
  expect((await ground.settings()).sites).toEqual({ 'top.example': 'off' });
});

describe('the border of the worker', () => {
  test('lets through what is right, without what does not belong', () => {
    expect(checked('card', { entity: 'x', extra: 1 })).toEqual({ entity: 'x' });
    expect(checked('annotate', { page, known: ['a'] })).toEqual({ page, known: ['a'] });
  });

  test.each([
    ['card', {}],
    ['card', { entity: 'x'.repeat(201) }],
    ['search', { query: 'x', limit: 0 }],
    ['search', { query: 'x', limit: 1e9 }],
    ['annotate', { page: { blocks: 'text' }, known: [] }],
    ['annotate', { page: { blocks: ['x'.repeat(10_000_001)] }, known: [] }],
    ['site', { host: 'a', state: 'maybe' }],
    ['mute', null],
    ['activate', { tab: 1.5 }],
  ] as const)('refuses %s with another request than it expects', (name, request) => {
    expect(() => checked(name, request)).toThrow('expected another request');
  });
});

describe('packs of the reader', () => {
  async function withOwn(packsOff: string[] = []) {
    const database = await freshDatabase();
    await acceptImport(
      database,
      await read(database, 'name,kind,description\nExample House,person,A house\nJavaid Example,person,\n', 'mine.csv'),
      today,
    );
    return groundOn(
      filesOf(held),
      { packsOff },
      createOwnPacks(async () => database),
    );
  }
  const text = { blocks: ['Javaid Rehman came to Example House.'] };

  test('are marked, and have cards, for whoever may hear of them', async () => {
    const ground = await withOwn();
    const answer = await answerAnnotate(ground, { page: text, known: [] }, 'all');
    expect(answer.names).toEqual({ 'javaid-rehman': 'Javaid Rehman', 'mine-example-house': 'Example House' });
    expect((await answerCard(ground, { entity: 'mine-example-house' }, 'all'))?.pack.id).toBe('mine');
    const page = await answerAnnotate(ground, { page: text, known: [] }, 'always');
    expect(Object.keys(page.names)).toEqual(['javaid-rehman']);
    expect(await answerCard(ground, { entity: 'mine-example-house' }, 'always')).toBe(null);
  });

  test('never take the mark or the card of a bundled entry, whatever speaks for theirs, and their cards say whose they are', async () => {
    const database = await freshDatabase();
    const rows = 'name,kind,cues\nJavaid Rehman,person,spoke\nExample House,organisation,\n';
    await acceptImport(database, await read(database, rows, 'mine.csv'), today);
    const own = createOwnPacks(async () => database);
    const ground = groundOn(filesOf(held), {}, own);
    const text = { blocks: ['Javaid Rehman spoke at Example House.'] };
    const { mentions } = await answerAnnotate(ground, { page: text, known: [] }, 'all');
    expect(mentions.map(({ entity }) => entity)).toEqual(['javaid-rehman', 'mine-example-house']);
    expect(mentions[0]!.alternatives).toEqual([{ entity: 'mine-javaid-rehman', score: 0 }]);
    expect(await answerCard(ground, { entity: 'javaid-rehman' }, 'all')).not.toHaveProperty('brought');
    expect(await answerCard(ground, { entity: 'mine-javaid-rehman' }, 'all')).toMatchObject({ brought: true });
    // With the bundled pack off, the reader's own is what is left.
    const alone = groundOn(filesOf(held), { packsOff: ['people'] }, own);
    const left = (await answerAnnotate(alone, { page: text, known: [] }, 'all')).mentions;
    expect(left.map(({ entity }) => entity)).toEqual(['mine-javaid-rehman', 'mine-example-house']);
  });

  test('are found by the search, and by name alone where they are too large to be held', async () => {
    const ground = await withOwn();
    const { packs, key } = await ground.own.searchable([]);
    expect(key).not.toBe('');
    expect((await packs())[0]?.entities).toEqual([
      { id: 'mine-example-house', kind: 'person', name: 'Example House', description: 'A house' },
      { id: 'mine-javaid-example', kind: 'person', name: 'Javaid Example' },
    ]);
    const [house] = (await packs())[0]!.entities;
    const large: Ground = { ...ground, own: { ...ground.own, named: async () => [{ entity: house!, pack: 'mine' }] } };
    expect((await answerSearch(large, { query: 'example house', limit: 5 })).map(({ entity }) => entity)).toEqual([
      'mine-example-house',
    ]);
    expect(await answerSearch(large, { query: 'javaid', limit: 1 })).toHaveLength(1);
  });
});

test('a citation is given in the form that was asked for', async () => {
  const { entities, sources, ...info } = made([entity('club')]);
  const ground = groundOn(filesOf([{ format: 'sidelight-pack', formatVersion: 1, ...info, entities, sources }]));
  const asked = { entity: 'club', source: 'alpha', format: 'ris' } as const;
  expect(await answerCite(ground, asked, 'all')).toContain('TI  - Report of alpha');
});

test('a pause that the clock was set back from is over', async () => {
  const later = Date.UTC(2026, 10, 23, 0, 30);
  expect(await pageConfig(groundOn(filesOf(held), { pausedUntil: later }), 'a.example')).toMatchObject({ state: 'on' });
});

describe('cards in the language of the reader', () => {
  const house = entity('house', {
    name: 'House of Clubs',
    description: 'A club in town',
    related: [{ id: 'javaid-rehman', kind: 'guest' }],
  });
  const text = (at: string, english: string, translation: string): TranslatedText => ({
    at,
    of: shortHash(english),
    text: translation,
    read: { on: '2026-11-22', as: 'second reader', verdict: 'same', of: pairHash(english, translation) },
  });
  const persian: LanguageTexts = {
    language: 'fa',
    entities: new Map([
      [
        'house',
        [text('name', 'House of Clubs', 'خانهٔ باشگاه'), text('description', 'A club in town', 'باشگاهی در شهر')],
      ],
      ['javaid-rehman', [text('name', 'Javaid Rehman', 'جاوید رحمان')]],
    ]),
    phrases: [],
    glossary: [],
    loadedWords: [],
  };
  const arabic = { ...persian, language: 'ar' };
  const packs = [...held, { ...pack('clubs', [house]), sources: { alpha: source('alpha') } }];
  const filesInTwo = () => filesOf(packs, [], [persian, arabic]);
  const cardIn = (settings: Partial<Settings>, original?: boolean) =>
    answerCard(groundOn(filesInTwo(), settings), { entity: 'house', original }, 'all');

  test('a card comes in it, with what is English and the names of others', async () => {
    const card = await cardIn({});
    expect(card).toMatchObject({
      entity: { name: 'خانهٔ باشگاه', description: 'باشگاهی در شهر', statements: [{ text: 'It was a club.' }] },
      linked: { 'javaid-rehman': { name: 'جاوید رحمان', lang: 'fa' } },
      translation: { language: 'fa', state: 'shown', kept: { 'It was a club.': 'missing', guest: 'phrase' } },
    });
  });

  test.each<[string, Partial<Settings>, boolean | undefined, boolean]>([
    ['as the settings say', { cards: 'original' }, undefined, true],
    ['for one card', {}, true, true],
    ['not for the card that is asked for otherwise', { cards: 'original' }, false, false],
  ])('the original comes %s', async (_, settings, asked, original) => {
    const card = await cardIn(settings, asked);
    expect(card?.entity.name).toBe(original ? 'House of Clubs' : 'خانهٔ باشگاه');
    expect(card?.linked['javaid-rehman']?.name).toBe(original ? 'Javaid Rehman' : 'جاوید رحمان');
    expect(card?.translation?.state).toBe(original ? 'original' : 'shown');
  });

  test('what nobody translated comes as it was written', async () => {
    const card = await answerCard(groundOn(filesInTwo()), { entity: 'united-nations' }, 'all');
    expect(card?.entity.name).toBe('United Nations');
    expect(card?.translation).toEqual({ language: 'fa', state: 'missing', kept: {} });
  });

  test('no file of another language is ever read', async () => {
    const files = filesInTwo();
    const ground = groundOn(files);
    await answerAnnotate(ground, { page, known: [] }, 'all');
    expect(files.reads.filter((name) => name.endsWith('titles'))).toEqual(
      ['people', 'terms', 'clubs'].map((id) => `${id}.fa.titles`),
    );
    await answerCard(ground, { entity: 'house' }, 'all');
    await answerSearch(ground, { query: 'club', limit: 3 });
    expect(files.reads.filter((name) => name.includes('fa/'))).toEqual(['clubs/fa/0.json']);
    expect(files.reads.filter((name) => /[./]ar[./]/.test(name))).toEqual([]);
  });

  test('marks are named in it, unless cards stay as they were written', async () => {
    const named = async (settings: Partial<Settings>) =>
      (await answerAnnotate(groundOn(filesInTwo(), settings), { page, known: [] }, 'all')).names;
    expect(await named({})).toEqual({ 'javaid-rehman': 'جاوید رحمان', 'united-nations': 'United Nations' });
    expect(await named({ cards: 'original' })).toMatchObject({ 'javaid-rehman': 'Javaid Rehman' });
  });

  test.each(['باشگاهی', 'خانه', 'House of', 'club in town'])('a search for "%s" finds the entry', async (query) => {
    const [hit] = await answerSearch(groundOn(filesInTwo()), { query, limit: 3 });
    expect(hit).toMatchObject({ entity: 'house', name: 'خانهٔ باشگاه', description: 'باشگاهی در شهر' });
  });

  test('an entry that is silenced until it changes does not change with the language', async () => {
    const ground = groundOn(filesInTwo());
    await answerMute(ground, { entity: 'house', muted: true, until: 'change' });
    const after = groundOn(filesOf(packs), await ground.settings());
    await liftOutdatedMutes(after);
    expect((await after.settings()).muted).toEqual(['house']);
  });
});
