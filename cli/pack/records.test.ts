import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dispute, entity, pack, statement } from '../../src/dataset/builders.ts';
import { canonicalJson } from '../../src/dataset/canonical.ts';
import { entitySchema, packInfoSchema, sourceSchema } from '../../src/dataset/schema.ts';
import { auditSentence, readAudits } from './audit/records.ts';
import { audit } from './audit.ts';
import { compilePacks } from './compile.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { round } from './round.ts';

let dir: string;
let printed: string[];
const entities = ['a', 'b', 'c'].map((id) =>
  entity(id, {
    statements: [statement('It was a club.'), statement('=It had a hall, and "rules".')],
    disputes: [dispute()],
  }),
);

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'records-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  const { entities: _, sources, ...info } = pack([]);
  await writeRecord('test/pack.json', canonicalJson(info, packInfoSchema));
  for (const one of entities) await writeRecord(`test/entities/${one.id}.json`, canonicalJson(one, entitySchema));
  await writeRecord('test/sources/alpha.json', canonicalJson(sources.alpha, sourceSchema));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

async function writeRecord(path: string, text: string): Promise<void> {
  await mkdir(join(dir, path, '..'), { recursive: true });
  await writeFile(join(dir, path), text);
}

const read = (path: string) => readFile(join(dir, path), 'utf8');
const tasks = async (...ids: string[]) => {
  printed.length = 0;
  await review([...ids, '--data', dir]);
  return printed.map((line) => JSON.parse(line));
};

describe('review', () => {
  const verdict = { verdict: 'supported', as: 'second reader', on: '2026-11-20' };
  const stamp = async (...lines: object[]) => {
    await writeFile(join(dir, 'verdicts.jsonl'), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    return review(['--import', join(dir, 'verdicts.jsonl'), '--data', dir]);
  };

  test('lists what waits for a second reader, and stamps what comes back', async () => {
    const waiting = await tasks('a');
    expect(waiting.map(({ path }) => path)).toEqual([
      'statements[0]',
      'statements[1]',
      'disputes[0].positions[0]',
      'disputes[0].positions[1]',
    ]);
    expect(waiting[2]).toMatchObject({ entity: 'a', holder: 'The council', quotations: [{ source: 'alpha' }] });
    expect(await stamp(...waiting.map(({ entity, path, of }) => ({ entity, path, of, ...verdict })))).toBe(0);
    expect(await tasks('a')).toEqual([]);
    expect(await tasks()).toHaveLength(8);
    const { statements } = JSON.parse(await read('test/entities/a.json'));
    expect(statements[0].review).toEqual([{ ...verdict, of: waiting[0].of }]);
  });

  test('a later verdict stands beside the first, one of the same day and reader replaces it', async () => {
    const line = { entity: 'a', path: 'statements[0]', ...verdict };
    await stamp(line, { ...line, on: '2026-11-21' }, { ...line, verdict: 'partly' });
    const { statements } = JSON.parse(await read('test/entities/a.json'));
    expect(statements[0].review).toMatchObject([
      { on: '2026-11-21', verdict: 'supported' },
      { on: '2026-11-20', verdict: 'partly' },
    ]);
  });

  test.each<[string, object, RegExp]>([
    ['of no entity', { entity: 'x', path: 'statements[0]', ...verdict }, /:2: expected an entity x, found none/u],
    ['of no sentence', { entity: 'a', path: 'description', ...verdict }, /role description in a, found none/u],
    [
      'on a text that has changed',
      { entity: 'a', path: 'statements[0]', ...verdict, of: '0123456789abcdef' },
      /found one of 0123/u,
    ],
    [
      'in other words',
      { entity: 'a', path: 'statements[0]', ...verdict, verdict: 'fine' },
      /verdict: expected one of supported/u,
    ],
  ])('refuses all verdicts when one is %s', async (_, line, message) => {
    const before = await read('test/entities/a.json');
    await expect(stamp({ entity: 'a', path: 'statements[1]', ...verdict }, line)).rejects.toThrow(message);
    expect(await read('test/entities/a.json')).toBe(before);
  });

  test('a pack that ships has no verdicts', async () => {
    await stamp({ entity: 'a', path: 'statements[0]', ...verdict });
    await compilePacks(dir, join(dir, 'out'));
    const shipped = await read('out/test/0.json');
    expect(JSON.parse(shipped)).toHaveLength(3);
    expect(shipped).not.toContain('second reader');
  });
});

describe('audit', () => {
  const sheet = async (seed: number, size = 5) => {
    await audit(['--sample', String(size), '--seed', String(seed), '--out', join(dir, 'sheet.csv'), '--data', dir]);
    return read('sheet.csv');
  };
  const filled = async (verdicts: string[]) => {
    const { data, meta } = Papa.parse<Record<string, string>>((await sheet(7)).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    const column = meta.fields!.find((field) => field.startsWith('verdict'))!;
    const rows = data.map((row, i) => ({
      ...row,
      [column]: verdicts[i] ?? 'full',
      note: i === 0 ? 'a note, with a comma' : '',
    }));
    await writeFile(join(dir, 'filled.csv'), `\ufeff${Papa.unparse(rows)}`);
  };
  const keep = () => audit(['--import', join(dir, 'filled.csv'), '--on', '2026-12-01', '--data', dir]);

  test('prints the same sheet for the same seed, without a formula in a cell', async () => {
    const first = await sheet(7);
    expect(await sheet(7)).toBe(first);
    expect(await sheet(8)).not.toBe(first);
    expect(await sheet(8, 100)).toContain(`"'=It had a hall, and ""rules""."`);
  });

  test('keeps the verdicts of a filled-in sheet with day and seed, once', async () => {
    await filled(['Partly ', 'false', 'not found']);
    expect(await keep()).toBe(0);
    expect(await readdir(join(dir, 'audits'))).toEqual(['2026-12-01-seed-7.audit.json']);
    const [kept] = (await readAudits(dir)).audits;
    expect(kept).toMatchObject({
      by: 'outside',
      seed: 7,
      drawn: 5,
      outOf: 12,
      counts: { full: 2, partly: 1, false: 1, 'not found': 1 },
    });
    expect(kept!.verdicts![0]).toMatchObject({ verdict: 'partly', note: 'a note, with a comma' });
    await expect(keep()).rejects.toThrow('a result is kept as it was');
  });

  test('refuses a sheet with an empty or unknown verdict, and names the rows', async () => {
    await filled(['full', '', 'good']);
    await expect(keep()).rejects.toThrow('found nothing in row 3, "good" in row 4');
    await writeFile(join(dir, 'filled.csv'), 'a,b\n1,2\n');
    await expect(keep()).rejects.toThrow('found none called seed, out of, entity, path, of, verdict');
  });

  test.each([[['--seed', '1.5']], [['--sample', '0', '--seed', '1']], [[]]])('refuses %j', async (args) => {
    await expect(audit([...args, '--data', dir])).rejects.toThrow('both whole numbers');
  });
});

describe('round', () => {
  const log = (...lines: object[]) =>
    writeFile(join(dir, 'log.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  const keep = () => round([join(dir, 'log.jsonl'), '--on', '2026-12-01', '--data', dir]);

  test('counts what was done, keeps the false sentences, and the report tells both', async () => {
    const line = { entity: 'a', path: 'statements[0]', why: 'carried' };
    await log(
      { ...line, action: 'kept' },
      { ...line, action: 'corrected', before: 'It was an inn.', why: 'a club', false: true },
    );
    expect(await keep()).toBe(0);
    await report(['--data', dir]);
    expect(printed.at(-1)).toContain('Round of 2026-12, 2 entries: 1 kept, 0 extended, 0 narrowed, 1 corrected');
    expect(printed.at(-1)).toContain('    false, a: "It was an inn.": a club');
  });

  test('refuses a log with a line that it does not understand', async () => {
    await log({ entity: 'a', path: 'x', action: 'read', why: 'y' });
    await expect(keep()).rejects.toThrow(/log\.jsonl:1: action: expected one of kept/u);
  });
});

test('README and POLICY quote the last audit from outside as it is kept', async () => {
  const { audits } = await readAudits('data');
  const sentence = auditSentence(audits.findLast(({ by }) => by === 'outside')!);
  for (const file of ['README.md', 'data/POLICY.md'])
    expect((await readFile(file, 'utf8')).replace(/\s+/gu, ' '), file).toContain(sentence);
});
