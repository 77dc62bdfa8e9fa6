import { dateNames, datesInJsonLd } from '../dataset/publication-date.ts';

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
