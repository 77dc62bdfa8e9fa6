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
