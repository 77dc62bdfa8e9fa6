import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  annotate,
  annotateInSteps,
  compileIndex,
  type MatchOptions,
  matchPage,
  type NamedEntity,
  openIndex,
} from './index.ts';

const khomeini: NamedEntity = {
  id: 'khomeini',
  kind: 'person',
  name: 'Ruhollah Khomeini',
  names: [{ text: 'Ayatollah Khomeini', kind: 'short' }],
  cues: ['revolution'],
  distinctFrom: ['khamenei'],
};
const khamenei: NamedEntity = {
  id: 'khamenei',
  kind: 'person',
  name: 'Ali Khamenei',
  names: [{ text: 'Ayatollah Khamenei', kind: 'short' }],
  distinctFrom: ['khomeini'],
};
const mojtaba: NamedEntity = { id: 'mojtaba', kind: 'person', name: 'Mojtaba Khamenei' };
const rehman: NamedEntity = {
  id: 'rehman',
  kind: 'person',
  name: 'Javaid Rehman',
  names: [{ text: '@JavaidRehman', kind: 'handle' }],
  cues: ['rapporteur', 'Iran'],
};
const pmoi: NamedEntity = {
  id: 'pmoi',
  kind: 'organisation',
  name: 'People’s Mojahedin Organization of Iran',
  names: [
    { text: 'PMOI', kind: 'acronym' },
    { text: 'MEK', kind: 'acronym', exactCase: true },
  ],
  cues: ['Iran', 'Rajavi', 'Ashraf'],
};
const decree: NamedEntity = {
  id: 'decree',
  kind: 'document',
  name: 'decree of 1988',
  names: [{ text: 'fatwa issued by Khomeini', open: true }],
};
const government: NamedEntity = {
  id: 'government',
  kind: 'organisation',
  name: 'Islamic Republic of Iran',
  names: [
    { text: 'Tehran', kind: 'variant', needs: ['regime', 'denies'] },
    { text: '🇮🇷', kind: 'short' },
  ],
  cues: ['Iran'],
};
const executions: NamedEntity = {
  id: 'executions',
  kind: 'event',
  name: '1988 executions',
  disputes: [
    {
      id: 'number-killed',
      cues: [
        'political prisoners',
        'prisoners',
        'executed',
        'زندانی سیاسی',
        'اعدام',
        'prisonniers politiques',
        'exécutés',
        'Gefangene',
        'hingerichtet',
        'presos políticos',
        'ejecutados',
        'سجين سياسي',
        'أعدم',
      ],
      positions: [
        { holder: 'a', relation: 'b', text: 'c', low: 2800, high: 5000, citations: [] },
        { holder: 'd', relation: 'e', text: 'f', low: 30_000, high: 30_000, citations: [] },
      ],
    },
  ],
};
const everyone = [khomeini, khamenei, mojtaba, rehman, pmoi, decree, government, executions];

function marks(entities: NamedEntity[], blocks: string[], options?: MatchOptions, lang = 'en') {
  return annotate(openIndex(compileIndex(entities)), { blocks, lang }, options).map(
    ({ block, start, end, entity, dispute }) => `${blocks[block]!.slice(start, end)} → ${dispute ?? entity}`,
  );
}

test('a full name is a mention, and after it the surname alone', () => {
  expect(marks(everyone, ['Ruhollah Khomeini ruled. Khomeini’s decree', 'Later Khomeini died.'])).toEqual([
    'Ruhollah Khomeini → khomeini',
    'Khomeini → khomeini',
    'Khomeini → khomeini',
  ]);
});

test('a surname without the full name on the page is left alone', () => {
  expect(marks(everyone, ['Khomeini ruled.'])).toEqual([]);
});

test('a surname counts before the full name too, and after a handle', () => {
  expect(marks(everyone, ['Rehman spoke.', 'It was @JavaidRehman.'])).toEqual([
    'Rehman → rehman',
    '@JavaidRehman → rehman',
  ]);
});

test('an entity already seen on the page is evidence for its surname', () => {
  expect(marks(everyone, ['Khomeini ruled.'], { known: ['khomeini'] })).toEqual(['Khomeini → khomeini']);
});

test('a surname that two persons on the page share is left alone', () => {
  expect(marks(everyone, ['Ali Khamenei and Mojtaba Khamenei met. Khamenei spoke.'])).toEqual([
    'Ali Khamenei → khamenei',
    'Mojtaba Khamenei → mojtaba',
  ]);
});

test('a surname after an unknown given name is another person', () => {
  expect(marks(everyone, ['Javaid Rehman spoke.', 'Talat Rehman listened.'])).toEqual(['Javaid Rehman → rehman']);
});

test('a name inside the name of something else is not a mention', () => {
  expect(marks(everyone, ['Ruhollah Khomeini died.', 'He landed at Khomeini International Airport.'])).toEqual([
    'Ruhollah Khomeini → khomeini',
  ]);
});

test('an acronym needs the organisation or its words on the page', () => {
  expect(marks(everyone, ['The MEK enzyme acts.'])).toEqual([]);
  expect(marks(everyone, ['The PMOI opened an office.'])).toEqual([]);
  expect(marks(everyone, ['The PMOI, exiled from Iran, opened an office.'])).toEqual(['PMOI → pmoi']);
  expect(marks(everyone, ['The MEK of Maryam Rajavi left Iran.'])).toEqual(['MEK → pmoi']);
  expect(marks(everyone, ['The People’s Mojahedin Organization of Iran (PMOI/MEK)'])).toEqual([
    'People’s Mojahedin Organization of Iran → pmoi',
    'PMOI → pmoi',
    'MEK → pmoi',
  ]);
});

test('a name with needs counts only beside one of its words', () => {
  expect(marks(everyone, ['He lives in Tehran.'])).toEqual([]);
  expect(marks(everyone, ['Tehran denies it.', 'He lives in Tehran.'])).toEqual(['Tehran → government']);
});

test('of needs joined by a plus all must stand beside the name', () => {
  const vote: NamedEntity = {
    id: 'vote-2017',
    kind: 'event',
    name: 'Election of 2017',
    names: [{ text: 'candidate for the presidency', kind: 'short', needs: ['Raisi + 2017', 'Rouhani'] }],
  };
  expect(marks([vote], ['In 2017 Raisi was a candidate for the presidency.'])).toHaveLength(1);
  expect(marks([vote], ['Rouhani was a candidate for the presidency.'])).toHaveLength(1);
  expect(marks([vote], ['In 2021 Raisi was a candidate for the presidency.', 'Not in 2017.'])).toEqual([]);
});

test('a flag counts on a page with the words of its entity', () => {
  expect(marks(everyone, ['on 🇮🇷: Iran'])).toEqual(['🇮🇷 → government']);
  expect(marks(everyone, ['on 🇮🇷'])).toEqual([]);
});

test('names inside an open name are marked too', () => {
  expect(marks(everyone, ['The fatwa issued by Khomeini. Ruhollah Khomeini'])).toEqual([
    'fatwa issued by Khomeini → decree',
    'Khomeini → khomeini',
    'Ruhollah Khomeini → khomeini',
  ]);
});

test('a spelling variant is found, its surname too, and the reason names the letters', () => {
  const blocks = ['The rapporteur Javid Rahman wrote it. Rahman left.'];
  expect(marks(everyone, blocks)).toEqual(['Javid Rahman → rehman', 'Rahman → rehman']);
  const [mention] = annotate(openIndex(compileIndex(everyone)), { blocks, lang: 'en' });
  expect(mention!.why).toEqual({ rule: 'spelling', detail: 'Javaid Rehman: i = ai, a = e' });
  expect(marks(everyone, blocks, { strictness: 'strict' })).toEqual([]);
});

test.each(['strict', 'normal', 'generous'] as const)(
  '%s never takes one of two near names for the other',
  (strictness) => {
    for (const title of ['Ayatollah', 'Imam', 'Ruhollah', 'Ali', 'Mojtaba', 'Leader']) {
      for (const surname of ['Khomeini', 'Khamenei', 'Khomeyni', 'Khamenai', 'Khameneh']) {
        const text = `Then ${title} ${surname} spoke about the revolution.`;
        for (const mark of marks([khomeini], [text], { strictness }))
          expect(`${title} ${mark}`).not.toMatch(/Khamen\w* → khomeini/);
        for (const mark of marks([khamenei, mojtaba], [text], { strictness }))
          expect(mark).not.toMatch(/Kh[oa]me(?:y|i)ni → (?:khamenei|mojtaba)/);
      }
    }
    for (const name of ['Javaid Rahmani', 'Javid Rahmani', 'Javaid Rehmani']) {
      expect(marks([rehman], [`The rapporteur ${name} spoke on Iran.`], { strictness })).toEqual([]);
    }
  },
);

test.each([
  ['en', 'Over 30,000 political prisoners were executed in the 1988 executions.', 'Over 30,000 political prisoners'],
  [
    'en',
    'In the 1988 executions between 2,800 and 5,000 prisoners were executed.',
    'between 2,800 and 5,000 prisoners',
  ],
  ['en', 'The 1988 executions: thousands of prisoners executed.', 'thousands'],
  ['en', 'At least thirty thousand prisoners were executed (1988 executions).', 'At least thirty thousand prisoners'],
  ['fa', '1988 executions: بیش از ۳۰ هزار زندانی سیاسی اعدام شدند', 'بیش از ۳۰ هزار زندانی سیاسی'],
  ['fr', '1988 executions : plus de 30 000 prisonniers politiques exécutés', 'plus de 30 000 prisonniers politiques'],
  ['de', '1988 executions: mehr als dreißigtausend Gefangene hingerichtet', 'mehr als dreißigtausend Gefangene'],
  ['es', '1988 executions: más de 30.000 presos políticos ejecutados', 'más de 30.000 presos políticos'],
  ['ar', '1988 executions: أكثر من ٣٠ ألف سجين سياسي أعدم', 'أكثر من ٣٠ ألف سجين سياسي'],
])('a disputed figure is marked in %s: %s', (lang, text, expected) => {
  expect(marks(everyone, [text], undefined, lang)).toContain(`${expected} → number-killed`);
});

test.each([
  'Over 30,000 political prisoners were executed.',
  'The 1988 executions cost $30,000 and 45 experts spoke of prisoners executed.',
  'After the 1988 executions 300,000,000 prisoners were executed in a novel.',
  'In 1988 prisoners were executed (1988 executions).',
])('a number that is not of the dispute is left alone: %s', (text) => {
  expect(marks(everyone, [text]).filter((mark) => mark.endsWith('number-killed'))).toEqual([]);
});

test('mentions keep the order of the text and do not overlap unless one is open', () => {
  const words = fc.constantFrom(
    'Ruhollah',
    'Khomeini',
    'Ali',
    'Khamenei',
    'fatwa',
    'issued',
    'by',
    'PMOI',
    'Iran',
    'the',
    '.',
    '1988',
    'executions',
  );
  const index = openIndex(compileIndex(everyone));
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 15 }), { maxLength: 3 }), (blocks) => {
      const texts = blocks.map((each) => each.join(' '));
      const mentions = annotate(index, { blocks: texts });
      for (const [i, mention] of mentions.entries()) {
        const next = mentions[i + 1];
        expect(mention.end).toBeGreaterThan(mention.start);
        if (next?.block !== mention.block) continue;
        expect(next.start).toBeGreaterThanOrEqual(mention.start);
        if (mention.name !== 'fatwa issued by Khomeini') expect(next.start).toBeGreaterThanOrEqual(mention.end);
      }
    }),
  );
});

test('several indexes are decided together, and the first wins where an entity is in two', () => {
  const one = openIndex(compileIndex([khomeini]));
  const two = openIndex(compileIndex([{ ...khomeini, name: 'Ruhollah Khomeini' }, khamenei]));
  const blocks = ['Ruhollah Khomeini and Ali Khamenei. Khomeini died.'];
  const found = annotate([one, two], { blocks }).map(({ entity }) => entity);
  expect(found).toEqual(['khomeini', 'khamenei', 'khomeini']);
});

test('repeats first keeps the first mention of each entity', () => {
  expect(marks(everyone, ['Ruhollah Khomeini. Khomeini. Ali Khamenei.'], { repeats: 'first' })).toEqual([
    'Ruhollah Khomeini → khomeini',
    'Ali Khamenei → khamenei',
  ]);
});

test('a page that changed block by block gives what a full scan gives', () => {
  const words = fc.constantFrom(
    'Ruhollah',
    'Khomeini',
    'Ali',
    'Khamenei',
    'Javid',
    'Rahman',
    'Rehman',
    'PMOI',
    'Iran',
    'rapporteur',
    'the',
    '.',
    '1988 executions',
    '30,000 prisoners executed',
  );
  const text = fc.array(words, { maxLength: 12 }).map((each) => each.join(' '));
  const index = openIndex(compileIndex(everyone));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 4 }),
      fc.array(fc.tuple(fc.nat({ max: 5 }), text), { maxLength: 6 }),
      (blocks, changes) => {
        const now = [...blocks];
        const page = matchPage(index, { blocks });
        for (const [block, changed] of changes) {
          page.setBlock(block, changed);
          while (now.length < block) now.push('');
          now[block] = changed;
          expect(page.mentions()).toEqual(annotate(index, { blocks: now }));
        }
      },
    ),
  );
});

test('an office says who held it on the date of the page', () => {
  const president: NamedEntity = { id: 'president', kind: 'role', name: 'President of Iran' };
  const holder = (id: string, name: string, from: string, to?: string): NamedEntity => ({
    id,
    kind: 'person',
    name,
    roles: [{ title: 'President of Iran', office: 'president', from, ...(to && { to }) }],
  });
  const index = openIndex(
    compileIndex([
      president,
      holder('raisi', 'Ebrahim Raisi', '2021-08-03', '2024-05-19'),
      holder('next', 'Masoud Pezeshkian', '2024-07-28'),
    ]),
  );
  const why = (published: string) => annotate(index, { blocks: ['The President of Iran spoke.'], published })[0];
  expect(why('2022-01-05')).toMatchObject({
    entity: 'president',
    why: { rule: 'role', detail: 'Ebrahim Raisi' },
    alternatives: [{ entity: 'raisi' }],
  });
  expect(why('2025-01-05')).toMatchObject({ why: { rule: 'role', detail: 'Masoud Pezeshkian' } });
  expect(why('2001-01-05')).toMatchObject({ entity: 'president', why: { rule: 'name' }, alternatives: [] });
});

test('after its comparisons a page has only the names that stand there letter by letter', () => {
  const index = openIndex(compileIndex([{ id: 'rajavi', kind: 'person', name: 'Maryam Rajavi' }]));
  const blocks = ['Maryam Radjavi', 'Maryam Radjavi', 'Maryam Rajavi'];
  const found = (comparisons?: number) =>
    annotate(index, { blocks }, comparisons === undefined ? {} : { comparisons }).map(({ block }) => block);
  expect(found()).toEqual([0, 1, 2]);
  expect(found(1)).toEqual([0, 2]);
  expect(found(0)).toEqual([2]);
});

test('a row of given names takes as many comparisons as it costs', () => {
  const given = ['Mohammad', 'Ali', 'Reza', 'Hassan', 'Hossein', 'Ahmad'];
  const entities = given.flatMap((a) =>
    given.flatMap((b) =>
      a === b ? [] : [{ id: `${a}-${b}`.toLowerCase(), kind: 'person' as const, name: `${a} ${b} Rajavi` }],
    ),
  );
  const index = openIndex(compileIndex(entities));
  const names = entities.length;
  const found = (row: string) =>
    annotate(index, { blocks: [row, 'Mohammad Ali Radjavi'] }, { comparisons: 2 * names }).map(({ block }) => block);
  expect(found('Nothing of the kind')).toEqual([1]);
  // Each of its words proposes most names, once, and each is tried at every word.
  expect(found(given.join(' ').repeat(3))).toEqual([]);
});

test('a page is read in a step for each block, and decided in no fewer', () => {
  const index = openIndex(compileIndex([{ id: 'rajavi', kind: 'person', name: 'Maryam Rajavi' }]));
  const stepsFor = (blocks: string[]) => {
    const steps = annotateInSteps(index, { blocks });
    let count = 0;
    while (!steps.next().done) count++;
    return count;
  };
  const [one, four] = [stepsFor(['Maryam Rajavi']), stepsFor(Array(4).fill('Maryam Rajavi'))];
  expect(one).toBeGreaterThan(2);
  expect(four).toBe(4 * one);
});
