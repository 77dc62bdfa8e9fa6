/** A question on which sources differ: every position with its holder, and who the holder is to the matter. */

import type { Dispute, Position } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import { formatDate } from './dates.ts';
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
  /** A line around words of the dataset. */
  ownLine(tag: string, text: string, ...children: Child[]): HTMLElement;
}

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

function holder(position: Position, { entityLink, own }: DisputeContext): HTMLElement {
  const { holderEntity } = position;
  const name = holderEntity ? entityLink(holderEntity, position.holder) : own(position.holder);
  return h(
    'span',
    { class: 'holder' },
    h('b', {}, name),
    ' ',
    h('span', { class: 'relation' }, own(position.relation)),
  );
}

function said(position: Position, context: DisputeContext): HTMLElement {
  const { language, ownLine, own, sources } = context;
  const when = position.date && inTongue(language, 'bdi', {}, formatDate(position.date, language));
  return ownLine('p', position.text, when, when && ': ', own(position.text), sources.marks(position.citations));
}

function figures({ low, high }: Range, { texts, language }: DisputeContext): string {
  const format = numberFormat(language);
  if (low === undefined) return say(texts, 'card.atMost', { number: format.format(high ?? 0) });
  if (high === undefined) return say(texts, 'card.atLeast', { number: format.format(low) });
  // formatRange writes "~" for ranges of no width.
  return low === high ? format.format(low) : format.formatRange(low, high);
}

/** One scale from zero for all, in the order of the dataset (low to high), never an average. */
function plot(dispute: Dispute, context: DisputeContext): HTMLElement {
  const { texts, language } = context;
  const rows = dispute.positions.filter(isNumeric);
  const end = scaleEnd(Math.max(...rows.map(({ low, high }) => high ?? low ?? 0)));
  const percent = (value: number) => `${(100 * value) / end}%`;
  const bars = rows.map((position) => {
    const [low, high] = ends(position, end);
    // A dot is a number that somebody gave; the open end of "at least" and "at most" has none.
    const dots = [position.low, position.high].filter((value) => value !== undefined);
    const range = dots.length < 2 ? 'range open' : 'range';
    return h(
      'li',
      {},
      holder(position, context),
      h('span', { class: 'figure' }, figures(position, context), context.sources.marks(position.citations)),
      svg(
        'svg',
        { class: 'bar', 'aria-hidden': 'true' },
        svg('line', { class: 'scale', x1: '0', x2: '100%', y1: '50%', y2: '50%' }),
        svg('line', { class: range, x1: percent(low), x2: percent(high), y1: '50%', y2: '50%' }),
        ...dots.map((value) => svg('circle', { cx: percent(value), cy: '50%', r: '4' })),
      ),
    );
  });
  const cells = (tag: string, texts: (Node | string | null)[]) =>
    h('tr', {}, ...texts.map((text) => h(tag, tag === 'th' ? { scope: 'col' } : {}, text)));
  const table = () => {
    const head = ['holder', 'figure', 'date', 'method'].map((column) => say(texts, `card.table.${column}`));
    const body = rows.map((position) =>
      cells('td', [
        h('span', {}, context.own(position.holder), ' (', context.own(position.relation), ')'),
        figures(position, context),
        position.date ? formatDate(position.date, language) : null,
        position.method ? context.own(position.method) : null,
      ]),
    );
    return [h('table', {}, h('thead', {}, cells('th', head)), h('tbody', {}, ...body))];
  };
  return h(
    'div',
    { class: 'plot' },
    dispute.unit && h('p', { class: 'facts' }, say(texts, 'card.unit'), ' ', context.own(dispute.unit)),
    h('ul', {}, ...bars),
    h(
      'p',
      { class: 'axis', dir: 'ltr', 'aria-hidden': 'true' },
      h('span', {}, '0'),
      h('span', {}, numberFormat(language).format(end)),
    ),
    disclosure({}, say(texts, 'card.table'), table),
  );
}

function columns(dispute: Dispute, positions: readonly Position[], context: DisputeContext): HTMLElement {
  const list = (of: readonly Position[]) =>
    h(
      'ul',
      { class: 'positions' },
      ...of.map((position) => h('li', {}, holder(position, context), said(position, context))),
    );
  const sides: readonly string[] = dispute.sides ?? [];
  const columns = sides.map((side) => ({ side, of: positions.filter((position) => position.side === side) }));
  const others = positions.filter((position) => !position.side || !sides.includes(position.side));
  return h(
    'div',
    { class: 'sides' },
    ...columns
      .filter(({ of }) => of.length > 0)
      .map(({ side, of }) => h('div', {}, h('p', { class: 'side' }, context.own(side)), list(of))),
    others.length > 0 ? h('div', { class: 'others' }, list(others)) : null,
  );
}

/** Closed to its question unless `open`: a card is short by default, and what is disputed is always seen to be. */
export function renderDispute(dispute: Dispute, context: DisputeContext, open: boolean): HTMLElement {
  const numbered = dispute.positions.some(isNumeric);
  return disclosure({ class: 'dispute', open }, context.own(dispute.question), () => [
    numbered ? plot(dispute, context) : null,
    columns(dispute, dispute.positions, context),
  ]);
}
