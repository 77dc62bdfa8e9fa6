/** An entity as the reader sees it: the same in the card, the popup, the side panel and the reader page. */

import type { CopyFormat } from '../cite/formats.ts';
import { isLoaded } from '../dataset/loaded.ts';
import type { Dispute, Name, Role, Statement } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import type { Mention } from '../match/types.ts';
import type { CardData } from '../messages/protocol.ts';
import { formatDate, formatPeriod, later, rolesOn, startOf } from './dates.ts';
import { createMore, disclosure } from './disclose.ts';
import { type DisputeContext, renderAsked, renderDispute } from './dispute.ts';
import { button, type Child, h, say, sayCount, sayKind } from './dom.ts';
import { citationsOfFacts, countryName, happeningsOfFacts, renderFacts } from './facts.ts';
import { languageLine, signs } from './language.ts';
import { linkNames } from './link-names.ts';
import { type Copied, sourceView } from './sources.ts';
import { type Happening, timeline } from './timeline.ts';
import { inTongue, tongueOf } from './tongue.ts';

export interface EntityOptions {
  /** BCP 47 tag of the texts. */
  language: string;
  /** ISO date of the reader's day, for what holds now. */
  today: string;
  /** What was marked: shows why, which word it is, and opens the dispute that a figure belongs to. */
  mention?: Pick<Mention, 'why' | 'name' | 'dispute' | 'value'> | undefined;
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
  /** Puts a citation or an excerpt on the clipboard, or shows a picture of it; without it no copy menu is shown. */
  copy?: ((taken: Copied, format: CopyFormat) => void) | undefined;
  /** What else the menu at the foot offers. */
  menu?: (() => Child[]) | undefined;
}

/** Statements shown before "more", and where sources differ: a card is read in ten seconds or not at all. */
const SHORT = 2;
const SHORTER = 1;

type LabelledBy = { heading: HTMLElement };

/**
 * `data` as an `article` whose first heading is the name. Give the element `entityStyles` (src/entry-view/styles.ts) in its document or
 * shadow root. Nothing is fetched and nothing of the dataset is parsed as HTML; links are http(s) and open in a new tab.
 */
export function renderEntity(data: CardData, texts: Texts, options: EntityOptions): HTMLElement & LabelledBy {
  const { entity, linked, pack } = data;
  const { language, mention, published, today, openEntity } = options;
  const more = createMore(texts, Boolean(options.full));
  /** Words of the dataset: they have their own language and direction. */
  const own = (text: string) => inTongue(tongueOf(data, text), 'bdi', {}, text, ...signs(data, texts, text, language));
  /** A line that begins with such words. */
  const ownLine = (tag: string, text: string, ...rest: Child[]) =>
    inTongue(tongueOf(data, text), tag, {}, own(text), ...rest);
  const all = entity.statements ?? [];
  /** Only of open data: what people wrote is in the language of its pack. */
  const fromData = all.length + (entity.disputes?.length ?? 0) === 0 && entity.facts !== undefined;
  const titles = (data.titles ?? [{ text: entity.name, lang: tongueOf(data, entity.name) }]).map(({ text, lang }) =>
    inTongue(lang, 'bdi', {}, text),
  );
  const heading = h('h2', {}, titles[0]);

  const since = published ? all.filter((one) => later(startOf(one) ?? '', published)) : [];
  const before = all.filter((one) => !since.includes(one));
  const isEvent = entity.kind === 'event';
  const isAsked = ({ id }: Dispute) => id === mention?.dispute;
  const asked = entity.disputes?.find(isAsked);
  const disputes = entity.disputes?.filter((one) => one !== asked) ?? [];
  const short = entity.disputes?.length ? SHORTER : SHORT;
  const roles = entity.roles ?? [];
  const now = rolesOn(roles, today);
  const then = published ? rolesOn(roles, published) : [];

  /** A figure on the page asks whose number it is and what the others are: its dispute comes before all else. */
  const inReadingOrder = [
    ...(asked?.positions ?? []),
    ...[...then, ...now],
    ...disputes.flatMap(({ positions }) => positions),
    ...[...before, ...since, ...roles],
  ];
  const sources = sourceView(
    data.sources,
    [...inReadingOrder.flatMap(({ citations }) => citations ?? []), ...citationsOfFacts(data)],
    { texts, language, copy: options.copy, own },
  );

  function opener(id: string, text: string, lang: string): Node {
    const name = inTongue(lang, 'bdi', {}, text);
    return openEntity ? button(() => openEntity(id), { class: 'link' }, name) : name;
  }

  /** An entity that a loaded pack has, as a control; any other name as text. */
  function entityLink(id: string, text: string, lang = tongueOf(data, text)): Node {
    return linked[id] ? opener(id, text, lang) : own(text);
  }

  /** A linked entity under the name that it has for the reader. */
  function linkTo(id: string): Node {
    return entityLink(id, linked[id]?.name ?? id, linked[id]?.lang ?? pack.language);
  }

  function section(title: string, ...children: Child[]): HTMLElement {
    return h('section', {}, h('h3', {}, title), ...children);
  }

  /** Whom a sentence may name with a way to them: an entry on which others are linked back does not lead to itself. */
  const { [entity.id]: _, ...others } = openEntity ? linked : {};

  function statement(one: Statement, dated: boolean): HTMLElement {
    const { text, citations } = one;
    const start = startOf(one);
    const asOf = one.asOf && say(texts, 'card.asOf', { date: formatPeriod(one.asOf, undefined, language) });
    const lang = tongueOf(data, text);
    return inTongue(
      lang,
      'li',
      {},
      dated && start && inTongue(language, 'time', {}, formatPeriod(start, one.to, language)),
      h(
        'bdi',
        {},
        ...linkNames(text, others, lang, (id, name) => opener(id, name, lang)),
        ...signs(data, texts, text, language),
      ),
      asOf && ' ',
      asOf && inTongue(language, 'bdi.facts', {}, asOf),
      sources.marks(citations, { text }),
    );
  }

  function list(statements: readonly Statement[], dated = false): HTMLElement | null {
    if (statements.length === 0) return null;
    const items = statements.map((one, place) =>
      place < short ? statement(one, dated) : more.extra(() => statement(one, dated)),
    );
    return h('ul.statements', {}, ...items);
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

  function why(): Child {
    if (!mention) return null;
    const { rule, detail } = mention.why;
    return h('p', {}, sayKind(texts, 'why', rule, { name: mention.name, detail: detail ?? mention.name }));
  }

  function loadedNote(): Child {
    const name = entity.names?.find((one) => one.text === mention?.name && isLoaded(one));
    return name && h('p.note', {}, ...named(name));
  }

  function named({ text, kind, lang, usedBy }: Name): Child[] {
    const words = kind && kind !== 'variant' && kind !== 'full' && sayKind(texts, 'name', kind);
    const who = usedBy && [h('span.facts', {}, ` – ${say(texts, 'card.usedBy')} `), own(usedBy)];
    return [
      inTongue(lang ?? pack.language, 'bdi', {}, text),
      words && h('span.facts', {}, ` – ${words}`),
      ...(who || []),
    ];
  }

  /** An office shows its years, which do not wrap the line. */
  function years({ from, to }: Role): Child {
    const date = from ?? to;
    if (!date) return null;
    const said = formatPeriod(date, to, language, true);
    const words = from && to ? said : say(texts, `card.fact.${from ? 'since' : 'until'}`, { date: said });
    return inTongue(language, 'bdi.facts', {}, ` (${words})`);
  }

  function role(one: Role): Child[] {
    const { office, title, citations } = one;
    return [office ? entityLink(office, title) : own(title), years(one), sources.marks(citations)];
  }

  function rolesLine(key: string, day: string, held: readonly Role[]): Child {
    if (held.length === 0) return null;
    const label = h('span.facts', {}, say(texts, key, { date: formatPeriod(day, undefined, language) }), ' ');
    return h('div.roles', {}, label, ...held.flatMap((one, place) => [place > 0 && '; ', ...role(one)]));
  }

  function alternatives(): Child {
    const items = (options.alternatives ?? []).map(({ id, name, description }) =>
      h('li', {}, opener(id, name, tongueOf(data, name)), description && h('span', {}, ' – ', own(description))),
    );
    return items[0] && section(say(texts, 'card.alternatives'), h('ul', {}, ...items));
  }

  function otherNames(): Child {
    const shown = titles.map(({ textContent }) => textContent);
    const all = (entity.names ?? []).filter(({ text }) => !shown.includes(text));
    // An event that everybody names has a hundred: six, those in the languages of the reader and of the entity first.
    const near = ({ lang = pack.language }: Name) => +(lang === language || lang === entity.ownLanguage);
    all.sort((a, b) => near(b) - near(a));
    const others = all[6] && disclosure('', say(texts, 'card.otherNames'), () => [names(all.slice(6).map(named))]);
    return listed('card.names', all.slice(0, 6).map(named), others);
  }

  function related(): Child {
    const known = (entity.related ?? []).filter(({ id }) => linked[id]);
    const items = known.map(({ id, kind }) => [linkTo(id), h('span.facts', {}, ' – ', own(kind))]);
    return listed('card.related', items);
  }

  function names(items: Child[][]): HTMLElement {
    return h('ul.names', {}, ...items.map((item) => h('li', {}, ...item)));
  }

  function listed(title: string, items: Child[][], others?: Child): Child {
    return items[0] && more.extra(() => section(say(texts, title), names(items), others));
  }

  function differences(): Child {
    const list = disputes.map((one) => renderDispute(one, context, Boolean(options.full)));
    return list.length > 0 && section(sayCount(texts, 'card.differ', list.length, language), ...list);
  }

  function line(): Child {
    const text = (words: string, citations: Statement['citations'] | undefined) => () =>
      ownLine('span', words, sources.marks(citations));
    const dated: Happening[] = [
      ...roles.flatMap(({ from, to, title, citations }) => (from ? { from, to, line: text(title, citations) } : [])),
      ...all.flatMap((one) => {
        const from = startOf(one);
        return from ? { from, to: one.to, line: text(one.text, one.citations) } : [];
      }),
      ...happeningsOfFacts(data, factOptions),
    ];
    return timeline(dated, published, texts, language);
  }

  const factOptions = {
    ...{ texts, language, today, more, own, linkTo },
    marks: sources.marks,
  };
  const facts = renderFacts(data, factOptions);
  const bare = all.length + (entity.disputes?.length ?? 0) === 0 && !facts;
  const context: DisputeContext = { texts, language, sources, entityLink, own, ownLine };
  const description =
    entity.description &&
    inTongue(tongueOf(data, entity.description), 'p', { class: 'description' }, own(entity.description));
  const sameRoles = then.length > 0 && then.every((one) => now.includes(one));

  const foot = disclosure('.actions', say(texts, 'card.actions'), () => [
    why(),
    h('p', {}, say(texts, 'card.pack', { title: pack.title, date: formatDate(pack.released, language) })),
    ...(options.menu?.() ?? []),
  ]);
  const article = h(
    'article.entity',
    {},
    h(
      'header',
      {},
      data.brought && h('p.brought', {}, say(texts, 'card.ownPack', { title: pack.title })),
      h('p.kind', {}, kindLine()),
      heading,
      !asked && titles[1] && h('p.original', {}, titles[1]),
      !asked && description,
    ),
    data.stale && h('p.note', {}, say(texts, 'card.stale', { date: formatDate(entity.reviewBy ?? '', language) })),
    asked && renderAsked(asked, context, mention),
    asked && description,
    loadedNote(),
    published && rolesLine('card.roleThen', published, then),
    !sameRoles && rolesLine('card.roleNow', today, now),
    differences(),
    line(),
    list(before, isEvent),
    since.length > 0 && section(say(texts, 'card.since'), list(since)),
    facts,
    bare && h('p.note', {}, say(texts, 'card.nameOnly')),
    alternatives(),
    otherNames(),
    related(),
    sources.count > 0 && more.extra(() => section(say(texts, 'card.sources'), sources.list())),
    more.button(),
    languageLine(data, texts, language, options.turn),
    foot,
  );
  return Object.assign(article, { heading });
}
