/** A question on which sources differ: every position with its holder, and who the holder is to the matter. */

import type { Dispute, Position } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import type { Mention } from '../match/types.ts';
import { formatPeriod } from './dates.ts';
import { disclosure } from './disclose.ts';
import { type Child, h, say, svg } from './dom.ts';
import { numberFormat } from './formats.ts';
import type { SourceView } from './sources.ts';
import { inTongue } from './tongue.ts';

export interface DisputeContext {
  texts: Texts;
  language: string;
  sources: SourceView;
  /** The name of an entity, as a control that opens it where that is possible. */
  entityLink(id: string, text: string): Node;
  /** Words of the dataset as an element. */
  own(text: string): HTMLElement;
  /** An element that begins with words of the dataset. */
  ownLine(tag: string, text: string, ...rest: Child[]): HTMLElement;
}

/** A number of the page that a dispute is about: its words, and what they are worth. */
export type PageNumber = Pick<Mention, 'name' | 'value'>;

type Range = Pick<Position, 'low' | 'high'>;

const isNumeric = ({ low, high }: Range) => low !== undefined || high !== undefined;

/** Where a range stands on a scale from zero to `end`: "at least" reaches to the end of the scale, "at most" from zero. */
export function ends({ low = 0, high }: Range, end: number): [number, number] {
  return [low, high ?? end];
}

/** The end of a scale from zero: the first of 1, 1.5, 2, 3 … 10 times a power of ten that holds `highest`. */
export function scaleEnd(highest: number): number {
  if (highest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((factor) => factor * power).find((end) => end >= highest) ?? highest;
}

/** The least and the greatest number that anybody gives; `open`: that one is an "at most", or an "at least", so it may be less or more. */
export function extremes(positions: readonly Range[]): Record<'least' | 'greatest', { value: number; open: boolean }> {
  const least = Math.min(...positions.map(({ low, high }) => low ?? high!));
  const greatest = Math.max(...positions.map(({ low, high }) => high ?? low!));
  return {
    least: { value: least, open: positions.some(({ low, high }) => low === undefined && high === least) },
    greatest: { value: greatest, open: positions.some(({ low, high }) => high === undefined && low === greatest) },
  };
}

function holder(position: Position, { entityLink, own }: DisputeContext): HTMLElement {
  const { holderEntity } = position;
  const name = holderEntity ? entityLink(holderEntity, position.holder) : own(position.holder);
  return h('span.holder', {}, h('b', {}, name), ' ', h('span.relation', {}, own(position.relation)));
}

function said(
  { date, text, holder, citations }: Position,
  { language, ownLine, sources }: DisputeContext,
): HTMLElement {
  const when = date && inTongue(language, 'time', {}, formatPeriod(date, undefined, language));
  return h('div', {}, when, ownLine('p', text, sources.marks(citations, { text, holder })));
}

/** A number, or from where to where, in words of the reader. */
export function figures({ low, high }: Range, { texts, language }: Pick<DisputeContext, 'texts' | 'language'>): string {
  const format = numberFormat(language);
  if (low === undefined) return say(texts, 'card.atMost', { number: format.format(high ?? 0) });
  if (high === undefined) return say(texts, 'card.atLeast', { number: format.format(low) });
  // formatRange writes "~" for ranges of no width.
  return low === high ? format.format(low) : format.formatRange(low, high);
}

/** What the page says, and from where to where the published numbers run. */
function answer(rows: readonly Range[], page: PageNumber | undefined, { texts, language }: DisputeContext) {
  const { least, greatest } = extremes(rows);
  const number = (value: number) => numberFormat(language).format(value);
  const from = number(least.value);
  const to = number(greatest.value);
  return h(
    'p.answer',
    {},
    page && h('b', {}, say(texts, 'card.pageSays', { number: page.name }), ' '),
    say(texts, 'card.run', {
      from: least.open ? say(texts, 'card.orLess', { number: from }) : from,
      to: greatest.open ? say(texts, 'card.orMore', { number: to }) : to,
    }),
  );
}

/** One scale from zero for all, in the order of the dataset (low to high), never an average; what a holder said is behind its row. */
function chart(rows: readonly Position[], page: PageNumber | undefined, context: DisputeContext): Child[] {
  const { texts, language } = context;
  const values = [...rows, ...(page?.value ? [page.value] : [])].flatMap(({ low, high }) => [low ?? 0, high ?? 0]);
  const end = scaleEnd(Math.max(...values));
  const percent = (value: number) => `${(100 * value) / end}%`;
  const level = { y1: '50%', y2: '50%' };
  const line = (name: string, [from, to]: readonly [number, number]) =>
    svg('line', { class: name, x1: percent(from), x2: percent(to), ...level });
  const bar = (range: Range) => {
    // A dot is a number that somebody gave; the open end of "at least" and "at most" has none.
    const dots = [range.low, range.high].filter((value) => value !== undefined);
    const here = page?.value?.low;
    return svg(
      'svg.bar',
      { 'aria-hidden': 'true' },
      line('scale', [0, end]),
      line(dots.length < 2 ? 'range open' : 'range', ends(range, end)),
      ...dots.map((value) => svg('circle', { cx: percent(value), cy: '50%', r: '4' })),
      here !== undefined && svg('line.here', { x1: percent(here), x2: percent(here), y1: '0', y2: '100%' }),
    );
  };
  const row = (name: HTMLElement, range: Range, words: string) =>
    h('span.strip', {}, name, bar(range), h('span.figure', {}, words));
  return [
    h(
      'ul',
      {},
      page?.value && h('li.page', {}, row(h('b', {}, say(texts, 'card.page')), page.value, page.name)),
      ...rows.map((position) =>
        h(
          'li',
          {},
          disclosure('', row(context.ownLine('span', position.holder), position, figures(position, context)), () => [
            holder(position, context),
            said(position, context),
          ]),
        ),
      ),
    ),
    h(
      'p.strip',
      { 'aria-hidden': 'true' },
      h('span'),
      h(
        'span.axis',
        { dir: 'ltr' },
        h('span', {}, numberFormat(language).format(0)),
        h('span', {}, numberFormat(language).format(end)),
      ),
      h('span.figure'),
    ),
  ];
}

function table(rows: readonly Position[], context: DisputeContext): HTMLElement {
  const { texts, language, own } = context;
  const cells = (tag: string, texts: Child[]) =>
    h('tr', {}, ...texts.map((text) => h(tag, tag === 'th' ? { scope: 'col' } : {}, text)));
  return disclosure('', say(texts, 'card.table'), () => {
    const head = ['holder', 'figure', 'date', 'method'].map((column) => say(texts, `card.table.${column}`));
    const body = rows.map((position) =>
      cells('td', [
        h('span', {}, own(position.holder), ' (', own(position.relation), ')'),
        figures(position, context),
        position.date && formatPeriod(position.date, undefined, language),
        position.method && own(position.method),
      ]),
    );
    return [h('table', {}, h('thead', {}, cells('th', head)), h('tbody', {}, ...body))];
  });
}

function columns(dispute: Dispute, positions: readonly Position[], context: DisputeContext): HTMLElement {
  const list = (of: readonly Position[]) =>
    h('ul.positions', {}, ...of.map((position) => h('li', {}, holder(position, context), said(position, context))));
  const sides: readonly string[] = dispute.sides ?? [];
  const columns = sides.map((side) => ({ side, of: positions.filter((position) => position.side === side) }));
  const others = positions.filter((position) => !position.side || !sides.includes(position.side));
  return h(
    'div.sides',
    {},
    ...columns
      .filter(({ of }) => of.length > 0)
      .map(({ side, of }) => h('div', {}, h('p.side', {}, context.own(side)), list(of))),
    others.length > 0 && h('div.others', {}, list(others)),
  );
}

function plot({ unit }: Dispute, rows: readonly Position[], page: PageNumber | undefined, context: DisputeContext) {
  const plot = h(
    'div.plot',
    {},
    answer(rows, page, context),
    ...chart(rows, page, context),
    unit && h('p.facts', {}, say(context.texts, 'card.unit'), ' ', context.own(unit)),
    table(rows, context),
  );
  // Every row is a grid of its own. No letter is wider than a digit by much, and most are narrower.
  const longest = Math.max(...rows.map((row) => figures(row, context).length), page?.name.length ?? 0);
  // No custom property: their names are drawn anew for each page (host.ts).
  for (const figure of plot.querySelectorAll<HTMLElement>('.figure')) figure.style.width = `${longest}ch`;
  return plot;
}

function content(dispute: Dispute, context: DisputeContext, page: PageNumber | undefined): Child[] {
  const rows = dispute.positions.filter(isNumeric);
  const others = dispute.positions.filter((position) => !isNumeric(position));
  return [
    rows.length > 0 && plot(dispute, rows, page, context),
    others.length > 0 && columns(dispute, others, context),
    context.sources.copyMenu('card.share', { dispute: dispute.id, question: dispute.question }, [
      'text',
      'markdown',
      'picture',
    ]),
  ];
}

/** Closed to its question unless `open`: a card is short by default, and what is disputed is always seen to be. */
export function renderDispute(dispute: Dispute, context: DisputeContext, open: boolean): HTMLElement {
  return disclosure('.dispute', context.own(dispute.question), () => content(dispute, context, undefined), open);
}

/** The dispute that a number of the page belongs to: the answer comes first, with no press in between. */
export function renderAsked(dispute: Dispute, context: DisputeContext, page: PageNumber | undefined): HTMLElement {
  return h('section.dispute.asked', {}, context.ownLine('h3', dispute.question), ...content(dispute, context, page));
}
