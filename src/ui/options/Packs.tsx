import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/index.ts';
import type { Messages } from '../../messages/protocol.ts';
import { useApp } from '../context.ts';
import { OwnPacks } from '../packs/OwnPacks.tsx';
import { PackSwitch } from './PackSwitch.tsx';
import { Section } from './Section.tsx';

/** The packs with their dates and sizes, each with a switch; and where the rules they are written by can be read. */
export function Packs() {
  const { t, language } = useApp();
  const [packs, setPacks] = useState<Messages['packs']['reply']>([]);
  useEffect(() => {
    send('packs', {}).then(setPacks, () => undefined);
  }, []);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Section id="packs" title={t('section.packs')}>
      <p class="quiet">{t('options.packsWhen')}</p>
      <ul class="rows">
        {packs.map(({ id, title, description, released, license, entities, sources }) => (
          <li key={id}>
            <PackSwitch id={id} title={title} />
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
      <OwnPacks />
      <h3>{t('options.rules')}</h3>
      <ul class="plain">
        <li>{t('options.ruleSources')}</li>
        <li>{t('options.ruleNeutral')}</li>
        <li>{t('options.ruleDisputes')}</li>
        <li>{t('options.ruleLiving')}</li>
        <li>{t('options.ruleStale')}</li>
      </ul>
    </Section>
  );
}
