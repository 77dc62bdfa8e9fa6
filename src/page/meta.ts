import type { StatedDates } from '../dataset/publication-date.ts';
import { longestJson, longestStated, longestTitle, mostDates } from './limits.ts';

/** What is read of a page once. The worker makes of it what it can: checking it here would cost every page its regular expressions. */
export interface PageMeta {
  title: string;
  /** What the page gives as its language. */
  lang?: string;
  dates?: StatedDates;
  /** ISO date that the worker has found in `dates`, which need not be sent again. */
  published?: string | undefined;
}

/** The JSON-LD, and the <meta> that may hold a date: every name that sites write it under has one of these words in it. */
const dated = () =>
  ['property', 'itemprop', 'name']
    .flatMap((attribute) => ['date', 'published'].map((word) => `meta[${attribute}*="${word}" i]`))
    .concat('script[type="application/ld+json"]')
    .join();

/** What a page is about. */
const mainPart = 'article,main,[role=main]';

const cut = (text: string) => text.slice(0, longestStated);

function datesOn(page: Document): StatedDates {
  const json: string[] = [];
  const named: StatedDates['named'] = [];
  const dates: string[] = [];
  let room = longestJson;
  // One walk for all, by the browser: an object in our world for each of a hundred <meta> costs 1 ms.
  for (const element of page.querySelectorAll<HTMLMetaElement | HTMLScriptElement>(dated())) {
    if (element.localName === 'script') {
      const { text } = element as HTMLScriptElement;
      room -= text.length;
      if (room > 0 && text.includes('datePublished')) json.push(text);
    } else if (named.length < mostDates) {
      const meta = element as HTMLMetaElement;
      const name = meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? meta.name;
      named.push([cut(name), cut(meta.content)]);
    }
  }
  // The first <time> of an article; the one in a comment or a list of other articles must not count.
  const times = page.getElementsByTagName('time');
  if (times.length) {
    const main = page.querySelector(mainPart);
    for (let i = 0; i < times.length && dates.length < mostDates; i++) {
      const time = times[i]!;
      const own = time.getAttribute('itemprop') === 'datePublished';
      if (!own && (main === null || time.closest(mainPart) !== main)) continue;
      dates.push(cut(time.dateTime));
      if (own) dates.push(cut(time.textContent));
    }
  }
  return { json, named, times: dates };
}

export function readMeta(page: Document): PageMeta {
  const lang = page.documentElement?.getAttribute('lang') || page.body?.getAttribute('lang');
  return {
    title: page.title.slice(0, longestTitle),
    ...(lang && { lang: cut(lang) }),
    dates: datesOn(page),
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
