import type { Problem } from '../../../src/dataset/problem.ts';
import type { Texts } from '../../../src/locale/texts.ts';
import type { CardData } from '../../../src/messages/protocol.ts';
import type { Language } from '../../../src/settings/types.ts';

/** What the preview's page is given. */
export interface PreviewData {
  /** Language of the cards' own words. */
  language: Language;
  /** ISO date. */
  today: string;
  texts: Texts;
  /** The version that the cards are compared with, as the editor named it. */
  since?: string | undefined;
  cards: PreviewCard[];
  /** Problems that belong to no card that is shown. */
  problems: Problem[];
}

export interface PreviewCard {
  id: string;
  name: string;
  state: 'changed' | 'added' | 'removed' | 'same';
  now?: CardData;
  before?: CardData;
  /** What changed, a sentence each. */
  changes?: string[];
  problems: Problem[];
}
