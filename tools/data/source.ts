/** What a source is to a refresh: its description, the files that are read, and the adapter that makes records of them. */
import type { FactProperty } from '../../src/dataset/fact-properties.ts';
import type { Fact } from '../../src/dataset/facts.ts';
import type { Entity, Source } from '../../src/dataset/schema.ts';
import type { Countries } from './countries.ts';

export interface SourceFile {
  /** Path inside the source; under the name of its repository where a source has several, and under a day where it is of the past. */
  path: string;
  text: string;
  /** Where a source has several repositories: the day of the last commit to that of the file. */
  day?: string;
}

export interface Input {
  /** Id of the source, for its facts. */
  source: string;
  /** Those that the description asks for, in the order of their paths. */
  files: readonly SourceFile[];
  /** Day of the snapshot, an ISO date: of the last commit, or of the release. */
  day: string;
  countries: Countries;
  /** Reviewed tables of `data/refresh`, by name. */
  tables: Tables;
  /** Records of the sources that stand earlier in the list, by id. */
  earlier: ReadonlyMap<string, Entity>;
}

/** Knowledge that people reviewed and that rules cannot give; each adapter says what it reads. */
export type Tables = Readonly<Record<string, unknown>>;

export interface Output {
  /** Day of the data, where the source says it; else that of the snapshot. */
  asOf: string;
  entities: Entity[];
}

/** Pure: the same input gives the same output. @throws {SourceError} when the source is not as it was */
export type Adapter = (input: Input) => Output;

export interface Description {
  id: string;
  pack: 'world' | 'world-sharealike';
  title: string;
  publisher: string;
  publisherType: Source['publisherType'];
  relation: string;
  /** SPDX identifier, or the name that the publisher uses. */
  license: string;
  /** What the licence asks to be said, for NOTICE. */
  duty: string;
  /** Where a reader finds it; none, where each line names its page. */
  URL?: string;
  /**
   * Where a maintainer's refresh gets it: a repository of GitHub, or several, whose files stand under `<owner>/<name>/`, a package that is a
   * dependency of this project, or a table of `data/refresh`, with the day on which it was read.
   */
  origin: { repository: string } | { repositories: readonly string[] } | { package: string } | { table: string };
  /** Paths; one that ends in a slash is a folder, read whole, of which `pattern` keeps some. */
  files: readonly string[];
  pattern?: RegExp;
  /**
   * ISO days on whose ends the files are read too, as far as they changed from one day to the next: what a source said before. Each stands under its
   * day, `2021-06-30/europe/gm.json`.
   */
  past?: readonly string[];
  read: Adapter;
}

/** A source that is not as its adapter knows it. Nothing of it is taken; the old extract stays. */
export class SourceError extends Error {
  constructor(place: Place, expected: string, found: unknown) {
    const shown = typeof found === 'string' ? JSON.stringify(found.slice(0, 80)) : String(found);
    super(`${place.file}:${place.line}: expected ${expected}, found ${shown}`);
  }
}

/** Where something stands in a source; `line` is a line from 1, or the path of a value where the format has no lines. */
export interface Place {
  file: string;
  line: number | string;
}

/** Makes facts of one source and one date. */
export function factsOf(source: string, asOf: string) {
  return (
    property: FactProperty,
    value: string | number,
    more: Partial<Pick<Fact, 'within' | 'from' | 'to' | 'locator'>> = {},
  ): Fact => ({
    property,
    value,
    ...Object.fromEntries(Object.entries(more).filter(([, each]) => each !== undefined)),
    asOf,
    source,
  });
}

/** The relation by which a thing belongs to a country. */
export function ofCountry(code: string): NonNullable<Entity['related']> {
  return [{ id: `country-${code.toLowerCase()}`, kind: 'country' }];
}

/** The file of a path. @throws {SourceError} when the source has lost it */
export function fileAt(files: readonly SourceFile[], path: string): SourceFile {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new SourceError({ file: path, line: 1 }, 'the file', 'none');
  return found;
}

/** A file of the past: its day, and its path without it. */
export function pastOf(path: string): { day: string; path: string } | undefined {
  const [, day, rest] = /^(\d{4}-\d{2}-\d{2})\/(.*)$/u.exec(path) ?? [];
  return day !== undefined && rest !== undefined ? { day, path: rest } : undefined;
}

/** Where a repository is read, and where a reader finds it. */
export const github = (repository: string) => ({ origin: { repository }, URL: `https://github.com/${repository}` });
