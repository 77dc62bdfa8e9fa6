import { useApp } from '../context.ts';
import { useListings } from '../options/About.tsx';

/** What each pack is about, how much of it there is, and of what day. */
export function Knows() {
  const { t, language } = useApp();
  const packs = useListings();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <section aria-labelledby="knows">
      <h2 id="knows">{t('reader.knows')}</h2>
      <ul class="rows">
        {packs.map(({ id, title, lang, entities, sources, released }) => (
          <li key={id}>
            <strong lang={lang} dir="auto">
              {title}
            </strong>
            <span class="quiet">
              {[
                t('options.packEntities', { count: entities }),
                t('options.packSources', { count: sources }),
                day.format(new Date(released)),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
