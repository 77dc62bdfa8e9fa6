/** A reader who has an older version gets this one: settings are kept, and the options tell what changed in the data. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { buildFolder } from '../../../tools/builds.ts';
import { browserNames, type Session, startBrowser } from '../support/harness.ts';
import { texts, waitForText } from './parts.ts';

declare const browser: typeof import('webextension-polyfill');

/** What the older version says of an entry that is still there, and an entry that only it has. */
const oldSentence = 'An older version said this.';
const onlyOld = 'Board of the older version';

describe.each(browserNames)('in %s', (name) => {
  let folder: string;
  let session: Session;
  let added: string;
  let changed: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-older-'));
    cpSync(buildFolder(name, 'e2e'), folder, { recursive: true });
    const file = `${folder}/packs/institutions/0.json`;
    const [first, ...others]: Entity[] = JSON.parse(readFileSync(file, 'utf8'));
    const [second] = others;
    added = first!.name;
    changed = second!.name;
    second!.description = oldSentence;
    const older: Entity[] = [...others, { id: 'board-of-the-older-version', kind: 'organisation', name: onlyOld }];
    writeFileSync(file, JSON.stringify(older));
    const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
    writeFileSync(`${folder}/manifest.json`, JSON.stringify({ ...manifest, version: '0.0.9' }));
    session = await startBrowser(name, { folder });
  });
  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an update keeps the settings of version 1 and lists what was added, changed and taken out', async () => {
    const before = await session.openExtensionPage('options.html');
    await waitForText(before, 'This is the first version on this device.', '#about');
    await before.evaluate(() =>
      browser.storage.local.set({
        'set.version': 1,
        'set.kinds': ['person', 'organisation', 'event', 'document', 'place', 'role', 'law'],
        'set.site.a.example': 'off',
      }),
    );

    // The update takes the page away, as it does with a reader's.
    cpSync(buildFolder(name, 'e2e'), folder, { recursive: true });
    await session.browser.installExtension(folder);

    const options = await session.openExtensionPage('options.html');
    await waitForText(options, 'from version 0.0.9 to', '#about .update[open] summary');
    expect(await texts(options, '#about .added li')).toEqual([added]);
    expect(await texts(options, '#about .removed li')).toEqual([onlyOld]);
    expect(await texts(options, '#about .changed > ul > li > strong')).toEqual([changed]);
    expect((await texts(options, '#about .changed li li'))[0]).toBe(`Description, before: ${oldSentence}`);

    await waitForText(options, 'a.example', '#sites');
    await options.$$eval('.tick', (labels) =>
      labels
        .find((label) => label.textContent === 'Places')
        ?.querySelector('input')
        ?.click(),
    );
    await waitForText(options, '"set.kindOff.place": true', '#privacy pre');
    // What is out of use is removed after what is new was stored.
    await expect
      .poll(() => options.evaluate(() => browser.storage.local.get(['set.kindOff.term', 'set.kinds'])))
      .toEqual({ 'set.kindOff.term': true });
    await options.close();
  });
});
