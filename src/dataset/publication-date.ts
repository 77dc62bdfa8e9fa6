/** The day on which a page was published, as pages write it: one table for the extension and the command line. */

/** What a page gives where the day of its publication may stand, as it stands there: reading it is left to the worker. */
export interface StatedDates {
  /** Blocks of JSON-LD. */
  json: string[];
  /** Name and content of each <meta> that may hold one. */
  named: (readonly [name: string, content: string])[];
  /** Of <time>. */
  times: string[];
}

/** What may be the day of publication, the most reliable first; much of it may be no date. */
export function candidatesIn({ json, named, times }: StatedDates): string[] {
  const known = named.map(([name, content]) => ({ rank: dateNames.indexOf(name.toLowerCase()), content }));
  const ranked = known.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank);
  return [...json.flatMap(datesInJsonLd), ...ranked.map(({ content }) => content), ...times];
}

/** Things of a JSON-LD block that are looked at; a page may list hundreds of thousands. */
const most = 500;

/**
 * `datePublished` of the things in a JSON-LD block, those first that are most likely the page itself: articles before others. Broken JSON has none.
 */
export function datesInJsonLd(json: string): string[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const articles: string[] = [];
  const others: string[] = [];
  const queue: unknown[] = [data];
  for (let steps = 0; queue.length && steps < most; steps++) {
    const thing = queue.shift();
    if (Array.isArray(thing)) queue.push(...thing.slice(0, most));
    else if (typeof thing === 'object' && thing !== null) {
      const { datePublished, '@type': type, '@graph': graph, mainEntity } = thing as Record<string, unknown>;
      if (typeof datePublished === 'string') {
        (isArticle(type) ? articles : others).push(datePublished);
      }
      queue.push(graph, mainEntity);
    }
  }
  return [...articles, ...others];
}

/** A page may write anything as a type, also what cannot become a text. */
function isArticle(type: unknown): boolean {
  const types: unknown[] = Array.isArray(type) ? type.slice(0, most) : [type];
  return types.some((each) => typeof each === 'string' && /Article|Posting|Report/.test(each));
}

/** Names under which sites write the day of publication, the most reliable first. */
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'date',
];

/** The date part of what a page gives as a date, or undefined when it is none: pages write much there. */
export function isoDate(value: string | null | undefined): string | undefined {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value ?? '');
  if (match) {
    const [, year, month, day] = match;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    // A day that the calendar does not have rolls over to another month.
    return date.getUTCMonth() === Number(month) - 1 ? `${year}-${month}-${day}` : undefined;
  }
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/.exec(value ?? '');
  if (compact) return isoDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
  // "Sat, 24 Aug 2024 10:00:00 GMT" and "August 24, 2024": only with a month in letters, since 03/04 has two readings.
  if (!/\d{4}/.test(value ?? '') || !/[a-z]{3}/i.test(value ?? '')) return undefined;
  const time = Date.parse(value ?? '');
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  const zoned = /(?:GMT|UTC|Z|[+-]\d{2}:?\d{2})\s*$/.test(value ?? '');
  const [year, month, day] = zoned
    ? [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
    : [date.getFullYear(), date.getMonth(), date.getDate()];
  return isoDate(`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** The first of a page's candidates that is a date. */
export function firstDate(candidates: readonly string[]): string | undefined {
  for (const candidate of candidates) {
    const date = isoDate(candidate);
    if (date) return date;
  }
  return undefined;
}
