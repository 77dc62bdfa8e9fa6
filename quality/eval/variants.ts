/** Other spellings: how many are found, how often a name that is not in the index is answered all the same, and how fast. */
import { join } from 'node:path';
import {
  annotate,
  compileIndex,
  type MatchIndex,
  type MatchOptions,
  type NamedEntity,
  openIndex,
} from '../../src/match/index.ts';
import { shuffled } from '../random.ts';
import type { Row } from '../rows.ts';
import { readPeople, readTsv } from './corpora.ts';

/** Names in the index beside those that are asked for. */
const INDEX_SIZE = 10_000;
const OUTSIDERS = 5_000;
/** Queries that are timed, at least: the clock of a processor counts in ms, and 200 queries take ten. */
const TIMED = 5_000;
const SEED = 20_261_122;
export const STRICTNESS = ['strict', 'normal', 'generous'] as const;

interface Query {
  id: string;
  text: string;
  group: string;
}

interface Task {
  name: string;
  people: Map<string, string>;
  queries: Query[];
}

export function variantRows(corpora: string): Row[] {
  return [
    redirects(corpora),
    romanisations(corpora),
    tokenVariants(corpora),
    crossScript(corpora),
    crossScriptReverse(corpora),
  ].flatMap((task) => measure(corpora, task));
}

function measure(corpora: string, { name, people, queries }: Task): Row[] {
  const everyone = shuffled(readPeople(corpora), SEED);
  const entities: NamedEntity[] = [...Map.groupBy(people, ([, id]) => id)].map(([id, [first, ...rest]]) => ({
    id,
    kind: 'person',
    name: first![0],
    names: rest.map(([text]) => ({ text })),
  }));
  const names = new Set(people.keys());
  for (const person of everyone.slice(0, INDEX_SIZE - entities.length)) {
    if (names.has(person.name)) continue;
    entities.push({ id: person.id, kind: 'person', name: person.name });
    names.add(person.name);
  }
  const outsiders = everyone
    .slice(INDEX_SIZE)
    .filter((person) => !names.has(person.name))
    .slice(0, OUTSIDERS);
  const index = openIndex(compileIndex(entities));
  const rows: Row[] = [];
  const add = (subject: string, metric: string, value: number, unit: string) =>
    rows.push({ suite: 'eval', case: `variants: ${name}`, subject, metric, value, unit });
  for (const strictness of STRICTNESS) {
    const options: MatchOptions = { strictness };
    for (const [group, list] of Map.groupBy(queries, (query) => query.group)) {
      const found = list.filter(({ id, text }) => answers(index, text, options).includes(id)).length;
      const wrong = list.filter(({ id, text }) => answers(index, text, options).some((answer) => answer !== id)).length;
      add(strictness, `found, ${group} (${list.length})`, found / list.length, 'share');
      add(strictness, `someone else, ${group}`, wrong / list.length, 'share');
    }
    const wrong = outsiders.filter((person) => answers(index, person.name, options).length > 0).length;
    add(strictness, 'wrong answers to other names', wrong / outsiders.length, 'share');
    const rounds = Math.ceil(TIMED / queries.length);
    const start = process.cpuUsage().user;
    for (let round = 0; round < rounds; round++) for (const { text } of queries) answers(index, text, options);
    add(strictness, 'processor time a query', (process.cpuUsage().user - start) / rounds / queries.length, 'µs');
  }
  return rows;
}

function answers(index: MatchIndex, text: string, options: MatchOptions): string[] {
  return annotate(index, { blocks: [text] }, options).map((mention) => mention.entity);
}

function peopleOf(names: Iterable<string>): Map<string, string> {
  return new Map([...new Set(names)].map((name, i) => [name, `p${i}`]));
}

function redirects(corpora: string): Task {
  const lines = readTsv(join(corpora, 'variants/person-redirects.dev.tsv'));
  const people = peopleOf(lines.map(([canonical]) => canonical!));
  const group = (text: string, kind: string) =>
    kind === 'respell' && !text.trim().includes(' ') ? 'respell, one word' : kind;
  const queries = lines.map(([canonical, text, kind]) => ({
    id: people.get(canonical!)!,
    text: text!,
    group: group(text!, kind!),
  }));
  return { name: 'Wikipedia redirects', people, queries };
}

/** Lists of Arabic, Persian and neighbouring names. */
const ARABIC_LISTS = /EU-(?:TAQA|SYR|IRN|AFG|LBY|YEM|IRQ|SOM|SDNZ)/;

/** Aliases whose words pair off with those of the name, each pair alike: other spellings, not other names. */
function romanisations(corpora: string): Task {
  const lines = readTsv(join(corpora, 'variants/sanctions-alias.dev.tsv'))
    .filter(([, , script, list]) => script === 'latn' && ARABIC_LISTS.test(list!))
    .map(([canonical, alias]) => [tidy(canonical!), tidy(alias!)] as const)
    .filter(([canonical, alias]) => pairsOff(words(canonical), words(alias)));
  const people = peopleOf(lines.map(([canonical]) => canonical));
  return {
    name: 'Arabic and Persian romanisations',
    people,
    queries: lines.map(([canonical, text]) => ({ id: people.get(canonical)!, text, group: 'full names' })),
  };
}

function tidy(name: string): string {
  return name
    .replace(/\([^)]*\)|["“”‘]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function words(name: string): string[] {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\s-]/gu, '')
    .split(/[\s-]+/)
    .filter(Boolean);
}

/** Least share of letters that two words must have in common, in order, to be called alike. */
const ALIKE = 0.5;

function pairsOff(a: string[], b: string[]): boolean {
  if (a.length < 2 || a.length !== b.length) return false;
  const left = [...b];
  return (
    a.join() !== b.join() &&
    a.every((word) => {
      const at = left.findIndex((other) => likeness(word, other) >= ALIKE);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

function likeness(a: string, b: string): number {
  let last = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const row = [0];
    for (let j = 1; j <= b.length; j++) row[j] = x === b[j - 1] ? last[j - 1]! + 1 : Math.max(last[j]!, row[j - 1]!);
    last = row;
  }
  return last[b.length]! / Math.max(a.length, b.length);
}

/** One differing word beside one that is the same. */
function tokenVariants(corpora: string): Task {
  const lines = readTsv(join(corpora, 'variants/token-variants.dev.tsv')).filter(
    ([a, b]) => a!.length > 3 && b!.length > 3,
  );
  const title = (word: string) => word[0]!.toUpperCase() + word.slice(1);
  const given = shuffled(readPeople(corpora), SEED).map(({ name }) => name.split(' ')[0]!);
  const named = lines.map(
    ([a, b, list], i) => [`${given[i]} ${title(a!)}`, `${given[i]} ${title(b!)}`, list!] as const,
  );
  const people = peopleOf(named.map(([canonical]) => canonical));
  return {
    name: 'single words',
    people,
    // What is somebody else's name in this list is no variant.
    queries: named
      .filter(([, text]) => !people.has(text))
      .map(([canonical, text, list]) => ({
        id: people.get(canonical)!,
        text,
        group: ARABIC_LISTS.test(list) ? 'Arabic and Persian' : 'other',
      })),
  };
}

const ARABIC_LETTERS =
  /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff][\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff\s\u200c-]*/;

function crossScriptPairs(corpora: string) {
  return readTsv(join(corpora, 'variants/cross-script.dev.tsv')).flatMap(([native, latin, origin]) => {
    const written = ARABIC_LETTERS.exec(native!)?.[0].trim();
    if (!written?.includes(' ')) return [];
    const group = /fa$|IRN/.test(origin!) ? 'Persian' : /ar$|TAQA|SYR/.test(origin!) ? 'Arabic' : 'other';
    return [{ native: written, latin: tidy(latin!), group }];
  });
}

function crossScript(corpora: string): Task {
  const pairs = crossScriptPairs(corpora);
  const people = peopleOf(pairs.map(({ latin }) => latin));
  return {
    name: 'Arabic letters, Latin index',
    people,
    queries: pairs.map(({ native, latin, group }) => ({ id: people.get(latin)!, text: native, group })),
  };
}

function crossScriptReverse(corpora: string): Task {
  const pairs = crossScriptPairs(corpora);
  // Persian and Arabic spellings of one Latin name are one person.
  const ids = peopleOf(pairs.map(({ latin }) => latin));
  const people = new Map(pairs.map(({ native, latin }) => [native, ids.get(latin)!]));
  return {
    name: 'Latin letters, Arabic index',
    people,
    queries: pairs.map(({ native, latin, group }) => ({ id: people.get(native)!, text: latin, group })),
  };
}
