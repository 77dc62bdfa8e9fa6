import type { Fact } from '../dataset/facts.ts';
import type { Dispute, EntityKind, Name, Role } from '../dataset/schema.ts';

/** What the index is compiled from: the part of an entity that decides where its names stand. Every `Entity` is one. */
export interface NamedEntity {
  id: string;
  kind: EntityKind;
  name: string;
  names?: readonly Name[] | undefined;
  /** Words that, on a page, speak for this entity against a namesake. */
  cues?: readonly string[] | undefined;
  related?: readonly (string | { id: string })[] | undefined;
  roles?: readonly Role[] | undefined;
  /** Of a person. Who has died holds no office, also where the pack does not say when it ended. */
  living?: boolean | undefined;
  distinctFrom?: readonly string[] | undefined;
  /** Values of open data: what it is, and which offices it held. */
  facts?: readonly Pick<Fact, 'property' | 'value' | 'from' | 'to'>[] | undefined;
  /** Disputes over a number, for the figure pass. */
  disputes?: readonly Pick<Dispute, 'id' | 'cues' | 'positions'>[] | undefined;
}

export interface MatchOptions {
  /** `strict`: no fuzzy pass. Default `normal`. */
  strictness?: 'strict' | 'normal' | 'generous';
  /** Default `all`. */
  repeats?: 'all' | 'first';
  /** Ids of entities already seen on the page: evidence for surnames and short forms. */
  known?: readonly string[];
  /** Names to compare by their spelling before only names written letter by letter are found. Without end when it is not given. */
  comparisons?: number;
  /**
   * Of the indexes, how many at their start come first, and how many come next, counted from the start too: where one of their entities stands, those
   * of the later ones are alternatives. Default: all come first.
   */
  first?: readonly number[];
}

export interface PageText {
  title?: string | undefined;
  /** BCP 47. */
  lang?: string | undefined;
  /** ISO date on which the page was published. */
  published?: string | undefined;
  /** One string for each block of text, inline elements joined. */
  blocks: readonly string[];
}

/** Why a mention is there. `detail` completes the sentence: the full name after which a surname counts, the rule that joined two spellings. */
export interface Reason {
  rule:
    | 'name' // a name of the entity, as the pack writes it
    | 'short form' // surname, acronym or short name, after the full name on the page
    | 'handle'
    | 'spelling' // a spelling variant found by the fuzzy pass
    | 'context' // a name with other meanings, decided by evidence on the page
    | 'role' // an office; `detail` and `alternatives` say who held it on the date of the page
    | 'figure'; // a number that belongs to a dispute
  detail?: string;
}

export interface Mention {
  /** Index into `PageText.blocks`. */
  block: number;
  /** UTF-16 offsets into the block; `end` is exclusive. */
  start: number;
  end: number;
  kind: 'name' | 'figure';
  entity: string;
  dispute?: string;
  /** 0 to 1. */
  score: number;
  why: Reason;
  /** The name is an epithet, a pejorative or what those named call themselves. */
  loaded?: true;
  /** What a figure is worth: "thousands" is a range. */
  value?: { low: number; high: number };
  /** The name of the entity that matched, as the pack writes it. */
  name: string;
  alternatives: { entity: string; score: number }[];
}
