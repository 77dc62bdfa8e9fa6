/**
 * Nouns of every day for the bodies that every state has and for its elections. Knowledge of `data/`, which an index carries so that the matcher need not:
 * `data/nouns-of-states.json`.
 */
import type { ElectionKind, StateBody } from './nations.ts';

/** Where a word of the country stands: before the noun, and where both ways, a name of it after "of", "von". */
export const ORDERS = ['english', 'german', 'romance', 'abjad'] as const;
export type Order = (typeof ORDERS)[number];

/** Of several bodies the first that a country has. Phrases with `|` between. In Romance languages and in Arabic letters the country follows. */
export interface StateNoun extends Partial<Record<Order, string>> {
  bodies: readonly StateBody[];
  /** Phrases that mean the body of the page's country where no country stands beside them. */
  alone?: Partial<Record<Order, string>>;
  /** What the body's name says in English where the noun is none of every day in all countries: there is a Senate in some. */
  named?: RegExp;
  /** What it does not say: no congress is called a parliament. */
  other?: RegExp;
  /** Only where the country has no other chamber. */
  single?: true;
  /** How a Romance noun is told from the adjective: by the article before it, or by its capital, too. */
  written?: 'capital' | 'article';
  /** The word after the noun and its country by which it is another body: "police iranienne des mœurs". Folded. */
  unlike?: RegExp;
  /** Who heads it is called by it: "head of Government". */
  headed?: true;
  /** Phrases by which a page is about a part of a country that has such a body, too. */
  regions?: string;
}

export interface StateNouns {
  bodies: readonly StateNoun[];
  /** Phrases with `|` between. */
  elections: Readonly<Record<ElectionKind, Readonly<Record<Order, string>>>>;
  /**
   * Nouns that name a body by themselves once its whole name has stood: "Conseil" after "Conseil de sécurité". Those of Latin letters, which stand so with a
   * capital, with `|` between: where they begin the name, where "of" or "Department" stands after them, where they end it. Those of Arabic letters with a
   * space between, Persian ones with how they stand alone after a colon.
   */
  heads: Readonly<Record<'first' | 'before' | 'last' | 'arabic' | 'persian', string>>;
}

/** Patterns, which a table has as text. */
const PATTERNS: readonly string[] = ['named', 'other', 'unlike'];

/** `table`: as `StateNouns`, with patterns as text. */
export function nounSection(table: object | undefined): Uint8Array {
  return new TextEncoder().encode(table === undefined ? '' : JSON.stringify(table));
}

/** Those of the first index that has some: packs that a reader brings have none. */
export function stateNounsOf(
  indexes: readonly { stateNouns: Uint8Array; cache: { stateNouns?: StateNouns } }[],
): StateNouns | undefined {
  const index = indexes.find(({ stateNouns }) => stateNouns.length > 0);
  if (index === undefined) return undefined;
  index.cache.stateNouns ??= JSON.parse(new TextDecoder().decode(index.stateNouns), (key, value) =>
    PATTERNS.includes(key) ? new RegExp(value) : value,
  );
  return index.cache.stateNouns;
}
