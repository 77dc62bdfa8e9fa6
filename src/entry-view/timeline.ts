/** A life or a case in one line of time: what has a date, drawn on one scale, and the same as a list. */
import type { Texts } from '../locale/texts.ts';
import { formatDate, formatPeriod } from './dates.ts';
import { disclosure } from './disclose.ts';
import { h, say, svg } from './dom.ts';
import { inTongue } from './tongue.ts';

/** Something that happened on a day, or held from one to another; dates in the precision of their source. */
export interface Happening {
  from: string;
  to?: string | undefined;
  line(): HTMLElement;
}

/** A line of two points shows nothing that their dates do not. */
const fewest = 3;

/** Years since 1 BC, with the part of the year that has passed; the middle of a year or month that no day is given for would be a guess. */
export function inYears(date: string): number {
  const [, year, month = 1, day = 1] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? [];
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
}

function inOrder(happenings: readonly Happening[]): Happening[] {
  return happenings.toSorted((a, b) => inYears(a.from) - inYears(b.from));
}

/** @param page ISO date of the page, when it is known */
export function timeline(
  happenings: readonly Happening[],
  page: string | undefined,
  texts: Texts,
  language: string,
): HTMLElement | null {
  const all = inOrder(happenings);
  const dates = [...all.flatMap(({ from, to }) => [from, to ?? from]), ...(page ? [page] : [])];
  dates.sort((a, b) => inYears(a) - inYears(b));
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const [start, length] = [inYears(first), inYears(last) - inYears(first)];
  if (all.length < fewest || length === 0) return null;
  const at = (date: string) => `${(100 * (inYears(date) - start)) / length}%`;
  const upright = { y1: '50%', y2: '50%' };
  const drawing = svg(
    'svg.bar',
    { role: 'img', 'aria-label': say(texts, 'card.timeline') },
    svg('line.scale', { x1: '0', x2: '100%', ...upright }),
    ...all.map(({ from, to }) =>
      to && to !== from
        ? svg('line.range', { x1: at(from), x2: at(to), ...upright })
        : svg('circle', { cx: at(from), cy: '50%', r: '3' }),
    ),
    page ? svg('line.here', { x1: at(page), x2: at(page), y1: '0', y2: '100%' }) : null,
  );
  const day = (date: string) => inTongue(language, 'bdi', {}, formatDate(date, language));
  const here: Happening[] = page ? [{ from: page, line: () => h('b', {}, say(texts, 'card.page')) }] : [];
  return disclosure('.life', [day(first), drawing, day(last)], () => [
    h(
      'ol.timeline',
      {},
      ...inOrder([...all, ...here]).map(({ from, to, line }) =>
        h('li', {}, h('time', {}, formatPeriod(from, to, language)), line()),
      ),
    ),
  ]);
}
