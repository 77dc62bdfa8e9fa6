/** What holds of a page as a whole: order, repeats, offices by its date, what its reading may cost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate, annotateInSteps, compileIndex, matchPage, type NamedEntity, openIndex } from './index.ts';
import { everyone, khamenei, khomeini, marks } from './testing.ts';

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
  const blocks = ['Maryam Radjavi', 'Mariam Rajavi', 'Maryam Rajavi'];
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
