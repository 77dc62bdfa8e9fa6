/** One name asked for among 10,000: what each subject finds of misspelt names, what it answers to strangers, and how long it takes. */
import { join } from 'node:path';
import uFuzzy from '@leeoniya/ufuzzy';
import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { annotate, compileIndex, openIndex } from '../../../src/match/index.ts';
import { readPeople, readTsv } from '../../eval/corpora.ts';
import { shuffled } from '../../random.ts';
import type { Row } from '../../rows.ts';

const NAMES = 10_000;
/** Queries of each kind: enough for a share, few enough for the slowest subject. */
const QUERIES = 150;

export function queryRows(corpora: string): Row[] {
  const variants = readTsv(join(corpora, 'variants/person-redirects.dev.tsv')).filter(
    ([, text, kind]) => kind === 'respell' && text!.includes(' '),
  );
  const people = shuffled(readPeople(corpora), 3).map(({ name }) => name);
  const names = [...new Set([...variants.map(([canonical]) => canonical!), ...people])].slice(0, NAMES);
  const known = new Set(names);
  const asked = shuffled(variants, 4).slice(0, QUERIES);
  const strangers = people.filter((name) => !known.has(name)).slice(-QUERIES);
  const index = openIndex(compileIndex(names.map((name) => ({ id: name, kind: 'person' as const, name }))));
  const fuse = new Fuse(names, { threshold: 0.3, ignoreLocation: true });
  const mini = new MiniSearch<{ id: number; name: string }>({
    fields: ['name'],
    searchOptions: { fuzzy: 0.25, combineWith: 'AND' },
  });
  mini.addAll(names.map((name, id) => ({ id, name })));
  const fuzzy = new uFuzzy({ intraMode: 1 });
  const lower = names.map((name) => name.toLowerCase());
  const subjects: [string, (query: string) => string | undefined][] = [
    ['sidelight, all passes', (query) => annotate(index, { blocks: [query] })[0]?.entity],
    ['Fuse.js', (query) => fuse.search(query, { limit: 1 })[0]?.item],
    [
      'uFuzzy',
      (query) => {
        const found = fuzzy.search(names, query, 1);
        const first = found[2]?.[0];
        return first === undefined || !found[1] ? undefined : names[found[1].idx[first]!];
      },
    ],
    [
      'minisearch',
      (query) => {
        const [hit] = mini.search(query);
        return hit && names[hit.id as number];
      },
    ],
    ['fastest-levenshtein, 2 edits', (query) => nearest(names, lower, query.toLowerCase())],
  ];
  return subjects.flatMap(([subject, ask]) => {
    for (const [, text] of asked.slice(0, 20)) ask(text!);
    const start = process.cpuUsage().user;
    const found = asked.filter(([canonical, text]) => ask(text!) === canonical).length;
    const time = process.cpuUsage().user - start;
    const wrong = strangers.filter((name) => ask(name) !== undefined).length;
    const row = (metric: string, value: number, unit: string): Row => ({
      suite: 'match',
      case: `one name among ${names.length}`,
      subject,
      metric,
      value,
      unit,
    });
    return [
      row('misspelt names found', found / asked.length, 'share'),
      row('answers to strangers', wrong / strangers.length, 'share'),
      row('processor time a query', time / asked.length, 'µs'),
    ];
  });
}

const MOST_EDITS = 2;

function nearest(names: string[], lower: string[], query: string): string | undefined {
  let best = MOST_EDITS + 1;
  let at = -1;
  for (const [i, name] of lower.entries()) {
    if (Math.abs(name.length - query.length) >= best) continue;
    const edits = distance(name, query);
    if (edits < best) {
      best = edits;
      at = i;
    }
  }
  return at < 0 ? undefined : names[at];
}
