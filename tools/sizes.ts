/** Budgets of what is loaded often: the content script into every page, the popup at every press. Sizes in bytes, gzip but where it says otherwise. */
import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgets: { files: string; most: number; raw?: true }[] = [
  // Every page pays for this one, and most are the first of their process, where all of it is read.
  { files: 'annotate.js', most: 6 * 1024 },
  { files: 'annotate.js', most: 12 * 1024, raw: true },
  // A page with a mention pays for this one too, and a long one that changes.
  { files: 'follow.js', most: 8 * 1024 },
  // A page with a mention pays for this one too.
  { files: 'marks.js', most: 11 * 1024 },
  // A page on which a card opens pays for this one too.
  { files: 'card.js', most: 14 * 1024 },
  // All four as they are read: 4 KB above what they had before the card was redesigned (docs/adr/0004-content-script.md).
  { files: '{annotate,follow,marks,card}.js', most: 84_988, raw: true },
  // Read once at each start of the worker. A quarter of it is lists that matching decides by (common words, given names, frequent surnames) and the
  // letters that look alike, which guard bundled names against imported ones. What puts a card into another language is 1 KB of it,
  // the shelf half of one, what writes a sentence or a dispute with its sources 2,
  // what reads the dates of a page, for which the page has no room, 1, what tells members of parliaments from their namesakes and what reads
  // sentences about a life and words broken at the end of a line, 2, what leaves names out before they are compared, 2,
  // what reads the cases of German, joined Persian and the country of a page, 2,
  // what tells a capital from its government, a name from the longer one around it and a band from what it is named after, 4, what reads all packs as
  // one file and shares what their entities have in common, which takes 3 MB from what a start reads, 1,
  // what finds a body of a state by a noun and a word of its country in six languages, and letters that a page defines, 5,
  // what keeps names of everyday words and people of another life apart, 3, verbs of governments, things of every day that bear names and letters spelt out, 3,
  // what names a body of the state that a page is about by its noun alone, and whose it is not, 4, villages, boats and inns that bear a name, 1,
  // what names bodies by bare nouns and by their heads in texts of a few sentences, 3, what leaves names out by outlines of their words, 3,
  // what reads elections, offices of German compounds and two capitals together, 4, surnames that are words of every day, cited outlets and the
  // sentences of capitals, 2.
  { files: 'background.js', most: 166 * 1024 },
  // What the popup shows itself with; the rest it reads when it is there.
  { files: 'popup.html', most: 20 * 1024 },
];

/** A page counts with the scripts and styles that it names. */
function withParts(file: string): string[] {
  if (!file.endsWith('.html')) return [file];
  const root = file.slice(0, file.lastIndexOf('/'));
  return [
    file,
    ...[...readFileSync(file, 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, part]) => `${root}/${part}`),
  ];
}

let failed = false;
for (const browser of ['chrome', 'firefox']) {
  for (const { files, most, raw } of budgets) {
    const found = globSync(`.output/${browser}-mv3-production/${files}`).flatMap(withParts);
    const bytes = (file: string) => (raw ? readFileSync(file) : gzipSync(readFileSync(file))).length;
    const size = found.reduce((sum, file) => sum + bytes(file), 0);
    const verdict = found.length === 0 ? 'missing' : size > most ? 'over' : 'ok';
    console.log(
      `${verdict.padEnd(8)}${browser.padEnd(9)}${files.padEnd(30)}${size} of ${most} bytes ${raw ? 'raw' : 'gzip'}`,
    );
    if (verdict === 'missing')
      console.log(
        `  Expected the build to make ${files}: run "npx wxt build --browser ${browser} --mv3" and read its output.`,
      );
    if (verdict === 'over')
      console.log(
        `  ${size - most} bytes too many: find what came in with "npx wxt build --browser ${browser} --mv3 --analyze".`,
      );
    failed ||= verdict !== 'ok';
  }
}
process.exitCode = failed ? 1 : 0;
