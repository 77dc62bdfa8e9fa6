/** The page that editors look at before a card ships: made of the whole dataset, opened from disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readDataset } from '../../../cli/pack/files.ts';
import { asExchange } from '../../../cli/pack/input.ts';
import { preview } from '../../../cli/pack/preview.ts';
import type { Entity } from '../../../src/dataset/schema.ts';
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

/** One page for all tests, with every card: making it reads and checks the whole dataset, which takes its time. */
let made: { url: string; said: string; changed: string; added: string };
/** Of all edited packs. */
let entities: Entity[];
beforeAll(async () => {
  const { file, changed, added } = await earlierVersion();
  entities = (await readDataset('data')).flatMap(({ pack }) => pack.entities);
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(await preview(['--since', file, '--out', dir])).toBe(0);
  const said = log.mock.calls.flat().join('\n');
  log.mockRestore();
  made = { url: pathToFileURL(join(dir, 'index.html')).href, said, changed, added };
});

/** Of each kind the entity with the most to say: its card has the most parts. */
const fullest = () =>
  [...Map.groupBy(entities, ({ kind }) => kind).values()].map(
    (ofKind) => ofKind.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]!.id,
  );

describe.each(browserNames)('the preview in %s', (name) => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await sharedBrowser(name, 'none');
    page = await session.open(made.url);
  });
  afterAll(() => session?.close());

  test('has a card for every entity of the edited packs', async () => {
    const names = entities.map((entity) => entity.name);
    const shown = await page.$$eval('.one .version:last-child article h2', (headings) =>
      headings.map(({ textContent }) => textContent),
    );
    expect(shown.toSorted()).toEqual(names.toSorted());
    expect(made.said).toContain(`${names.length} cards`);
  });

  test('shows a changed card first, before beside now, and says what changed', async () => {
    const groups = await page.$$eval('.group', (all) =>
      all.map((group) => ({
        title: group.querySelector('h2')!.textContent,
        cards: [...group.querySelectorAll('.one')].map(({ id }) => id),
        descriptions: [...group.querySelectorAll('.description')].length,
        changes: [...group.querySelectorAll('.changes li')].map(({ textContent }) => textContent),
      })),
    );
    expect(groups.slice(0, 2)).toMatchObject([
      { title: 'Changed', cards: [`card-${made.changed}`], descriptions: 2 },
      { title: 'New', cards: [`card-${made.added}`], changes: [] },
    ]);
    expect(groups[0]!.changes).toEqual([expect.stringContaining('An earlier description →')]);
  });

  test('finds cards by a part of their name', async () => {
    await page.type('#find', 'pmoi');
    const shown = await page.$$eval('.one:not([hidden])', (all) => all.map(({ id }) => id));
    const wanted = entities.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes('pmoi'));
    expect(shown.toSorted()).toEqual(wanted.map(({ id }) => `card-${id}`).toSorted());
    expect(shown).toContain('card-pmoi');
    await page.$eval('#find', (field) => {
      (field as HTMLInputElement).value = '';
      field.dispatchEvent(new Event('input'));
    });
  });

  test('has no fault that axe finds, on a card of each kind, a changed and a new one', async () => {
    const looked = [made.changed, made.added, ...fullest()].map((id) => `card-${id}`);
    const left = await page.$$eval(
      '.one',
      (all, ids) => {
        for (const one of all) if (!ids.includes(one.id)) one.remove();
        return document.querySelectorAll('.one').length;
      },
      looked,
    );
    expect(left).toBe(new Set(looked).size);
    expect(await axeFinds(page)).toEqual([]);
  });
});
