import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTitles, openTitles, type Title, titleOf } from './titles.ts';

test('every title is read as it was written, whatever its letters and whatever names the index has', () => {
  const name = fc.string({ unit: 'grapheme' });
  const title = fc.record(
    {
      kind: fc.constantFrom<Title['kind']>('person', 'place'),
      name,
      description: name,
      names: fc.dictionary(fc.constantFrom('fa', 'de'), name),
      quiet: fc.constant(true),
      loaded: fc.array(name),
    },
    { requiredKeys: ['kind', 'name'], noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(title, fc.array(name))), (held) => {
      const titles = held.map(([each, names]) => {
        // Names that the index has, in some titles.
        return names.length > 0 ? { ...each, name: names[0]!, names: { fa: names.at(-1)! } } : each;
      }) as Title[];
      const places = held.map(([, names]) => (text: string) => {
        const place = names.indexOf(text);
        return place < 0 ? undefined : place;
      });
      const titleAt = openTitles(encodeTitles(titles, places), (entity, place) => held[entity]![1][place]!);
      expect(titles.map((_, entity) => titleAt(entity))).toEqual(titles);
    }),
  );
});

test('entities that differ in their names alone take the room of a number each', () => {
  const table = (count: number) =>
    encodeTitles(
      Array.from({ length: count }, (_, i) => ({ kind: 'person', name: `Ada Veldhoven ${i}` })),
      Array.from({ length: count }, () => () => 0),
    ).length;
  expect(table(1001) - table(1)).toBe(4000);
});

test('a table that was cut anywhere is refused', () => {
  const table = encodeTitles([{ kind: 'person', name: 'Ada Veldhoven' }], [() => undefined]);
  for (let length = 0; length < table.length; length++)
    expect(() => openTitles(table.slice(0, length), String)).toThrow(
      /^titles: expected at least \d+ bytes, found \d+: build/,
    );
});

test('what every page names is known without a mark, and open data has its names in the languages of the interface', () => {
  const facts = [{ property: 'type' as const, value: 'capital', asOf: '2026', source: 'x' }];
  const names = [
    { text: 'ژنو', kind: 'full' as const, lang: 'fa' },
    { text: 'Genf', kind: 'full' as const, lang: 'de' },
    { text: 'Geneva', kind: 'full' as const, lang: 'es' },
    { text: 'Genève', kind: 'variant' as const, lang: 'fr' },
  ];
  const geneva = { id: 'geneva', kind: 'place' as const, name: 'Geneva', names };
  const languages = ['fa', 'es', 'fr'];
  expect(titleOf({ ...geneva, facts }, languages)).toEqual({
    kind: 'place',
    name: 'Geneva',
    names: { fa: 'ژنو' },
    quiet: true,
  });
  expect(titleOf(geneva, languages)).toEqual({ kind: 'place', name: 'Geneva' });
  const body = { id: 'body', kind: 'organisation' as const, name: 'Body' };
  const quiet = (value: string) => titleOf({ ...body, facts: [{ ...facts[0]!, value }] }, []).quiet;
  expect(['government', 'company', 'ministry'].map(quiet)).toEqual([true, true, undefined]);
});

test('a title says on how many points sources differ', () => {
  const position = { text: 'One.', holder: 'Someone', relation: 'A party', citations: [] };
  const dispute = { id: 'number', question: 'How many?', positions: [position] };
  const event = { id: 'event', kind: 'event' as const, name: 'Event' };
  expect(titleOf({ ...event, disputes: [dispute, { ...dispute, id: 'place' }] }, [])).toMatchObject({ disputed: 2 });
  expect(titleOf(event, [])).toEqual({ kind: 'event', name: 'Event' });
});

test('a title tells which of its names are somebody’s word for it', () => {
  const names = [
    { text: 'Club', kind: 'short' as const },
    { text: 'The Gang', kind: 'pejorative' as const, usedBy: 'its rivals' },
    { text: 'The Faithful', kind: 'self-designation' as const },
  ];
  expect(titleOf({ id: 'club', kind: 'organisation', name: 'Club', names }, []).loaded).toEqual([
    'The Gang',
    'The Faithful',
  ]);
  expect(titleOf({ id: 'club', kind: 'organisation', name: 'Club' }, []).loaded).toBe(undefined);
});
