import { describe, expect, test } from 'vitest';
import { entity, source, statement } from '../dataset/builders.ts';
import { shortHash } from '../dataset/short-hash.ts';
import type { LanguageTexts, TranslatedText } from '../dataset/translations/schema.ts';
import { pairHash } from '../dataset/translations/state.ts';
import type { Language, Settings } from '../settings/types.ts';
import { answerAnnotate, answerCard, answerCite, answerMute, answerSearch, liftOutdatedMutes } from './answers.ts';
import { bundled } from './imports.ts';
import { answerPacks } from './listings.ts';
import { filesOf, groundOn, held, pack, page } from './testing.ts';

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
      linked: { 'javaid-rehman': { name: 'جاوید رحمان', lang: 'fa', written: 'Javaid Rehman' } },
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

  test('packs of the extension are named in it in lists and on cards, where title and description are translated', async () => {
    const phrase = (en: string, text: string) => ({
      ...{ en, text },
      read: { on: '2026-11-22', as: 'second reader', verdict: 'same', of: pairHash(en, text) } as const,
    });
    const title = phrase('clubs', 'باشگاه‌ها');
    const description = phrase('A pack for the tests.', 'بسته‌ای برای آزمون.');
    const ground = (phrases: LanguageTexts['phrases'], settings: Partial<Settings> = {}) =>
      groundOn(filesOf(packs, ['clubs'], [{ ...persian, phrases }]), settings);
    const clubs = { title: title.text, description: description.text };
    const listed = await answerPacks(ground([title, description]), 'fa');
    expect(listed[2]).toMatchObject({ ...clubs, lang: 'fa' });
    expect(listed[0]).toMatchObject({ title: 'people', description: 'A pack for the tests.', lang: 'en' });
    for (const settings of [{}, { cards: 'original' }] as const)
      expect(
        (await answerCard(ground([title, description], settings), { entity: 'house' }, 'all'))?.pack,
      ).toMatchObject(clubs);
    // No pack that a reader brings may take such a title.
    const files = filesOf(packs, ['clubs'], [{ ...persian, phrases: [title, description] }]);
    expect((await bundled(files)).packs[2]).toMatchObject({ title: 'clubs', otherTitles: [title.text] });
    // One without the other, and one that nobody has read back.
    for (const phrases of [[title], [title, { ...description, read: undefined }]])
      expect((await answerPacks(ground(phrases), 'fa'))[2]).toMatchObject({ title: 'clubs', lang: 'en' });
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

  test.each<[Language, string, string]>([
    ['en', 'House of Clubs', 'A club in town'],
    ['fa', 'خانهٔ باشگاه', 'باشگاهی در شهر'],
    ['ar', 'بيت النوادي', 'ناد في المدينة'],
    ['fr', 'Maison des clubs', 'Un cercle en ville'],
    ['de', 'Haus der Klubs', 'Ein Verein in der Stadt'],
    ['es', 'Casa de los clubes', 'Una peña en la ciudad'],
  ])('in %s an entry is found by its name and by its description', async (language, name, description) => {
    const texts = [text('name', 'House of Clubs', name), text('description', 'A club in town', description)];
    const translated = { ...persian, language, entities: new Map([['house', texts]]) };
    const files = filesOf(packs, [], language === 'en' ? [] : [translated]);
    const ground = groundOn(files, {}, undefined, language);
    for (const query of [name, name.split(' ').at(-1)!, description, 'House of Clubs', 'club in town'])
      expect((await answerSearch(ground, { query, limit: 3 }))[0]).toMatchObject({
        entity: 'house',
        name,
        description,
      });
  });

  test('sentences that quote in our words are told apart, in it and as they were written', async () => {
    const quoting = { ...house, statements: [statement('He called it “a den”.')] };
    const texts = [text('statements[0]', 'He called it “a den”.', 'آن را «لانه» خواند.')];
    const clubs = { ...pack('clubs', [quoting]), sources: { alpha: source('alpha') } };
    const files = filesOf([clubs], [], [{ ...persian, entities: new Map([['house', texts]]) }]);
    const quoted = async (original: boolean) =>
      (await answerCard(groundOn(files), { entity: 'house', original }, 'all'))?.quotedByUs;
    expect(await quoted(false)).toEqual(['آن را «لانه» خواند.']);
    expect(await quoted(true)).toBe(undefined);
  });

  test('citations for people have their words in it', async () => {
    const cited = (format: 'markdown' | 'ris') =>
      answerCite(groundOn(filesInTwo()), { entity: 'house', what: { source: 'alpha' }, format }, 'all');
    expect(await cited('markdown')).toContain('(بازدید در 2026-11-20)');
    expect(await cited('ris')).not.toContain('بازدید');
  });

  test('an entry that is silenced until it changes does not change with the language', async () => {
    const ground = groundOn(filesInTwo());
    await answerMute(ground, { entity: 'house', muted: true, until: 'change' });
    const after = groundOn(filesOf(packs), await ground.settings());
    await liftOutdatedMutes(after);
    expect((await after.settings()).muted).toEqual(['house']);
  });
});
