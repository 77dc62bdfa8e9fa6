import { useEffect, useState } from 'preact/hooks';
import {
  type Access,
  dropAll,
  dropSite,
  readAccess,
  requestEverywhere,
  requestSite,
  watchAccess,
} from '../browser/access.ts';
import { ButtonFor } from './ButtonFor.tsx';
import { useApp } from './context.ts';
import { SiteForm } from './SiteForm.tsx';

/** Where Sidelight may read, in plain words with the consequences; what is chosen takes effect at once. `large`: with a button that nobody misses. */
export function AccessChoice({ large = false }: { large?: boolean }) {
  const { t } = useApp();
  const [access, setAccess] = useState<Access>();
  const [choosing, setChoosing] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const refresh = () => readAccess().then(setAccess);
    refresh();
    return watchAccess(refresh);
  }, []);
  if (!access) return null;

  const mode = access.everywhere ? 'everywhere' : access.sites.length > 0 || choosing ? 'sites' : 'press';
  const ask = (request: Promise<boolean>) =>
    request.then(
      (given) => setRefused(!given),
      () => setRefused(true),
    );
  const option = (value: typeof mode, choose: () => void) => (
    <label class="choice">
      <input type="radio" name="access" checked={mode === value} onChange={choose} />
      <span>
        <strong>{t(`access.${value}`)}</strong>
        <span class="quiet">{t(`access.${value}Means`)}</span>
      </span>
    </label>
  );
  return (
    <>
      {large && !access.everywhere && (
        <button type="button" class="begin" onClick={() => ask(requestEverywhere())}>
          {t('access.giveEverywhere')}
        </button>
      )}
      {large && (
        <p role="status" class="started">
          {access.everywhere && t('access.started')}
        </p>
      )}
      <fieldset class="access">
        <legend>{t('access.question')}</legend>
        {option('everywhere', () => ask(requestEverywhere()))}
        {option('sites', () => {
          setChoosing(true);
          dropAll();
        })}
        {mode === 'sites' && (
          <div class="sites">
            <ul>
              {access.sites.map((host) => (
                <li key={host}>
                  <span dir="ltr">{host}</span>
                  <ButtonFor of={host} onClick={() => dropSite(host)}>
                    {t('common.remove')}
                  </ButtonFor>
                </li>
              ))}
            </ul>
            <SiteForm add={t('access.addSite')} onAdd={(host) => ask(requestSite(host))} />
          </div>
        )}
        {option('press', () => {
          setChoosing(false);
          dropAll();
        })}
        {refused && <p role="status">{t('access.refused')}</p>}
      </fieldset>
    </>
  );
}
