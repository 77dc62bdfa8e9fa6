/** What the worker answers, apart from any browser: packs, settings, clock and texts are handed in. */
import { cite, citeAll } from '../cite/index.ts';
import { escapeWiki } from '../cite/wiki.ts';
import { createLibrary } from '../dataset/library.ts';
import { cardData, referencesOf } from '../dataset/link.ts';
import { candidatesIn, firstDate } from '../dataset/publication-date.ts';
import { quotedByUs } from '../dataset/quotations.ts';
import type { Source } from '../dataset/schema.ts';
import { type Title, titleOf } from '../dataset/titles.ts';
import { type Excerpt, excerptMarkdown, excerptOf, excerptText, sentenceLine } from '../entry-view/excerpt.ts';
import { withTitles } from '../entry-view/tongue.ts';
import { direction, type Texts } from '../locale/texts.ts';
import { annotateInSteps } from '../match/index.ts';
import type { Reply, Request, Sender } from '../messages/index.ts';
import type { Annotation, CardData, PageConfig } from '../messages/protocol.ts';
import type { Search } from '../search/index.ts';
import { isPaused, pageSettings, stateFor, withSite } from '../settings/sites.ts';
import type { Language, Settings } from '../settings/types.ts';
import type { Shelf } from '../shelf/shelf.ts';
import type { CardLanguage, Packs } from './bundled-packs.ts';
import { fingerprint } from './fingerprint.ts';
import type { OwnPacks, Scope } from './own-packs.ts';
import { siteOf } from './sender.ts';
import { titled } from './titled.ts';
import type { InTurns } from './turns.ts';

export interface Ground {
  packs: Packs;
  /** What the reader brought. */
  own: OwnPacks;
  settings(): Promise<Settings>;
  update(change: (settings: Settings) => Settings): Promise<Settings>;
  /** The language in use, and its texts, which are a file to be read. */
  language(settings: Settings): Language;
  texts(settings: Settings): Promise<Texts>;
  /** What was looked up, where the reader wants it kept. */
  shelf: Pick<Shelf, 'note'>;
  /** The search over the packs that are on, in the language of the cards. */
  search(off: readonly string[], language: string | undefined): Promise<Search>;
  /** ms since 1970. */
  now(): number;
  /** Runs long work so that others are answered meanwhile. */
  inTurns: InTurns;
}

/** What a page of `host` needs before it does anything. */
export async function pageConfig(ground: Ground, host: string): Promise<PageConfig> {
  const settings = await ground.settings();
  const language = ground.language(settings);
  const texts = await ground.texts(settings);
  const paused = isPaused(settings, ground.now());
  return {
    state: stateFor(settings, host, ground.now()),
    ...(paused && { until: settings.pausedUntil }),
    badge: settings.badge,
    shelf: settings.shelf,
    settings: pageSettings(settings),
    texts: Object.fromEntries(Object.entries(texts).filter(([key]) => /^(?:card|page)\./.test(key))),
    language,
    direction: direction(language),
  };
}

/** Pages write much where their language should stand. */
const languageTag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/**
 * Names compared by their spelling in one request, which holds at most 100,000 UTF-16 code units of a page: more than prose of that length needs
 * (docs/adr/0004-content-script.md).
 */
const comparisons = 40_000;

/** Kinds and muted names are left to the page, which can show them again without asking. */
export async function answerAnnotate(
  ground: Ground,
  { page, known }: Request<'annotate'>,
  scope: Scope,
  front = false,
): Promise<Annotation> {
  const settings = await ground.settings();
  const language = ground.language(settings);
  const cards = cardLanguage(ground, settings);
  const [{ indexes, edited }, own] = await Promise.all([
    ground.packs.indexes(settings.packsOff),
    ground.own.indexes(settings.packsOff, scope),
    // Read beside the indexes, since what is found is named at once.
    ground.packs.titles([], settings.packsOff, cards),
  ]);
  const published = page.published ?? (page.dates && firstDate(candidatesIn(page.dates)));
  const lang = page.lang?.trim() ?? '';
  const text = { ...page, published, lang: languageTag.test(lang) ? lang : undefined };
  const { strictness } = settings;
  const options = { strictness, repeats: 'all', known, comparisons, first: [edited, indexes.length] } as const;
  const steps = annotateInSteps([...indexes, ...own], text, options);
  const mentions = await ground.inTurns(steps, front);
  const found = [...new Set(mentions.map(({ entity }) => entity))];
  const bundled = await ground.packs.titles(found, settings.packsOff, cards);
  const titles = new Map<string, Title | undefined>();
  await Promise.all(
    found.map(async (id) => {
      const title = bundled.get(id)?.title;
      titles.set(id, title ?? (await ownTitle(ground, id, scope)));
    }),
  );
  const answer: Annotation = {
    mentions: [],
    kinds: {},
    quiet: [],
    light: [],
    disputed: {},
    names: {},
    ...(published && { published }),
  };
  for (const mention of mentions) {
    const title = titles.get(mention.entity);
    if (!title) continue;
    answer.mentions.push(title.loaded?.includes(mention.name) ? { ...mention, loaded: true } : mention);
    answer.kinds[mention.entity] = title.kind;
    answer.names[mention.entity] = title.names?.[language] ?? title.name;
    if (title.disputed !== undefined) answer.disputed[mention.entity] = title.disputed;
  }
  for (const id of Object.keys(answer.kinds)) {
    const { title, openData } = bundled.get(id) ?? {};
    if (title?.quiet || (openData && settings.paint === 'contested')) answer.quiet.push(id);
    else if (openData) answer.light.push(id);
  }
  return answer;
}

/** The language of the cards; nothing where they stay as they were written. */
function cardLanguage(ground: Ground, settings: Settings): Language | undefined {
  return settings.cards === 'original' ? undefined : ground.language(settings);
}

async function ownTitle(ground: Ground, id: string, scope: Scope): Promise<Title | undefined> {
  const { packsOff } = await ground.settings();
  const entity = (await ground.own.find(id, packsOff, scope))?.entities[0];
  return entity && titleOf(entity, []);
}

/** The card of an entity of a bundled pack, or nothing. `off`: ids of the packs that are switched off; `today`: an ISO date. */
export async function bundledCard(
  packs: Pick<Packs, 'card'>,
  id: string,
  off: readonly string[],
  asked: CardLanguage,
  today: string,
): Promise<CardData | null> {
  const found = await packs.card(id, off, asked);
  if (!found) return null;
  const { quotedByUs, translation } = found;
  const data = cardData(found, id, today, translation?.state === 'original' ? undefined : asked.language);
  if (!data) return null;
  const told = { ...data, ...(quotedByUs.length > 0 && { quotedByUs }), ...(translation && { translation }) };
  return withTitles(told, asked.language);
}

export async function answerCard(
  ground: Ground,
  { entity, original }: Request<'card'>,
  scope: Scope,
): Promise<Reply<'card'>> {
  const settings = await ground.settings();
  const { packsOff } = settings;
  const language = ground.language(settings);
  const today = new Date(ground.now()).toISOString().slice(0, 10);
  const asked = { language, original: original ?? settings.cards === 'original' };
  const bundled = await bundledCard(ground.packs, entity, packsOff, asked, today);
  if (bundled) return bundled;
  const own = await ground.own.find(entity, packsOff, scope);
  const [found] = own?.entities ?? [];
  if (!own || !found) return null;
  const known = titled(await ground.packs.titles(referencesOf(found), packsOff));
  const plain = cardData(createLibrary([{ ...own, entities: known, sources: {} }, own]), entity, today, language);
  const data = plain && withTitles(plain, language);
  if (!data) return null;
  const quoted = quotedByUs(data.entity, data.entity, data.pack.language, data.sources);
  return { ...data, ...(quoted.length > 0 && { quotedByUs: quoted }), brought: true };
}

/** Keeps whose card was opened on a page. Nothing of private windows, and nothing of texts that the reader brought to our own pages. */
export async function answerSeen(
  ground: Ground,
  { entity, title }: Request<'seen'>,
  sender: Sender,
  scope: Scope,
): Promise<undefined> {
  const { url } = sender;
  if (sender.own || sender.private || url === undefined || !(await ground.settings()).shelf) return;
  const known = (await answerCard(ground, { entity }, scope))?.entity;
  if (known) await ground.shelf.note({ entity, name: known.name, kind: known.kind, url, title }, ground.now());
}

const textsOf = async (ground: Ground): Promise<Texts> => ground.texts(await ground.settings());

/** @throws {Error} when the entry has no such source, sentence or dispute */
export async function answerCite(
  ground: Ground,
  { entity, what, format }: Request<'cite'>,
  scope: Scope,
): Promise<string> {
  // The card may be turned to its original, whatever the settings say.
  for (const original of [undefined, true]) {
    const data = await answerCard(ground, { entity, original }, scope);
    if (!data) break;
    if ('source' in what) {
      const record = data.sources[what.source];
      if (record && format !== 'text') return cite(record, format, (await textsOf(ground))['cite.accessed']);
      continue;
    }
    const settings = await ground.settings();
    const excerpt = excerptOf(data, what, await ground.texts(settings), ground.language(settings));
    if (excerpt) return writeExcerpt(excerpt, format);
  }
  throw new Error(`expected what ${entity} says or cites; found no ${JSON.stringify(what)}`);
}

function writeExcerpt(excerpt: Excerpt, format: Request<'cite'>['format']): string {
  if (format === 'text') return excerptText(excerpt);
  if (format === 'markdown') return excerptMarkdown(excerpt);
  const { groups, sources, notes } = excerpt;
  const note = groups.flatMap(({ said }) => said.map(sentenceLine)).join(' ');
  const cited = citeAll(sources, format, `${note} (${notes.join(' · ')})`);
  return format === 'wiki' ? `${escapeWiki(note)}${cited.replaceAll('\n', '')}` : cited;
}

export async function answerReport(ground: Ground, { entities }: Request<'report'>): Promise<Reply<'report'>> {
  const { packsOff } = await ground.settings();
  const bundled = (await ground.packs.listings()).filter(({ id }) => !packsOff.includes(id));
  const packs = [...bundled, ...(await ground.own.list(packsOff, 'all'))];
  const known: Reply<'report'>['entities'] = {};
  for (const id of entities) {
    const { wikipedia, wikidata } = (await answerCard(ground, { entity: id }, 'all'))?.entity ?? {};
    known[id] = { ...(wikipedia && { wikipedia }), ...(wikidata && { wikidata }) };
  }
  return {
    packs: packs.map(({ id, title, released, hash }) => ({ id, title, released, hash })),
    entities: known,
  };
}

export async function answerSources(ground: Ground, { entities, format }: Request<'sources'>): Promise<string> {
  const sources = new Map<string, Source>();
  for (const entity of entities)
    for (const source of Object.values((await answerCard(ground, { entity }, 'all'))?.sources ?? {}))
      sources.set(source.id, source);
  return citeAll([...sources.values()], format, undefined, (await textsOf(ground))['cite.accessed']);
}

export async function answerSearch(ground: Ground, { query, limit }: Request<'search'>): Promise<Reply<'search'>> {
  const settings = await ground.settings();
  const { packsOff } = settings;
  const hits = (await ground.search(packsOff, cardLanguage(ground, settings))).find(query, limit);
  for (const { entity, pack } of await ground.own.named(query, packsOff)) {
    const { id, kind, name, description } = entity;
    if (hits.length < limit && !hits.some((hit) => hit.entity === id))
      hits.push({ entity: id, pack, kind, name, ranges: [], ...(description === undefined ? {} : { description }) });
  }
  return hits;
}

export async function answerMute(ground: Ground, { entity, muted, until }: Request<'mute'>): Promise<undefined> {
  const entry = until && (await answerCard(ground, { entity, original: true }, 'all'))?.entity;
  await ground.update(({ mutedFor: { [entity]: _, ...mutedFor }, ...settings }) => ({
    ...settings,
    mutedFor: muted && entry ? { ...mutedFor, [entity]: fingerprint(entry) } : mutedFor,
    muted: muted ? [...new Set([...settings.muted, entity])].sort() : settings.muted.filter((id) => id !== entity),
  }));
}

/** Entries that were silenced until they change, and have changed, are marked again. To be called when packs may be new. */
export async function liftOutdatedMutes(ground: Ground): Promise<void> {
  const { mutedFor } = await ground.settings();
  for (const [entity, silenced] of Object.entries(mutedFor)) {
    const entry = (await answerCard(ground, { entity, original: true }, 'all'))?.entity;
    if (entry && fingerprint(entry) !== silenced) await answerMute(ground, { entity, muted: false });
  }
}

/** A content script speaks only for the site that the browser says it runs on, whatever host it names. */
export async function answerSite(ground: Ground, { host, state }: Request<'site'>, sender: Sender): Promise<undefined> {
  const site = sender.own ? host : siteOf(sender);
  if (site !== undefined) await ground.update((settings) => withSite(settings, site, state));
}
