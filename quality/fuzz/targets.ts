/** What must hold for every input, whoever made it. Those that need no browser; a part of them runs with `npm test`. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type CitationFormat, citationFormats } from '../../src/cite/formats.ts';
import { textFragment } from '../../src/cite/fragment.ts';
import { cite } from '../../src/cite/index.ts';
import { dispute, entity, pack, person, source, statement } from '../../src/dataset/builders.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import { cardData } from '../../src/dataset/link.ts';
import { readPack } from '../../src/dataset/read.ts';
import { safeUrl } from '../../src/entry-view/dom.ts';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';
import type { WorkerMessage } from '../../src/messages/index.ts';
import { migrate } from '../../src/settings/migrate.ts';
import { fromItems, type Items, toItems } from '../../src/settings/schema.ts';
import { importSettings } from '../../src/settings/transfer.ts';
import { createTokens } from '../../src/text/token-list.ts';
import { tokenise } from '../../src/text/tokens.ts';
import { checked } from '../../src/worker/validate-request.ts';
import { importTargets } from './imports.ts';
import { anyAddress, anyText, anyValue, damaged, hostileText } from './inputs.ts';
import { must, type Target } from './must.ts';

/** Runs `work`; an error that says what was expected is an answer, anything else is a crash. */
function orSaysWhy<T>(work: () => T, said: RegExp): T | undefined {
  try {
    return work();
  } catch (error) {
    must(error instanceof Error && said.test(error.message), `expected an error like ${said}, found ${error}`);
    return undefined;
  }
}

const languages = fc.constantFrom('', 'en', 'fa', 'ar', 'de', 'tr', 'zz', 'en-GB-oxendict');

const tokens = fc.property(anyText, languages, (text, lang) => {
  const list = createTokens();
  tokenise(text, list, lang);
  let end = 0;
  for (let i = 0; i < list.count; i++) {
    must(list.start[i]! >= end && list.end[i]! > list.start[i]!, `token ${i} overlaps or is empty`);
    end = list.end[i]!;
  }
  must(end <= text.length, 'a token ends after its text');
  for (const { token, start, end } of list.readings) {
    must(token >= 0 && token < list.count, 'a reading of no token');
    must(start >= list.start[token]! && end <= list.end[token]! && start < end, 'a reading outside its token');
  }
});

const known = [
  {
    id: 'maryam-rajavi',
    kind: 'person',
    name: 'Maryam Rajavi',
    names: [
      { text: 'مریم رجوی', lang: 'fa' },
      { text: 'Rajavi', kind: 'short' },
    ],
  },
  { id: 'ruhollah-khomeini', kind: 'person', name: 'Ruhollah Khomeini', distinctFrom: ['ali-khamenei'] },
  { id: 'ali-khamenei', kind: 'person', name: 'Ali Khamenei' },
  { id: 'pmoi', kind: 'organisation', name: 'PMOI/MEK', names: [{ text: 'MEK', kind: 'acronym' }] },
  { id: 'united-nations', kind: 'organisation', name: 'United Nations', names: [{ text: 'U.N.', kind: 'acronym' }] },
] as const;
const whole = compileIndex(known);
const index = openIndex(whole);

const mentions = fc.property(
  fc.array(anyText, { maxLength: 6 }),
  languages,
  fc.constantFrom('strict', 'normal', 'generous'),
  (blocks, lang, strictness) => {
    for (const mention of annotate(index, { blocks, lang }, { strictness })) {
      const text = blocks[mention.block];
      must(text !== undefined, 'a mention in no block');
      must(
        mention.start >= 0 && mention.start < mention.end && mention.end <= text.length,
        'a mention outside its block',
      );
      must(mention.score >= 0 && mention.score <= 1, `a score of ${mention.score}`);
      must(
        known.some(({ id }) => id === mention.entity),
        `a mention of ${mention.entity}`,
      );
    }
  },
);

const names = fc.property(
  fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), hostileText, hostileText), {
    selector: ([id]) => id,
    maxLength: 12,
  }),
  anyText,
  (rows, text) => {
    const entities = rows.map(([id, name, other]) => ({ id, kind: 'term', name, names: [{ text: other }] }) as const);
    const built = orSaysWhy(() => compileIndex(entities), /expected/);
    if (!built) return;
    for (const { entity } of annotate(openIndex(built), { blocks: [text, ...rows.map(([, name]) => name)] }))
      must(
        rows.some(([id]) => id === entity),
        `a mention of ${entity}`,
      );
  },
);

const buffers = fc.property(
  fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.tuple(fc.nat(whole.byteLength), fc.uint8Array({ maxLength: 40 }), fc.boolean()).map(([at, bytes, cut]) => {
      const copy = new Uint8Array(whole.slice(0, cut ? at : undefined));
      copy.set(bytes.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
      return copy;
    }),
  ),
  (bytes) => {
    const opened = orSaysWhy(() => openIndex(bytes.slice().buffer), /^index: /);
    if (opened) must(Buffer.compare(bytes, new Uint8Array(whole)) === 0, 'a damaged index was opened');
  },
);

const exchange = {
  format: 'sidelight-pack',
  formatVersion: 1,
  ...pack([
    entity('a', {
      names: [{ text: 'Aa', kind: 'short' }],
      disputes: [dispute()],
      related: [{ id: 'b', kind: 'part of' }],
      cues: ['word'],
    }),
    person('b', {
      roles: [{ title: 'President', from: '2001', to: '2005-02' }],
      statements: [statement('He was there.', { from: '2001' })],
      wikidata: 'Q42',
    }),
  ]),
};

const packs = fc.property(fc.oneof(damaged<unknown>(exchange), anyValue), (value) => {
  const { pack: read, problems } = readPack(value);
  if (!read) {
    must(
      problems.length > 0 && problems.every(({ expected, todo }) => Boolean(expected && todo)),
      'refused without saying why',
    );
    return;
  }
  annotate(openIndex(compileIndex(read.entities)), { blocks: read.entities.map(({ name }) => name) });
  const library = createLibrary([read]);
  for (const { id } of read.entities) must(cardData(library, id, '2026-11-22')?.entity.id === id, `no card of ${id}`);
  for (const { URL: address, archive_location: archive } of Object.values(read.sources))
    for (const one of [address, archive]) must(one === undefined || /^https?:\/\//.test(one), `the address ${one}`);
});

const stored = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'version',
      'show',
      'open',
      'dwell',
      'kinds',
      'theme',
      'language',
      'pausedUntil',
      'badge',
      'sync',
      '__proto__',
      'constructor',
      'sites',
      'muted',
      'site.',
      'muted.',
      'packOff.x',
    ),
    hostileText.map((text) => `site.${text}`),
    hostileText.map((text) => `muted.${text}`),
  ),
  fc.oneof(anyValue, fc.constantFrom('on', 'off', true, 1, 'all', Number.NaN)),
  { maxKeys: 12 },
);

const settings = fc.property(stored, (items) => {
  const { settings: read, problems } = fromItems(migrate(items as Items));
  must(
    problems.every(({ expected }) => expected.length > 0),
    'a problem that does not say what was expected',
  );
  const again = fromItems(toItems(read));
  must(isDeepStrictEqual(again.settings, read), 'settings that change when they are written and read');
  must(again.problems.length === 0, `what was taken is refused when it is read again: ${again.problems[0]?.key}`);
  must(
    ({} as Record<string, unknown>).polluted === undefined && Object.getPrototypeOf(read) === Object.prototype,
    'a prototype was changed',
  );
});

const settingsFile = fc.property(
  fc.oneof(
    hostileText,
    stored.map(
      (items) =>
        `{"format":"sidelight-settings","version":1,"settings":${JSON.stringify(items, (_key, value) => (typeof value === 'bigint' ? 0 : value)) ?? 'null'}}`,
    ),
    anyValue.map((value) => JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? 0 : part)) ?? ''),
  ),
  (text) => {
    orSaysWhy(() => importSettings(text), /expected|JSON/i);
  },
);

const messages: WorkerMessage[] = [
  'hello',
  'annotate',
  'card',
  'viewer',
  'cite',
  'picture',
  'search',
  'count',
  'packs',
  'mute',
  'site',
  'activate',
];
const sample = {
  host: 'a.example',
  page: { title: 't', blocks: ['Maryam Rajavi'] },
  known: [],
  entity: 'a',
  what: { text: 'b', holder: 'c' },
  format: 'ris',
  query: 'q',
  limit: 5,
  count: 1,
  muted: true,
  state: 'on',
  tab: 1,
};

const border = fc.property(
  fc.constantFrom(...messages),
  fc.oneof(anyValue, damaged<unknown>(sample)),
  (name, request) => {
    const taken = orSaysWhy(() => checked(name, request), /^expected another request/);
    if (taken === undefined) return;
    must(typeof taken === 'object' && taken !== null, 'a request that is no object');
    for (const key of Object.keys(taken)) must(key in sample || key === 'until', `the key ${key} came through`);
  },
);

const addresses = fc.property(anyAddress, fc.oneof(hostileText, fc.constant(undefined)), (address, quote) => {
  const safe = safeUrl(address);
  if (safe === undefined) return;
  must(/^https?:\/\//i.test(safe), `the address ${safe}`);
  // The reader of packs lets no address with a gap or a control character in.
  if (!URL.canParse(safe) || /[\s\p{Cc}<>"']/u.test(safe)) return;
  must(/^https?:$/.test(new URL(safe).protocol), `the address ${safe}`);
  const linked = textFragment(safe, quote);
  const [a, b] = [new URL(safe), new URL(linked)];
  must(a.origin === b.origin && a.pathname === b.pathname && a.search === b.search, `${safe} became ${linked}`);
});

const citations = fc.property(
  fc.constantFrom(...(Object.keys(citationFormats) as CitationFormat[])),
  hostileText,
  hostileText,
  fc.oneof(fc.constant(undefined), fc.webUrl()),
  (format, title, publisher, URL) => {
    const text = cite(source('alpha', { title, publisher, ...(URL && { URL }) }), format);
    must(text.length > 0, 'an empty citation');
    if (format === 'ris')
      must(
        text.split(/\r?\n/).every((line) => line === '' || /^[A-Z][A-Z0-9] {2}-/.test(line)),
        'a title became a field of its own',
      );
  },
);

export const targets: Target[] = [
  { name: 'tokens and their offsets', turn: 1000, property: tokens },
  { name: 'mentions of any text', turn: 300, property: mentions },
  { name: 'index of any names', turn: 100, property: names },
  { name: 'damaged index', turn: 1000, property: buffers },
  { name: 'pack reader', turn: 100, property: packs },
  { name: 'stored settings', turn: 500, property: settings },
  { name: 'settings file', turn: 500, property: settingsFile },
  { name: 'message border', turn: 500, property: border },
  { name: 'addresses of links', turn: 1000, property: addresses },
  { name: 'citations', turn: 500, property: citations },
  ...importTargets,
];
