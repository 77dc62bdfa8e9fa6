import type { CountryWords } from '../carried/countries.ts';
import type { LimitingWords } from '../carried/limits.ts';
import type { Spell } from '../carried/numbers.ts';
import type { Library } from '../library.ts';
import type { Problem } from '../problem.ts';
import type { Entity, Source } from '../schema.ts';

/** Knowledge that the rules work with; it lives in `data/` and in packages, never in code. */
export interface RuleContext {
  library: Library;
  /** ISO date on which the check runs. */
  today: string;
  deniedHosts: readonly DeniedHost[];
  publishers: readonly PublisherHost[];
  loadedWords: readonly LoadedWord[];
  /** Whether an English reader meets this lower-case word every day. */
  isCommonWord: (word: string) => boolean;
  countries: readonly CountryWords[];
  limitingWords: readonly LimitingWords[];
  spell: Spell;
}

/** A host, with its subdomains, that is no publisher of its own. */
export interface DeniedHost {
  host: string;
  why: string;
}

/** Who speaks on a host and its subdomains; of two entries that fit, the longer counts. */
export interface PublisherHost {
  host: string;
  /** What the publisher is; of several, any. */
  types: readonly Source['publisherType'][];
  /** The host keeps or passes on texts of others: each of its sources says whose. */
  carrier?: boolean;
  why: string;
}

/** A word that is never ours: it appears as somebody's word only. */
export interface LoadedWord {
  forms: readonly string[];
  /** Phrases in which the word is a technical term: "sanctions regime". */
  neutralIn?: readonly string[];
  why: string;
}

export type Rule = (context: RuleContext) => Problem[];
/** A rule of the packs alone, which holds for everybody's. */
export type SoundRule = (context: Pick<RuleContext, 'library' | 'today'>) => Problem[];

/** Every entity, once, with the path by which its problems are named. */
export function entitiesOf(context: Pick<RuleContext, 'library'>): { entity: Entity; path: string }[] {
  return [...context.library.entities.values()].map(({ entity }) => ({ entity, path: `entities/${entity.id}` }));
}
