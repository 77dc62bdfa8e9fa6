/** An entity as the reader sees it: the same in the card, the popup, the side panel and the reader page. */

import type { CitationFormat } from '../cite/formats.ts';
import type { Dispute, Name, Role, Source, Statement } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import type { Mention } from '../match/types.ts';
import type { CardData } from '../messages/protocol.ts';
import { formatDate, later, rolesOn, startOf } from './dates.ts';
import { createMore } from './disclose.ts';
import { renderDispute } from './dispute.ts';
import { type Child, h, say, sayKind } from './dom.ts';
import { citationsOfFacts, countryName, renderFacts } from './facts.ts';
import { keptSign, languageLine } from './language.ts';
import { sourceView } from './sources.ts';
import { inTongue, titlesOf, tongueOf } from './tongue.ts';

export interface EntityOptions {
  /** BCP 47 tag of the texts. */
  language: string;
  /** ISO date of the reader's day, for what holds now. */
  today: string;
  /** What was marked: shows why, which word it is, and opens the dispute that a figure belongs to. */
  mention?: Pick<Mention, 'why' | 'name' | 'dispute'> | undefined;
  /** ISO date of the page: what happened after it is set apart. */
  published?: string | undefined;
  /** Entities that the mention could also be, best first. */
  alternatives?: readonly { id: string; name: string; description?: string }[] | undefined;
  /** Shows everything at once instead of the short form with "more". */
  full?: boolean;
  /** Opens another entity in place; without it related names are plain text. */
  openEntity?: ((id: string) => void) | undefined;
  /** Shows the entity as it was written, or in the reader's language; without it the card only says which of the two it is in. */
  turn?: ((original: boolean) => void) | undefined;
  /** Puts a citation on the clipboard; without it no copy menu is shown. */
  copy?: ((source: Source, format: CitationFormat) => void) | undefined;
}

/** Statements shown before "more": a card is read in ten seconds or not at all. */
const SHORT = 3;

/** Names that are somebody's word for the entity rather than its name. */
const loaded = ['epithet', 'pejorative', 'self-designation'];

type LabelledBy = { heading: HTMLElement };

function period(statement: Statement, language: string): string | null {
  const { date, from, to } = statement;
  if (date) return formatDate(date, language);
  if (from && to && from !== to) return `${formatDate(from, language)} – ${formatDate(to, language)}`;
  return from ? formatDate(from, language) : null;
}

/**
 * `data` as an `article` whose first heading is the name. Give the element `entityStyles` (src/entry-view/styles.ts) in its document or
 * shadow root. Nothing is fetched and nothing of the dataset is parsed as HTML; links are http(s) and open in a new tab.
 */
export function renderEntity(data: CardData, texts: Texts, options: EntityOptions): HTMLElement & LabelledBy {
  const { entity, linked } = data;
  const { language, mention, published, today } = options;
  const more = createMore(texts, Boolean(options.full));
  const tongue = (text: string) => tongueOf(data, text);
  /** Words of the dataset: they have their own language and direction. */
  const own = (text: string) => inTongue(tongue(text), 'bdi', {}, text, keptSign(data, texts, text, language));
  /** A line around such words. */
  const ownLine = (tag: string, text: string, ...children: Child[]) => inTongue(tongue(text), tag, {}, ...children);
  const all = entity.statements ?? [];
  /** Only of open data: what people wrote is in the language of its pack, and so is its name. */
  const fromData = all.length + (entity.disputes?.length ?? 0) === 0 && entity.facts !== undefined;
  const titles = titlesOf(data, language).map(({ text, lang }) => inTongue(lang, 'bdi', {}, text));
  const heading = h('h2', {}, titles[0]);

  const since = published ? all.filter((one) => later(startOf(one) ?? '', published)) : [];
  const before = all.filter((one) => !since.includes(one));
  const dated = entity.kind === 'event' ? before.filter(startOf) : [];
  dated.sort((a, b) => (startOf(a)! < startOf(b)! ? -1 : 1));
  const plain = before.filter((one) => !dated.includes(one));
  const isAsked = ({ id }: Dispute) => id === mention?.dispute;
  const disputes = [...(entity.disputes ?? [])].sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
  /** A figure on the page asks whose number it is and what the others are: its dispute comes before all else. */
  const asked = disputes.some(isAsked);
  const then = published ? rolesOn(entity.roles ?? [], published) : [];
  const now = rolesOn(entity.roles ?? [], today);

  const positions = disputes.flatMap((one) => one.positions);
  const statements = [...then, ...now, ...plain, ...dated, ...since];
  const inReadingOrder = asked ? [...positions, ...statements] : [...statements, ...positions];
  const sources = sourceView(
    data.sources,
    [...inReadingOrder.flatMap(({ citations }) => citations ?? []), ...citationsOfFacts(entity.facts)],
    {
      texts,
      language,
      copy: options.copy,
      own,
    },
  );

  function opener(id: string, text: string, lang = tongue(text)): Node {
    const { openEntity } = options;
    const name = inTongue(lang, 'bdi', {}, text);
    if (!openEntity) return name;
    return h('button', { type: 'button', class: 'link', click: () => openEntity(id) }, name);
  }

  /** An entity that a loaded pack has, as a control; any other name as text. */
  function entityLink(id: string, text: string, lang = tongue(text)): Node {
    return linked[id] ? opener(id, text, lang) : own(text);
  }

  /** A linked entity under the name that it has for the reader. */
  function linkTo(id: string): Node {
    return entityLink(id, linked[id]?.name ?? id, linked[id]?.lang ?? data.pack.language);
  }

  function section(title: string, ...children: (Node | null)[]): HTMLElement {
    return h('section', {}, h('h3', {}, say(texts, title)), ...children);
  }

  function statement(one: Statement, dated: boolean): HTMLElement {
    const when = dated ? period(one, language) : null;
    const asOf = one.asOf && say(texts, 'card.asOf', { date: formatDate(one.asOf, language) });
    return ownLine(
      'li',
      one.text,
      when && inTongue(language, 'time', {}, when),
      own(one.text),
      asOf && ' ',
      asOf && inTongue(language, 'bdi', { class: 'facts' }, asOf),
      sources.marks(one.citations),
    );
  }

  function list(statements: readonly Statement[], short: number, dated = false): HTMLElement | null {
    if (statements.length === 0) return null;
    const items = statements.map((one, place) =>
      place < short ? statement(one, dated) : more.extra(() => statement(one, dated)),
    );
    return h(dated ? 'ol' : 'ul', { class: dated ? 'timeline' : 'statements' }, ...items);
  }

  /** Of open data what it is, more closely than its kind, and where. */
  function kindLine(): string {
    const factOf = (wanted: string) => entity.facts?.find(({ property }) => property === wanted)?.value;
    const [type, country] = [factOf('type'), factOf('country')];
    const kind = fromData && type ? sayKind(texts, 'type', String(type)) : sayKind(texts, 'kind', entity.kind);
    return [kind, fromData && country && type !== 'country-or-territory' ? countryName(String(country), language) : '']
      .filter(Boolean)
      .join(' · ');
  }

  function why(): HTMLElement | null {
    if (!mention) return null;
    const { rule, detail } = mention.why;
    return h(
      'p',
      { class: 'why' },
      sayKind(texts, 'why', rule, { name: mention.name, detail: detail ?? mention.name }),
    );
  }

  function loadedNote(): HTMLElement | null {
    const name = entity.names?.find(({ text, kind }) => text === mention?.name && kind && loaded.includes(kind));
    if (!name?.kind) return null;
    const { text, lang = data.pack.language, kind, usedBy } = name;
    return h(
      'p',
      { class: 'note' },
      inTongue(lang, 'bdi', {}, text),
      ` – ${sayKind(texts, 'name', kind)}`,
      usedBy && h('br'),
      usedBy && h('span', { class: 'facts' }, say(texts, 'card.usedBy'), ' '),
      usedBy && own(usedBy),
    );
  }

  function rolesLine(key: string, day: string, roles: readonly Role[]): HTMLElement | null {
    if (roles.length === 0) return null;
    const items = roles.flatMap((role, place) => [
      place > 0 ? '; ' : null,
      role.office ? entityLink(role.office, role.title) : own(role.title),
      sources.marks(role.citations),
    ]);
    return h(
      'div',
      { class: 'roles' },
      h('span', { class: 'facts' }, say(texts, key, { date: formatDate(day, language) }), ' '),
      ...items,
    );
  }

  function alternatives(): HTMLElement | null {
    const others = options.alternatives ?? [];
    if (others.length === 0) return null;
    const items = others.map(({ id, name, description }) =>
      h('li', {}, opener(id, name), description && h('span', {}, ' – ', own(description))),
    );
    return section('card.alternatives', h('ul', {}, ...items));
  }

  function otherNames(): Node | null {
    const shown = titles.map(({ textContent }) => textContent);
    const names = (entity.names ?? []).filter(({ text }) => !shown.includes(text));
    const item = ({ text, kind, lang, usedBy }: Name) => {
      const words = kind && kind !== 'variant' && kind !== 'full' && sayKind(texts, 'name', kind);
      return h(
        'li',
        {},
        inTongue(lang ?? data.pack.language, 'bdi', {}, text),
        (words || usedBy) &&
          h('span', { class: 'facts' }, ' – ', words, words && usedBy && ': ', usedBy && own(usedBy)),
      );
    };
    const make = () => section('card.names', h('ul', { class: 'names' }, ...names.map(item)));
    return names.length > 0 ? more.extra(make) : null;
  }

  function related(): Node | null {
    const known = (entity.related ?? []).filter(({ id }) => linked[id]);
    const item = ({ id, kind }: { id: string; kind: string }) =>
      h('li', {}, linkTo(id), h('span', { class: 'facts' }, ' – ', own(kind)));
    const make = () => section('card.related', h('ul', { class: 'names' }, ...known.map(item)));
    return known.length > 0 ? more.extra(make) : null;
  }

  function differences(): HTMLElement | null {
    if (disputes.length === 0) return null;
    const open = (one: Dispute) => Boolean(options.full) || isAsked(one);
    return section('card.disputes', ...disputes.map((one) => renderDispute(one, context, open(one))));
  }

  function timeline(): Node | null {
    const short = Math.max(0, SHORT - plain.length);
    if (dated.length === 0) return null;
    // A heading without an entry under it would promise what only "more" shows.
    return short > 0
      ? section('card.timeline', list(dated, short, true))
      : more.extra(() => section('card.timeline', list(dated, dated.length, true)));
  }

  const facts = renderFacts(data, {
    ...{ texts, language, today, more, own, linkTo },
    marks: (citations) => sources.marks(citations),
  });
  const bare = all.length + disputes.length === 0 && !facts;

  const context = { texts, language, sources, entityLink, own, ownLine };
  const body = [
    loadedNote(),
    asked ? differences() : null,
    published ? rolesLine('card.roleThen', published, then) : null,
    rolesLine('card.roleNow', today, now),
    list(plain, SHORT),
    timeline(),
    since.length > 0 ? section('card.since', list(since, SHORT)) : null,
    asked ? null : differences(),
    facts,
    bare ? h('p', { class: 'note' }, say(texts, 'card.nameOnly')) : null,
    alternatives(),
    otherNames(),
    related(),
    sources.count > 0 ? more.extra(() => section('card.sources', sources.list())) : null,
  ];
  const article = h(
    'article',
    { class: 'entity' },
    h(
      'header',
      {},
      data.brought ? h('p', { class: 'brought' }, say(texts, 'card.ownPack', { title: data.pack.title })) : null,
      h('p', { class: 'kind' }, kindLine()),
      heading,
      titles[1] && h('p', { class: 'original' }, titles[1]),
      entity.description ? h('p', { class: 'description' }, own(entity.description)) : null,
    ),
    data.stale
      ? h('p', { class: 'note' }, say(texts, 'card.stale', { date: formatDate(entity.reviewBy ?? '', language) }))
      : null,
    ...body,
    more.button(),
    why(),
    languageLine(data, texts, language, options.turn),
    h(
      'p',
      { class: 'pack' },
      say(texts, 'card.pack', { title: data.pack.title, date: formatDate(data.pack.released, language) }),
    ),
  );
  return Object.assign(article, { heading });
}
