import type { CitationFormat, CopyFormat } from '../cite/formats.ts';
import type { MadeWith } from '../cite/report.ts';
import type { FactProperty, FactValue } from '../dataset/fact-properties.ts';
import type { StatedDates } from '../dataset/publication-date.ts';
import type { Entity, EntityKind, PackInfo, Source } from '../dataset/schema.ts';
import type { Translation } from '../dataset/translations/card-texts.ts';
import type { Copied } from '../entry-view/sources.ts';
import type { Mention, PageText } from '../match/types.ts';
import type { PageSettings } from '../settings/types.ts';
import type { Update } from '../updates/note.ts';

/** What a content script needs before it does anything: asked for once, sent again when settings change. */
export interface PageConfig {
  /** `off`: this site is switched off or the extension is paused; nothing is read. */
  state: 'on' | 'off';
  /** ms since 1970 at which a pause ends: time to ask again. */
  until?: number;
  /** Whether the worker wants to know on how many points sources differ. */
  badge: boolean;
  /** Whether the worker wants to know whose cards are opened. */
  shelf: boolean;
  settings: PageSettings;
  /** Interface texts of the card, in the chosen language, by message key. */
  texts: Record<string, string>;
  /** BCP 47 tag of `texts`, and its direction. */
  language: string;
  direction: 'ltr' | 'rtl';
}

export interface Annotation {
  mentions: Mention[];
  /** Kind of every entity in `mentions`, for the style of its mark. */
  kinds: Record<string, EntityKind>;
  /** Of the entities in `mentions`, those that are known but not painted. */
  quiet: string[];
  /** Those that are painted only where a page has few marks. */
  light: string[];
  /** Of those on which sources differ: on how many points, by id. */
  disputed: Record<string, number>;
  /** Display name of every entity in `mentions`, for announcements and lists. */
  names: Record<string, string>;
  /** ISO date on which the page was published, when it says one. */
  published?: string;
}

/** One entity with all that the card shows of it: nothing else is asked for while a card is open. */
export interface CardData {
  entity: Entity;
  pack: PackInfo;
  /** Every source that the entity cites, by id. */
  sources: Record<string, Source>;
  /**
   * Names, kinds and descriptions of the entities it refers to, by id; `lang`: the language of a name that is not in that of the pack, which then
   * has `written`.
   */
  linked: Record<string, { name: string; lang?: string; written?: string; kind: EntityKind; description?: string }>;
  /** True when `reviewBy` has passed on the reader's day. */
  stale: boolean;
  /** Places in `entity.facts` of those that are too old to say what holds today. */
  dated?: number[];
  /** The properties of its facts in the order in which a card shows them, with the kind of their values. */
  told?: Partial<Record<FactProperty, FactValue>>;
  /** The names under which it stands, in the language of the reader and in its own; without them it stands under its name. */
  titles?: { text: string; lang: string }[];
  /** What is said of its language; absent where the pack is not translated into that of the reader. */
  translation?: Translation;
  /** Sentences of the entity, as they are here, that quote in a translation by whoever wrote them. */
  quotedByUs?: string[];
  /** The reader brought the pack: the card says so, whatever the pack says of itself. */
  brought?: true;
}

export interface SearchHit {
  entity: string;
  pack: string;
  kind: EntityKind;
  name: string;
  description?: string;
  /** The name that matched, when it is not `name`. */
  matched?: string;
  /** UTF-16 ranges in `matched ?? name`, end exclusive. */
  ranges: [number, number][];
  /** Only spelt like the query: "did you mean". */
  near?: true;
}

/** One entry of the list of mentions on a page, in reading order. */
export interface ListedMention {
  /** Position in the page's list: what `page/jump` takes. */
  index: number;
  entity: string;
  name: string;
  kind: EntityKind;
  text: string;
  /** A few words on either side. */
  before: string;
  after: string;
  why: Mention['why'];
  /** On how many points sources differ about the entity. */
  disputed?: number;
  /** Known, and not painted. */
  quiet?: true;
  /** In the text of the page's body: code points, `end` exclusive. Only when asked for; none for what stands in a shadow tree. */
  position?: readonly [start: number, end: number];
}

export interface PageReport {
  /** Another one whenever anything else in here may be another: see `page/version`. */
  version: string;
  state: 'on' | 'off' | 'opted-out' | 'scanning' | 'done';
  title: string;
  url: string;
  published?: string;
  mentions: ListedMention[];
  /** Which cap was reached, if one was. */
  capped?: 'nodes' | 'text' | 'marks';
}

/** What came of starting the content script: `no access` also covers pages that the browser protects. */
export type Activation = 'running' | 'no access';

/** Every message: its name, what it carries, what it answers. Requests go to the worker unless the name begins with `page/`. */
export interface Messages {
  hello: { request: { host: string }; reply: PageConfig };
  /** `dates`: where a page may give the day it was published, unless that is known already. */
  annotate: { request: { page: PageText & { dates?: StatedDates | undefined }; known: string[] }; reply: Annotation };
  /** `original`: as it was written (true), in the language of the reader (false), or as the settings say. */
  card: { request: { entity: string; original?: boolean | undefined }; reply: CardData | null };
  /** The card of an entity was opened on a page of this title: for the reader's shelf. */
  seen: { request: { entity: string; title: string }; reply: undefined };
  /** Runs in the asking frame what follows a page (entrypoints/follow.ts), and, where there is something to paint, what paints marks. */
  follow: { request: { paint: boolean }; reply: undefined };
  /** Runs in the asking frame what paints marks (entrypoints/marks.ts). */
  marks: { request: Record<string, never>; reply: undefined };
  /** Runs in the asking frame what shows a card (entrypoints/card.ts). */
  viewer: { request: Record<string, never>; reply: undefined };
  /** A source that an entity cites, as a citation to paste; or a sentence or dispute of it with its sources. */
  cite: { request: { entity: string; what: Copied; format: Exclude<CopyFormat, 'picture'> }; reply: string };
  /** Opens the page that draws a dispute. */
  picture: { request: { entity: string; what: Copied }; reply: undefined };
  /** What a report of mentions says beside them: the packs that are on, and what else is known of the entities. */
  report: {
    request: { entities: string[] };
    reply: { packs: MadeWith['packs']; entities: Record<string, Pick<Entity, 'wikipedia' | 'wikidata'>> };
  };
  /** Every source that the entities cite, as one file. */
  sources: { request: { entities: string[]; format: CitationFormat }; reply: string };
  search: { request: { query: string; limit: number }; reply: SearchHit[] };
  /** Of open data, all that says something of an entity, with the property that does; without one, the countries. */
  browse: {
    request: { entity?: string | undefined };
    reply: { entity: string; kind: EntityKind; name: string; property: FactProperty }[];
  };
  /** The packs of the extension; `lang`: the language of title and description, the one that is asked for where they are translated. */
  packs: {
    request: { language: string };
    reply: (PackInfo & { lang: string; entities: number; sources: number })[];
  };
  /** What updates of the extension changed in the bundled packs on this device, the latest first. */
  changes: { request: Record<string, never>; reply: Update[] };
  /** The reader's packs are others than before. */
  'packs/changed': { request: Record<string, never>; reply: undefined };
  /** A file waits to be read. */
  'packs/import': { request: Record<string, never>; reply: undefined };
  /** Whether the reader's packs that are marked on demand are marked in a tab; with `mark`, from now on until it shows another site. */
  'packs/own': { request: { tab: number; mark?: boolean | undefined }; reply: { packs: number; marked: boolean } };
  /** Silences a name everywhere, for good or until its entry changes, or lets it be marked again. */
  mute: { request: { entity: string; muted: boolean; until?: 'change' | undefined }; reply: undefined };
  /** Switches a site on or off. A content script may only speak for the site it runs on; `host` is then ignored. */
  site: { request: { host: string; state: 'on' | 'off' }; reply: undefined };
  /** Starts the content script in a tab that has none: asked for by a press of the toolbar button. */
  activate: { request: { tab: number }; reply: Activation };
  /** On how many points of the page sources differ, when that has changed: for the badge of the toolbar button. */
  count: { request: { count: number }; reply: undefined };
  /** Index of the first mention in view, for a list that follows the reading; `null` when none is. */
  'page/in-view': { request: Record<string, never>; reply: number | null };
  'page/report': { request: { positions?: boolean | undefined }; reply: PageReport };
  /** The version of what `page/report` would answer, for who has asked before: the list of a long page is not made for nothing. */
  'page/version': { request: Record<string, never>; reply: string };
  'page/jump': { request: { index: number }; reply: boolean };
  'page/command': { request: { command: 'next' | 'previous' | 'open' | 'close' }; reply: boolean };
  /** Settings, access or packs are others than before: what holds on the page is to be asked anew (`hello`). */
  'page/changed': { request: Record<string, never>; reply: undefined };
}
