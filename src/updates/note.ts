/** What a new version of the extension changed in its dataset, for a reader who had an older one. */
import { type Changelog, changelog } from '../dataset/changelog.ts';
import type { LoadedPack } from '../dataset/library.ts';

/** The dataset of one version of the extension, whole. */
export interface Dataset {
  /** Version of the extension. */
  version: string;
  packs: LoadedPack[];
}

/** What changed in one pack. A pack that came or went has only one of the dates. */
export interface PackChanges {
  id: string;
  title: string;
  /** `released` of the pack before and now, ISO dates. */
  before?: string;
  now?: string;
  log: Changelog;
}

/** What one update of the extension changed on this device. */
export interface Update {
  /** ISO date on which this device got it. */
  on: string;
  /** Versions of the extension. */
  from: string;
  to: string;
  /** Only packs in which something changed. */
  packs: PackChanges[];
}

/** Where the dataset of the last version and the updates so far are kept. */
export interface Kept {
  read(): Promise<{ last: Dataset | undefined; updates: Update[] }>;
  /** Both, or neither. */
  write(last: Dataset, updates: Update[]): Promise<void>;
}

/** A year of monthly updates. */
const mostUpdates = 12;

/**
 * Compares the dataset of this version with the one that was here before and keeps what changed; harmless when nothing did.
 * @param today ISO date
 * @returns updates so far, the latest first
 */
export async function noteDataset(kept: Kept, current: Dataset, today: string): Promise<Update[]> {
  const { last, updates } = await kept.read();
  const packs = last ? compare(last.packs, current.packs) : [];
  if (last?.version === current.version && packs.length === 0) return updates;
  const update = last && { on: today, from: last.version, to: current.version, packs };
  // An update that left the data as it was is kept too: then it can be said.
  const next = (update ? [update, ...updates] : updates).slice(0, mostUpdates);
  await kept.write(current, next);
  return next;
}

function compare(before: readonly LoadedPack[], now: readonly LoadedPack[]): PackChanges[] {
  const ids = [...new Set([...now, ...before].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [old, present] = [before, now].map((packs) => packs.find((pack) => pack.id === id));
    const known = present ?? old!;
    const none = { ...known, entities: [], sources: {} };
    const log = changelog(old ?? none, present ?? none);
    if (isEmpty(log)) return [];
    const dates = { ...(old && { before: old.released }), ...(present && { now: present.released }) };
    return [{ id, title: known.title, ...dates, log }];
  });
}

function isEmpty({ added, removed, changed, sources }: Changelog): boolean {
  return [added, removed, changed, sources.added, sources.removed, sources.changed].every((list) => list.length === 0);
}
