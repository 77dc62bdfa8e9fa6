/** Values from open data, under "From open data": rendered by templates, never in our voice. */
import type { FactProperty } from '../dataset/fact-properties.ts';
import type { Fact } from '../dataset/facts.ts';
import type { Citation } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import type { CardData } from '../messages/protocol.ts';
import { formatDate, formatPeriod, later, partialDate } from './dates.ts';
import type { More } from './disclose.ts';
import { h, say, sayKind } from './dom.ts';
import { numberFormat } from './formats.ts';
import type { Happening } from './timeline.ts';

/** Values shown before "more". */
const SHORT = 6;

export interface FactOptions {
  texts: Texts;
  language: string;
  /** ISO date of the reader's day. */
  today: string;
  more: More;
  /** Words of the dataset as an element. */
  own(text: string): HTMLElement;
  /** A linked entity under the name that it has for the reader. */
  linkTo(id: string): Node;
  marks(citations: readonly Citation[]): HTMLElement | null;
}

/** One value, with every fact that gives it for the same time: several sources may. */
type Value = [Fact, ...Fact[]];

/** The facts of an entry, and what the worker says of their properties. */
export type FactsOf = Pick<CardData, 'entity' | 'told'>;

/** What the facts cite, in the order in which they are shown. */
export function citationsOfFacts(data: FactsOf): Citation[] {
  return inOrder(data).map(citationOf);
}

function citationOf({ source, locator }: Fact): Citation {
  return { source, supports: 'direct', ...(locator !== undefined && { locator }) };
}

function inOrder({ entity, told = {} }: FactsOf): Fact[] {
  const order = Object.keys(told);
  return (entity.facts ?? []).toSorted(
    (a, b) =>
      order.indexOf(a.property) - order.indexOf(b.property) ||
      // What holds comes before what is over, the latest first.
      Number(a.to !== undefined) - Number(b.to !== undefined) ||
      ((b.from ?? '') < (a.from ?? '') ? -1 : Number((b.from ?? '') > (a.from ?? ''))),
  );
}

/** The section, or nothing when there is no fact that can be shown. */
export function renderFacts(data: CardData, options: FactOptions): HTMLElement | null {
  const { entity, linked, sources, told = {}, dated = [] } = data;
  const { texts, language, today, more } = options;
  const all = entity.facts ?? [];
  const old = new Set(dated.map((place) => all[place]));

  function time({ property, from, to, asOf }: Fact): string | null {
    const day = (date: string) => formatPeriod(date, undefined, language);
    const kind = (key: string, date: string) =>
      say(texts, date.length > 7 ? `card.fact.${key}Day` : `card.fact.${key}`, { date: day(date) });
    if (property === 'listed-by' && from) return say(texts, 'card.fact.listed', { date: day(from), asOf: day(asOf) });
    if (from && to) return formatPeriod(from, to, language);
    return from ? kind('since', from) : to ? kind('until', to) : null;
  }

  function item([first, ...others]: Value): HTMLElement | null {
    // In a pack that is switched off.
    if (told[first.property] === 'entity' && !linked[String(first.value)]) return null;
    const within = first.within === undefined ? undefined : linked[first.within];
    const over = first.to !== undefined && later(today, first.to);
    const notes = [
      time(first),
      !over && old.has(first) ? say(texts, 'card.fact.asOf', { date: formatDate(first.asOf, language) }) : null,
    ].filter((note) => note !== null);
    return h(
      'dd',
      {},
      worded(first, told, options),
      ...(within ? [' · ', options.linkTo(first.within!)] : []),
      notes.length > 0 ? h('span.facts', {}, ` (${notes.join(', ')})`) : null,
      options.marks([first, ...others].map(citationOf)),
    );
  }

  let shown = 0;
  const rows = [...groupsOf(data)].flatMap(([property, values]): Node[] => {
    const row = (items: readonly HTMLElement[]) =>
      h('div', {}, h('dt', {}, sayKind(texts, 'property', property)), ...items);
    const items = values.map(item).filter((each) => each !== null);
    const room = Math.max(0, SHORT - shown);
    shown += items.length;
    const [short, rest] = [items.slice(0, room), items.slice(room)];
    return [...(short.length > 0 ? [row(short)] : []), ...(rest.length > 0 ? [more.extra(() => row(rest))] : [])];
  });
  if (shown === 0) return null;
  const origins = [...new Set(inOrder(data).map(({ source }) => source))].flatMap((id) => sources[id] ?? []);
  return h(
    'section.open-data',
    {},
    h('h3', {}, say(texts, 'card.facts')),
    h('dl', {}, ...rows),
    ...origins.map(({ title, issued, license, checked }) =>
      h(
        'p.facts',
        {},
        say(texts, 'card.facts.source', {
          title,
          date: formatDate(partialDate(issued) ?? checked.on, language),
          license: license ?? '–',
        }),
      ),
    ),
  );
}

function worded(
  { property, value }: Fact,
  told: NonNullable<CardData['told']>,
  { texts, language, own, linkTo }: FactOptions,
): Node | string {
  const text = String(value);
  switch (told[property]) {
    case 'entity':
      return linkTo(text);
    case 'type':
      return sayKind(texts, 'type', text);
    case 'country':
      return countryName(text, language);
    case 'date':
      return formatPeriod(text, undefined, language);
    case 'number':
      return numberFormat(language).format(Number(value));
    default:
      return own(text);
  }
}

/** Facts that are dates, or held for a time that is known. */
export function happeningsOfFacts({ entity, told = {} }: FactsOf, options: FactOptions): Happening[] {
  return (entity.facts ?? []).flatMap((fact): Happening[] => {
    const { property, value, from, to } = fact;
    const isDate = told[property] === 'date';
    const start = isDate ? String(value) : from;
    if (!start) return [];
    const label = sayKind(options.texts, 'property', property);
    const line = () => h('span', {}, isDate ? label : `${label}: `, !isDate && worded(fact, told, options));
    return [{ from: start, to: isDate ? undefined : to, line }];
  });
}

/** Facts by property, in the order of the card; of each, one value for all sources that give it for one time. */
function groupsOf(data: FactsOf): Map<FactProperty, Value[]> {
  const groups = new Map<FactProperty, Value[]>();
  const sameAs = (a: Fact, b: Fact) =>
    a.value === b.value && a.within === b.within && a.from === b.from && a.to === b.to;
  for (const fact of inOrder(data)) {
    const values = groups.get(fact.property) ?? [];
    groups.set(fact.property, values);
    const same = values.find(([first]) => sameAs(first, fact));
    if (same) same.push(fact);
    else values.push([fact]);
  }
  return groups;
}

const countries = new Map<string, Intl.DisplayNames>();

/** The name of a country as the Unicode CLDR has it, or its code. */
export function countryName(code: string, language: string): string {
  const names = countries.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  countries.set(language, names);
  return names.of(code) ?? code;
}
