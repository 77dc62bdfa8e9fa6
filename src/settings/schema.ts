/**
 * What settings may be. They are stored as one item for each value (and one for each site, muted name, and kind or pack that
 * is off), so that two pages or two devices that change different things at the same time lose nothing.
 */
import { entityKinds } from '../dataset/kinds.ts';
import { languages, type Settings } from './types.ts';

/** Rises when the meaning of a stored item changes; `migrations` then says how the old ones are read. */
export const settingsVersion = 2;

/** Stored items by key: `show`, `dwell`, …, `site.example.org`, `muted.some-entity`, `packOff.some-pack`, `kindOff.term`. */
export type Items = Record<string, unknown>;

/** A stored value that was not taken, and what stands in its place. */
export interface Problem {
  key: string;
  found: unknown;
  expected: string;
  used: unknown;
}

type Scalars = Omit<Settings, 'kinds' | 'sites' | 'muted' | 'mutedFor' | 'packsOff'>;
interface Field<T> {
  initial: T;
  expected: string;
  accepts: (value: unknown) => boolean;
}

/** ms. Below, cards flash while the pointer crosses the text; above, nobody waits. */
const dwellLimits = { min: 100, max: 3000 } as const;

/** ms since 1970: the last moment that a `Date` can hold. */
const latest = 8.64e15;

const fields: { [Key in keyof Scalars]: Field<Scalars[Key]> } = {
  show: oneOf('first', ['first', 'section', 'all']),
  open: oneOf('hover', ['hover', 'modifier', 'click']),
  dwell: {
    initial: 500,
    expected: `a number of milliseconds from ${dwellLimits.min} to ${dwellLimits.max}`,
    accepts: (value) => typeof value === 'number' && value >= dwellLimits.min && value <= dwellLimits.max,
  },
  strictness: oneOf('normal', ['strict', 'normal', 'generous']),
  paint: oneOf('politics', ['politics', 'contested']),
  theme: oneOf('auto', ['auto', 'light', 'dark']),
  language: oneOf('auto', ['auto', ...languages]),
  cards: oneOf('interface', ['interface', 'original']),
  pausedUntil: {
    initial: 0,
    expected: 'milliseconds since 1970',
    // A zero with a sign would be another value when it is read again.
    accepts: (value) => typeof value === 'number' && value <= latest && (value > 0 || Object.is(value, 0)),
  },
  badge: flag(true),
  shelf: flag(false),
  sync: flag(false),
};

const scalarKeys = Object.keys(fields) as (keyof Scalars)[];

/** Longer names are no host, entity or pack that any of ours could be, and would fill the storage. */
const longestName = 253;

export function defaultSettings(): Settings {
  return fromItems({}).settings;
}

/** Reads stored items one by one: a value that is wrong or foreign is replaced by its default and reported. */
export function fromItems(items: Items): { settings: Settings; problems: Problem[] } {
  const problems: Problem[] = [];
  const scalars: Items = {};
  for (const key of scalarKeys) {
    const { initial, expected, accepts } = fields[key];
    const found = items[key];
    const taken = found === undefined || !accepts(found) ? initial : found;
    if (found !== undefined && taken !== found) problems.push({ key, found, expected, used: initial });
    scalars[key] = taken;
  }
  const collections = { kinds: [...entityKinds], sites: {}, muted: [], mutedFor: {}, packsOff: [] };
  const settings = { ...scalars, ...collections } as unknown as Settings;
  for (const [key, found] of Object.entries(items)) {
    if (key === 'version' || Object.hasOwn(fields, key)) continue;
    const expected = takeEntry(settings, key, found);
    if (expected !== undefined) problems.push({ key, found, expected, used: undefined });
  }
  settings.muted.sort();
  settings.packsOff.sort();
  return { settings, problems };
}

/** Puts one entry into its collection, or answers what was expected instead. */
function takeEntry(settings: Settings, key: string, found: unknown): string | undefined {
  const dot = key.indexOf('.');
  const collection = key.slice(0, dot);
  const name = key.slice(dot + 1);
  if (dot < 1 || name === '' || name.length > longestName) return 'a setting that this version knows';
  switch (collection) {
    case 'site':
      if (found !== 'on' && found !== 'off') return '"on" or "off"';
      if (cleanHost(name) !== name) return 'a host name';
      settings.sites[name] = found;
      return undefined;
    case 'muted':
      if (found !== true && !(typeof found === 'string' && found.length <= 64))
        return 'true, or the fingerprint of an entry';
      settings.muted.push(name);
      if (typeof found === 'string') settings.mutedFor[name] = found;
      return undefined;
    case 'kindOff':
      if (found !== true) return 'true';
      if (!entityKinds.some((kind) => kind === name)) return `one of ${entityKinds.join(', ')}`;
      settings.kinds = settings.kinds.filter((kind) => kind !== name);
      return undefined;
    case 'packOff':
      if (found !== true) return 'true';
      settings.packsOff.push(name);
      return undefined;
    default:
      return 'a setting that this version knows';
  }
}

/** The stored form of settings; values that are the default are left out, so that better defaults reach everyone. */
export function toItems(settings: Settings): Items {
  const items: Items = { version: settingsVersion };
  for (const key of scalarKeys) {
    if (settings[key] !== fields[key].initial) items[key] = settings[key];
  }
  for (const kind of entityKinds) if (!settings.kinds.includes(kind)) items[`kindOff.${kind}`] = true;
  for (const [host, state] of Object.entries(settings.sites)) items[`site.${host}`] = state;
  for (const entity of settings.muted)
    items[`muted.${entity}`] = Object.hasOwn(settings.mutedFor, entity) ? settings.mutedFor[entity] : true;
  for (const pack of settings.packsOff) items[`packOff.${pack}`] = true;
  return items;
}

/** The host name a reader may have meant by what was typed, or `undefined`: "https://www.Example.org/a" is "example.org". */
export function cleanHost(typed: string): string | undefined {
  const bare = typed.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  if (bare === '' || bare.length > longestName || /[\s@]/.test(bare.split('/')[0] ?? '')) return undefined;
  try {
    const host = new URL(`https://${bare}`).hostname.replace(/^www\./, '').replace(/\.$/, '');
    return host === '' ? undefined : host;
  } catch {
    return undefined;
  }
}

function oneOf<T extends string>(initial: T, choices: readonly T[]): Field<T> {
  return { initial, expected: `one of ${choices.join(', ')}`, accepts: (value) => choices.includes(value as T) };
}

function flag(initial: boolean): Field<boolean> {
  return { initial, expected: 'true or false', accepts: (value) => typeof value === 'boolean' };
}
