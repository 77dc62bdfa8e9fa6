/** What is read of a page once: its title, its language, the day it was published. */
export interface PageMeta {
  title: string;
  lang?: string;
  /** ISO date. */
  published?: string;
}

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

/**
 * `datePublished` of the thing in a JSON-LD block that is most likely the page itself: an article before other things.
 * Broken JSON is no date.
 */
export function dateFromJsonLd(json: string): string | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  let best: string | undefined;
  const queue: unknown[] = [data];
  for (let steps = 0; queue.length && steps < 500; steps++) {
    const thing = queue.shift();
    if (Array.isArray(thing)) queue.push(...thing);
    else if (typeof thing === 'object' && thing !== null) {
      const { datePublished, '@type': type, '@graph': graph, mainEntity } = thing as Record<string, unknown>;
      const date = typeof datePublished === 'string' ? isoDate(datePublished) : undefined;
      if (date && /Article|Posting|Report/.test(String(type))) return date;
      best ??= date;
      queue.push(graph, mainEntity);
    }
  }
  return best;
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

/** The <meta> that may hold one: every name in `dateNames` has one of these words in it. */
const dated = ['property', 'itemprop', 'name']
  .flatMap((attribute) => ['date', 'published'].map((word) => `meta[${attribute}*="${word}" i]`))
  .join();

function publishedOn(page: Document): string | undefined {
  for (const script of page.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]')) {
    const date = dateFromJsonLd(script.text);
    if (date) return date;
  }
  // One walk for all names, by the browser: an object in our world for each of a hundred <meta> costs 1 ms.
  const dates = new Map<string, string>();
  for (const meta of page.querySelectorAll<HTMLMetaElement>(dated)) {
    const date = isoDate(meta.content);
    const name = meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? meta.name;
    if (date && !dates.has(name.toLowerCase())) dates.set(name.toLowerCase(), date);
  }
  for (const name of dateNames) {
    const date = dates.get(name);
    if (date) return date;
  }
  // The first <time> of an article; the one in a comment or a list of other articles must not count.
  const main = page.querySelector('article, main, [role="main"]');
  for (const time of page.getElementsByTagName('time')) {
    const own = time.getAttribute('itemprop') === 'datePublished';
    if (!own && (main === null || time.closest('article, main, [role="main"]') !== main)) continue;
    const date = isoDate(time.dateTime) ?? (own ? isoDate(time.textContent) : undefined);
    if (date) return date;
  }
  return undefined;
}

export function readMeta(page: Document): PageMeta {
  const lang = (page.documentElement?.getAttribute('lang') || page.body?.getAttribute('lang') || '').trim();
  const published = publishedOn(page);
  return {
    title: page.title,
    ...(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) && { lang }),
    ...(published !== undefined && { published }),
  };
}

/** True when the page asks not to be read: `<meta name="sidelight" content="off">`. */
export function optsOut(page: Document): boolean {
  const wish = page.querySelector('meta[name="sidelight" i]')?.getAttribute('content');
  return wish?.trim().toLowerCase() === 'off';
}

/** True for documents made for reading: not for XML and JSON, which browsers show in viewers of their own. */
export function isReadable(page: Document): boolean {
  return /^(text\/(html|plain|markdown)|application\/xhtml\+xml)$/.test(page.contentType);
}
