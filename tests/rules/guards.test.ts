/** What must never slip into what ships (docs/design/threat-model.md). Each failure says what to do. */
import { globSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';

const shipped = globSync('{entrypoints,src}/**/*.{ts,tsx}').filter((file) => !file.endsWith('.test.ts'));
const pages = globSync('entrypoints/*/index.html');
const read = (file: string) => readFileSync(file, 'utf8');

/** Line numbers, from 1, of every place where `pattern` stands in the code of a file: not in its comments. */
function places(file: string, pattern: RegExp): string[] {
  const { comments } = parseSync(file, read(file));
  let code = read(file);
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  }
  return code.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : []));
}

const anywhere = (pattern: RegExp, todo: string) =>
  shipped.flatMap((file) => places(file, pattern).map((place) => `${place}: ${todo}`));

test('nothing that ships makes markup from a string', () => {
  const found = anywhere(
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|dangerouslySetInnerHTML|createContextualFragment|srcdoc)\b|document\.write/,
    'text becomes markup here. Build elements with h() of src/entry-view/dom.ts or with Preact, and set textContent.',
  );
  expect(found).toEqual([]);
});

test('markup is parsed, scripts and threads are started and trusted types are made in one place', () => {
  const found = shipped.filter(
    (file) =>
      places(file, /\bDOMParser\b|\bnew (?:Shared)?Worker\b|\bimportScripts\b|\btrustedTypes\b|\bcreatePolicy\b/)
        .length > 0,
  );
  expect(found, 'Use parseInert(), startThread() or loadScript() of src/browser/trusted-types.ts.').toEqual([
    'src/browser/trusted-types.ts',
  ]);
});

test('nothing that ships makes code from a string', () => {
  const found = anywhere(
    /\beval\s*\(|new Function\b|\bset(?:Timeout|Interval)\s*\(\s*['"`]|['"`]javascript:/,
    'text becomes code here, which stores refuse and the policy of our pages forbids. Write the code out.',
  );
  expect(found).toEqual([]);
});

test('nothing is imported at run time but by a path that is written out', () => {
  const found: string[] = [];
  for (const file of shipped) {
    new Visitor({
      ImportExpression({ source, start }) {
        if (source.type === 'Literal' && String(source.value).startsWith('.')) return;
        found.push(
          `${file}:${read(file).slice(0, start).split('\n').length}: import() of what is not a written path of ours.`,
        );
      },
    }).visit(parseSync(file, read(file)).program);
  }
  expect(found).toEqual([]);
});

test('nothing is asked for but files of the extension itself', () => {
  const ownFile = /\bfetch\((?:browser\.runtime\.getURL\(|['"`]\/[a-z])/;
  const found = shipped
    .flatMap((file) =>
      places(
        file,
        /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bWebTransport\b/,
      ),
    )
    .filter((place) => !ownFile.test(place))
    .map(
      (place) =>
        `${place}: nothing that is read leaves the browser. Read files of the extension with readFile() of src/browser/files.ts.`,
    );
  expect(found).toEqual([]);
});

test('our own pages load nothing but files of the extension, and hold no script or style of their own', () => {
  expect(pages.length).toBeGreaterThan(2);
  const found = pages.flatMap((file) => {
    const html = read(file);
    return [
      ...(html.match(/(?:src|href|action|poster)\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]*/g) ?? []).map(
        (what) => `${file}: ${what}: put the file under public/ or src/ and load it from there.`,
      ),
      ...(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []).map(
        (what) => `${file}: ${what}: move the script to a module.`,
      ),
      ...(html.match(/\son\w+\s*=|<style|\sstyle\s*=/g) ?? []).map(
        (what) => `${file}:${what}: move it to a module or a style sheet.`,
      ),
    ];
  });
  expect(found).toEqual([]);
  const sheets = globSync('{src,entrypoints,public}/**/*.css');
  expect(sheets.filter((file) => /url\(\s*["']?(?:https?:)?\/\/|@import\s+["']https?:/.test(read(file)))).toEqual([]);
});

test('links out of what ships are https, and none but those of a card is made from data', () => {
  const found = anywhere(
    /['"`]http:\/\/(?!www\.w3\.org\/|www\.wikidata\.org\/entity\/)/,
    'write https. (Identifiers that only look like addresses are listed in this test.)',
  );
  expect(found).toEqual([]);
  const links = shipped.filter((file) => places(file, /\bhref\b\s*[=:]/).length > 0);
  expect(
    links.filter((file) => !/^src\/(entry-view|ui)\//.test(file)),
    'A link is made outside src/entry-view and src/ui. Use externalLink() of src/entry-view/dom.ts, which opens beside the page and tells nothing.',
  ).toEqual([]);
});

test('a link that opens beside the page cannot reach back and does not say where it came from', () => {
  const found = shipped.flatMap((file) =>
    places(file, /['"]_blank['"]/)
      .filter((line) => !line.includes('noopener noreferrer'))
      .map(
        (place) =>
          `${place}: add rel="noopener noreferrer" on the same line, or use externalLink() of src/entry-view/dom.ts.`,
      ),
  );
  expect(found).toEqual([]);
});

test('messages are listened to in one place, which looks at who sends them', () => {
  const listeners = shipped.filter(
    (file) => places(file, /\bonMessage(?:External)?\b|\bonConnect(?:External)?\b/).length > 0,
  );
  expect(
    listeners,
    'A file listens to messages by itself. Use on() of src/messages/index.ts: it checks the sender; src/worker/validate-request.ts checks the request.',
  ).toEqual(['src/messages/ask.ts']);
  expect(read('src/messages/ask.ts')).toContain('from.id !== browser.runtime.id');
});

test('what runs in a page hears nothing that the page can send', () => {
  const inPages = shipped.filter((file) =>
    /^(?:src\/(?:page|card)\/|entrypoints\/(?:annotate|card|keys)\.ts)/.test(file),
  );
  const found = inPages
    .flatMap((file) =>
      places(
        file,
        /addEventListener\(\s*['"]message['"]|\bonmessage\b|\bpostMessage\b|\bBroadcastChannel\b|\b(?:local|session)Storage\b/,
      ),
    )
    // A task of its own, between two ports that nobody else holds.
    .filter((place) => !place.startsWith('src/page/slice.ts:'))
    .map((place) => `${place}: the page speaks and listens here too. Use src/messages.`);
  expect(inPages.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
  const listener = read('src/card/pointer.ts');
  expect(
    listener.match(/addEventListener\(/g)?.length,
    'A listener was added to src/card/pointer.ts: look at event.isTrusted first, since pages make events too.',
  ).toBe(listener.match(/event\.isTrusted/g)!.length - 1);
});

test('every message to the worker is checked on arrival', () => {
  const worker = read('entrypoints/background/index.ts');
  expect(worker).toContain('answer(checked(name, request), sender)');
  expect(
    places('entrypoints/background/index.ts', /\bon\(/),
    'The worker answers a message without checking it: use handle() instead of on().',
  ).toEqual([expect.stringContaining('on(name, (request, sender) => answer(checked(name, request), sender))')]);
});
