/** PDF files on the reader page: their text is marked as any other, and what cannot be read is said. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, elsewhere, inFront, type Session, sharedBrowser } from '../support/harness.ts';
import { placeOf } from '../support/real-card.ts';
import { give, sampleShown, texts, waitForText } from './parts.ts';
import { drawnPdf, lockedPdf, textPdf } from './pdf-files.ts';

const report = textPdf([
  ['Findings', '', 'The report was written by Javaid', 'Rehman in Geneva. It names those', 'who were exe-', 'cuted.'],
  ['Maryam Rajavi spoke of it.'],
]);

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let reader: Page;
  beforeAll(async () => {
    session = await sharedBrowser(name);
    reader = await session.openExtensionPage('reader.html');
    await inFront(reader);
    await sampleShown(reader);
  });
  afterAll(() => session?.close());

  test('the text of a PDF stands in paragraphs by page, is marked, and its names open cards', async () => {
    await give(reader, 'report.pdf', report);
    await waitForText(reader, 'Maryam Rajavi spoke of it.', 'article.text');
    expect(await texts(reader, 'article.text p')).toEqual([
      'Page 1',
      'Findings',
      'The report was written by Javaid Rehman in Geneva. It names those who were executed.',
      'Page 2',
      'Maryam Rajavi spoke of it.',
    ]);
    const at = await placeOf(reader, 'Maryam Rajavi spoke');
    await reader.waitForFunction(
      () =>
        [...CSS.highlights.values()].some((marks) =>
          [...marks].some((mark) => mark.startContainer.textContent?.startsWith('Maryam Rajavi spoke')),
        ),
      { polling: 50 },
    );
    await reader.mouse.click(at.x - 20, at.y);
    await reader.waitForSelector('div[popover=manual]');
    await reader.keyboard.press('Escape');
    expect(elsewhere(session)).toEqual([]);
  });

  test.each([
    ['locked', lockedPdf(), '“file.pdf” is locked with a password.'],
    ['scanned', drawnPdf(), '“file.pdf” has pictures of text, and no text.'],
    ['damaged', report.slice(0, 200), '“file.pdf” is damaged or is not a PDF.'],
    ['no PDF at all', 'Dear reader', '“file.pdf” is damaged or is not a PDF.'],
  ])('a file that is %s is refused in plain words, and the text before it stays', async (_, content, words) => {
    const before = await texts(reader, 'article.text p');
    await give(reader, 'file.pdf', content);
    await waitForText(reader, words, '[role=alert]');
    expect(await texts(reader, 'article.text p')).toEqual(before);
    await give(reader, 'report.pdf', report);
    await reader.waitForFunction(() => !document.querySelector('form ~ [role=alert]'), { polling: 50 });
  });
});
