/** What is read of a page once. The worker makes of it what it can: checking it here would cost every page its regular expressions. */
export interface PageMeta {
  title: string;
  /** What the page gives as its language. */
  lang?: string;
  /** What the page gives as the day it was published, the most reliable first; much of it may be no date. */
  dates?: string[];
}

/** Candidates for the date, and UTF-16 code units of one, of the language and of the title: beyond these a page gives something else. */
const caps = { dates: 30, length: 100, title: 1000 };

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

/** The JSON-LD, and the <meta> that may hold a date: every name in `dateNames` has one of these words in it. */
const dated = ['property', 'itemprop', 'name']
  .flatMap((attribute) => ['date', 'published'].map((word) => `meta[${attribute}*="${word}" i]`))
  .concat('script[type="application/ld+json"]')
  .join();

function datesOn(page: Document): string[] {
  const dates: string[] = [];
  const named: string[][] = dateNames.map(() => []);
  // One walk for all, by the browser: an object in our world for each of a hundred <meta> costs 1 ms.
  for (const element of page.querySelectorAll<HTMLMetaElement | HTMLScriptElement>(dated)) {
    if (element.localName === 'script') dates.push(...datesInJsonLd((element as HTMLScriptElement).text));
    else {
      const meta = element as HTMLMetaElement;
      const name = meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? meta.name;
      named[dateNames.indexOf(name.toLowerCase())]?.push(meta.content);
    }
  }
  dates.push(...named.flat());
  // The first <time> of an article; the one in a comment or a list of other articles must not count.
  const times = page.getElementsByTagName('time');
  if (times.length) {
    const main = page.querySelector('article, main, [role="main"]');
    for (let i = 0; i < times.length && dates.length < caps.dates; i++) {
      const time = times[i]!;
      const own = time.getAttribute('itemprop') === 'datePublished';
      if (!own && (main === null || time.closest('article, main, [role="main"]') !== main)) continue;
      dates.push(time.dateTime);
      if (own) dates.push(time.textContent);
    }
  }
  return dates.slice(0, caps.dates).map((date) => date.slice(0, caps.length));
}

export function readMeta(page: Document): PageMeta {
  const lang = page.documentElement?.getAttribute('lang') || page.body?.getAttribute('lang');
  const dates = datesOn(page);
  return {
    title: page.title.slice(0, caps.title),
    ...(lang && { lang: lang.slice(0, caps.length) }),
    ...(dates.length && { dates }),
  };
}

/** True when the page asks not to be read: `<meta name="sidelight" content="off">`. */
export function optsOut(page: Document): boolean {
  const wish = page.querySelector('meta[name="sidelight" i]')?.getAttribute('content');
  return wish?.trim().toLowerCase() === 'off';
}

/** True for documents made for reading: not for XML and JSON, which browsers show in viewers of their own. */
export function isReadable(page: Document): boolean {
  return ['text/html', 'text/plain', 'text/markdown', 'application/xhtml+xml'].includes(page.contentType);
}
