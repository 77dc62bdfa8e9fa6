/** An entity as the reader sees it: the same in the card, the popup, the side panel and the reader page. */
import type { CitationFormat } from '../cite/formats.ts';
import type { Entity, Source, Statement } from '../dataset/schema.ts';
import type { Mention } from '../match/types.ts';
import type { CardData } from '../messages/protocol.ts';
import { formatDate, later, rolesOn, startOf } from './dates.ts';
import { renderDispute } from './dispute.ts';
import { h, say, sayKind } from './dom.ts';
import { sourceView } from './sources.ts';
import type { Texts } from './types.ts';

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
  /** Puts a citation on the clipboard; without it no copy menu is shown. */
  copy?: ((source: Source, format: CitationFormat) => void) | undefined;
}

/** Statements shown before "more": a card is read in ten seconds or not at all. */
const SHORT = 3;

/** Names that are somebody's word for the entity rather than its name. */
const loaded = ['epithet', 'pejorative', 'self-designation'];

type LabelledBy = { heading: HTMLElement };

/** The name in its own script, once for each language: other forms are under "also called". */
function originalNames(entity: Entity): HTMLElement[] {
  const own = (entity.names ?? []).filter(({ kind, lang }) => lang && lang !== 'en' && (!kind || kind === 'full'));
  const firsts = own.filter(({ lang }, place) => own.findIndex((name) => name.lang === lang) === place);
  return firsts.map(({ text, lang }) => h('p', { class: 'original', lang }, h('bdi', {}, text)));
}

function period(statement: Statement, language: string): string | null {
  const { date, from, to } = statement;
  if (date) return formatDate(date, language);
  if (from && to && from !== to) return `${formatDate(from, language)} – ${formatDate(to, language)}`;
  return from ? formatDate(from, language) : null;
}

/**
 * `data` as an `article` whose first heading is the name. Give the element `entityStyles` (src/card/styles.ts) in its document or
 * shadow root. Nothing is fetched and nothing of the dataset is parsed as HTML; links are http(s) and open in a new tab.
 */
export function renderEntity(data: CardData, texts: Texts, options: EntityOptions): HTMLElement & LabelledBy {
  const { entity, linked } = data;
  const { language, mention, published, today } = options;
  const extras: HTMLElement[] = [];
  /** Words of the dataset: they have their own direction, and their own language where it is not that of the interface. */
  const own = (text: string) =>
    h('bdi', { lang: data.pack.language === language ? undefined : data.pack.language }, text);
  const heading = h('h2', {}, own(entity.name));
  const more = h('button', { type: 'button', class: 'more', 'aria-expanded': 'false', click: toggle });

  function toggle() {
    const open = more.getAttribute('aria-expanded') !== 'true';
    more.setAttribute('aria-expanded', String(open));
    more.textContent = say(texts, open ? 'card.less' : 'card.more');
    for (const extra of extras) extra.hidden = !open;
    // What has come stands before the button: the focus goes there, or the keyboard would have to go back for it.
    const [first] = extras;
    if (open && first) {
      first.tabIndex = -1;
      first.focus();
    }
  }

  /** Hidden until the reader asks for more. */
  function extra(element: HTMLElement): HTMLElement {
    if (!options.full) {
      element.hidden = true;
      extras.push(element);
    }
    return element;
  }

  const sources = sourceView(data.sources, {
    texts,
    language,
    copy: options.copy,
    own,
    reveal(number) {
      if (more.getAttribute('aria-expanded') === 'false') toggle();
      sourceSection.querySelectorAll<HTMLElement>('ol.sources > li')[number - 1]?.focus();
    },
  });

  function opener(id: string, text: string): Node {
    const { openEntity } = options;
    if (!openEntity) return own(text);
    return h('button', { type: 'button', class: 'link', click: () => openEntity(id) }, own(text));
  }

  /** An entity that a loaded pack has, as a control; any other name as text. */
  function entityLink(id: string, text: string): Node {
    return linked[id] ? opener(id, text) : own(text);
  }

  function section(title: string, ...children: (Node | null)[]): HTMLElement {
    return h('section', {}, h('h3', {}, say(texts, title)), ...children);
  }

  function statement(one: Statement, dated: boolean): HTMLElement {
    const when = dated ? period(one, language) : null;
    const asOf = one.asOf
      ? h('span', { class: 'facts' }, ` ${say(texts, 'card.asOf', { date: formatDate(one.asOf, language) })}`)
      : null;
    return h('li', {}, when ? h('time', {}, when) : null, own(one.text), asOf, sources.marks(one.citations));
  }

  function list(statements: readonly Statement[], short: number, dated = false): HTMLElement | null {
    if (statements.length === 0) return null;
    const items = statements.map((one, place) => {
      const item = statement(one, dated);
      return place < short ? item : extra(item);
    });
    return h(dated ? 'ol' : 'ul', { class: dated ? 'timeline' : 'statements' }, ...items);
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
    const key = name.usedBy ? 'word' : 'word-unknown';
    return h('p', { class: 'note' }, sayKind(texts, key, name.kind, { word: name.text, who: name.usedBy ?? '' }));
  }

  function roles(): HTMLElement | null {
    const held = entity.roles ?? [];
    const line = (key: string, day: string) => {
      const on = rolesOn(held, day);
      if (on.length === 0) return null;
      const items = on.flatMap((role, place) => [
        place > 0 ? '; ' : null,
        role.office ? entityLink(role.office, role.title) : own(role.title),
        sources.marks(role.citations),
      ]);
      return h(
        'p',
        {},
        h('span', { class: 'facts' }, say(texts, key, { date: formatDate(day, language) }), ' '),
        ...items,
      );
    };
    const then = published ? line('card.roleThen', published) : null;
    const now = line('card.roleNow', today);
    return then || now ? h('div', { class: 'roles' }, then, now) : null;
  }

  function alternatives(): HTMLElement | null {
    const others = options.alternatives ?? [];
    if (others.length === 0) return null;
    const items = others.map(({ id, name, description }) =>
      h('li', {}, opener(id, name), description ? h('span', {}, ' – ', own(description)) : null),
    );
    return section('card.alternatives', h('ul', {}, ...items));
  }

  function otherNames(): HTMLElement | null {
    const names = (entity.names ?? []).filter(({ text }) => text !== entity.name);
    if (names.length === 0) return null;
    const items = names.map(({ text, kind, lang, usedBy }) => {
      const note = [kind && kind !== 'variant' && kind !== 'full' ? sayKind(texts, 'name', kind) : null, usedBy];
      const words = note.filter(Boolean).join(', ');
      return h('li', {}, h('bdi', { lang }, text), words ? h('span', { class: 'facts' }, ` (${words})`) : null);
    });
    return extra(section('card.names', h('ul', { class: 'names' }, ...items)));
  }

  function related(): HTMLElement | null {
    const items = (entity.related ?? []).flatMap(({ id, kind }) => {
      const other = linked[id];
      return other ? [h('li', {}, entityLink(id, other.name), h('span', { class: 'facts' }, ' – ', own(kind)))] : [];
    });
    return items.length > 0 ? extra(section('card.related', h('ul', { class: 'names' }, ...items))) : null;
  }

  const all = entity.statements ?? [];
  const since = published ? all.filter((one) => later(startOf(one) ?? '', published)) : [];
  const before = all.filter((one) => !since.includes(one));
  const dated = entity.kind === 'event' ? before.filter(startOf) : [];
  dated.sort((a, b) => (startOf(a)! < startOf(b)! ? -1 : 1));
  const plain = before.filter((one) => !dated.includes(one));
  const disputes = [...(entity.disputes ?? [])];
  disputes.sort((a, b) => Number(b.id === mention?.dispute) - Number(a.id === mention?.dispute));
  const bare = all.length + disputes.length === 0;

  const context = { texts, language, sources, entityLink, own };
  // Built in reading order, because sources are numbered where they are first cited.
  const body = [
    loadedNote(),
    roles(),
    list(plain, SHORT),
    dated.length > 0 ? section('card.timeline', list(dated, Math.max(0, SHORT - plain.length), true)) : null,
    since.length > 0 ? section('card.since', list(since, SHORT)) : null,
    disputes.length > 0
      ? section(
          'card.disputes',
          ...disputes.map((one) => renderDispute(one, context, Boolean(options.full) || one.id === mention?.dispute)),
        )
      : null,
    bare ? h('p', { class: 'note' }, say(texts, 'card.nameOnly')) : null,
    alternatives(),
    otherNames(),
    related(),
  ];
  const sourceSection =
    sources.count() > 0 ? extra(section('card.sources', sources.list())) : h('section', { hidden: true });
  if (extras.length > 0) more.textContent = say(texts, 'card.more');

  const article = h(
    'article',
    { class: 'entity' },
    h(
      'header',
      {},
      h('p', { class: 'kind' }, sayKind(texts, 'kind', entity.kind)),
      heading,
      ...originalNames(entity),
      entity.description ? h('p', { class: 'description' }, own(entity.description)) : null,
      why(),
    ),
    data.stale
      ? h('p', { class: 'note' }, say(texts, 'card.stale', { date: formatDate(entity.reviewBy ?? '', language) }))
      : null,
    ...body,
    sourceSection,
    extras.length > 0 ? more : null,
    h(
      'p',
      { class: 'pack' },
      say(texts, 'card.pack', { title: data.pack.title, date: formatDate(data.pack.released, language) }),
    ),
  );
  return Object.assign(article, { heading });
}
