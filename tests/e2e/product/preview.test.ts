/** The page that editors look at before a card ships: made of the whole dataset, opened from disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asExchange } from '../../../cli/pack/input.ts';
import { preview } from '../../../cli/pack/preview.ts';
import { axeFinds } from '../support/axe.ts';
import { browserNames, type Session, sharedBrowser } from '../support/harness.ts';

const dir = mkdtempSync(join(tmpdir(), 'preview-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** The pack as it was before an editor wrote one description, and before there was one of the cards. */
async function earlierVersion() {
  const pack = await asExchange('data/iran');
  const [changed, added] = pack.entities.map(({ id }) => id);
  const entities = pack.entities.flatMap((one) =>
    one.id === added ? [] : [one.id === changed ? { ...one, description: 'An earlier description' } : one],
  );
  const file = join(dir, 'earlier.json');
  writeFileSync(file, JSON.stringify({ ...pack, entities }));
  return { file, changed: changed!, added: added! };
}

async function make(...args: string[]): Promise<{ url: string; said: string }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const out = mkdtempSync(join(dir, 'out-'));
  expect(await preview([...args, '--out', out])).toBe(0);
  const said = log.mock.calls.flat().join('\n');
  log.mockRestore();
  return { url: pathToFileURL(join(out, 'index.html')).href, said };
}

/** A page of four cards: a changed one, a new one and two that are as they were. Making it checks the whole dataset, which takes its time. */
let few: { url: string; changed: string; added: string };
beforeAll(async () => {
  const { file, changed, added } = await earlierVersion();
  const { url } = await make('--since', file, changed, added, 'pmoi', 'khavaran-cemetery');
  few = { url, changed, added };
});

describe.each(browserNames)('the preview in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await sharedBrowser(name, 'none');
  });
  afterAll(() => session?.close());

  test('has a card for every entity of the edited packs', async () => {
    const { url, said } = await make();
    const packs = await Promise.all(['data/iran', 'data/institutions'].map(asExchange));
    const names = packs.flatMap(({ entities }) => entities.map((entity) => entity.name));
    const page = await session.open(url);
    const shown = await page.$$eval('.one article h2', (headings) => headings.map(({ textContent }) => textContent));
    expect(shown.toSorted()).toEqual(names.toSorted());
    expect(said).toContain(`${names.length} cards`);
    await page.close();
  });

  test('shows a changed card first, before beside now, and says what changed', async () => {
    const { url, changed, added } = few;
    const page = await session.open(url);
    const groups = await page.$$eval('.group', (all) =>
      all.map((group) => ({
        title: group.querySelector('h2')!.textContent,
        cards: [...group.querySelectorAll('.one')].map(({ id }) => id),
        descriptions: [...group.querySelectorAll('.description')].length,
        changes: [...group.querySelectorAll('.changes li')].map(({ textContent }) => textContent),
      })),
    );
    expect(groups.slice(0, 2)).toMatchObject([
      { title: 'Changed', cards: [`card-${changed}`], descriptions: 2 },
      { title: 'New', cards: [`card-${added}`], changes: [] },
    ]);
    expect(groups[0]!.changes).toEqual([expect.stringContaining('An earlier description →')]);
    expect(await axeFinds(page)).toEqual([]);
    await page.close();
  });

  test('finds cards by a part of their name', async () => {
    const page = await session.open(few.url);
    await page.type('#find', 'pmoi');
    expect(await page.$$eval('.one:not([hidden])', (all) => all.map(({ id }) => id))).toEqual(['card-pmoi']);
    await page.close();
  });
});
