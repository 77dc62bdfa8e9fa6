import type { EntityKind } from '../dataset/schema.ts';

/** The settings that a page's content script acts on. */
export interface PageSettings {
  /** Which mentions are painted; all of them answer the pointer and the keyboard. */
  show: 'first' | 'section' | 'all';
  /** What opens a card: rest of the pointer, a modifier held while resting, or only a click. */
  open: 'hover' | 'modifier' | 'click';
  /** ms of rest on a mark before the card opens. */
  dwell: number;
  strictness: 'strict' | 'normal' | 'generous';
  kinds: EntityKind[];
  /** Entities that are never marked. */
  muted: string[];
  theme: 'auto' | 'light' | 'dark';
}

export const languages = ['en', 'fa', 'ar', 'fr', 'de', 'es'] as const;
export type Language = (typeof languages)[number];

/** All that the reader can decide. */
export interface Settings extends PageSettings {
  /** Of `muted`, those that are silenced only until their entry changes: by id, the fingerprint of the entry. */
  mutedFor: Record<string, string>;
  /** `auto`: the browser's language where there is a translation, else English. */
  language: Language | 'auto';
  /** Cards in the language of the interface, where they are translated, or as they were written. */
  cards: 'interface' | 'original';
  /** Rules for sites by host name ("example.org" also covers "www.example.org"); a site without a rule is on. */
  sites: Record<string, 'on' | 'off'>;
  /**
   * What is painted: entries of contested subjects, which people write, or also people and bodies of politics, which open data knows. What is not
   * painted is in the lists and answers a pointer with a modifier key.
   */
  paint: 'contested' | 'politics';
  /** Packs that mark nothing and answer no search. */
  packsOff: string[];
  /** ms since 1970 until which nothing is marked anywhere; 0 when not paused. */
  pausedUntil: number;
  /** Whether the toolbar button shows on how many points of the page sources differ. */
  badge: boolean;
  /** Whether it is kept whose cards were opened, on which page. */
  shelf: boolean;
  /** Whether settings follow the reader through the browser's own account. */
  sync: boolean;
}
