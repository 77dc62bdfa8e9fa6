import { migrate } from './migrate.ts';
import { fromItems, type Items, type Problem, toItems } from './schema.ts';
import type { Settings } from './types.ts';

const format = 'sidelight-settings';
/** Characters; a file with ten thousand rules has a tenth of it. */
const longest = 5_000_000;

/** Settings as a file that can be read, edited and imported again. */
export function exportSettings(settings: Settings): string {
  const { version, ...items } = toItems(settings);
  return `${JSON.stringify({ format, version, settings: items }, null, 2)}\n`;
}

/** Reads such a file; throws when it is no settings file at all, else takes what is right and lists what is not. */
export function importSettings(text: string): { settings: Settings; problems: Problem[] } {
  if (text.length > longest) throw new Error(`expected at most ${longest} characters, found ${text.length}`);
  const file: unknown = JSON.parse(text);
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== format) {
    throw new Error(`expected a file with "format": "${format}"`);
  }
  const { version, settings } = file as { version?: unknown; settings?: unknown };
  if (typeof settings !== 'object' || settings === null) throw new Error('expected "settings" to be an object');
  return fromItems(migrate({ ...(settings as Items), version }));
}

/**
 * Rules for sites from text, one host or address a line; `-` or `!` before it means on, `#` starts a comment.
 * What cannot be a host comes back in `unread`.
 */
export function readSiteList(text: string, clean: (typed: string) => string | undefined) {
  const sites: Record<string, 'on' | 'off'> = {};
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, sign, typed = ''] = /^\s*([-!]?)\s*([^#]*)/.exec(line) ?? [];
    if (typed.trim() === '') continue;
    const host = clean(typed);
    if (host === undefined) unread.push(line.trim());
    else sites[host] = sign ? 'on' : 'off';
  }
  return { sites, unread };
}
