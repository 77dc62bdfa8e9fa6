import { describe, expect, test } from 'vitest';
import { cite, dispute, entity, position, source, statement } from '../builders.ts';
import type { Entity } from '../schema.ts';
import { shortHash } from '../short-hash.ts';
import { type CardTexts, cardTexts, heldPhrases, inLanguage } from './card-texts.ts';
import { translationCoverage } from './coverage.ts';
import { missingTerm } from './glossary.ts';
import { numbersIn } from './numbers.ts';
import { checkTranslations } from './rules.ts';
import type { LanguageTexts, Phrase, TranslatedText } from './schema.ts';
import { pairHash, staleTexts, translatedPlaces } from './state.ts';

const house = entity('club', {
  name: 'House of clubs',
  description: 'A club in town',
  names: [{ text: 'The den', kind: 'pejorative', usedBy: 'the council' }],
  statements: [statement('It was a club.'), statement('It had 1,200 members in 1988.')],
  disputes: [
    dispute({
      sides: ['council', 'union'],
      unit: 'members',
      positions: [position('The council', 'For want of money.', { side: 'council', method: 'count of letters' })],
    }),
  ],
  roles: [{ title: 'Guest of the town' }],
  related: [{ id: 'town', kind: 'club in' }],
});
const sources = { alpha: source('alpha') };
const reader = { on: '2026-11-29', as: 'second reader', verdict: 'same' } as const;

function text(at: string, english: string, translation: string, change: Partial<TranslatedText> = {}): TranslatedText {
  return {
    at,
    of: shortHash(english),
    text: translation,
    read: { ...reader, of: pairHash(english, translation) },
    ...change,
  };
}
function phrase(en: string, translation: string): Phrase {
  return { en, text: translation, read: { ...reader, of: pairHash(en, translation) } };
}
function german(texts: TranslatedText[], rest: Partial<LanguageTexts> = {}): LanguageTexts {
  return { language: 'de', entities: new Map([['club', texts]]), phrases: [], glossary: [], loadedWords: [], ...rest };
}
function cardOf(of: Entity, language: LanguageTexts): CardTexts | null {
  return cardTexts(of, (id) => sources[id as 'alpha'], { ...language, phrases: heldPhrases(language) });
}

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
  const { entity: shown, sources: cited, kept } = inLanguage({ entity: house, sources }, cardOf(house, whole)!, 'en');

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

  test('falls back to a text whose English has changed, and says why', () => {
    const changed = { ...house, statements: [statement('It was a large club.'), ...house.statements!.slice(1)] };
    const card = inLanguage({ entity: changed, sources }, cardOf(changed, whole)!, 'en');
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

describe('the check of translations', () => {
  const english = {
    ...house,
    statements: [
      statement('It had 1,200 members in 1988.'),
      statement('The Supreme Leader called it “a den”.'),
      statement('The Gazette called it a “sect”.'),
      statement('Sam Martyr sang there in the 1980s.'),
    ],
  };
  const singer = entity('singer', { kind: 'person', name: 'Sam Martyr' });
  const rulesBroken = (language: string, at: string, from: string, to: string, rest: Partial<LanguageTexts> = {}) =>
    checkTranslations({
      entities: new Map([
        ['club', english],
        ['singer', singer],
      ]),
      languages: [{ ...german([text(at, from, to)], rest), language }],
    }).map(({ rule }) => rule);
  const glossary = [{ en: 'Supreme Leader', forms: ['Oberster Führer', 'Obersten Führer'] }];
  const loadedWords = [{ en: ['sect'], forms: ['Sekte', 'Sekten'] }];
  const [numbers, quoted, loaded, decade] = english.statements.map((one) => one.text) as [
    string,
    string,
    string,
    string,
  ];

  test.each<[string, string, string, string, Partial<LanguageTexts>?]>([
    ['de', 'statements[0]', numbers, 'Es hatte 1988 1.200 Mitglieder.'],
    ['fr', 'statements[0]', numbers, 'Il avait 1 200 membres en 1988.'],
    ['fa', 'statements[0]', numbers, 'در سال ۱۹۸۸، ۱٬۲۰۰ عضو داشت.'],
    [
      'de',
      'statements[1]',
      quoted,
      'Der Oberste Führer nannte es „eine Höhle“.',
      { glossary: [{ ...glossary[0]!, forms: ['Oberste Führer'] }] },
    ],
    ['es', 'statements[1]', quoted, 'El líder supremo lo llamó «una guarida».'],
    [
      'ar',
      'statements[1]',
      quoted,
      'قال للمرشد الأعلى «وكر».',
      { glossary: [{ en: 'Supreme Leader', forms: ['المرشد الأعلى'] }] },
    ],
    [
      'fr',
      'statements[1]',
      quoted,
      'Les guides iraniens suprêmes : « un antre ».',
      { glossary: [{ en: 'Supreme Leader', forms: ['guide suprême'] }] },
    ],
    [
      'fr',
      'statements[3]',
      decade,
      'Sam Martyr y chanta dans les années 1980.',
      { loadedWords: [{ en: ['martyr'], forms: ['martyr'] }] },
    ],
    ['ar', 'statements[3]', decade, 'غنى فيه سام مارتير في ثمانينيات القرن العشرين.'],
    ['fa', 'statements[3]', decade, 'سم مارتیر در دههٔ ۱۹۸۰ در «خانه» آواز خواند.'],
    ['de', 'statements[2]', loaded, 'Die Zeitung Gazette nannte es eine „Sekte“.', { loadedWords }],
    ['fa', 'statements[2]', loaded, 'روزنامهٔ Gazette آن را «فرقه» نامید.'],
  ])('passes %s %s, which says what the English says', (language, at, from, to, rest = {}) => {
    expect(rulesBroken(language, at, from, to, rest)).toEqual([]);
  });

  test.each<[string, string, string, string, string, Partial<LanguageTexts>?]>([
    ['translation-numbers', 'de', 'statements[0]', numbers, 'Es hatte 1989 1.200 Mitglieder.'],
    ['translation-numbers', 'de', 'statements[0]', numbers, 'Es hatte 1.200 Mitglieder.'],
    ['translation-numbers', 'de', 'statements[3]', decade, 'Sam Martyr sang dort 1981.'],
    [
      'translation-loaded-words',
      'fr',
      'statements[0]',
      numbers,
      'Le martyr avait 1 200 membres en 1988.',
      { loadedWords: [{ en: ['martyr'], forms: ['martyr'] }] },
    ],
    ['translation-quotations', 'de', 'statements[1]', quoted, 'Der Oberste Führer nannte es eine Höhle.'],
    ['translation-glossary', 'de', 'statements[1]', quoted, 'Der Leiter nannte es „eine Höhle“.', { glossary }],
    [
      'translation-loaded-words',
      'de',
      'statements[0]',
      numbers,
      'Die Sekte hatte 1988 1.200 Mitglieder.',
      { loadedWords },
    ],
    ['translation-loaded-words', 'de', 'statements[2]', loaded, 'Die „Gazette“ nannte es eine Sekte.', { loadedWords }],
    ['translation-latin', 'fa', 'statements[0]', numbers, 'در سال ۱۹۸۸ آن ۱٬۲۰۰ members داشت.'],
    ['translation-latin', 'ar', 'statements[0]', numbers, 'كان لديه 1,200 It had members عام 1988.'],
    ['translation-text', 'fa', 'statements[0]', numbers, 'در سال ۱۹۸۸ ۱٬۲۰۰ عضو داشتيم.'],
    ['translation-text', 'de', 'statements[0]', numbers, 'Es hatte  1988 1.200 Mitglieder.'],
  ])('refuses by %s a %s text', (rule, language, at, from, to, rest = {}) => {
    expect(rulesBroken(language, at, from, to, rest)).toEqual([rule]);
  });

  const problemsOf = (...languages: LanguageTexts[]) =>
    checkTranslations({ entities: new Map([['club', english]]), languages }).map(({ rule, path }) => [rule, path]);

  test('wants the second pass of each text and phrase as it stands', () => {
    const texts = [text('name', 'House of clubs', 'Klubhaus', { read: undefined })];
    const phrases = [{ ...phrase('council', 'Rat'), text: 'Stadtrat' }];
    expect(problemsOf(german(texts, { phrases }))).toEqual([
      ['second-pass', 'translations/de/club.[0]'],
      ['second-pass', 'phrases/de.[0]'],
    ]);
  });

  test('lets a text break a rule for a reason, and wants no reason where none is needed', () => {
    const except = [{ rule: 'translation-numbers', because: 'the year is in the name of the club' }];
    expect(problemsOf(german([text('statements[0]', numbers, 'Es hatte 1.200 Mitglieder.', { except })]))).toEqual([]);
    expect(problemsOf(german([text('name', 'House of clubs', 'Klubhaus', { except })]))).toEqual([
      ['needless-exception', 'translations/de/club.[0]'],
    ]);
  });

  test('refuses the file of an entity that no pack has', () => {
    const lost = { ...german([]), entities: new Map([['nobody', []]]) };
    expect(problemsOf(lost)).toEqual([['translated-entity', 'translations/de/nobody']]);
  });

  test('leaves a text of an earlier English to the coverage', () => {
    const language = german(
      [text('name', 'House of cards', 'Kartenhaus'), text('description', 'A club in town', 'Ein Klub')],
      {
        phrases: [phrase('of yore', 'von einst')],
      },
    );
    expect(problemsOf(language)).toEqual([]);
    const found = translationCoverage([english], () => sources.alpha, language);
    expect(found.stale.map(({ entity, place }) => [entity, place])).toEqual([['club', 0]]);
    expect(found.unused).toEqual(['of yore']);
    expect(found.parts).toMatchObject({ name: { held: 0, of: 1 }, description: { held: 1, of: 1 } });
    expect(found.whole).toEqual({ held: 0, of: 1 });
  });
});

test('a term inside a longer one, or inside a name, is part of that', () => {
  const glossary = [
    { en: 'court', forms: ['Gericht'] },
    { en: 'Supreme Court', forms: ['Oberstes Gericht'] },
    { en: 'Human Rights', forms: ['Menschenrechte'] },
  ];
  expect(missingTerm('The Supreme Court sat.', 'Der Gerichtshof.', glossary, [])?.en).toBe('Supreme Court');
  expect(missingTerm('The Supreme Court sat.', 'Das Oberste Gericht tagte.', glossary, [])).toBe(undefined);
  const names = ['Human Rights Watch'];
  expect(missingTerm('Human Rights Watch said so.', 'Human Rights Watch sagte das.', glossary, names)).toBe(undefined);
  expect(missingTerm('Human Rights day', 'Tag der Rechte', glossary, names)?.en).toBe('Human Rights');
});

test.each([
  ['the E3 of 2025', ['3', '2025']],
  ['30,000 in 1988', ['30000', '1988']],
  ['۳۰٬۰۰۰', ['30000']],
  ['٣٠٬٠٠٠', ['30000']],
  ['30 000 or 30.000', ['30000', '30000']],
  ['1988, 200 people', ['1988', '200']],
  ['in 1988 300 people', ['1988', '300']],
])('the numbers of "%s" are %j', (words, numbers) => {
  expect(numbersIn(words)).toEqual(numbers);
});

test('a phrase of a source that the entity does not cite is no part of its card', () => {
  const other = entity('other', { statements: [statement('It was.', { citations: cite('beta') })] });
  const language = german([], { phrases: [phrase('newspaper, not a party', 'Zeitung')] });
  const texts = { ...language, entities: new Map([['other', [text('statements[0]', 'It was.', 'Es war.')]]]) };
  expect(cardOf(other, texts)?.phrases).toEqual({});
});
