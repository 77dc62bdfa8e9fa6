import { describe, expect, test } from 'vitest';
import { encodeArchive, openArchive } from '../dataset/archive.ts';
import { pack as made, source } from '../dataset/builders.ts';
import { answerAnnotate, answerCard } from './answers.ts';
import { bundled } from './imports.ts';
import { filesOf, groundOn, held, pack, page } from './testing.ts';

describe('the worker', () => {
  test('reads each file once, however many ask at the same time', async () => {
    const files = filesOf(held);
    const ground = groundOn(files);
    await Promise.all([1, 2, 3].map(() => answerAnnotate(ground, { page, known: [] }, 'all')));
    expect(files.reads.sort()).toEqual(['archive', 'list']);
  });

  test('reads no record for the marks of a page, and for a card only the file that has it', async () => {
    const files = filesOf(held);
    const ground = groundOn(files);
    await answerAnnotate(ground, { page, known: [] }, 'all');
    expect(files.reads.filter((name) => name.endsWith('.json'))).toEqual([]);
    await answerCard(ground, { entity: 'javaid-rehman' }, 'all');
    expect(files.reads.filter((name) => name.endsWith('.json'))).toEqual(['people/0.json', 'people/sources.json']);
  });

  test('finds every record of a pack of many files', async () => {
    const entities = Array.from({ length: 60 }, (_, i) => ({
      id: `town-${i}`,
      kind: 'place' as const,
      name: `Town ${i}`,
      description: 'x'.repeat(5000),
    }));
    const files = filesOf([pack('towns', entities)]);
    const ground = groundOn(files);
    expect((await files.list())[0]!.shards.length).toBeGreaterThan(3);
    for (const { id, name } of entities)
      expect((await answerCard(ground, { entity: id }, 'all'))?.entity).toMatchObject({ id, name });
  });

  test('joins to the card of an edited entry what open data tells of it, with its sources', async () => {
    const facts = [{ property: 'capital', value: 'city', asOf: '2026', source: 'data' }] as const;
    const open = pack('world', [
      { id: 'united-nations', kind: 'organisation', name: 'United Nations (data)', facts: [...facts] },
      {
        id: 'city',
        kind: 'place',
        name: 'City',
        names: [{ text: 'شهر', kind: 'full', lang: 'fa' }],
        facts: [...facts],
      },
    ]);
    open.sources = made([], [source('data')]).sources;
    const ground = groundOn(filesOf([...held, open], ['world']));
    const card = await answerCard(ground, { entity: 'united-nations' }, 'all');
    expect(card).toMatchObject({
      entity: { name: 'United Nations', facts },
      pack: { id: 'terms' },
      linked: { city: { name: 'شهر', lang: 'fa', kind: 'place' } },
    });
    expect(Object.keys(card!.sources)).toEqual(['data']);
    const alone = await answerCard(
      groundOn(filesOf([...held, open], ['world']), { packsOff: ['world'] }),
      { entity: 'united-nations' },
      'all',
    );
    expect(alone?.entity).not.toHaveProperty('facts');
  });

  test('names an entity of open data in the language of the reader', async () => {
    const facts = [{ property: 'type' as const, value: 'capital', asOf: '2026', source: 'data' }];
    const open = pack('world', [
      { id: 'geneva', kind: 'place', name: 'Geneva', names: [{ text: 'ژنو', kind: 'full', lang: 'fa' }], facts },
    ]);
    const answer = await answerAnnotate(
      groundOn(filesOf([...held, open], ['world'])),
      { page: { blocks: ['They met in Geneva.'] }, known: [] },
      'all',
    );
    expect(answer.names).toEqual({ geneva: 'ژنو' });
  });

  test('tries a file again that could not be read', async () => {
    const files = filesOf(held);
    const { archive } = files;
    files.archive = () => Promise.reject(new Error('disk'));
    const ground = groundOn(files);
    await expect(answerAnnotate(ground, { page, known: [] }, 'all')).rejects.toThrow('disk');
    files.archive = archive;
    expect((await answerAnnotate(ground, { page, known: [] }, 'all')).mentions.length).toBe(2);
  });

  test.each([
    ['damaged', 'people.index', 'The pack people is left out: index: the checksum does not fit the content'],
    ['damaged', 'people.titles', 'The pack people is left out: titles: expected'],
    ['lost', 'people.index', 'The pack people is left out: packs: expected people.index in the archive, found'],
    ['lost', 'people.titles', 'The pack people is left out: packs: expected people.titles in the archive, found'],
  ])('what is %s of a pack (%s) takes no marks away from the others, and is said once', async (how, name, why) => {
    const files = filesOf(held);
    const { archive } = files;
    files.archive = async () => {
      const buffer = await archive();
      const part = openArchive(buffer)(name);
      if (how === 'damaged') part[part.length - 1 - (part.length >> 1)]! ^= 0x7f;
      if (how === 'damaged' && name.endsWith('titles')) part.fill(0xff, 0, 8);
      return how === 'lost' ? withoutFile(buffer, name) : buffer;
    };
    const ground = groundOn(files);
    const asked = [1, 2].map(() => answerAnnotate(ground, { page, known: [] }, 'all'));
    for (const { mentions } of await Promise.all(asked))
      expect(mentions.map(({ entity }) => entity)).toEqual(['united-nations']);
    expect(await answerCard(ground, { entity: 'javaid-rehman' }, 'all')).toBe(null);
    expect(ground.broken).toEqual([expect.stringContaining(why)]);
  });

  test.each(['damaged', 'lost'])(
    'where the words beside names are %s, names are found, and it is said once',
    async (how) => {
      const files = filesOf(held);
      const { archive } = files;
      files.archive = async () => {
        const buffer = await archive();
        openArchive(buffer)('words.index')[8]! ^= 0x7f;
        return how === 'lost' ? withoutFile(buffer, 'words.index') : buffer;
      };
      const ground = groundOn(files);
      expect((await answerAnnotate(ground, { page, known: [] }, 'all')).mentions.length).toBe(2);
      expect(ground.broken).toEqual([expect.stringContaining('The words beside names are left out: ')]);
    },
  );

  test('a pack that is switched off takes no memory, and is there when it is switched on again', async () => {
    const files = filesOf(held);
    const ground = groundOn(files, { packsOff: ['terms'] });
    const marked = async () =>
      (await answerAnnotate(ground, { page, known: [] }, 'all')).mentions.map(({ entity }) => entity);
    expect(await marked()).toEqual(['javaid-rehman']);
    const { indexes } = await ground.packs.indexes(['terms']);
    const own = openArchive(await filesOf(held).archive())('people.index');
    expect(indexes.map(({ cells }) => cells.buffer.byteLength)).toEqual([own.length]);
    await ground.update((settings) => ({ ...settings, packsOff: [] }));
    expect(await marked()).toEqual(['javaid-rehman', 'united-nations']);
    expect(files.reads).toEqual(['list', 'archive', 'archive']);
  });
});

function withoutFile(archive: ArrayBuffer, left: string): ArrayBuffer {
  const read = openArchive(archive);
  const packs = ['people', 'terms'].flatMap((id) => [`${id}.index`, `${id}.titles`]);
  const names = [...packs, 'words.index'].filter((name) => name !== left);
  return encodeArchive(new Map(names.map((name) => [name, read(name)]))).buffer;
}

test('what no pack may take are the ids and names of all packs, those of open data too', async () => {
  const names = [{ text: 'شهر', kind: 'full' as const, lang: 'fa' }];
  const facts = [{ property: 'type' as const, value: 'capital', asOf: '2026', source: 'data' }];
  const open = pack('world', [{ id: 'city', kind: 'place', name: 'City', names, facts }]);
  const { packs } = await bundled(filesOf([...held, open], ['world']));
  expect(packs.flatMap(({ entities }) => entities)).toEqual([
    { id: 'javaid-rehman', kind: 'person', name: 'Javaid Rehman' },
    { id: 'united-nations', kind: 'organisation', name: 'United Nations' },
    { id: 'city', kind: 'place', name: 'City', names },
  ]);
});
