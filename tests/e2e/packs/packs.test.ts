import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { importPack } from '../../../cli/pack/import.ts';
import { toFtm } from '../../../src/dataset/ftm.ts';
import { readPack } from '../../../src/dataset/read.ts';
import type { Entity, Source } from '../../../src/dataset/schema.ts';
import { hashOf } from '../../../src/own-packs/records.ts';
import { browserNames, inFront, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import { besides, fill, forgetSettings, press, sampleShown, texts, waitForText } from '../ui/parts.ts';
import { type PackFile, packFile, packFiles } from './files.ts';
import { accept, bring, bringAll, exported, forgetPacks, jobOf, removeAll, savedBy } from './parts.ts';

/** The pack that the command line makes of a file, its entities in the order of their ids. */
async function byCommandLine({ format, name, content }: PackFile): Promise<unknown> {
  if (format === 'pack') return sorted(structuredClone(packFile) as Pack);
  const dir = await mkdtemp(join(tmpdir(), 'packs-'));
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    await writeFile(join(dir, name), content);
    await importPack([format, join(dir, name), '--out', join(dir, 'out.json')]);
    return sorted(JSON.parse(await readFile(join(dir, 'out.json'), 'utf8')));
  } finally {
    quiet.mockRestore();
    await rm(dir, { recursive: true });
  }
}

type Pack = { entities: { id: string }[] };
const sorted = (pack: Pack) => ({ ...pack, entities: pack.entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });

describe.each(browserNames)('a file in %s', (name) => {
  let session: Session;
  let options: Page;
  beforeAll(async () => {
    session = await sharedBrowser(name);
    options = await session.openExtensionPage('options.html');
    await bringAll(options, packFiles);
  });
  afterEach(() => removeAll(options));
  afterAll(async () => {
    await forgetPacks(session);
    await session?.close();
  });

  test.each(packFiles.map((file) => [file.name, file] as const))(
    '%s is shown before it is used, and gives the pack that the command line gives',
    async (_, file) => {
      const job = jobOf(file.name);
      await options.waitForSelector(`${job}.ready .preview`);
      expect((await texts(options, `${job} .preview [role=status]`))[0]).toContain(
        file.entities === 1 ? '1 entry' : '2 entries',
      );
      expect(await texts(options, '#own-packs .rows li')).toEqual([]);
      await accept(options, job);
      expect(sorted(await exported(options))).toEqual(await byCommandLine(file));
    },
  );
});

/** One import for all: it takes longer than most of what is done with its pack. */
describe.each(browserNames)('a pack that was taken in in %s', (name) => {
  let session: Session;
  let site: Site;
  let options: Page;

  beforeAll(async () => {
    session = await sharedBrowser(name);
    site = await serve({
      '/news.html':
        '<!doctype html><html lang="en"><title>News</title><p>👉 <span>𝕹ews</span> of the day.</p><p>The Millbrook Harbour Trust met the United Nations.</p><p>Nothing else happened on that day in the town by the sea.</p>',
    });
    options = await session.openExtensionPage('options.html');
    await bring(options, packFiles[0]!.name, packFiles[0]!.content);
    await accept(options);
  });
  afterAll(async () => {
    await forgetSettings(session);
    await forgetPacks(session);
    await session?.close();
    await site?.close();
  });

  test('a pack is given out for FollowTheMoney, as the command line gives it', async () => {
    const lines = (await savedBy(options, '#own-packs .export-ftm')).trim().split('\n').sort();
    const pack = packFile as unknown as { id: string; entities: Entity[]; sources: Record<string, Source> };
    const expected = pack.entities.flatMap((entity) => toFtm(entity, pack.id, pack.sources) ?? []);
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      expected.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
  });

  test('names of a pack are marked where the reader asks for it, and everywhere when the reader allows it', async () => {
    const { own: popup, page } = await besides(session, 'popup', `${site.origin}/news.html`);
    await waitForText(popup, 'United Nations', '.mentions');
    await popup.waitForSelector('.own-here input');
    expect((await texts(popup, '.mentions')).join()).not.toContain('Millbrook');
    await press(popup, '.own-here input');
    await waitForText(popup, 'Millbrook Harbour Trust', '.mentions');
    const file = await savedBy(popup, '.save-report [data-format=csv]');
    expect(file).toContain('Millbrook Harbour Trust,harbour-trust,Millbrook Harbour Trust,organisation,name,The ,');
    // Its card has its statement and its source, and says which pack it is from.
    await popup.$$eval('.mentions .name', (buttons) =>
      (buttons.find((button) => button.textContent?.includes('Millbrook')) as HTMLElement).click(),
    );
    await popup.waitForSelector('article.entity');
    const card = (await texts(popup, 'article.entity')).join();
    for (const part of [
      'From a pack that you added: “The harbour”',
      'It was founded in 1990.',
      'Register of Examples',
      'Isolde Farrowgate',
    ])
      expect(card).toContain(part);
    await popup.close();

    // What is asked for in one tab holds in that tab.
    const again = await besides(session, 'popup', `${site.origin}/news.html`);
    await waitForText(again.own, 'United Nations', '.mentions');
    expect((await texts(again.own, '.mentions')).join()).not.toContain('Millbrook');
    await press(options, '#own-packs .always');
    await inFront(again.page);
    await waitForText(again.own, 'Millbrook Harbour Trust', '.mentions');
    await fill(again.own, 'input[type=search]', 'farrowgate');
    await waitForText(again.own, 'Isolde Farrowgate', '.hits');
    for (const each of [page, again.own, again.page]) await each.close();
  });

  test('a report of a page says where in its text each mention stands, and with which data it was made', async () => {
    if (!(await options.$('#own-packs .always:checked'))) await press(options, '#own-packs .always');
    const { own: popup, page } = await besides(session, 'popup', `${site.origin}/news.html`);
    await waitForText(popup, 'Millbrook Harbour Trust', '.mentions');
    const report = JSON.parse(await savedBy(popup, '.save-report [data-format=webannotation]'));
    expect(report.items.length).toBe(2);
    expect(report['schema:isBasedOn'].at(-1)).toMatchObject({
      ...{ id: 'urn:sidelight:pack:harbour', 'schema:version': '2026-11-22' },
      'schema:sha256': await hashOf(readPack(packFile).pack!),
    });
    expect(report['schema:isBasedOn'].length).toBe(5);
    // As the model has it: positions count the code points of the text.
    const text = await page.evaluate(() => document.body.textContent ?? '');
    const found = report.items.map(({ target }: { target: { selector: Record<string, string & number>[] } }) => {
      const [quote, position] = target.selector;
      expect(text).toContain(`${quote!.prefix}${quote!.exact}${quote!.suffix}`);
      return [quote!.exact, [...text].slice(position!.start, position!.end).join('')];
    });
    expect(found).toEqual([
      ['Millbrook Harbour Trust', 'Millbrook Harbour Trust'],
      ['United Nations', 'United Nations'],
    ]);
    expect(await savedBy(popup, '.save-report [data-format=ris]')).toContain('PB  - Register of Examples');
    expect(JSON.parse(await savedBy(popup, '.save-report [data-format=csl]')).length).toBeGreaterThan(1);
    for (const each of [popup, page]) await each.close();
  });

  test('a pack is updated with what changes shown, and removed', async () => {
    const changed = {
      ...packFile,
      released: '2026-11-23',
      entities: [{ id: 'harbour-master', kind: 'person', name: 'Isolde Farrowgate', living: false }],
    };
    await bring(options, 'new.json', new TextEncoder().encode(JSON.stringify(changed)));
    await options.waitForSelector('.job.ready .update');
    await expect.poll(() => texts(options, '.update summary')).toEqual(['Gone: 1', 'Changed: 1']);
    await press(options, '.job .accept');
    await waitForText(options, '1 entry', '#own-packs .rows');
    await removeAll(options);
  });
});

describe.each(browserNames)('in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await sharedBrowser(name);
  });
  afterEach(async () => {
    await forgetSettings(session);
    await forgetPacks(session);
  });
  afterAll(async () => {
    await session?.close();
  });

  test('the table of docs/user/packs.md becomes a pack in the five steps that stand there', async () => {
    const [head = [], , ...rows] = (await readFile('docs/user/packs.md', 'utf8'))
      .slice(0, 4000)
      .split('\n')
      .filter((line) => /^ {3}\|/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const options = await session.openExtensionPage('options.html');
    await bring(
      options,
      'my-table.csv',
      new TextEncoder().encode([head, ...rows].map((row) => row.join(',')).join('\r\n')),
    );
    await options.waitForSelector('.job.ready');
    const chosen = await options.$$eval('.columns select', (fields) => fields.map((field) => field.value));
    expect(chosen).toEqual(['name', 'kind', 'names', 'description', 'statement', 'source_url', 'publisher']);
    await accept(options);
    expect(await exported(options)).toMatchObject({
      title: 'my-table',
      entities: [
        {
          ...{ name: 'Example Trading Ltd', kind: 'organisation', description: 'Trading company in Exampleton' },
          names: [{ text: 'Example Trading' }, { text: 'ETL' }],
          statements: [{ text: 'It was founded in 1990.' }],
        },
      ],
    });
    await options.close();
  });

  test('the columns of a table are guessed and shown, and can be put right', async () => {
    const options = await session.openExtensionPage('options.html');
    await bringAll(options, [
      { name: 'wer.csv', content: new TextEncoder().encode('Wer,Was\nIsolde Farrowgate,Hafen\n') },
      { name: 'who.csv', content: new TextEncoder().encode('Name,Was\nIsolde Farrowgate,Lives in a harbour\n') },
    ]);
    const submit = (job: string) =>
      options.$eval(`${job} .choices form`, (form) => (form as HTMLFormElement).requestSubmit());
    const unknown = jobOf('wer.csv');
    await expect
      .poll(() => texts(options, `${unknown}.refused [role=alert]`))
      .toEqual(['Nothing in the file could be used.']);
    await fill(options, `${unknown} .columns label:nth-of-type(1) select`, 'name');
    await submit(unknown);
    await waitForText(options, 'Isolde Farrowgate', `${unknown}.ready .sample`);
    await waitForText(options, 'found "Was"', `${unknown}.ready .problems`);

    const guessed = jobOf('who.csv');
    const chosen = await options.$$eval(`${guessed}.ready .columns select`, (fields) =>
      fields.map((field) => (field as HTMLSelectElement).value),
    );
    expect(chosen).toEqual(['name', '']);
    await fill(options, `${guessed} .columns label:nth-of-type(2) select`, 'description');
    await submit(guessed);
    await waitForText(options, 'Lives in a harbour', `${guessed}.ready .sample`);
    await options.close();
  });

  test('problems are reported with their line, and a pack that claims what is ours is refused', async () => {
    const options = await session.openExtensionPage('options.html');
    await bringAll(options, [
      packFiles.find((file) => file.name === 'people.csv')!,
      { name: 'iran.json', content: new TextEncoder().encode(JSON.stringify({ ...packFile, id: 'iran' })) },
      { name: 'cut.json', content: packFiles[0]!.content.subarray(0, 300) },
    ]);
    const people = () => texts(options, `${jobOf('people.csv')}.ready .problems li`);
    await expect.poll(async () => (await people()).map((text) => text.slice(0, 7))).toEqual(['Row 3: ', 'Row 4: ']);
    await waitForText(options, 'uses an id of Sidelight', `${jobOf('iran.json')}.refused`);
    await waitForText(options, 'cut short or damaged', `${jobOf('cut.json')}.refused`);
    await options.close();
  });

  test('says what a file of another kind is, and lets a long import be watched and cancelled', async () => {
    const options = await session.openExtensionPage('options.html');
    await bring(options, 'paper.pdf', new TextEncoder().encode('%PDF-1.7\n'));
    await waitForText(options, 'a PDF document: copy its table', '.job.refused');
    await press(options, '.job .discard');
    await options.waitForFunction(() => !document.querySelector('.job'), { polling: 50 });
    const rows = Array.from({ length: 200_000 }, (_, i) => `Farrowgate ${i.toString(36)} of Millbrook,person`);
    await bring(options, 'long.csv', new TextEncoder().encode(`name,kind\n${rows.join('\n')}`));
    await options.waitForFunction(
      () => Number(document.querySelector('.job.reading progress')?.getAttribute('value') ?? 0) > 0,
      { polling: 20 },
    );
    await press(options, '.job .discard');
    await options.waitForFunction(() => !document.querySelector('.job'), { polling: 50 });
    // What was cancelled no longer stands in the way of the next.
    await bring(options, packFiles[0]!.name, packFiles[0]!.content);
    await accept(options);
    await expect.poll(() => texts(options, '#own-packs .rows strong')).toHaveLength(1);
    await options.close();
  });

  test('of a Wikidata dump those items are taken that the reader chooses, with names in the languages asked for', async () => {
    const options = await session.openExtensionPage('options.html');
    const dump = packFiles.find((file) => file.name === 'dump.json')!;
    await bring(options, dump.name, dump.content);
    await waitForText(options, '2 entries', '.job.ready .preview');
    await fill(options, '.choices input[name=items]', 'https://www.wikidata.org/wiki/Q900000002');
    await fill(options, '.choices input[name=languages]', 'de, en');
    await options.$eval('.choices form', (form) => (form as HTMLFormElement).requestSubmit());
    await waitForText(options, 'Bertrand Quillfeather (de)', '.job.ready .sample');
    await waitForText(options, '1 entry', '.preview [role=status]');
    await fill(options, '.choices input[name=items]', '');
    await fill(options, '.choices input[name=classes]', 'Q43229');
    await options.$eval('.choices form', (form) => (form as HTMLFormElement).requestSubmit());
    await waitForText(options, 'Nothing in the file could be used.', '.job.refused');
    await options.close();
  });

  test('the reader page gives the same files of a text of the reader', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await sampleShown(reader);
    await fill(reader, 'textarea', '👉 The United Nations met.');
    await reader.$eval('textarea', (field) => (field as HTMLTextAreaElement).form!.requestSubmit());
    await waitForText(reader, 'The United Nations met.', 'article.text');
    const report = JSON.parse(await savedBy(reader, '.save-report [data-format=webannotation]'));
    expect(report.items[0].target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'United Nations', prefix: '👉 The ', suffix: ' met.\n' },
      { type: 'TextPositionSelector', start: 6, end: 20 },
    ]);
    expect(report.items[0].body[0].source).toMatch(/^http:\/\/www\.wikidata\.org\/entity\/Q|wikipedia/);
    expect(await savedBy(reader, '.save-report [data-format=bibtex]')).toMatch(/^@\w+\{/);
    expect(await savedBy(reader, '.save-report fieldset:last-of-type [data-format=markdown]')).toMatch(
      /^\[\^[\w-]+\]: /,
    );
    await reader.close();
  });

  test('the reader page takes packs too', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await bring(reader, packFiles[1]!.name, packFiles[1]!.content);
    await accept(reader);
    await waitForText(reader, 'The harbour', '#own-packs .rows strong');
    await reader.close();
  });
});
