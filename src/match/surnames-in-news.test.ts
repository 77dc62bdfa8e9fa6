/** Whom a surname alone means: by its endings, what stands around it, the date of the page and what else the page speaks of. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex, type PageText } from './index.ts';

const person = (id: string, name: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'person',
  name,
  ...more,
});

function marks(entities: NamedEntity[], text: string, page: Partial<PageText> = {}) {
  return annotate(openIndex(compileIndex(entities)), { blocks: [text], ...page }).map(
    ({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`,
  );
}

const veldhoven = person('veldhoven', 'Tobias Veldhoven');
const german = { lang: 'de' };

test.each([
  ['Veldhovens Amt endet.', 'Veldhoven'],
  ['Sie hat Veldhoven Papiere geschickt.', 'Veldhoven'],
  ['Die Veldhoven-Regierung fiel.', 'Veldhoven'],
  ['Das sagt Ufer-Politikerin Veldhoven.', 'Veldhoven'],
])('a German noun after a surname is no part of the name: %s', (text, found) => {
  expect(marks([veldhoven], `Tobias Veldhoven kam. ${text}`, german)[1]).toBe(`${found} → veldhoven`);
});

test('"a" before a surname is a preposition and no initial', () => {
  const anna = person('anna', 'Anna Veldhoven');
  expect(marks([anna], 'Anna Veldhoven vino. Vieron a Veldhoven.', { lang: 'es' })[1]).toBe('Veldhoven → anna');
  expect(marks([anna], 'Anna Veldhoven vino. Vieron a A. Veldhoven.', { lang: 'es' })[1]).toBe('A. Veldhoven → anna');
});

test('in German too a name known as one goes on with a surname', () => {
  expect(marks([veldhoven], 'Tobias Veldhoven kam. Veldhoven Maria blieb.', german)).toHaveLength(1);
});

test('a possessive closes a surname before a capital', () => {
  expect(marks([veldhoven], 'Tobias Veldhoven won. Veldhoven’s Sweden is small.')[1]).toBe('Veldhoven → veldhoven');
});

test('an article joined by a hyphen goes on with another name', () => {
  expect(marks([veldhoven], 'Tobias Veldhoven won. Veldhoven al-Farrukh lost.')).toHaveLength(1);
});

const orsolek = person('orsolek', 'Anton Orsolek', { cues: ['harbour', 'strike'] });

test.each([
  ['two cues', 'Orsolek ended the strike in the harbour.', 1],
  ['one cue', 'Orsolek ended the strike.', 0],
  ['a title and a cue', 'President Orsolek ended the strike.', 1],
  ['a title', 'President Orsolek slept.', 0],
])('a surname without the full name asks for two pieces of evidence: %s', (_, text, found) => {
  expect(marks([orsolek], text)).toHaveLength(found);
});

test('an ending does not hide a surname without the full name', () => {
  const withGermanCues = person('orsolek', 'Anton Orsolek', { cues: ['Hafen', 'Streik'] });
  expect(marks([withGermanCues], 'Orsoleks Streik im Hafen dauert an.', german)).toEqual(['Orsolek → orsolek']);
});

test('others of a small pack on the page speak for a surname as a cue does', () => {
  const council: NamedEntity = { id: 'council', kind: 'organisation', name: 'Harbour Pilots Council' };
  const text = 'Tobias Veldhoven and the Harbour Pilots Council met. Orsolek ended the strike.';
  expect(marks([orsolek, veldhoven, council], text)).toContain('Orsolek → orsolek');
  expect(marks([orsolek, veldhoven], 'Tobias Veldhoven slept. Orsolek ended the strike.')).toHaveLength(1);
});

test('a surname that many bear asks for four pieces of evidence', () => {
  const ali = person('ali', 'Bertrand Ibrahim', { cues: ['harbour', 'strike', 'pilots', 'lockout'] });
  expect(marks([ali], 'Ibrahim ended the strike in the harbour.')).toEqual([]);
  expect(marks([ali], 'Ibrahim ended the strike of the harbour pilots and the lockout.')).toHaveLength(1);
});

const office = 'harbour-master';
const father = person('father', 'Anton Orsolek', {
  cues: ['harbour', 'late'],
  roles: [{ title: 'Harbour master', office, from: '1990', to: '2026-02-28' }],
});
const son = person('son', 'Emil Orsolek', {
  cues: ['harbour', 'heir', 'young'],
  roles: [{ title: 'Harbour master', office, from: '2026-03-09' }],
});

test.each([
  ['2010-05-01', 'Orsolek, the late riser, opened the harbour.', ['Orsolek → father']],
  ['2026-05-01', 'Orsolek, the young heir, opened the harbour.', ['Orsolek → son']],
  ['2026-05-01', 'Orsolek, the late one, had opened the harbour.', []],
  ['2026-03-02', 'Orsolek, the young heir, opened the harbour.', []],
  [undefined, 'Orsolek, the young heir, opened the harbour.', []],
])('of two bearers the one in office on %s is meant, by evidence: %s', (published, text, found) => {
  expect(marks([father, son], text, { published })).toEqual(found);
});

test('two surnames stand together after the full name, a given name does not stand for one', () => {
  const found = (name: string, text: string) => marks([person('she', name)], `${name} won. ${text} left.`).slice(1);
  expect(found('Maria Quennell Veldhoven', 'Quennell Veldhoven')).toEqual(['Quennell Veldhoven → she']);
  expect(found('Maria Margaret Veldhoven', 'Margaret Veldhoven')).toEqual([]);
});

test('the suffix of a name belongs to the surname, and its dot to the suffix', () => {
  expect(marks([person('he', 'Tobias Veldhoven Jr.')], 'Tobias Veldhoven Jr. won. Veldhoven Jr. left.')).toEqual([
    'Tobias Veldhoven Jr. → he',
    'Veldhoven Jr. → he',
  ]);
});

test('a surname that others in the pack bear counts in a heading above the full name', () => {
  const other = person('other', 'Clara Veldhoven');
  const blocks = ['Veldhoven resigns after strike', 'Veldhoven is gone.', 'Tobias Veldhoven resigned.'];
  const found = annotate(openIndex(compileIndex([veldhoven, other])), { blocks });
  expect(found.map(({ block, entity }) => [block, entity])).toEqual([
    [0, 'veldhoven'],
    [2, 'veldhoven'],
  ]);
});

test('without capitals a surname asks for a third piece of evidence, and no title or article makes one', () => {
  const cues = ['بندر', 'اعتصاب', 'قایق'];
  const writer = person('writer', 'توبیاس ولدهوفن', { cues });
  const persian = { lang: 'fa' };
  expect(marks([writer], 'ولدهوفن در بندر از اعتصاب گفت.', persian)).toEqual([]);
  expect(marks([writer], 'ولدهوفن در بندر از اعتصاب و قایق گفت.', persian)).toEqual(['ولدهوفن → writer']);
  const text = 'شهید در بندر از اعتصاب و قایق گفت.';
  expect(marks([person('martyr', 'توبیاس شهید', { cues })], text, persian)).toEqual([]);
  const ending = 'آبادی در بندر از اعتصاب و قایق گفت.';
  expect(marks([person('ending', 'توبیاس غریب آبادی', { cues })], ending, persian)).toEqual([]);
});

test('the second half of a surname with a hyphen stands for the whole, unless many bear it', () => {
  const judge = person('judge', 'Tobias Orso-Veldhoven');
  expect(marks([judge], 'Tobias Orso-Veldhoven came. Veldhoven sat down.')[1]).toBe('Veldhoven → judge');
  const physicist = person('physicist', 'Tobias Veldhoven-Lee');
  expect(marks([physicist], 'Tobias Veldhoven-Lee came. Lee sat down.')).toHaveLength(1);
});

test.each([
  ['Alle hörten den Ausruf Veldhovens.', 'Veldhovens'],
  ['Der Ausruf Veldhoven blieb stehen.', 'Veldhoven'],
])('a German noun with its article before a surname is no given name: %s', (text) => {
  expect(marks([veldhoven], `Tobias Veldhoven kam. ${text}`, german)).toHaveLength(2);
});

test('two surnames of the page side by side are two persons in German', () => {
  const text = 'Tobias Veldhoven und Anton Orsolek. Später hat Veldhoven Orsolek ernannt.';
  expect(marks([veldhoven, orsolek], text, german).slice(2)).toEqual(['Veldhoven → veldhoven', 'Orsolek → orsolek']);
});

const elder = person('elder', 'Anton Farrukhan', {
  cues: ['mosque'],
  names: [{ text: 'Ayatollah Farrukhan', kind: 'short' }],
});
const heir = person('heir', 'Milos Farrukhan');

test('of two of one surname it means the one whom the page calls by title and surname', () => {
  const text = 'Ayatollah Farrukhan built the mosque. His son Milos Farrukhan wrote. Farrukhan answered.';
  expect(marks([elder, heir], text)[2]).toBe('Farrukhan → elder');
});

test('of two of one surname it means the one who alone was named before', () => {
  const text = 'Milos Farrukhan wrote. Farrukhan waited. Anton Farrukhan came. Farrukhan left.';
  expect(marks([elder, heir], text)).toEqual(['Milos Farrukhan → heir', 'Farrukhan → heir', 'Anton Farrukhan → elder']);
});

test('of two of one surname it means the one with a full name, where the other is called by an epithet', () => {
  const shah = person('elder', 'Anton Sorok Farrukhan', {
    names: [{ text: 'Sorok', kind: 'short', needs: ['mosque'] }],
  });
  const text = 'Milos Farrukhan wrote. His father, Sorok, built the mosque. Farrukhan answered.';
  expect(marks([shah, heir], text)).toEqual(['Milos Farrukhan → heir', 'Sorok → elder', 'Farrukhan → heir']);
});

test('a title before another name of a person is none before the surname', () => {
  const shah = person('elder', 'Anton Farrukhan', {
    names: [{ text: 'Anton Sorok' }, { text: 'last Sorok', kind: 'short', needs: ['mosque'] }],
  });
  const text = 'Milos Farrukhan, son of the last Sorok, built the mosque. Farrukhan answered.';
  expect(marks([shah, heir], text)).toContain('Farrukhan → heir');
});

test('father and son in one office are not told apart by what a page says of one', () => {
  const roles = (from: string) => [{ title: 'Leader', office: 'leader', from, citations: [] }];
  const text = 'Ayatollah Farrukhan built the mosque. Milos Farrukhan wrote. Farrukhan answered.';
  expect(
    marks(
      [
        { ...elder, roles: roles('1989') },
        { ...heir, roles: roles('2026') },
      ],
      text,
    ),
  ).toHaveLength(2);
});

test('of several bearers without a full name three more pieces than for any other name one', () => {
  const rich = person('rich', 'Anton Farrukhan', { cues: ['harbour', 'strike', 'ferry'] });
  expect(marks([rich, heir], 'The harbour had a strike, and no ferry ran. Farrukhan resigned.')).toEqual([
    'Farrukhan → rich',
  ]);
  expect(
    marks([rich, { ...heir, cues: ['ferry'] }], 'The harbour had a strike, and no ferry ran. Farrukhan resigned.'),
  ).toEqual([]);
});

test.each([
  'Orsolek studied in Leiden.',
  'Orsolek was born in Leiden.',
  'Later Orsolek was a lecturer in physics.',
  'Orsolek received a doctorate in 1921.',
  'Orsolek was arrested in 1921.',
  'Orsolek’s widow sold the house.',
  'Orsolek, 63, sold the house.',
  'The 63-year-old Orsolek sold the house.',
  'Orsolek, who sold the house, left.',
  'Orsolek sold her house.',
  'It is Orsolek, as if she had sold the house.',
  'Orsolek studierte in Leiden.',
  'Orsolek sold the house. In 1921 Orsolek died.',
])('a rare surname stands alone where the sentence tells of a life: %s', (text) => {
  expect(marks([orsolek], text)).toContain('Orsolek → orsolek');
});

test.each([
  'Orsolek said it will restructure.',
  'Orsolek sold its house.',
  'Orsolek was bought in 1921.',
  'The Orsolek, 63 metres long, was sold.',
])('a rare surname stays alone where the sentence may speak of a ship or a company: %s', (text) => {
  expect(marks([orsolek], text)).toEqual([]);
});

test('a frequent surname, and one that two bear, asks for more than a life', () => {
  expect(marks([person('ali', 'Bertrand Ibrahim')], 'Ibrahim studied in Leiden.')).toEqual([]);
  expect(marks([orsolek, person('emil', 'Emil Orsolek')], 'Orsolek studied in Leiden.')).toEqual([]);
  expect(marks([orsolek], 'Berta Orsolek came. Orsolek studied in Leiden.')).toEqual([]);
});

test('a short form of several given names stands before a rare surname', () => {
  expect(marks([person('orsolek', 'Alejandro Orsolek')], 'Alex Orsolek came.')).toEqual(['Alex Orsolek → orsolek']);
  expect(marks([person('orsolek', 'Anton Orsolek')], 'Alex Orsolek came.')).toEqual([]);
});

const ruler = person('osric', 'Osric IV');

test('a ruler goes by title and name without the numeral, and by nothing else', () => {
  expect(marks([ruler], 'Pope Osric came. Osric left.')).toEqual(['Osric → osric']);
  expect(marks([ruler], 'Pope Osric III came.')).toEqual([]);
  expect(marks([ruler], 'Pope Osric Veldhoven came.')).toEqual([]);
  expect(marks([ruler, person('osric-5', 'Osric V')], 'Pope Osric came.')).toEqual([]);
});

test('in German an adjective stands before a noun, not before a name', () => {
  const text =
    'Tobias Veldhoven kam. Die prominenten Gegner lobten ihn, mit prominenten Gegnern Veldhovens sprach Veldhoven nie.';
  expect(marks([veldhoven], text, german)).toHaveLength(3);
});

test('a surname that others bear counts in the paragraphs after the full name', () => {
  // A given name that no list has may be half a surname, and then stands where the whole name begins.
  const titled = person('veldhoven', 'Zorvak Veldhoven', { names: [{ text: 'Dr Zorvak Veldhoven', kind: 'variant' }] });
  const index = openIndex(compileIndex([titled, person('other', 'Anton Veldhoven')]));
  const blocks = ['The strike ended after Zorvak Veldhoven had come.', 'They saw Veldhoven leave.'];
  expect(annotate(index, { blocks }).map(({ block, entity }) => `${block} ${entity}`)).toEqual([
    '0 veldhoven',
    '1 veldhoven',
  ]);
});

test('whoever of the pack is named speaks for a surname, also by a name that another pack has', () => {
  const pack: NamedEntity[] = [
    { id: 'veldhoven', kind: 'person', name: 'Tobias Veldhoven' },
    { id: 'brandt', kind: 'person', name: 'Mira Osterkamp' },
    { id: 'veld', kind: 'place', name: 'Republic of Veld' },
  ];
  const other = openIndex(compileIndex([{ id: 'veld', kind: 'place', name: 'Veldland' }]));
  const text = 'Präsident Veldhoven sprach in Veldland mit Mira Osterkamp.';
  const found = annotate([openIndex(compileIndex(pack)), other], { blocks: [text], lang: 'de' });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Veldhoven', 'Veldland', 'Mira Osterkamp']);
});

test('without capitals a last name that is a given name of others is no surname', () => {
  const ruler = person('ruler', 'سلمان فرهاد');
  const others = ['فرهاد نیکنام', 'فرهاد مهرورز', 'فرهاد دلاور'].map((name, i) => person(`other${i}`, name));
  const text = 'سلمان فرهاد رفت. فرهاد رستگار آمد.';
  expect(marks([ruler], text, { lang: 'fa' })).toEqual(['سلمان فرهاد → ruler', 'فرهاد → ruler']);
  expect(marks([ruler, ...others], text, { lang: 'fa' })).toEqual(['سلمان فرهاد → ruler']);
});

test('without capitals a surname that is a given name elsewhere means who speaks', () => {
  const given = ['ناصر البحري', 'ناصر الجبلي', 'ناصر النهري'].map((name, i) => person(`given-${i}`, name));
  const all = [person('nasser', 'توبياس ناصر'), ...given];
  expect(marks(all, 'جاء توبياس ناصر. وقال ناصر إنه باق.', { lang: 'ar' })).toHaveLength(2);
  expect(marks(all, 'توبياس ناصر آمد. ناصر گفت می‌ماند.', { lang: 'fa' })).toHaveLength(2);
  expect(marks(all, 'جاء توبياس ناصر. في بيت ناصر ضيوف.', { lang: 'ar' })).toHaveLength(1);
});
