/** Inputs as nobody sends them by mistake. */
import fc from 'fast-check';

const marks = [
  '\u200c',
  '\u200d',
  '\u200f',
  '\u00ad',
  '\u0640',
  '\u0301',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u2028',
  '\ufffc',
  'İ',
  'ß',
  'ﬁ',
  'ǆ',
  '𝔐',
  '👩‍👩‍👧',
  '🇮🇷',
  '\u202e',
  '\u2066',
  '٠',
  '۱',
  '中',
  'ה״',
  'И́',
];
const words = [
  'Maryam',
  'Rajavi',
  'Khomeini',
  'Khamenei',
  "Rajavi's",
  'Rajavi’s',
  '@Rajavi',
  '#MaryamRajavi',
  'PMOI/MEK',
  '(MEK)',
  'U.N.',
  'al-Rajavi',
  'مریم',
  'رجوی',
  'می‌رجوی',
  'وخامنه‌ای',
  'والخميني',
  'Раджави',
  'Merkels',
  '30,000',
  '3٫0',
  '1.000.000',
  'http://a.b/Rajavi?x=1',
  'x@y.z',
  '-',
  '—',
  '…',
  "'",
];
const gaps = [' ', '\n', '\t', '\u00a0', ', ', '. ', '', '\r\n\r\n'];

/** Text that is no text: any units, halves of pairs, joiners, names cut and glued in every way. */
export const anyText = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...words) },
        { weight: 2, arbitrary: fc.constantFrom(...marks) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
        {
          weight: 1,
          arbitrary: fc.string({
            unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
            maxLength: 8,
          }),
        },
      ),
      fc.constantFrom(...gaps),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.flat().join(''));

/** What tries to be more than text where it is shown. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    'javascript:alert(1)',
    '{name}',
    '$1',
    '&lt;b&gt;',
    '\u202eevil',
    '<style>*{display:none}</style>',
    "');--",
    '`',
    '%00',
    '__proto__',
    'constructor',
    '<a href=javascript:x>y</a>',
    ']]>',
  ),
  anyText.filter((text) => text.length > 0),
  fc.string({ minLength: 1, maxLength: 300 }),
);

export const anyAddress = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc
    .tuple(
      fc.constantFrom('', ' ', '\t', '\n', '\u0000', '\ufeff'),
      fc.constantFrom(
        'http:',
        'https:',
        'HTTPS:',
        'javascript:',
        'JaVaScRiPt:',
        'data:',
        'blob:',
        'file:',
        'moz-extension:',
        'chrome:',
        'view-source:',
        'vbscript:',
        '',
        'https',
      ),
      fc.constantFrom('//', '/', '\\\\', '', '//%00', '///'),
      fc.constantFrom(
        'example.org',
        'example.org:99',
        'user:pass@example.org',
        '[::1]',
        'xn--a',
        'ex ample.org',
        'example.org#:~:text=a',
        'alert(1)//',
      ),
      hostileText,
    )
    .map((parts) => parts.join('')),
  hostileText,
);

const tags = [
  'p',
  'div',
  'span',
  'b',
  'a',
  'article',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'br',
  'script',
  'style',
  'template',
  'svg',
  'math',
  'math><mtext',
  'noscript',
  'select',
  'option',
  'textarea',
  'pre',
  'ruby',
  'rt',
  'details',
  'dialog',
  'slot',
  'x-y',
  'sidelight-card',
  'iframe',
  'object',
  'form',
  'frameset',
  'title',
  'plaintext',
  'h1',
  'time',
];
const attributes = [
  'hidden',
  'aria-hidden=true',
  'contenteditable',
  'style="display:contents"',
  'style="display:none"',
  'style="float:left"',
  'onclick="x()"',
  'onload=x()',
  'href=javascript:x()',
  'srcdoc="<p>a"',
  'dir=rtl',
  'lang=fa',
  'datetime=2024',
  'role=textbox',
  'style="display:inline-block"',
  'formaction=javascript:x()',
  'id=documentElement',
  'name=body',
  'is=x-y',
  'slot=a',
];

/** Markup as it is found, and as it is made to be taken wrongly: never closed, closed twice, one inside another that forbids it. */
export const anyMarkup = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...tags), fc.subarray(attributes, { maxLength: 3 }))
          .map(([tag, given]) => `<${[tag, ...given].join(' ')}>`),
      },
      { weight: 3, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag.split('>')[0]}>`) },
      { weight: 4, arbitrary: anyText },
      {
        weight: 1,
        // What cost more than its length: lines without end, roots without end, tags that are never closed.
        arbitrary: fc
          .tuple(
            fc.constantFrom(
              'a<br>',
              'line of a log\n<br>',
              '<a',
              'Maryam Rajavi, ',
              '<div><template shadowrootmode=open><p>a</p></template></div>',
              '<p>Some words.</p>',
              '<svg><text>a</text></svg>',
              '<sup>1</sup>a',
            ),
            fc.oneof(
              { weight: 9, arbitrary: fc.integer({ min: 2, max: 400 }) },
              { weight: 1, arbitrary: fc.integer({ min: 400, max: 5000 }) },
            ),
          )
          .map(([part, times]) => part.repeat(times)),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '<!--',
          '-->',
          '<![CDATA[',
          '<!doctype html>',
          '<template shadowrootmode=open>',
          '<?xml ?>',
          '&amp;',
          '&#0;',
        ),
      },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Rounds of changes of a page, up to one all over it. */
export const anyEdits = fc.array(
  fc.array(
    fc.record(
      {
        what: fc.constantFrom('text', 'insert', 'remove', 'move', 'hide', 'all over'),
        at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        to: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        words: fc.oneof(fc.constantFrom(...words), anyText),
      },
      // The driver of Firefox takes no others.
      { noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 3 },
);

/** Values that could come as a message or stand in a file. */
export const anyValue = fc.anything({
  key: fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'id',
      'kind',
      'name',
      'entities',
      'sources',
      'version',
      'request',
      'page',
      'blocks',
      'entity',
    ),
    fc.string({ maxLength: 6 }),
  ),
  withBigInt: true,
  withDate: true,
  withMap: true,
  withTypedArray: true,
  withNullPrototype: true,
  maxDepth: 4,
});

/** `whole` with one to five of its values, anywhere in it, put in the place of another or replaced by nonsense. */
export function damaged<T>(whole: T): fc.Arbitrary<T> {
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (path.length > 0) paths.push(path);
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
  };
  walk(whole, []);
  const change = fc.tuple(
    fc.constantFrom(...paths),
    fc.oneof(anyValue, hostileText, anyAddress, fc.constant(undefined), fc.integer(), fc.constant(null)),
  );
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    const copy = structuredClone(whole);
    for (const [path, value] of changes) {
      let at = copy as Record<string | number, unknown>;
      for (const step of path.slice(0, -1)) {
        const next = at[step];
        // What was put here before may be a typed array or a date, into which nothing can be put.
        if (!Array.isArray(next) && Object.prototype.toString.call(next) !== '[object Object]') break;
        at = next as Record<string | number, unknown>;
      }
      if (value === undefined) delete at[path.at(-1)!];
      else at[path.at(-1)!] = value;
    }
    return copy;
  });
}
