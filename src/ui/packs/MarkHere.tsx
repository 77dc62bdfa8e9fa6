import { useEffect, useState } from 'preact/hooks';
import type { Tab } from '../../browser/tabs.ts';
import { send } from '../../messages/index.ts';
import { useApp } from '../context.ts';

/** In the popup: whether the reader's own packs are marked on this page. Nothing when there are none. */
export function MarkHere({ tab }: { tab: Promise<Tab | undefined> }) {
  const { t } = useApp();
  const [state, setState] = useState({ packs: 0, marked: false });
  const ask = async (mark?: boolean) => {
    const { id } = (await tab.catch(() => undefined)) ?? {};
    if (id !== undefined) setState(await send('packs/own', { tab: id, ...(mark === undefined ? {} : { mark }) }));
  };
  useEffect(() => {
    ask().catch(() => undefined);
  }, [tab]);
  if (state.packs === 0) return null;
  return (
    <label class="switch own-here">
      <span>
        {t('own.here')}
        <span class="quiet">{t('own.hereMeans')}</span>
      </span>
      <input
        type="checkbox"
        checked={state.marked}
        onChange={(event) => ask(event.currentTarget.checked).catch(() => undefined)}
      />
    </label>
  );
}
