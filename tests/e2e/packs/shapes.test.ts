import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { importPack } from '../../../cli/pack/import.ts';
import { browserNames, type Session, sharedBrowser } from '../support/harness.ts';
import { texts } from '../ui/parts.ts';
import { accept, bringAll, exported, forgetPacks, jobOf, removeAll } from './parts.ts';
import { type Shape, shapes } from './shapes.ts';

const bytesOf = ({ content }: Shape) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

type Pack = { entities: { id: string; name: string }[] };
const sorted = (pack: Pack) => ({ ...pack, entities: pack.entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
/** What is reported, but for the place: the browser has words of its own for it. */
const messages = (lines: readonly string[]) =>
  lines.flatMap((line) => /expected .*$/su.exec(line)?.[0] ?? []).toSorted();

/** What the command line makes of a file, and says of it. */
async function byCommandLine(shape: Shape): Promise<{ pack?: Pack; said: string[]; error?: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'shapes-'));
  const said: string[] = [];
  const log = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
  try {
    await writeFile(join(dir, shape.name), bytesOf(shape));
    await importPack([join(dir, shape.name), '--out', join(dir, 'out.json')]);
    return { pack: JSON.parse(await readFile(join(dir, 'out.json'), 'utf8')), said };
  } catch (error) {
    return { said, error: (error as Error).message };
  } finally {
    log.mockRestore();
    await rm(dir, { recursive: true });
  }
}

test('there is a file of each of the 36 shapes', () => {
  expect(new Set(shapes.map(({ what }) => what)).size).toBe(36);
});

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let options: Page;

  beforeAll(async () => {
    session = await sharedBrowser(name);
    options = await session.openExtensionPage('options.html');
    await bringAll(
      options,
      shapes.map((shape) => ({ name: shape.name, content: bytesOf(shape) })),
    );
  });
  afterEach(() => removeAll(options));
  afterAll(async () => {
    await forgetPacks(session);
    await session?.close();
  });

  test.each(shapes.map((shape) => [shape.what, shape] as const))(
    '%s: the same entries and the same messages as on the command line',
    async (_, shape) => {
      const { gives, told = [], refused } = shape;
      const expected = await byCommandLine(shape);
      const toldThere = messages(expected.said);
      expect(toldThere).toHaveLength(told.length);
      for (const words of told) expect(toldThere.join('\n')).toContain(words);

      const job = jobOf(shape.name);
      await options.waitForSelector(refused ? `${job}.refused` : `${job}.ready .preview`);
      // Names that ordinary texts are full of, and conflicts, are other lists.
      expect(messages(await texts(options, `${job} .problems li`))).toEqual(toldThere);
      if (refused) {
        expect(expected.error).toContain(refused[0]);
        expect((await texts(options, job)).join()).toContain(refused[1]);
        return;
      }
      await accept(options, job);
      const pack = (await exported(options)) as unknown as Pack;
      expect(sorted(pack)).toEqual(sorted(expected.pack!));
      expect(pack.entities.map((entity) => entity.name).sort()).toEqual(gives!.map((entity) => entity.name).sort());
      for (const entity of gives!)
        expect(pack.entities.find((each) => each.name === entity.name)).toMatchObject(entity);
    },
  );
});
