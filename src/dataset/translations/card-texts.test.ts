import { describe, expect, test } from 'vitest';
import { cite, entity, statement } from '../builders.ts';
import { inLanguage } from './card-texts.ts';
import { staleTexts, translatedPlaces } from './state.ts';
import { cardOf, german, house, phrase, sources, text } from './testing.ts';

describe('a translated card', () => {
  const whole = german(
    [
      text('name', 'House of clubs', 'Klubhaus'),
      text('description', 'A club in town', 'Ein Klub in der Stadt'),
      text('statements[0]', 'It was a club.', 'Es war ein Klub.'),
      text('disputes[0]', 'Why was it closed?', 'Warum wurde es geschlossen?'),
      text('disputes[0].positions[0]', 'For want of money.', 'Aus Geldmangel.'),
      text('roles[0]', 'Guest of the town', 'Gast der Stadt'),
    ],
    {
      phrases: [
        phrase('The council', 'Der Rat'),
        phrase('council', 'Rat'),
        phrase('the council', 'der Rat'),
        phrase('club in', 'Klub in'),
        phrase('newspaper, not a party', 'Zeitung, keine Partei'),
      ],
    },
  );
  const {
    entity: shown,
    sources: cited,
    kept,
  } = inLanguage({ entity: house, sources }, cardOf(house, whole)!, { from: 'en', into: 'de' });

  test('says every text in the language, and lists what it has only in its own', () => {
    expect(shown).toMatchObject({
      name: 'Klubhaus',
      description: 'Ein Klub in der Stadt',
      statements: [{ text: 'Es war ein Klub.' }, { text: 'It had 1,200 members in 1988.' }],
      disputes: [
        {
          question: 'Warum wurde es geschlossen?',
          sides: ['Rat', 'union'],
          positions: [{ holder: 'Der Rat', side: 'Rat', text: 'Aus Geldmangel.' }],
        },
      ],
      roles: [{ title: 'Gast der Stadt' }],
      related: [{ id: 'town', kind: 'Klub in' }],
    });
    expect(cited.alpha?.relation).toBe('Zeitung, keine Partei');
    expect(kept).toEqual({
      'It had 1,200 members in 1988.': 'missing',
      ...{ union: 'phrase', members: 'phrase', 'not a party': 'phrase', 'count of letters': 'phrase' },
    });
  });

  test('keeps the name it was written with among its names, and whose word a name is', () => {
    expect(shown.names).toEqual([
      { text: 'House of clubs', kind: 'full', lang: 'en' },
      { text: 'The den', kind: 'pejorative', usedBy: 'der Rat' },
    ]);
  });

  test('has a name once, though it is among its other names too', () => {
    const named = { ...house, names: [...house.names!, { text: house.name, kind: 'acronym' as const, lang: 'en' }] };
    const { names } = inLanguage({ entity: named, sources }, cardOf(named, whole)!, { from: 'en', into: 'de' }).entity;
    expect(names?.filter(({ text }) => text === house.name)).toHaveLength(1);
  });

  test('has the Solar Hijri date beside each other one where it is Persian', () => {
    const texts = { name: 'باشگاه مه ۲۰۰۸', 'statements[0]': 'در مه ۲۰۰۸ باشگاه بود.' };
    const said = (into: string) =>
      inLanguage({ entity: house, sources }, { ...cardOf(house, whole)!, texts }, { from: 'en', into }).entity;
    expect(said('fa').statements?.[0]?.text).toBe('در مه ۲۰۰۸ (اردیبهشت – خرداد ۱۳۸۷) باشگاه بود.');
    expect(said('fa').name).toBe('باشگاه مه ۲۰۰۸');
    expect(said('ar').statements?.[0]?.text).toBe('در مه ۲۰۰۸ باشگاه بود.');
  });

  test('falls back to a text whose English has changed, and says why', () => {
    const changed = { ...house, statements: [statement('It was a large club.'), ...house.statements!.slice(1)] };
    const card = inLanguage({ entity: changed, sources }, cardOf(changed, whole)!, { from: 'en', into: 'de' });
    expect(card.entity.statements?.[0]?.text).toBe('It was a large club.');
    expect(card.kept['It was a large club.']).toBe('changed');
    expect(staleTexts(changed, whole.entities.get('club')!).map(({ at }) => at)).toEqual(['statements[0]']);
  });

  test('keeps the translation of a text that has moved', () => {
    const moved = { ...house, statements: [statement('It is new.'), ...house.statements!] };
    const places = translatedPlaces(moved, whole.entities.get('club')!);
    expect(places.find(({ at }) => at === 'statements[1]')?.translation?.text).toBe('Es war ein Klub.');
    expect(staleTexts(moved, whole.entities.get('club')!)).toEqual([]);
  });

  test('has nothing that no second reader passed', () => {
    const unread = german([text('name', 'House of clubs', 'Klubhaus', { read: undefined })], {
      phrases: whole.phrases,
    });
    expect(cardOf(house, unread)).toBe(null);
    const edited = german([{ ...text('name', 'House of clubs', 'Klubhaus'), text: 'Haus der Klubs' }]);
    expect(cardOf(house, edited)).toBe(null);
  });

  test('is English as a whole where only its phrases are translated', () => {
    expect(cardOf(house, german([], { phrases: whole.phrases }))).toBe(null);
  });
});

test('a phrase of a source that the entity does not cite is no part of its card', () => {
  const other = entity('other', { statements: [statement('It was.', { citations: cite('beta') })] });
  const language = german([], { phrases: [phrase('newspaper, not a party', 'Zeitung')] });
  const texts = { ...language, entities: new Map([['other', [text('statements[0]', 'It was.', 'Es war.')]]]) };
  expect(cardOf(other, texts)?.phrases).toEqual({});
});
