/** What tells a person from a namesake, and which forms of a full name still mean its bearer. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from './index.ts';
import { marks } from './testing.ts';

const person = (id: string, name: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'person',
  name,
  ...more,
});

test.each([
  'Tobias Veldhoven (born 1994) keeps goal.',
  'Tobias Veldhoven (geb. 3. Mai 1994) hält.',
  'Tobias Veldhoven (1994–2021) was a painter.',
  'Tobias Veldhoven, né en 1994, est gardien.',
])('who was born after somebody was in office is somebody else: %s', (text) => {
  const roles = [{ title: 'Mayor', from: '1979-02', citations: [] }];
  expect(marks([person('mayor', 'Tobias Veldhoven', { roles })], [text])).toEqual([]);
  expect(marks([person('mayor', 'Tobias Veldhoven', { cues: ['1979'] })], [text])).toEqual([]);
  expect(marks([person('player', 'Tobias Veldhoven', { cues: ['2019'] })], [text])).toHaveLength(1);
});

test('the title of a ruler inside a name makes it another', () => {
  const heir = person('heir', 'Tobias Veldhoven');
  expect(marks([heir], ['Tobias Shah Veldhoven built it.'])).toEqual([]);
  expect(marks([heir], ['Tobias Jurian Veldhoven built it.'])).toHaveLength(1);
});

test('a place named after a person is not the person, in Persian and Arabic too', () => {
  const imam = person('imam', 'روح‌الله خمینی', { names: [{ text: 'امام خمینی', kind: 'epithet' }], cues: ['تهران'] });
  expect(marks([imam], ['فرودگاه امام خمینی در تهران بسته شد.'], undefined, 'fa')).toEqual([]);
  expect(marks([imam], ['پیام امام خمینی در تهران خوانده شد.'], undefined, 'fa')).toHaveLength(1);
});

test.each([
  ['Maria Goeppert Mayer', 'In December Goeppert Mayer married.', 'Goeppert Mayer'],
  ['Rita Levi-Montalcini', 'Levi-Montalcini accepted.', 'Levi-Montalcini'],
  ['Martin Luther Veldhoven Jr.', 'Martin Luther Veldhoven then began his studies.', 'Martin Luther Veldhoven'],
  ['Raymond Kurzweil', 'Ray Kurzweil grew up there.', 'Ray Kurzweil'],
  ['Kelsey Grammer', 'Winner Kelsey Grammer - Boss - is back.', 'Kelsey Grammer'],
])('%s is meant by: %s', (name, text, found) => {
  expect(marks([person('known', name)], [text])).toEqual([`${found} → known`]);
});

test.each([
  ['Mohammad Reza Khatami', 'Yesterday Reza Khatami spoke to the reporters.'],
  ['Maria Anna Mayer', 'Yesterday Anna Mayer spoke to the reporters.'],
  ['Pauline Kurzweil', 'Yesterday Paul Kurzweil spoke to the reporters.'],
  ['Alireza Kurzweil', 'Yesterday Ali Kurzweil spoke to the reporters.'],
  ['Mohammad Reza Veldhoven', 'Yesterday Mohammad Veldhoven spoke to the reporters.'],
])('%s is not meant by: %s', (name, text) => {
  expect(marks([person('known', name)], [text])).toEqual([]);
});

test.each(['Glen Veldhoven', 'Dia Veldhoven'])(
  'one letter in a short word makes another name in a sentence: %s',
  (name) => {
    const other = name.replace(/(?<=Glen)|(?<=Dia)/, name.startsWith('Glen') ? 'n' : 'a');
    expect(marks([person('known', name)], [`Yesterday ${other} spoke to reporters.`])).toEqual([]);
  },
);

test('whom the text names beside an office is its holder, whatever the date', () => {
  const office: NamedEntity = { id: 'office', kind: 'role', name: 'Mayor of Veldhoven' };
  const held = (id: string, name: string, from: string, to?: string) =>
    person(id, name, { roles: [{ title: 'Mayor', office: 'office', from, citations: [], ...(to && { to }) }] });
  const index = openIndex(
    compileIndex([office, held('old', 'Anton Orsolek', '2010', '2019'), held('new', 'Milos Farrukhan', '2019')]),
  );
  const holder = (text: string) =>
    annotate(index, { blocks: [text], published: '2024-05-01' }).find(({ entity }) => entity === 'office')?.why.detail;
  expect(holder('The Mayor of Veldhoven spoke.')).toBe('Milos Farrukhan');
  expect(holder('The Mayor of Veldhoven, Anton Orsolek, spoke.')).toBe('Anton Orsolek');
  expect(holder('Anton Orsolek, the Mayor of Veldhoven, spoke.')).toBe('Anton Orsolek');
  expect(holder('The Mayor of Veldhoven met Anton Orsolek.')).toBe('Milos Farrukhan');
});

test('a year of birth that the pack knows of is the bearer’s own', () => {
  const born = person('veldhoven', 'Tobias Veldhoven', {
    cues: ['1994', 'harbour'],
    roles: [{ title: 'Harbour master', from: '1999' }],
  });
  expect(marks([born], ['Tobias Veldhoven (born 1994) keeps goal.'])).toHaveLength(1);
  expect(marks([born], ['Tobias Veldhoven (born 1995) keeps goal.'])).toEqual([]);
});

test('who is introduced by an article that is not definite is whom the pack knows only if it says so', () => {
  const common = person('common', 'Hamid Karimi', {
    cues: ['harbour', 'ferries'],
    roles: [{ title: 'Harbour pilot' }],
  });
  const page = (who: string) => [`The harbour has new ferries. Hamid Karimi${who} came.`];
  expect(marks([common], page(', a dentist in Leeds,'))).toEqual([]);
  expect(marks([common], page(', ein Zahnarzt in Leeds,'))).toEqual([]);
  expect(marks([common], page(', a retired pilot,'))).toHaveLength(1);
  expect(marks([common], page(', the dentist,'))).toHaveLength(1);
  expect(marks([person('rare', 'Tobias Veldhoven')], ['Tobias Veldhoven, a dentist in Leeds, came.'])).toHaveLength(1);
});

test('of somebody introduced so whose name is rare the rest of the page has to speak', () => {
  const rare = person('rare', 'Tobias Veldhoven', { cues: ['harbour'], roles: [{ title: 'Chair of the board' }] });
  expect(marks([rare], ['Tobias Veldhoven, a baker in Leeds, came.'])).toEqual([]);
  expect(marks([rare], ['Tobias Veldhoven, 34, a baker in Leeds, came.'])).toEqual([]);
  expect(marks([rare], ['Tobias Veldhoven, a baker in Leeds, left the harbour.'])).toEqual([]);
  expect(marks([rare], ['Tobias Veldhoven, a man of taste, left the harbour.'])).toHaveLength(1);
  expect(marks([rare], ['Tobias Veldhoven, a chair of it, came.'])).toHaveLength(1);
  expect(marks([rare], ['Tobias Veldhoven, a déclaré que tout allait bien.'], undefined, 'fr')).toHaveLength(1);
});

test.each([
  'Le ministre, Tobias Veldhoven, a parlé.',
  'L’ancien maire, Tobias Veldhoven, a averti Paris.',
  'El ministro, Tobias Veldhoven, a quien vimos, vino.',
])('"a" is no article beside words of French or Spanish: %s', (text) => {
  const rare = person('rare', 'Tobias Veldhoven', { cues: ['harbour'] });
  expect(marks([rare], [text])).toHaveLength(1);
  expect(marks([rare], [text.replace(', a', ', una')])).toEqual([]);
});

test.each(['The NCRI-H7 cells grew.', 'Form NCRI-12 is due.'])(
  'an acronym with a number behind it is that of something else: %s',
  (text) => {
    const council: NamedEntity = {
      id: 'council',
      kind: 'organisation',
      name: 'National Council of Velmark',
      names: [{ text: 'NCRI', kind: 'acronym' }],
    };
    const speaks = 'The National Council of Velmark met.';
    expect(marks([council], [speaks, 'The NCRI spoke.'])).toHaveLength(2);
    expect(marks([council], [speaks, text])).toHaveLength(1);
  },
);

const father = person('father', 'Tobias Reinout Veldhoven', { cues: ['throne'] });
const son = person('son', 'Reinout Veldhoven', { cues: ['exile', 'throne'] });

test.each([
  ['Tobias Reinout Veldhoven fled. Later Reinout Veldhoven flew to Lund.', []],
  ['Tobias Reinout Veldhoven fled. Later, from exile, Reinout Veldhoven wrote.', ['son']],
  ['Tobias Reinout Veldhoven fled. Seit gestern ist sein Sohn Reinout Veldhoven zurück.', ['son']],
  ['Tobias Reinout Veldhoven fled. His son, Reinout Veldhoven, did not. Reinout Veldhoven wrote.', ['son', 'son']],
  ['More than Reinout Veldhoven nobody wrote. Rather than Reinout Veldhoven, others did.', ['son', 'son']],
  ['Reinout Veldhoven wrote of Tobias Reinout Veldhoven. Later Reinout Veldhoven flew.', ['son', 'son']],
])('the end of a longer name before it is that of its bearer: %s', (text, sons) => {
  const found = annotate(openIndex(compileIndex([father, son])), { blocks: [text] });
  expect(found.flatMap(({ entity }) => (entity === 'son' ? entity : []))).toEqual(sons);
});

test('a name of two short words is nobody else when both are spelt in another way', () => {
  const sato = person('sato', 'Nia Toru', { cues: ['rapporteur'] });
  expect(marks([sato], ['Nia Toruh, the rapporteur, spoke.'])).toHaveLength(1);
  expect(marks([sato], ['Niah Toruh, the rapporteur, spoke.'])).toEqual([]);
});
