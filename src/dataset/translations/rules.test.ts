import { describe, expect, test } from 'vitest';
import { entity, pack, statement } from '../builders.ts';
import { translationCoverage } from './coverage.ts';
import { checkTranslations } from './rules.ts';
import type { LanguageTexts } from './schema.ts';
import { german, house, phrase, sources, text } from './testing.ts';

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
        phrases: [phrase('of yore', 'von einst'), phrase('Made for a test.', 'Für einen Versuch.')],
      },
    );
    expect(problemsOf(language)).toEqual([]);
    const found = translationCoverage([english], () => sources.alpha, [pack([])], language);
    expect(found.stale.map(({ entity, place }) => [entity, place])).toEqual([['club', 0]]);
    expect(found.unused).toEqual(['of yore']);
    expect(found.parts).toMatchObject({ name: { held: 0, of: 1 }, description: { held: 1, of: 1 } });
    expect(found.whole).toEqual({ held: 0, of: 1 });
  });
});
