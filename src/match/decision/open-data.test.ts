import { expect, test } from 'vitest';
import countries from '../../../data/stems-of-countries.json' with { type: 'json' };
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const typed = (id: string, name: string, type: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: type }],
  related: ['land'],
  cues: ['Examplia', 'Examplian'],
  ...more,
});
const person = (
  id: string,
  name: string,
  property: 'head-of-state-of' | 'member-of',
  more: Partial<NamedEntity> = {},
) => typed(id, name, '', { kind: 'person', facts: [{ property, value: 'land' }], ...more });

const entities: NamedEntity[] = [
  typed('land', 'Examplia', 'country-or-territory', {
    kind: 'place',
    names: [{ text: 'اگزامپلیا', lang: 'fa', kind: 'full' }],
    related: [],
    cues: [],
  }),
  typed('canton', 'Ostheim', 'subdivision', { kind: 'place' }),
  ...Array.from({ length: 16 }, (_, i) => typed(`party-${i}`, `Zorb${i} Democratic Alliance`, 'political-party')),
  typed('alliance', 'Democratic Alliance', 'political-party'),
  typed('body', 'World Bank', 'international-body'),
  typed('zeit', 'Die Zeit', 'news-outlet'),
  typed('blatt', 'Zorbdener Blatt', 'news-outlet'),
  typed('pact', 'PACT Zorbaland', 'political-party'),
  typed('coded', 'Zorbian Union of Farmers', 'political-party', {
    names: [{ text: 'ZUF', kind: 'acronym', exactCase: true }],
  }),
  typed('ministry', 'Zorbagon', 'ministry'),
  typed('justice', 'EX Justice Department', 'public-body'),
  ...Array.from({ length: 8 }, (_, i) => typed(`union-${i}`, `Quorland Union ${i}`, 'political-party')),
  typed('war', 'war in Quorland', 'armed-conflict', { kind: 'event', related: [], cues: [] }),
  person('king', 'Charles IV', 'head-of-state-of', { names: [{ text: 'King Charles', kind: 'variant' }] }),
  person('head', 'Nikos Kandias', 'head-of-state-of'),
  person('member', 'Ivor Blenkinsop', 'member-of'),
  person('former', 'Otto Wragglesby', 'head-of-state-of', {
    facts: [{ property: 'head-of-state-of', value: 'land', to: '1901-03-04' }],
  }),
];
const index = openIndex(compileIndex(entities, words));
const found = (...blocks: string[]) =>
  annotate(index, { blocks, published: '2026-01-01' })
    .map(({ entity }) => entity)
    .filter((id) => id !== 'land');

test('a name of words that many names are made of asks for its country on the page', () => {
  expect(found('The Democratic Alliance won the vote.')).toEqual([]);
  expect(found('The Democratic Alliance won the vote.', 'Examplia voted.')).toEqual(['alliance']);
  expect(found('Zorb3 Democratic Alliance won the vote.')).toEqual(['party-3']);
  expect(found('The World Bank lends.')).toEqual(['body']);
});

test('a war that says where it was asks for nothing else', () => {
  expect(found('The war in Quorland went on.')).toEqual(['war']);
});

test('a ministry of one word is not meant where another word continues it', () => {
  expect(found('The Zorbagon said so. Nothing else happened.')).toEqual(['ministry']);
  expect(found('We met at the Zorbagon Café after work.')).toEqual([]);
});

test('an article written small, or at the beginning of a sentence, makes a noun of a name', () => {
  expect(found('Man sah die Zeit noch nicht gekommen in Examplia.')).toEqual([]);
  expect(found('Das war so. Die Zeit drängt.')).toEqual([]);
  expect(found('So schrieb Die Zeit über Examplia und den Examplian Kongress.')).toEqual(['zeit']);
});

test('a part of a country is not marked, for its city has its name', () => {
  expect(found('They met in Ostheim, Examplia.')).toEqual([]);
});

test('a surname alone names a head of state of our time, and no member of a parliament', () => {
  const page = (name: string) => found(`Examplia waits: ${name} spoke to Examplian voters.`);
  expect(page('Kandias')).toEqual(['head']);
  expect(page('Blenkinsop')).toEqual([]);
  expect(page('Wragglesby')).toEqual([]);
  expect(page('Ivor Blenkinsop')).toEqual(['member']);
});

test('a rank before a name is no given name, though a person of the pack has it for one', () => {
  const ranked = openIndex(compileIndex([...entities, person('gen', 'Gen Nakadera', 'member-of')]));
  const marked = (text: string) => annotate(ranked, { blocks: [text] }).map(({ entity }) => entity);
  expect(marked('It was led by Gen. Nikos Kandias in the north.')).toEqual(['head']);
  expect(marked('It was led by Ivor Nikos Kandias in the north.')).toEqual([]);
});

test('words of another script that sound like a foreign name are no name, unless the page speaks for it', () => {
  const line = 'دیروز نیکوس کاندیاس آمد و با مردم سخن گفت';
  expect(found(line)).toEqual([]);
  expect(found(line, 'اگزامپلیا رای داد')).toEqual(['head']);
});

test('a place is another after "New", and a surname after a given name', () => {
  const all = (...blocks: string[]) => annotate(index, { blocks }).map(({ entity }) => entity);
  expect(all('They met in Examplia.')).toEqual(['land']);
  expect(all('They met in New Examplia.')).toEqual([]);
  expect(all('They met Kenneth Examplia.')).toEqual([]);
  expect(all('They met in Examplia Street.')).toEqual([]);
});

test('a page from long before the first office of a person speaks of somebody else', () => {
  const later = person('later', 'Wilma Okonjowa', 'head-of-state-of', {
    facts: [{ property: 'head-of-state-of', value: 'land', from: '2022-06-30' }],
  });
  const on = (published: string) =>
    annotate(openIndex(compileIndex([later])), { blocks: ['Wilma Okonjowa spoke.'], published }).length;
  expect(on('2024-01-01')).toBe(1);
  expect(on('1987-03-01')).toBe(0);
});

test('of parties that share a word that of the country of the page is meant', () => {
  const land = (id: string, name: string, cues: string[], n: number) => [
    typed(`c${n}`, name, 'country-or-territory', { kind: 'place', related: [], cues: [] }),
    typed(id, `Quorlers of ${name}`, 'political-party', {
      related: [`c${n}`],
      cues,
      names: [{ text: 'Democratic Union', kind: 'short', needs: cues }],
    }),
    typed(`ministry-${id}`, `Ministry ${name}`, 'ministry', {
      related: [`c${n}`],
      cues,
      names: [{ text: 'Foreign Ministry', kind: 'short' }],
    }),
  ];
  const world = openIndex(
    compileIndex([
      ...entities,
      ...land('xp', 'Xandria', ['Xandria', 'Xandrian'], 1),
      ...land('yp', 'Yolia', ['Yolia', 'Yolian'], 2),
    ]),
  );
  const on = (...blocks: string[]) =>
    annotate(world, { blocks })
      .map(({ entity }) => entity)
      .filter((id) => !/^c\d/.test(id));
  expect(on('Xandria waits. The Foreign Ministry said so.')).toEqual(['ministry-xp']);
  expect(on('Xandria and Yolia wait.', 'The Foreign Ministry said so.')).toEqual([]);
  expect(on('Xandria and Yolia wait.', 'The Yolian Foreign Ministry said so.')).toEqual(['ministry-yp']);
  expect(on('Xandria and Yolia wait.', 'The Foreign Ministry of Yolia said so.')).toEqual(['ministry-yp']);
  expect(on('Xandria, Xandria, Xandria. Yolia knew it: the Democratic Union won.')).toEqual(['xp']);
  expect(on('The Foreign Ministry said so.')).toEqual([]);
});

test('a commercial bank has the name of a central one in its own', () => {
  const bank = openIndex(compileIndex([...entities, typed('bank', 'Bank of Examplia', 'central-bank')]));
  const banks = (text: string) => annotate(bank, { blocks: [text] }).filter(({ entity }) => entity === 'bank').length;
  expect(banks('The Bank of Examplia lends in Examplia.')).toBe(1);
  expect(banks('The Royal Bank of Examplia lends in Examplia.')).toBe(0);
});

test('a name does not begin in one sentence and end in the next', () => {
  expect(found('PACT Zorbaland won the vote in Examplia.')).toEqual(['pact']);
  expect(found('So says the Pact. Zorbaland has Examplian laws.')).toEqual([]);
});

test('the code of a party says nothing in a line of capitals', () => {
  expect(found('Examplia voted, the Examplian ZUF won.')).toEqual(['coded']);
  expect(found('EXAMPLIA ISSUES 150 MLN ZUF EXAMPLIAN BOND')).toEqual([]);
});

test('a magazine is not the outlet whose name it has', () => {
  expect(found('She wrote in Zorbdener Blatt from Examplia.')).toEqual(['blatt']);
  expect(found('She wrote in Zorbdener Blatt Magazine from Examplia.')).toEqual([]);
});

test('a king is called by title and name: the given name alone is nobody', () => {
  expect(found('King Charles of Examplia spoke.', 'Then King Charles left.')).toEqual(['king', 'king']);
  expect(found('King Charles of Examplia spoke.', 'Then Charles left.')).toEqual(['king']);
  expect(found('King Charles of Examplia spoke.', 'Then Charles de Zorb left.')).toEqual(['king']);
});

test('a body is found in another spelling where it sounds alike, and not by words that resemble its own', () => {
  expect(found('Examplia voted. The Zorbdenner Blatt reported.')).toEqual(['blatt']);
  expect(found('Examplia voted. The EX Department of Roads reported.')).toEqual([]);
});

test('a page written before an event, or before a body was founded, speaks of another', () => {
  const dated = openIndex(
    compileIndex([
      ...entities,
      typed('gulf', 'Quorlandish War', 'armed-conflict', {
        kind: 'event',
        related: [],
        facts: [
          { property: 'type', value: 'armed-conflict' },
          { property: 'began', value: '1990' },
        ],
      }),
      typed('forum', 'Zorbdener Forum', 'public-body', {
        facts: [
          { property: 'type', value: 'public-body' },
          { property: 'founded', value: '2001-05' },
        ],
      }),
    ]),
  );
  const on = (published: string | undefined, ...blocks: string[]) =>
    annotate(dated, { blocks, published }).map(({ entity }) => entity);
  expect(on('1987-12-31', 'The Quorlandish War went on.')).toEqual([]);
  expect(on('1990-08-02', 'The Quorlandish War went on.')).toEqual(['gulf']);
  expect(on(undefined, 'The Quorlandish War went on.')).toEqual(['gulf']);
  expect(on(undefined, 'The Quorlandish War went on from 1980 to 1988.')).toEqual([]);
  expect(on(undefined, 'The Quorlandish War went on in 1,990 houses, from 1980.')).toEqual(['gulf']);
  expect(on(undefined, 'The Quorlandish War went on.', 'So it was in 1984, and in 1991.')).toEqual(['gulf']);
  expect(on('1987-12-31', 'The Zorbdener Forum met.')).toEqual([]);
  expect(on('2001-01-01', 'The Zorbdener Forum met.')).toEqual(['forum']);
  expect(on(undefined, 'The Zorbdener Forum met in 1980 and 1981.')).toEqual(['forum']);
});

test('a son is not the father whose name he has, on a page of the time of the father', () => {
  const son = person('son', 'Ferdo Quentelman Jr.', 'head-of-state-of', {
    facts: [{ property: 'head-of-state-of', value: 'land', from: '2022-06-30' }],
  });
  const family = openIndex(compileIndex([...entities, son]));
  const on = (published: string | undefined, ...blocks: string[]) =>
    annotate(family, { blocks, published }).map(({ entity }) => entity);
  expect(on('1987-12-31', 'So said Ferdo Quentelman.')).toEqual([]);
  expect(on('2023-01-01', 'So said Ferdo Quentelman.')).toEqual(['son']);
  expect(on(undefined, 'So said Ferdo Quentelman.')).toEqual(['son']);
  expect(on(undefined, 'So said Ferdo Quentelman in 1972 and in 1986.')).toEqual([]);
  expect(on(undefined, 'So said Ferdo Quentelman Jr. of 1972 and of 1986.')).toEqual(['son']);
});

test('a word before the name of a party makes another party of it, unless it says whose it is', () => {
  const shared = typed('shared', 'Zorbish Alliance', 'political-party', {
    names: [{ text: 'Zorbish Alliance', kind: 'full', needs: ['Examplia', 'Examplian'] }],
  });
  const parties = openIndex(compileIndex([...entities, shared]));
  const on = (text: string) =>
    annotate(parties, { blocks: [text] })
      .map(({ entity }) => entity)
      .filter((id) => id !== 'land');
  expect(on('In Examplia the Zorbish Alliance won.')).toEqual(['shared']);
  expect(on('In Examplia the Free Zorbish Alliance won.')).toEqual([]);
  expect(on('In Examplia the Examplian Zorbish Alliance won.')).toEqual(['shared']);
  expect(on('In Examplia the EX Zorbish Alliance won.')).toEqual(['shared']);
  expect(on("In Examplia it was Kandor's Zorbish Alliance that won.")).toEqual(['shared']);
  expect(on('In Examplia it rains. Only Zorbish Alliance voters were out.')).toEqual(['shared']);
});

test('an acronym in the name of a company is no body', () => {
  const cross = typed('cross', 'Zorbian Cross', 'non-profit', {
    names: [{ text: 'AZC', kind: 'acronym', needs: ['Examplian'], exactCase: true }],
  });
  const acronyms = openIndex(compileIndex([...entities, cross]));
  const on = (text: string) => annotate(acronyms, { blocks: [text] }).map(({ entity }) => entity);
  expect(on('The Examplian AZC helps.')).toEqual(['cross']);
  expect(on('The Examplian AZC Examples helps, Corp or not.')).toContain('cross');
  expect(on('The Examplian firm AZC Zorbia Corp helps.')).toEqual([]);
});

test('the name of a government in that of a fund is the fund', () => {
  const agency = typed('agency', 'US Quorl Agency', 'public-body');
  const funds = openIndex(compileIndex([...entities, agency]));
  const on = (text: string) => annotate(funds, { blocks: [text] }).map(({ entity }) => entity);
  expect(on('So said the US Quorl Agency on Monday.')).toEqual(['agency']);
  expect(on('So said the US Quorl Agency Securities Fund on Monday.')).toEqual([]);
});

test('an outlet of another country has the name, too, where the text says of which', () => {
  const mirror = typed('mirror', 'Quoriander Mirror', 'news-outlet', { related: [], cues: [] });
  const outlets = openIndex(compileIndex([...entities, mirror], { countries }));
  const on = (text: string) => annotate(outlets, { blocks: [text] }).map(({ entity }) => entity);
  expect(on('She wrote in the Quoriander Mirror of 2001.')).toEqual(['mirror']);
  expect(on('She wrote in the British Quoriander Mirror.')).toEqual(['mirror']);
  expect(on('She wrote in the Quoriander Mirror of Sri Lanka.')).toEqual([]);
});

test('a word that is all of its block is a heading, though chambers are called so in sentences', () => {
  const house = typed('house', 'Legislature of Examplia', 'parliament', {
    names: [{ text: 'Parliament', kind: 'short', needs: ['Examplia'] }],
  });
  const chambers = openIndex(compileIndex([...entities, house]));
  const houses = (...blocks: string[]) =>
    annotate(chambers, { blocks }).flatMap(({ block, entity }) => (entity === 'house' ? [block] : []));
  expect(houses('They met in Examplia.', 'So the Parliament said.', 'Parliament')).toEqual([1]);
});

test('a conjunction at the head of a Spanish sentence is no given name before a country', () => {
  const land = typed('land', 'Velmark', 'country-or-territory', { kind: 'place' });
  const lands = openIndex(compileIndex([land]));
  const on = (text: string) => annotate(lands, { blocks: [text], lang: 'es' }).map(({ entity }) => entity);
  expect(on('Si Velmark sigue así, todo cambia. Ayer habló.')).toEqual(['land']);
  expect(on('Ayer habló Jack Velmark con ella.')).toEqual([]);
});
