import { useEffect, useState } from 'preact/hooks';
import type { Tab } from '../browser/tabs.ts';
import { type Reading, readTab } from './reading.ts';

/** ms after which a page is asked again: while it is still being read, and later, since pages change. */
const askAgain = { reading: 300, read: 1000 };

/** What the tab says of itself, and a function that asks it again. */
export function useReading(tab: Promise<Tab | undefined>): [Reading | undefined, () => void] {
  const [reading, setReading] = useState<Reading>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: Reading | undefined;
    const ask = async () => {
      const known = await tab.catch(() => undefined);
      const next: Reading = known
        ? await readTab(known, last).catch(() => ({ state: 'protected' }))
        : { state: 'protected' };
      if (!current) return;
      // A page that is not read says the same in another object each time.
      if (next.state === 'report' || JSON.stringify(last) !== JSON.stringify(next)) {
        setReading(next);
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
  return [reading, () => setRound((last) => last + 1)];
}
