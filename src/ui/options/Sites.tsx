import { useState } from 'preact/hooks';
import { cleanHost } from '../../settings/schema.ts';
import { readSiteList } from '../../settings/transfer.ts';
import { ButtonFor } from '../ButtonFor.tsx';
import { useApp } from '../context.ts';
import { SiteForm } from '../SiteForm.tsx';
import { Section } from './Section.tsx';

export function Sites() {
  const { t, settings, update } = useApp();
  const [list, setList] = useState('');
  const [unread, setUnread] = useState<string[]>([]);
  const sites = Object.entries(settings.sites).sort();
  return (
    <Section id="sites" title={t('section.sites')}>
      {sites.length === 0 && <p>{t('options.noSites')}</p>}
      <ul class="rows">
        {sites.map(([host, state]) => (
          <li key={host}>
            <span dir="ltr">{host}</span> <span class="quiet">{t(`options.site.${state}`)}</span>
            <ButtonFor
              of={host}
              onClick={() =>
                update((now) => {
                  const { [host]: _, ...others } = now.sites;
                  return { ...now, sites: others };
                })
              }
            >
              {t('common.remove')}
            </ButtonFor>
          </li>
        ))}
      </ul>
      <AddRule />
      <details>
        <summary>{t('options.sitesImport')}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const read = readSiteList(list, cleanHost);
            setUnread(read.unread);
            setList(read.unread.join('\n'));
            update((now) => ({ ...now, sites: { ...now.sites, ...read.sites } }));
          }}
        >
          <p class="quiet" id="sites-import-means">
            {t('options.sitesImportMeans')}
          </p>
          <textarea
            rows={5}
            dir="ltr"
            aria-label={t('options.sitesImport')}
            aria-describedby="sites-import-means"
            value={list}
            onInput={(event) => setList(event.currentTarget.value)}
          />
          <button type="submit">{t('options.sitesAdd')}</button>
          {unread.length > 0 && <p role="alert">{t('options.sitesUnread', { count: unread.length })}</p>}
        </form>
      </details>
    </Section>
  );
}

function AddRule() {
  const { t, update } = useApp();
  const [state, setState] = useState<'on' | 'off'>('off');
  return (
    <SiteForm
      add={t('options.siteAdd')}
      onAdd={(host) => update((now) => ({ ...now, sites: { ...now.sites, [host]: state } }))}
    >
      <select
        aria-label={t('options.siteRule')}
        value={state}
        onChange={(event) => setState(event.currentTarget.value as typeof state)}
      >
        {(['off', 'on'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`options.site.${each}`)}
          </option>
        ))}
      </select>
    </SiteForm>
  );
}
