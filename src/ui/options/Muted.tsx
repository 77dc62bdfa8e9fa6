import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/index.ts';
import { ButtonFor } from '../ButtonFor.tsx';
import { useApp } from '../context.ts';
import { Section } from './Section.tsx';

export function Muted() {
  const { t, settings, update } = useApp();
  const [names, setNames] = useState<Record<string, string>>({});
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
              onClick={() => update((now) => ({ ...now, muted: now.muted.filter((id) => id !== entity) }))}
            >
              {t('common.remove')}
            </ButtonFor>
          </li>
        ))}
      </ul>
    </Section>
  );
}
