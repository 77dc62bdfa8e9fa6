/** Entity linking against gold standards with a closed dictionary: precision, recall and F1, persons and all. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wordsBesideNames } from '../../cli/pack/words-beside.ts';
import { annotate, compileIndex, type NamedEntity, openIndex } from '../../src/match/index.ts';
import type { Row } from '../rows.ts';
import { readJsonl } from './corpora.ts';
import { STRICTNESS } from './variants.ts';

interface DictionaryEntry {
  id: string;
  label: string;
  type: 'PER' | 'OTHER';
  types: string;
  redirects: string[];
  seen_elsewhere: string[];
}

interface Document {
  text: string;
  mentions: { span: [number, number]; id: string; type: string; optional: boolean }[];
}

interface Found {
  start: number;
  end: number;
  id: string;
}

/** Sets in which every mention was annotated; in the others a mark where there is no annotation may well be right. */
const ANNOTATED_IN_FULL = /oke-/;
/** Wikidata class of places. */
const PLACE = /\bQ27096213\b/;

export function linkingRows(corpora: string): Row[] {
  const folder = join(corpora, 'linking');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.jsonl'))
    .sort()
    .flatMap((file) => {
      const name = file.replace('.gold.jsonl', '');
      const dictionary = readJsonl<DictionaryEntry>(join(folder, `${name}.dict.jsonl`));
      const documents = readJsonl<Document>(join(folder, file));
      const persons = new Set(dictionary.filter(({ type }) => type === 'PER').map(({ id }) => id));
      const index = openIndex(compileIndex(dictionary.map(entityOf), wordsBesideNames));
      const subjects: [string, (text: string) => Found[]][] = STRICTNESS.map((strictness) => [
        strictness,
        (text) =>
          annotate(index, { blocks: text.split('\n'), lang: 'en' }, { strictness })
            .filter(({ kind }) => kind === 'name')
            .map(({ block, start, end, entity }) => {
              const offset = text.split('\n').slice(0, block).join('\n').length + (block > 0 ? 1 : 0);
              return { start: offset + start, end: offset + end, id: entity };
            }),
      ]);
      subjects.push(['naive exact aliases', naive(dictionary)]);
      return subjects.flatMap(([subject, find]) => score(`linking: ${name}`, subject, documents, persons, find));
    });
}

function entityOf({ id, label, type, types, redirects, seen_elsewhere }: DictionaryEntry): NamedEntity {
  return {
    id,
    kind: type === 'PER' ? 'person' : PLACE.test(types) ? 'place' : 'organisation',
    name: label,
    names: [...redirects, ...seen_elsewhere].map((text) => ({ text })),
  };
}

function score(
  name: string,
  subject: string,
  documents: Document[],
  persons: Set<string>,
  find: (text: string) => Found[],
): Row[] {
  const complete = ANNOTATED_IN_FULL.test(name);
  const all = { right: 0, wrong: 0, missed: 0 };
  const people = { right: 0, wrong: 0, missed: 0 };
  for (const { text, mentions } of documents) {
    const offsets = codePointOffsets(text);
    const gold = mentions.map(({ span, id, type, optional }) => ({
      start: offsets[span[0]]!,
      end: offsets[span[1]]!,
      id,
      type,
      optional,
    }));
    const found = find(text);
    for (const each of found) {
      const there = gold.filter(({ start, end }) => start < each.end && end > each.start);
      const right = there.some(({ id }) => id === each.id);
      // Nothing is said by a span that the annotators could not map, nor by one that a set annotated in part leaves out.
      if (!right && (there.some(({ id }) => id === '<NO_MAPPING>') || (there.length === 0 && !complete))) continue;
      all[right ? 'right' : 'wrong']++;
      if (persons.has(each.id)) people[right ? 'right' : 'wrong']++;
    }
    for (const each of gold) {
      if (each.optional || !each.id.startsWith('Q')) continue;
      if (found.some(({ start, end, id }) => start < each.end && end > each.start && id === each.id)) continue;
      all.missed++;
      if (each.type === 'PER') people.missed++;
    }
  }
  return [['all', all] as const, ['persons', people] as const].flatMap(([which, { right, wrong, missed }]) => {
    const precision = right / (right + wrong || 1);
    const recall = right / (right + missed || 1);
    const row = (metric: string, value: number, unit: string): Row => ({
      suite: 'eval',
      case: name,
      subject,
      metric: `${which}: ${metric}`,
      value,
      unit,
    });
    return [
      row('precision', precision, 'share'),
      row('recall', recall, 'share'),
      row('F1', (2 * precision * recall) / (precision + recall || 1), 'share'),
      row('marks', right + wrong, 'marks'),
    ];
  });
}

/** UTF-16 offset of each code point, and of the end. */
function codePointOffsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    offsets.push(at);
    at += char.length;
  }
  offsets.push(at);
  return offsets;
}

/** Every alias, letter by letter between word boundaries, the longest first; of two owners the one whose label it is, or the first. */
function naive(dictionary: DictionaryEntry[]): (text: string) => Found[] {
  const owners = new Map<string, string>();
  for (const { id, redirects, seen_elsewhere } of dictionary) {
    for (const alias of [...redirects, ...seen_elsewhere]) if (!owners.has(alias)) owners.set(alias, id);
  }
  for (const { id, label } of dictionary.toReversed()) owners.set(label, id);
  const longest = Math.max(...[...owners.keys()].map((alias) => alias.length));
  return (text) => {
    const found: Found[] = [];
    for (let start = 0; start < text.length; ) {
      let end = Math.min(text.length, start + longest);
      for (; end > start; end--) {
        if (isEdge(text, start) && isEdge(text, end) && owners.has(text.slice(start, end))) break;
      }
      if (end > start) found.push({ start, end, id: owners.get(text.slice(start, end))! });
      start = Math.max(end, start + 1);
    }
    return found;
  };
}

function isEdge(text: string, at: number): boolean {
  const inside = /[\p{L}\p{N}]/u;
  return !(inside.test(text[at - 1] ?? '') && inside.test(text[at] ?? ''));
}
