import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/index.ts';
import { withMuted } from '../../settings/sites.ts';
import type { Settings } from '../../settings/types.ts';
import { ButtonFor } from '../ButtonFor.tsx';
import { useApp } from '../context.ts';
import { Section } from './Section.tsx';

export function Muted() {
  const { t, settings, update } = useApp();
  const [names, setNames] = useState<Record<string, string>>({});
  /** The name that was let be marked again last, and the settings before. */
  const [allowed, setAllowed] = useState<{ entity: string; before: Settings }>();
  const missing = settings.muted.filter((entity) => names[entity] === undefined);
  useEffect(() => {
    for (const entity of missing) {
      send('card', { entity }).then(
        // An entry of a pack that is switched off keeps its id for a name.
        (data) => setNames((known) => ({ ...known, [entity]: data?.entity.name ?? entity })),
        () => undefined,
      );
    }
  }, [missing.join()]);
  return (
    <Section id="muted" title={t('section.muted')}>
      {settings.muted.length === 0 && <p>{t('options.noMuted')}</p>}
      <ul class="rows">
        {settings.muted.map((entity) => (
          <li key={entity}>
            <span dir="auto">{names[entity] ?? entity}</span>
            <ButtonFor
              of={names[entity] ?? entity}
              onClick={() => {
                setAllowed({ entity, before: settings });
                update((now) => withMuted(now, entity, false));
              }}
            >
              {t('options.allowAgain')}
            </ButtonFor>
          </li>
        ))}
      </ul>
      <p role="status" class="said">
        {allowed && t('entity.unmuted', { name: names[allowed.entity] ?? allowed.entity })}
        {allowed && (
          <button
            type="button"
            class="undo"
            onClick={() => {
              const { entity, before } = allowed;
              const until = before.mutedFor[entity];
              update((now) => {
                const muted = withMuted(now, entity, true);
                // As it was: some names are silenced only until their entry changes.
                return until === undefined ? muted : { ...muted, mutedFor: { ...muted.mutedFor, [entity]: until } };
              });
              setAllowed(undefined);
            }}
          >
            {t('options.undo')}
          </button>
        )}
      </p>
    </Section>
  );
}
