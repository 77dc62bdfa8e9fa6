import type { CopyFormat } from '../cite/formats.ts';
import type { Copied } from '../entry-view/sources.ts';
import type { Texts } from '../locale/texts.ts';
import type { Mention } from '../match/types.ts';
import type { CardData } from '../messages/protocol.ts';
import type { PageSettings } from '../settings/types.ts';
import type { createDialog } from './dialog.ts';

/** See `viewer.ts`. */
export interface Viewer {
  createDialog: typeof createDialog;
}

/** One mark on the page, as the page finds it under a point or by key. */
export interface Target {
  /** The same for the same mark each time it is found, different for every other mark of the page. */
  key: string;
  mention: Mention;
  /** The words of the page that are marked. */
  text: string;
  /** Where the mark is now: client rectangles in CSS pixels, one a line; empty when it is no longer on the page. */
  rects(): readonly DOMRectReadOnly[];
  /** The element that holds the start of the mark: for its link, its direction and the dialog it stands in. */
  element: Element;
  /** The reader came to its entity from a card that is kept: nothing of it is said of the mark. */
  visited?: boolean;
  /** Not painted: answers the pointer only while the modifier key is held. */
  quiet?: boolean;
}

/** What can change while the page is open: the parts of `PageConfig` that the card acts on. */
export interface CardConfig {
  texts: Texts;
  /** BCP 47 tag of `texts`, and its direction. */
  language: string;
  direction: 'ltr' | 'rtl';
  settings: Pick<PageSettings, 'open' | 'dwell' | 'theme'>;
}

/** Takes an action of the reader back. */
export type Undo = () => unknown;

/**
 * What the reader may ask for in the card. A control is shown only when its function is given. What it returns is awaited and takes the action
 * back; a rejection of either is reported in the card.
 */
export interface CardActions {
  /** Never mark this entity until its entry changes. */
  mute?(data: CardData): Promise<Undo>;
  /** This mention (on this page), or this entity (always), is not who is meant. */
  notThis?(data: CardData, target: Target, scope: 'page' | 'always'): Promise<Undo>;
  /** No marks on this site. */
  siteOff?(): Promise<Undo>;
}

/** Passes on keys, presses and `focusin` that reach `window` in the capture phase, from before the page had listeners. */
export interface KeyGate {
  handle?: ((event: Event) => void) | undefined;
}

export interface CardOptions extends CardConfig {
  /** `original`: as it was written (true), in the reader's language (false), or as the settings say. `null`: no pack knows the entity any more. A rejection: the worker cannot be reached (the card says so). */
  get(entity: string, original?: boolean): Promise<CardData | null>;
  /** What shows a card. Asked for when the first one is about to open, and again after a failure: then nothing is shown. */
  viewer(): Promise<Viewer>;
  /** The mark whose glyphs lie under a point, in client coordinates (CSS pixels). Asked at most once a frame. */
  hit(x: number, y: number): Target | null;
  /** A source of an entity as a citation, or an excerpt of the entity, for the clipboard; without it no copy menu is shown. */
  cite?(entity: string, what: Copied, format: Exclude<CopyFormat, 'picture'>): Promise<string>;
  /** Shows a picture of a dispute, on a page of our own. */
  picture?(entity: string, what: Copied): Promise<unknown>;
  /** ISO date on which the page was published, when it is known. */
  published?(): string | undefined;
  /** The mark whose card is open has changed: paint it as active; `null` when no card is open. */
  onActive?(target: Target | null): void;
  actions?: CardActions;
  /** Without it the card listens itself, after the listeners that the page already has. */
  keys?: KeyGate | undefined;
  /** ms since 1970, for the reader's day. Default `Date.now`. */
  now?(): number;
}

export interface Card {
  /** The mark whose card is open or about to be, or `null`. */
  readonly target: Target | null;
  /** Opens by command: at once, pinned, with the focus moved in (it returns to where it was). */
  open(target: Target): void;
  /** Closes what is open; `false` when nothing was. */
  close(): boolean;
  /** Takes new settings or texts. An open card keeps what it shows. */
  configure(config: CardConfig): void;
  /** Call after the page's marks changed or moved: the card follows its mark, and closes when it is gone and not pinned. */
  refresh(): void;
  /** Removes the host and every listener. */
  destroy(): void;
}
