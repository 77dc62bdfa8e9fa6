/** Names in writing that takes them apart, runs them together or bends their words. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from './index.ts';

function marks(entities: NamedEntity[], text: string, lang = 'en') {
  return annotate(openIndex(compileIndex(entities)), { blocks: [text], lang }).map(({ start, end }) =>
    text.slice(start, end),
  );
}

const veldhoven: NamedEntity = { id: 'veldhoven', kind: 'person', name: 'Tobias Veldhoven' };
const pilots: NamedEntity = {
  id: 'pilots',
  kind: 'organisation',
  name: 'Harbour Pilots Council',
  names: [{ text: 'HPC', kind: 'acronym' }],
};

test('letters of a body that are read as a word stand alone in a script without capitals', () => {
  const body = (name: string, lang: string): NamedEntity => ({
    id: 'body',
    kind: 'organisation',
    name: 'Harbour Body',
    names: [{ text: name, kind: 'acronym', lang }],
  });
  const marked = (name: string, lang: string, text: string) => marks([body(name, lang)], text, lang);
  expect(marked('ایسنا', 'fa', 'او به ایسنا گفت که می‌آید.')).toEqual(['ایسنا']);
  expect(marked('با', 'fa', 'او با دوستش آمد.')).toEqual([]);
  expect(marked('ISNA', 'en', 'He told ISNA that he comes.')).toEqual([]);
});

test('a unique name stands for its entity whatever words it is made of, others ask for evidence', () => {
  const facts = [{ property: 'type', value: 'news-outlet' }] as NamedEntity['facts'];
  const times = (unique: boolean): NamedEntity => ({
    id: 'times',
    kind: 'organisation',
    name: 'Financial Times',
    names: [{ text: 'Financial Times', kind: 'full', ...(unique && { unique }) }],
    facts,
  });
  const roe = (unique: boolean): NamedEntity => ({
    id: 'roe',
    kind: 'person',
    name: 'John Smith',
    names: [{ text: 'John Smith', kind: 'full', ...(unique && { unique }) }],
    facts: [{ property: 'office-held', value: 'Minister' }] as NamedEntity['facts'],
  });
  const marked = (entity: NamedEntity, text: string) => marks([entity], text).length;
  expect(marked(times(true), 'He told the Financial Times so.')).toBe(1);
  expect(marked(times(false), 'He told the Financial Times so.')).toBe(0);
  expect(marked(roe(true), 'They met John Smith again.')).toBe(1);
  expect(marked(roe(false), 'They met John Smith again.')).toBe(0);
});

test.each([
  ['#tobiasveldhoven resigns', ['tobiasveldhoven']],
  ['On strike: #harbourpilotscouncil!', ['harbourpilotscouncil']],
  ['#tobiasveldhovenout', []],
  ['tobiasveldhoven resigns', []],
  ['#hpc', []],
])('a hashtag of small letters holds the names that fill it: %s', (text, found) => {
  expect(marks([veldhoven, pilots], text)).toEqual(found);
});

test('the letters of an acronym may stand one by one with dots, the last dot among them', () => {
  const text = 'The Harbour Pilots Council met. The H. P. C. voted.';
  expect(marks([pilots], text)).toEqual(['Harbour Pilots Council', 'H. P. C.']);
  expect(marks([pilots], 'The Harbour Pilots Council met. Vitamin H P C helps.')).toHaveLength(1);
});

test('an acronym of four letters may be written as a word, where the page speaks for it', () => {
  const court: NamedEntity = {
    id: 'court',
    kind: 'organisation',
    name: 'Tidal Oversight Veldt Unit',
    names: [{ text: 'TOVU', kind: 'acronym' }],
    cues: ['tides'],
  };
  expect(marks([court], 'La Tovu surveille les tides.', 'fr')).toEqual(['Tovu']);
  expect(marks([court], 'La tovu surveille les tides.', 'fr')).toEqual([]);
  expect(marks([court], 'La Tovu surveille tout.', 'fr')).toEqual([]);
  expect(marks([{ ...court, names: [{ text: 'LOVE', kind: 'acronym' }] }], 'Love and tides.')).toEqual([]);
  expect(marks([pilots], 'The Harbour Pilots Council met. Hpc.')).toHaveLength(1);
});

test.each(['ﾍﾞﾙﾄﾎｰﾌｪﾝ', 'ベルトホーフェン', 'ヘ\u3099ルトホーフェン'])(
  'kana mean the same in every width and composition: %s',
  (text) => {
    const kana: NamedEntity = { ...veldhoven, names: [{ text: 'ベルトホーフェン' }] };
    expect(marks([kana], `昨日${text}氏は`, 'ja')).toEqual([text]);
  },
);

test('a voiced kana is not the unvoiced one', () => {
  const kana: NamedEntity = { ...veldhoven, names: [{ text: 'ヘルトホーフェン' }] };
  expect(marks([kana], '昨日ﾍﾞﾙﾄﾎｰﾌｪﾝ氏は', 'ja')).toEqual([]);
});

test.each(['Ольгой Вересовой', 'Ольге Вересовой', 'Ольги Вересовой', 'Ольгу Вересову'])(
  'a Russian name is found in each case: %s',
  (text) => {
    expect(
      marks([{ id: 'veresova', kind: 'person', name: 'Ольга Вересова' }], `Мы говорили о ${text} вчера.`, 'ru'),
    ).toEqual([text]);
  },
);

test.each([
  ['Carlo Petrovich Veldhoven', 'Carlo Veldhoven', 1],
  ['Richard H. Veldhoven', 'Richard Veldhoven', 1],
  ['Пётр Ильич Велдховен', 'Пётр Велдховен', 1],
  ['Richard Quennell Veldhoven', 'Richard Veldhoven', 1],
  ['Richard Joseph Veldhoven', 'Richard Veldhoven', 0],
  ['Richard H. Smith', 'Richard Smith', 0],
  ['Richard Veldhoven Jr.', 'Richard Veldhoven', 1],
])('%s is also %s only where the middle name tells nobody apart', (name, text, found) => {
  expect(marks([{ id: 'one', kind: 'person', name }], `Yesterday ${text} spoke to the press.`)).toHaveLength(found);
});

test('a name without its middle gives way to somebody who has just that name', () => {
  const long: NamedEntity = { id: 'long', kind: 'person', name: 'Carlo Petrovich Veldhoven' };
  const short: NamedEntity = { id: 'short', kind: 'person', name: 'Carlo Veldhoven' };
  const text = 'Yesterday Carlo Veldhoven spoke to the press.';
  const found = annotate(openIndex(compileIndex([long, short])), { blocks: [text] });
  expect(found.map(({ entity }) => entity)).toEqual([]);
});

test.each([
  ['Yesterday Tobias Veld-\nhoven spoke.', ['Tobias Veld-\nhoven']],
  ['Yesterday To-\r\nbias Veld- hoven spoke.', ['To-\r\nbias Veld- hoven']],
  ['Yesterday Tobias Veldhoven spoke, well- known to all.', ['Tobias Veldhoven']],
  ['Yesterday Tobias Veld-hoven-\nwas here.', ['Tobias Veld-hoven']],
  ['Yesterday Tobias Quer-\nfeld spoke.', []],
])('the end of a line may break a word of a name: %j', (text, found) => {
  expect(marks([{ id: 'veldhoven', kind: 'person', name: 'Tobias Veldhoven' }], text)).toEqual(found);
});

test('a line is a name where a bracket follows it', () => {
  const name = { id: 'veldhoven', kind: 'person', name: 'Tobias Emmerich Veldhoven' } as const;
  expect(marks([name], 'VELDHOVEN, Tobias Emmerich (born 1939)')).toEqual(['VELDHOVEN, Tobias Emmerich']);
});

test('Persian has no prefix where Arabic has one', () => {
  const russia = { id: 'russia', kind: 'place', name: 'Russia', names: [{ text: 'روس', lang: 'fa' }] } as const;
  expect(marks([russia], 'دیروز بروس آمد.', 'fa')).toEqual([]);
  expect(marks([russia], 'سافر بروس أمس.', 'ar')).toEqual(['روس']);
});

test('a capital inside a sentence makes a country of a frequent word', () => {
  const place = { id: 'france', kind: 'place', name: 'France' } as const;
  expect(marks([place], 'We left for France at noon.', 'en')).toEqual(['France']);
  expect(marks([place], 'FRANCE AND OTHERS', 'en')).toEqual([]);
  expect(marks([place], 'France left. We saw Anatole France here.', 'en')).toEqual([]);
});

test.each(['Kim Zorb-un spoke.', 'Kim Zorb Un spoke.', 'Kim Zorb-Un spoke.'])(
  'the second half of a given name after a hyphen may be small: %s',
  (text) => {
    const leader: NamedEntity = { id: 'leader', kind: 'person', name: 'Kim Zorb Un' };
    expect(marks([leader], text)).toEqual([text.slice(0, 11)]);
    expect(marks([leader], 'Kim Zorb un spoke.')).toEqual([]);
  },
);

test.each([
  ['The US told us. The UN heard it.', ['US', 'UN']],
  ['The U. N. heard it.', ['U. N.']],
  ['Serie U N of us all.', []],
  ['ABOUT US', []],
  ['UN HOMME EST TUÉ', []],
])('a name in capitals that is a word in small letters: %s', (text, found) => {
  const named: NamedEntity[] = [
    { id: 'us', kind: 'place', name: 'United States', names: [{ text: 'US', kind: 'variant', exactCase: true }] },
    {
      id: 'un',
      kind: 'organisation',
      name: 'United Nations',
      names: [{ text: 'UN', kind: 'variant', exactCase: true }],
    },
  ];
  expect(marks(named, text)).toEqual(found);
});

const parliament: NamedEntity = {
  id: 'parliament',
  kind: 'organisation',
  name: 'Velmark Parliament',
  names: [
    { text: 'Velmarkisches Parlament', lang: 'de' },
    { text: 'Nationaler Widerstandsrat Velmark', lang: 'de' },
    { text: 'Hafenwache', lang: 'de', kind: 'short', needs: ['velmarkische'] },
  ],
};

test.each([
  ['Sie sprach vor dem Velmarkischen Parlament.', 'Velmarkischen Parlament'],
  ['Das Velmarkische Parlament tagte.', 'Velmarkische Parlament'],
  ['Die Präsidentin des Velmarkischen Parlaments sprach.', 'Velmarkischen Parlament'],
  ['Mitglieder des Nationalen Widerstandsrates Velmark kamen.', 'Nationalen Widerstandsrates Velmark'],
  ['Mitglieder des Nationalen Widerstandsrats Velmark kamen.', 'Nationalen Widerstandsrats Velmark'],
  ['Die Hafenwache steht auf velmarkischem Boden.', 'Hafenwache'],
])('a German name stands in any case, and so does what it needs: %s', (text, found) => {
  expect(marks([parliament], text, 'de')).toEqual([found]);
});

test.each(['اتحادیه بین‌المللی زورب', 'اتحادیه بین المللی زورب', 'اتحادیه بینالمللی زورب'])(
  'a Persian name stands with its joiner, with a space and without either: %s',
  (written) => {
    const union: NamedEntity = { id: 'union', kind: 'organisation', name: 'اتحادیه بین‌المللی زورب' };
    expect(marks([union], `سخنگوی ${written} گفت.`, 'fa')).toEqual([written]);
  },
);

test('“M.” is a title in French and an initial elsewhere', () => {
  const text = 'Tobias Veldhoven est parti. M. Veldhoven a promis, MM. Veldhoven et Osk aussi.';
  expect(marks([veldhoven], text, 'fr')).toEqual(['Tobias Veldhoven', 'Veldhoven', 'Veldhoven']);
  expect(marks([veldhoven], 'Tobias Veldhoven left. M. Veldhoven stayed.')).toEqual(['Tobias Veldhoven']);
});

test('so may letters whose case tells, of a party, where the page speaks for it', () => {
  const party: NamedEntity = {
    id: 'party',
    kind: 'organisation',
    name: 'Velmark Unity',
    names: [{ text: 'VELU-PF', kind: 'acronym', exactCase: true, needs: ['Velmark'] }],
  };
  expect(marks([party], 'La Velu-PF gouverne le Velmark.', 'fr')).toEqual(['Velu-PF']);
  expect(marks([party], 'La velu-pf gouverne le Velmark.', 'fr')).toEqual([]);
  const given = { ...party, names: [{ ...party.names![0]!, text: 'ANNA' }] };
  expect(marks([given], 'Anna visite le Velmark.', 'fr')).toEqual([]);
});

test('French and Spanish write the first word of the name of a body with a capital, and no other', () => {
  const front: NamedEntity = { id: 'front', kind: 'organisation', name: 'Front Patriotique Velmarkais' };
  expect(marks([front], 'Hier le Front patriotique velmarkais a voté.', 'fr')).toEqual([
    'Front patriotique velmarkais',
  ]);
  expect(marks([front], 'Hier le front patriotique velmarkais a voté.', 'fr')).toEqual([]);
  expect(marks([front], 'They met the Front patriotique velmarkais there.', 'en')).toEqual([]);
});

test('of two spellings of a name the one with fewest capitals is kept, which the other fits', () => {
  const front: NamedEntity = {
    id: 'front',
    kind: 'organisation',
    name: 'Front Patriotique Velmarkais',
    names: [
      { text: 'Front Patriotique Velmarkais', kind: 'full' },
      { text: 'Front patriotique velmarkais', kind: 'full', lang: 'fr' },
    ],
  };
  for (const text of ['Front patriotique velmarkais', 'Front Patriotique Velmarkais'])
    expect(marks([front], `They met the ${text} there.`, 'en')).toEqual([text]);
});

test.each([
  ['ذكرت وكالة "بندر" ذلك.', 'وكالة "بندر"'],
  ['ذكرت وكالة (بندر) ذلك.', 'وكالة (بندر)'],
  ['ذكرت وكالة بندر ذلك.', 'وكالة بندر'],
])('Arabic puts the name after its noun between marks, which belong to it: %s', (text, name) => {
  const agency: NamedEntity = {
    id: 'agency',
    kind: 'organisation',
    name: 'Bandar News',
    names: [{ text: 'وكالة بندر', kind: 'full', lang: 'ar' }],
  };
  expect(marks([agency], text, 'ar')).toEqual([name]);
});

test.each([
  ['So said Tobias “Tobi” Veldhoven.', 'Tobias “Tobi” Veldhoven', 'en'],
  ["So said Tobias 'Tobi' Veldhoven.", "Tobias 'Tobi' Veldhoven", 'en'],
  ['Das sagte Tobias „Tobi“ Veldhoven.', 'Tobias „Tobi“ Veldhoven', 'de'],
  ['Ainsi Tobias « Tobi » Veldhoven.', 'Tobias « Tobi » Veldhoven', 'fr'],
  ['Lo dijo Tobias (Big Tobi) Veldhoven.', 'Tobias (Big Tobi) Veldhoven', 'es'],
])('a nickname may stand in a name: %s', (text, found, lang) => {
  expect(marks([veldhoven], text, lang)).toEqual([found]);
});

test('without capitals too', () => {
  const rahmani: NamedEntity = { id: 'rahmani', kind: 'person', name: 'طوبياس فلدهوفن' };
  expect(marks([rahmani], 'قال طوبياس (أبو سالم) فلدهوفن ذلك', 'ar')).toEqual(['طوبياس (أبو سالم) فلدهوفن']);
});

test.each([
  'Tobias, “Tobi”, Veldhoven and others came.',
  'So said Tobias “and so” Veldhoven.',
  'The Harbour “Big” Pilots Council met.',
])('what else stands in marks parts a name: %s', (text) => {
  expect(marks([veldhoven, pilots], text)).toEqual([]);
});

test('an Arabic word is not cut after its first letter, which others may be written on', () => {
  const body: NamedEntity = { ...pilots, names: [{ text: 'امل', kind: 'full', lang: 'fa', unique: true }] };
  expect(marks([body], 'قال إن امل هنا', 'ar')).toEqual(['امل']);
  expect(marks([body], 'لا يمكننا تفعيل كامل قوتنا هنا', 'ar')).toEqual([]);
});
