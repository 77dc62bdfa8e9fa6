import type { Messages } from '../../messages/protocol.ts';
import { useApp } from '../context.ts';
import { OwnPacks } from '../packs/OwnPacks.tsx';
import { PackSwitch } from './PackSwitch.tsx';
import { Section } from './Section.tsx';

export type Listings = Messages['packs']['reply'];

/** The packs with their dates and sizes, each with a switch. */
export function Packs({ packs }: { packs: Listings }) {
  const { t, language } = useApp();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Section id="packs" title={t('section.packs')}>
      <p class="quiet">{t('options.packsWhen')}</p>
      <ul class="rows">
        {packs.map(({ id, title, description, lang, released, license, entities, sources }) => (
          <li key={id}>
            <PackSwitch id={id} title={title} lang={lang} />
            <p lang={lang} dir="auto">
              {description}
            </p>
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
    </Section>
  );
}
