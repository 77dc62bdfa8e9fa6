import { useEffect, useState } from 'preact/hooks';
import type { Change } from '../../dataset/changelog.ts';
import { send } from '../../messages/index.ts';
import type { PackChanges, Update } from '../../updates/note.ts';
import { useApp } from '../context.ts';
import type { Listings } from './Packs.tsx';

/** What each update of the extension changed in its packs, the latest unfolded. */
export function Changes({ packs: listings }: { packs: Listings }) {
  const { t, language } = useApp();
  const [updates, setUpdates] = useState<Update[] | 'failed'>();
  useEffect(() => {
    send('changes', {}).then(setUpdates, () => setUpdates('failed'));
  }, []);
  if (updates === undefined) return null;
  if (updates === 'failed') return <p role="alert">{t('common.workerGone')}</p>;
  if (updates.length === 0) return <p>{t('about.firstVersion')}</p>;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <>
      {updates.map(({ on, from, to, packs }, at) => (
        <details key={`${from} ${to} ${on}`} class="update" open={at === 0}>
          <summary>{t('about.update', { date: day.format(new Date(on)), from, to })}</summary>
          {packs.length === 0 && <p>{t('about.unchanged')}</p>}
          {packs.map((pack) => (
            <PackChange key={pack.id} pack={pack} listing={listings.find(({ id }) => id === pack.id)} />
          ))}
        </details>
      ))}
    </>
  );
}

function PackChange({ pack: { title, log }, listing }: { pack: PackChanges; listing: Listings[number] | undefined }) {
  const { t } = useApp();
  const { added, removed, changed, sources } = log;
  const names = (label: 'own.added' | 'own.removed', list: { id: string; name: string }[]) =>
    list.length > 0 && (
      <details class={label.replace('own.', '')}>
        <summary>{t(label, { count: list.length })}</summary>
        <ul class="plain">
          {list.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </details>
    );
  return (
    <>
      <h4>
        <bdi lang={listing?.lang}>{listing?.title ?? title}</bdi>
      </h4>
      {names('own.added', added)}
      {changed.length > 0 && (
        <details class="changed">
          <summary>{t('own.changed', { count: changed.length })}</summary>
          <ul class="plain">
            {changed.map(({ id, name, changes }) => (
              <li key={id}>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <ul class="plain">
                  {changes.flatMap((change, at) => (
                    <Sentences key={at} change={change} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      )}
      {names('own.removed', removed)}
      {sources.added.length + sources.removed.length + sources.changed.length > 0 && (
        <p class="quiet">
          {t('about.sources', {
            added: sources.added.length,
            changed: sources.changed.length,
            removed: sources.removed.length,
          })}
        </p>
      )}
    </>
  );
}

/** What stood there, what stands there now. */
function Sentences({ change: { part, before, after } }: { change: Change }) {
  const { t } = useApp();
  const name = t(`about.part.${part.replaceAll(' ', '-')}` as Parameters<typeof t>[0]);
  const line = (key: 'new' | 'gone' | 'was' | 'now' | 'detail', text: string) => (
    <li>{t(`about.change.${key}`, { part: name, text })}</li>
  );
  if (before === undefined) return line('new', after ?? '');
  if (after === undefined) return line('gone', before);
  if (before === after) return line('detail', after);
  return (
    <>
      {line('was', before)}
      {line('now', after)}
    </>
  );
}
