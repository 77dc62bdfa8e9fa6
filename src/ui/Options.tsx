import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { EntityKind } from '../dataset/schema.ts';
import { send } from '../messages/index.ts';
import type { CardData, Messages } from '../messages/protocol.ts';
import { dwellLimits } from '../settings/schema.ts';
import type { PageSettings } from '../settings/types.ts';
import { AccessChoice } from './AccessChoice.tsx';
import { useApp } from './context.ts';

const kinds: EntityKind[] = ['person', 'organisation', 'event', 'document', 'law', 'role', 'place', 'term'];

export function Options() {
  const { t } = useApp();
  return (
    <main class="options">
      <h1>{t('options.title')}</h1>
      <AccessChoice />
      <General />
      <Sites />
      <Muted />
      <Packs />
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function General() {
  const { t, settings, update } = useApp();
  const choice = <Key extends 'show' | 'open' | 'strictness' | 'theme'>(
    key: Key,
    values: readonly PageSettings[Key][],
  ) => (
    <label class="field">
      <span>
        <strong>{t(`options.${key}`)}</strong>
        <span class="quiet">{t(`options.${key}When`)}</span>
      </span>
      <select
        value={settings[key]}
        onChange={(event) => {
          const value = event.currentTarget.value as PageSettings[Key];
          update((now) => ({ ...now, [key]: value }));
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {t(`options.${key}.${value}` as Parameters<typeof t>[0])}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Section title={t('options.general')}>
      {choice('open', ['hover', 'modifier', 'click'])}
      <label class="field">
        <span>
          <strong>{t('options.dwell')}</strong>
          <span class="quiet">{t('options.dwellWhen')}</span>
        </span>
        <input
          type="number"
          {...dwellLimits}
          step={50}
          value={settings.dwell}
          onChange={(event) => {
            const { valueAsNumber } = event.currentTarget;
            if (event.currentTarget.reportValidity()) update((now) => ({ ...now, dwell: valueAsNumber }));
          }}
        />
      </label>
      {choice('show', ['first', 'section', 'all'])}
      {choice('strictness', ['strict', 'normal', 'generous'])}
      {choice('theme', ['auto', 'light', 'dark'])}
      <fieldset>
        <legend>{t('options.kinds')}</legend>
        <p class="quiet">{t('options.kindsWhen')}</p>
        {kinds.map((kind) => (
          <label key={kind} class="tick">
            <input
              type="checkbox"
              checked={settings.kinds.includes(kind)}
              onChange={(event) => {
                const wanted = event.currentTarget.checked;
                update((now) => ({
                  ...now,
                  kinds: kinds.filter((each) => (each === kind ? wanted : now.kinds.includes(each))),
                }));
              }}
            />
            {t(`kinds.${kind}`)}
          </label>
        ))}
      </fieldset>
    </Section>
  );
}

function Sites() {
  const { t, settings, update } = useApp();
  const sites = Object.entries(settings.sites);
  return (
    <Section title={t('options.sites')}>
      {sites.length === 0 && <p>{t('options.noSites')}</p>}
      <ul class="rows">
        {sites.map(([host, state]) => (
          <li key={host}>
            <span dir="ltr">{host}</span> <span class="quiet">{t(`options.site.${state}`)}</span>
            <button
              type="button"
              aria-label={t('options.forgetSite', { host })}
              onClick={() =>
                update((now) => {
                  const { [host]: _, ...others } = now.sites;
                  return { ...now, sites: others };
                })
              }
            >
              {t('common.remove')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Muted() {
  const { t, settings, update } = useApp();
  const [names, setNames] = useState<Record<string, string>>({});
  useEffect(() => {
    for (const entity of settings.muted) {
      send('card', { entity }).then((data: CardData | null) => {
        if (data) setNames((known) => ({ ...known, [entity]: data.entity.name }));
      });
    }
  }, [settings.muted]);
  return (
    <Section title={t('options.muted')}>
      {settings.muted.length === 0 && <p>{t('options.noMuted')}</p>}
      <ul class="rows">
        {settings.muted.map((entity) => (
          <li key={entity}>
            <span dir="auto">{names[entity] ?? entity}</span>
            <button
              type="button"
              aria-label={t('options.unmute', { name: names[entity] ?? entity })}
              onClick={() => update((now) => ({ ...now, muted: now.muted.filter((id) => id !== entity) }))}
            >
              {t('common.remove')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Packs() {
  const { t, language, settings, update } = useApp();
  const [packs, setPacks] = useState<Messages['packs']['reply']>([]);
  useEffect(() => {
    send('packs', {}).then(setPacks);
  }, []);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Section title={t('options.packs')}>
      <p class="quiet">{t('options.packsWhen')}</p>
      <ul class="rows">
        {packs.map(({ id, title, description, released, license, entities, sources }) => (
          <li key={id}>
            <label class="tick">
              <input
                type="checkbox"
                checked={!settings.packsOff.includes(id)}
                onChange={(event) => {
                  const off = !event.currentTarget.checked;
                  update((now) => ({
                    ...now,
                    packsOff: off ? [...now.packsOff, id].sort() : now.packsOff.filter((each) => each !== id),
                  }));
                }}
              />
              <strong dir="auto">{title}</strong>
            </label>
            <p dir="auto">{description}</p>
            <p class="quiet">
              {[
                t('options.packEntities', { count: entities }),
                t('options.packSources', { count: sources }),
                t('options.packReleased', { date: day.format(new Date(released)) }),
                license,
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
