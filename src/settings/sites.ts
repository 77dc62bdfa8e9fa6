import { cleanHost } from './schema.ts';
import type { PageSettings, Settings } from './types.ts';

/** ms of "pause for an hour". */
export const pauseLength = 3_600_000;

/** Whether marks rest at `now` (ms since 1970): no longer than an hour, also when the clock is set back meanwhile. */
export function isPaused({ pausedUntil }: Pick<Settings, 'pausedUntil'>, now: number): boolean {
  return now < pausedUntil && pausedUntil - now <= pauseLength;
}

/** Whether a page of this host is read at `now` (ms since 1970). The rule of the longest matching host decides. */
export function stateFor(settings: Settings, host: string, now: number): 'on' | 'off' {
  return isPaused(settings, now) || siteRule(settings, host) === 'off' ? 'off' : 'on';
}

/** The rule for a host or the nearest of its parent domains, or `undefined`. */
export function siteRule(settings: Settings, host: string): 'on' | 'off' | undefined {
  for (
    let name = cleanHost(host) ?? '';
    name !== '';
    name = name.includes('.') ? name.slice(name.indexOf('.') + 1) : ''
  ) {
    const rule = settings.sites[name];
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Sets or lifts the rule of one site. `on` removes an `off` unless a parent domain is off. */
export function withSite(settings: Settings, host: string, state: 'on' | 'off'): Settings {
  const name = cleanHost(host);
  if (name === undefined) return settings;
  const { [name]: _, ...others } = settings.sites;
  const without = { ...settings, sites: others };
  return (siteRule(without, name) ?? 'on') === state ? without : { ...settings, sites: { ...others, [name]: state } };
}

/** Silences a name for good, or lets it be marked again. */
export function withMuted(settings: Settings, entity: string, muted: boolean): Settings {
  const { [entity]: _, ...mutedFor } = settings.mutedFor;
  const others = settings.muted.filter((id) => id !== entity);
  return { ...settings, mutedFor, muted: muted ? [...others, entity].sort() : others };
}

/** The part of the settings that a content script gets. */
export function pageSettings({ show, open, dwell, strictness, kinds, muted, theme }: Settings): PageSettings {
  return { show, open, dwell, strictness, kinds, muted, theme };
}
