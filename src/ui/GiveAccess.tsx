import { useState } from 'preact/hooks';
import { requestEverywhere, requestSite } from '../browser/access.ts';
import { useApp } from './context.ts';

/** Where a page may not be read: buttons that make the browser ask. `host`: of the page, where it is known. */
export function GiveAccess({ host, onGiven }: { host: string | undefined; onGiven(): void }) {
  const { t } = useApp();
  const [refused, setRefused] = useState(false);
  const ask = (request: Promise<boolean>) =>
    request.then(
      (given) => {
        setRefused(!given);
        if (given) onGiven();
      },
      () => setRefused(true),
    );
  return (
    <div class="give">
      {host !== undefined && (
        <button type="button" class="site" onClick={() => ask(requestSite(host))}>
          {t('access.give', { host })}
        </button>
      )}
      <button type="button" class="everywhere" onClick={() => ask(requestEverywhere())}>
        {t('access.giveEverywhere')}
      </button>
      {refused && <p role="status">{t('access.refused')}</p>}
    </div>
  );
}
