import { useEffect, useState } from 'preact/hooks';
import type { Tab } from '../browser/tabs.ts';
import { type PageState, readTab } from './page-state.ts';

/** ms after which a page is asked again: while it is still being read, and later, since pages change. */
const askAgain = { reading: 300, read: 1000 };

/** What the tab says of itself, and a function that asks it again. */
export function usePageState(tab: Promise<Tab | undefined>): [PageState | undefined, () => void] {
  const [page, setPage] = useState<PageState>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: PageState | undefined;
    const ask = async () => {
      const known = await tab.catch(() => undefined);
      const next: PageState = known
        ? await readTab(known, last).catch(() => ({ state: 'protected' }))
        : { state: 'protected' };
      if (!current) return;
      // A page that is not read says the same in another object each time.
      if (next.state === 'report' || JSON.stringify(last) !== JSON.stringify(next)) {
        setPage(next);
        last = next;
      }
      const busy = next.state === 'report' && next.report.state === 'scanning';
      timer = setTimeout(ask, busy ? askAgain.reading : askAgain.read);
    };
    ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [tab, round]);
  return [page, () => setRound((last) => last + 1)];
}
