import * as z from 'zod/mini';
import { wordRank } from '../../../cli/pack/knowledge.ts';
import type { FactProperty, factTypes } from '../../../src/dataset/fact-properties.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { cleanText, readJson, slug } from '../reading.ts';
import { type Adapter, factsOf, fileAt, SourceError } from '../source.ts';

const rows = z.array(z.object({ item: z.string(), itemLabel: z.string(), year: z.string(), sitelinks: z.string() }));

interface List {
  query: string;
  kind: 'event' | 'organisation';
  type: (typeof factTypes)[number];
  /** What the year of the list is. */
  property: FactProperty;
  /** Items of Wikidata that are taken, by their table; none: all that many Wikipedias tell of. */
  only?: string;
}

/** The order decides of what kind something is that stands in two lists: a revolution may be a war. */
const lists: readonly List[] = [
  { query: 'wars-start-year', kind: 'event', type: 'armed-conflict', property: 'began' },
  { query: 'revolutions-start-year', kind: 'event', type: 'event', property: 'began' },
  { query: 'protests-riots-and-uprisings-year', kind: 'event', type: 'event', property: 'began' },
  { query: 'battles-year', kind: 'event', type: 'event', property: 'began' },
  { query: 'newspapers-launch-year', kind: 'organisation', type: 'news-outlet', property: 'founded' },
  {
    query: 'tv-channels-launch-year',
    kind: 'organisation',
    type: 'news-outlet',
    property: 'founded',
    only: 'broadcasters',
  },
];
export const listFiles = lists.map(({ query }) => `content/queries/${query}/rows.json`);

/**
 * Wikipedias that must have an article: what fewer tell of, news of other countries rarely names. Of an event whose name is made of ordinary words, many
 * more: "Winter War" is also a novel.
 */
const known = 20;
const knownToAll = 100;
/** Of events before, texts tell history. */
const since = 1939;

/** Answers of Wikidata's query service, as the makers of a game of years keep them: labels and years, nothing that a list says of the things in it. */
export const readWikidataLists: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const entities = new Map<string, Entity>();
  const outlets = new Map(
    [...input.earlier.values()]
      .filter(({ facts = [] }) => facts.some(({ property, value }) => property === 'type' && value === 'news-outlet'))
      .map((outlet) => [plainForm(outlet.name), outlet]),
  );
  const labels = new Set<string>();
  for (const { query, kind, type, property, only } of lists) {
    const file = fileAt(input.files, `content/queries/${query}/rows.json`);
    const chosen = only === undefined ? undefined : (input.tables[only] as Record<string, string>);
    const read = readJson(file, rows);
    for (const { itemLabel } of read) labels.add(itemLabel);
    for (const [at, { item: address, itemLabel, year, sitelinks }] of read.entries()) {
      const place = { file: file.path, line: `[${at}]` };
      const [, item] = /\/(Q\d+)$/u.exec(address) ?? [];
      if (item === undefined) throw new SourceError(place, 'the address of an item of Wikidata', address);
      if (!/^-?\d+$/u.test(year)) throw new SourceError(place, 'a year', year);
      if (chosen ? chosen[item] === undefined : Number(sitelinks) < known) continue;
      if (kind === 'event' && Number(year) < since) continue;
      // "Dawn", "The Age": a newspaper of one word that any sentence may begin with.
      const ordinary = ordinaryWords(itemLabel);
      if (kind === 'event' ? ordinary > 0 && Number(sitelinks) < knownToAll : ordinary === 1) continue;
      const name = cleanText(itemLabel, place).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
      const same = kind === 'organisation' ? outlets.get(plainForm(name)) : undefined;
      const id = same?.id ?? `${kind === 'event' ? 'event' : 'outlet'}-${slug(name)}`;
      if (entities.has(id)) continue;
      entities.set(id, {
        id,
        kind,
        name: same?.name ?? name,
        names: namesOf(name, labels),
        facts: [fact('type', type, { locator: item }), fact(property, year.padStart(4, '0'))],
        wikidata: item,
      });
    }
  }
  return { asOf: input.day, entities: [...entities.values()] };
};

const months = new Set(
  'january february march april may june july august september october november december'.split(' '),
);

/** How many words a name has where all are words of every day; else none. Numbers and articles are no words. */
function ordinaryWords(label: string): number {
  const words = plainForm(label)
    .split(/[ -]/u)
    .filter((word) => /\p{L}/u.test(word) && word !== 'the');
  return words.every((word) => wordRank(word) !== undefined || months.has(word)) ? words.length : 0;
}

/** "War in Afghanistan (2001–2021)" goes without the years where no other has the name. */
function namesOf(name: string, labels: ReadonlySet<string>): Name[] {
  const short = name.replace(/ \([^)]*\)$/u, '');
  return [
    { text: name, kind: 'full', lang: 'en' },
    ...(short === name || labels.has(short) ? [] : [{ text: short, kind: 'short' as const, lang: 'en' }]),
  ];
}
