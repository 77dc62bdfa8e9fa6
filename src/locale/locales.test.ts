/** The texts themselves: none missing, none unused, none written into the code instead. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { languages } from '../settings/types.ts';
import { type Texts, translated } from './texts.ts';

const read = (language: string) => JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Texts;
const english = read('en');
const forms = /\.(zero|one|two|few|many|other)$/;
const stem = (key: string) => (english[`${key.replace(forms, '')}.other`] === undefined ? key : key.replace(forms, ''));
const stems = [...new Set(Object.keys(english).map(stem))];
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
/** Chromium's limit for a manifest's description. */
const longestDescription = 132;

test('there is a file for each language that can be chosen, and no other', () => {
  expect(
    globSync('locales/*.json')
      .map((file) => basename(file, '.json'))
      .sort(),
  ).toEqual([...languages].sort());
  expect([...translated].sort()).toEqual([...languages].sort());
});

describe.each([...languages])('the texts in %s', (language) => {
  const texts = read(language);
  const plural = new Intl.PluralRules(language);
  const wanted = [...new Set(Array.from({ length: 1001 }, (_, count) => plural.select(count)))];

  test('are those of English, with every plural form that counts to a thousand need', () => {
    const expected = stems.flatMap((key) =>
      english[key] === undefined ? wanted.map((form) => `${key}.${form}`) : [key],
    );
    expect(Object.keys(texts).sort()).toEqual(expected.sort());
  });

  test('have the same values to put in', () => {
    const different = Object.entries(texts).flatMap(([key, text]) => {
      const model = english[key] ?? english[`${stem(key)}.other`] ?? english[`${key.replace(forms, '')}.other`] ?? '';
      const [found, expected] = [placeholders(text), placeholders(model)];
      // "one entry" need not say the number.
      const may = forms.test(key) ? expected.filter((name) => name !== '{count}' || found.includes(name)) : expected;
      return found.join() === may.join() ? [] : [`${key}: expected ${expected.join(' ')}, found ${found.join(' ')}`];
    });
    expect(different).toEqual([]);
  });

  test('are not empty and not English by mistake', () => {
    const same = Object.entries(texts).filter(
      ([key, text]) => language !== 'en' && text.length > 25 && text === english[key],
    );
    expect(same).toEqual([]);
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(texts['manifest.description']!.length).toBeLessThanOrEqual(longestDescription);
  });
});

/** What a printer of the language would not let pass. Values that are put in are not looked at. */
const slips: Record<string, [string, RegExp][]> = {
  every: [
    ['typewriter quotation mark or apostrophe', /["']/],
    ['three full stops for an ellipsis', /\.\.\./],
    ['two spaces', / {2}/],
  ],
  fr: [['plain space at « » : ; ! ?', / [:;!?»]|« /]],
  fa: [
    ['Latin punctuation or digit', /[\u0600-\u06ff][,;?%]|(?<![A-Za-z])[0-9]/],
    ['Arabic kaf or yeh', /[يكى]/],
    ['prefix می, or plural ها, without its non-joiner', /(?:^|\s)ن?می [آ-ی]|[آ-ی] ها(?:ی|یی)?(?:\s|$)/],
  ],
  ar: [
    ['Latin punctuation or digit', /[\u0600-\u06ff][,;?%]|(?<![A-Za-z])[0-9]/],
    ['Persian kaf or yeh', /[یک]/],
  ],
  es: [['question or exclamation that is not opened', /^[^¿]*\?|^[^¡]*!/]],
};

test.each([...languages])('the texts in %s are set as the language is printed', (language) => {
  const found = Object.entries(read(language)).flatMap(([key, text]) =>
    [...slips.every!, ...(slips[language] ?? [])]
      .filter(([, slip]) => slip.test(text.replace(/\{\w+\}/g, '\ufffc')))
      .map(([what]) => `${key}: ${what}: ${text}`),
  );
  expect(found).toEqual([]);
});

/**
 * What a sentence of the card may have a hole for: figures and dates, names and titles, and words that have their own translation (`kinds`). Words of a pack
 * would be in another language in the middle of it: they stand beside a label.
 */
const holes =
  '{count} {number} {date} {asOf} {from} {to} {language} {name} {title} {pack} {id} {license} {kinds} {origin} {detail}';

test.each([...languages])('no sentence of a card in %s has a hole for words of a pack', (language) => {
  const card = Object.entries(read(language)).filter(([key]) => key.startsWith('card.'));
  expect(card.filter(([, text]) => placeholders(text).some((hole) => !holes.split(' ').includes(hole)))).toEqual([]);
});

/** What every language writes in Latin letters: formats and their makers, a key, an address, letters and tags that stand for themselves. */
const latinNames =
  /\b(?:FollowTheMoney|ClaimReview|CSV|XLSX|ODS|JSON|Popolo|CSL-JSON|RIS|BibTeX|TEI|PDF|HTML|OCR|Alt|example\.org|Q5|a|z|en|fa)\b/g;

/** Words that nobody translated. Values that are put in are not looked at. */
const latinWords = (text: string) =>
  text
    .replace(/\{\w+\}/g, ' ')
    .replace(latinNames, ' ')
    .match(/\p{Script=Latin}+(?:[’'. -]+\p{Script=Latin}+)*/gu) ?? [];

test.each(['fa', 'ar'])('no text in %s has words in Latin letters but names', (language) => {
  const found = Object.entries(read(language)).flatMap(([key, text]) =>
    latinWords(text).map((words) => `${key}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['از بستهٔ «{title}» as of {date}', ['as of']],
  ['به زبان Sidelight', ['Sidelight']],
  ['فایل CSV یا JSON', []],
])('words in Latin letters are found: %s', (text, words) => {
  expect(latinWords(text)).toEqual(words);
});

const sources = globSync('{src,entrypoints}/**/*.{ts,tsx}').filter((file) => !file.endsWith('.test.ts'));
const code =
  sources.map((file) => readFileSync(file, 'utf8')).join('\n') +
  readFileSync('wxt.config.ts', 'utf8').replaceAll('manifest_', 'manifest.');

/** Every text that a template such as `kinds.${kind}` can name. */
const templates = [...code.matchAll(/`([a-z]+\.(?:[\w.-]|\$\{[^}]*\})*)`/g)]
  .filter(([, template]) => template!.includes('$'))
  .map(([, template]) => {
    const fixed = template!.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${fixed.join('[\\w-]+')}$`);
  });

test('every text is used: mend the code, or take the text out of locales/', () => {
  const unused = stems.filter((key) => {
    if (code.includes(`'${key}'`) || code.includes(`__MSG_${key}__`)) return false;
    if (templates.some((template) => template.test(key))) return false;
    // sayKind() of the card puts `card.`, a group and a kind together.
    const [room, group, kind] = key.split('.');
    return !(room === 'card' && kind !== undefined && code.includes(`'${group}'`));
  });
  expect(unused).toEqual([]);
});

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Attributes that people see or hear. */
const spoken = ['title', 'aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'alt', 'label'];
/** Properties of an element that people see or hear. */
const shown = ['textContent', 'innerText', 'title', 'placeholder', 'ariaLabel', 'ariaDescription'];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const inside = (node: Node) => Object.values(node).flat().filter(isNode);
const isWords = (text: unknown) => typeof text === 'string' && /\p{L}{2}/u.test(text);

/** Words that an expression may become, whichever way it goes. */
function wordsOf(node: Node): string[] {
  const of = (...keys: string[]) => keys.flatMap((key) => (isNode(node[key]) ? wordsOf(node[key]) : []));
  if (node.type === 'Literal') return isWords(node.value) ? [String(node.value)] : [];
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).filter(isWords);
  if (node.type === 'ConditionalExpression') return of('consequent', 'alternate');
  if (node.type === 'LogicalExpression') return of('left', 'right');
  if (node.type === 'BinaryExpression') return node.operator === '+' ? of('left', 'right') : [];
  if (node.type === 'JSXExpressionContainer' || node.type === 'ParenthesizedExpression') return of('expression');
  return [];
}

/** Words written into a source where people will see or hear them. */
function hardCoded(file: string, source: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if (node.type === 'JSXText' && isWords(node.value)) found.push(String(node.value).trim());
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as unknown as { name: { name: string }; value: unknown };
      if (spoken.includes(name.name) && isNode(value)) found.push(...wordsOf(value));
    } else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') found.push(...wordsOf(child));
    } else if (node.type === 'AssignmentExpression') {
      const { left, right } = node as unknown as { left: { property?: { name?: string } }; right: Node };
      if (shown.includes(left.property?.name ?? '')) found.push(...wordsOf(right));
    }
    for (const child of inside(node)) walk(child);
  };
  walk(parseSync(file, source).program as unknown as Node);
  return found;
}

test.each([
  ['<p>Hello there</p>', 'Hello there'],
  ['<p>{count} entries</p>', 'entries'],
  ["<p>{'Hello'}</p>", 'Hello'],
  ['<p>{`Hello there`}</p>', 'Hello there'],
  ["<p>{found ? 'Found it' : t('x')}</p>", 'Found it'],
  ["<>{found && 'Found it'}</>", 'Found it'],
  ['<input placeholder="Search names" />', 'Search names'],
  ["<input aria-label={'Search names'} />", 'Search names'],
  ["document.title = 'Options'", 'Options'],
  ["label.textContent = 'Names: ' + count", 'Names: '],
])('words in the code are found: %s', (code, words) => {
  expect(hardCoded('page.tsx', `const page = (${code});`)).toEqual([words]);
});

test.each(['<p class="quiet">{t(\'search.label\')}</p>', "<p>{names.join(' · ')}</p>", '<b>{count}</b>'])(
  'what is no words in the code is left alone: %s',
  (code) => {
    expect(hardCoded('page.tsx', `const page = (${code});`)).toEqual([]);
  },
);

test('no text is written into the code instead of locales/', () => {
  const found = sources.flatMap((file) =>
    hardCoded(file, readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`),
  );
  // A host name of the kind that is meant, the same in every language.
  expect(found.filter((line) => !line.endsWith(': example.org'))).toEqual([]);
});
