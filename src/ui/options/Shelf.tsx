import { useEffect, useMemo, useState } from 'preact/hooks';
import { shelfFiles } from '../../shelf/export.ts';
import { createShelf, type Seen } from '../../shelf/shelf.ts';
import { ButtonFor } from '../ButtonFor.tsx';
import { useApp } from '../context.ts';
import { save } from '../save.ts';
import { Section } from './Section.tsx';

/** Rows that are shown; the files have all. */
const shown = 20;

/** Whose cards were opened, on which page and when: only where the reader wants it kept. */
export function Shelf() {
  const { t, language, settings, update } = useApp();
  const shelf = useMemo(() => createShelf(), []);
  const [list, setList] = useState<Seen[]>([]);
  const [asking, setAsking] = useState(false);
  const refresh = () => shelf.list().then(setList);
  useEffect(() => {
    refresh();
    // Cards are opened on other pages: on coming back there may be more.
    addEventListener('focus', refresh);
    return () => removeEventListener('focus', refresh);
  }, [settings.shelf]);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section id="shelf" title={t('section.shelf')}>
      <label class="field">
        <span>
          <strong>{t('options.shelf')}</strong>
          <span class="quiet">{t('options.shelfMeans')}</span>
        </span>
        <input
          type="checkbox"
          checked={settings.shelf}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            update((now) => ({ ...now, shelf: wanted }));
          }}
        />
      </label>
      <ul class="rows">
        {list.slice(0, shown).map((seen) => (
          <li key={`${seen.entity} ${seen.url}`}>
            <span>
              <strong>
                <bdi>{seen.name}</bdi>
              </strong>{' '}
              <span class="quiet">{day.format(seen.last)}</span>
              <br />
              <a href={seen.url} target="_blank" rel="noopener noreferrer">
                <bdi>{seen.title || seen.url}</bdi>
              </a>
            </span>
            <ButtonFor of={`${seen.name}, ${seen.title}`} onClick={() => shelf.remove(seen).then(refresh)}>
              {t('common.remove')}
            </ButtonFor>
          </li>
        ))}
      </ul>
      {list.length > shown && <p class="quiet">{t('own.more', { count: list.length - shown })}</p>}
      {list.length > 0 && (
        <div class="bar start">
          {(['csv', 'json'] as const).map((format) => (
            <button
              key={format}
              type="button"
              class={format}
              onClick={() => {
                const { type, write } = shelfFiles[format];
                save(new Blob([write(list)], { type }), `sidelight-shelf.${format}`);
              }}
            >
              {t('options.shelfSave', { format: format.toUpperCase() })}
            </button>
          ))}
          {asking ? (
            <>
              <button
                type="button"
                class="clear"
                onClick={() => {
                  setAsking(false);
                  shelf.clear().then(refresh);
                }}
              >
                {t('options.shelfForGood')}
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                {t('own.keep')}
              </button>
            </>
          ) : (
            <button type="button" class="ask" onClick={() => setAsking(true)}>
              {t('options.shelfClear')}
            </button>
          )}
        </div>
      )}
    </Section>
  );
}
