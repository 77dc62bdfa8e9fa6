import { useEffect, useState } from 'preact/hooks';
import type { ListedMention } from '../messages/protocol.ts';
import type { Tab } from '../messages/tabs.ts';
import { isPaused, pauseLength, withSite } from '../settings/sites.ts';
import { useApp } from './context.ts';
import { MentionsByKind, MentionsInOrder } from './Mentions.tsx';
import { type Reading, readTab, silence } from './reading.ts';

/** ms after which a page is asked again: while it is still being read, and later, since pages change. */
const askAgain = { reading: 300, read: 1000 };

/** What the tab says of itself, and a function that asks it again. */
export function useReading(tab: Promise<Tab | undefined>): [Reading | undefined, () => void] {
  const [reading, setReading] = useState<Reading>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const known = await tab.catch(() => undefined);
      const next: Reading = known ? await readTab(known).catch(() => ({ state: 'protected' })) : { state: 'protected' };
      if (!current) return;
      setReading((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
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

interface Props {
  reading: Reading;
  /** By kind, or in reading order with the mention in view (its index) marked. */
  order: 'kinds' | { inView: number | null };
  onJump(mention: ListedMention): void;
  onOpen(mention: ListedMention): void;
  /** Settings that the page acts on have changed. */
  onChange(): void;
}

/** Whether this page is read, why nothing is marked if nothing is, and else what was found on it. */
export function ThisPage({ reading, order, onJump, onOpen, onChange }: Props) {
  const { t, settings, update } = useApp();
  const why = silence(reading, settings, Date.now());
  const host = reading.state === 'protected' ? undefined : reading.host;
  const { sites, pausedUntil, kinds, muted, packsOff, strictness } = settings;
  useEffect(onChange, [JSON.stringify([sites, pausedUntil, kinds, muted, packsOff, strictness])]);
  const paused = isPaused(settings, Date.now());
  return (
    <>
      {host !== undefined && (
        <label class="switch">
          <span>{t('popup.onSite', { host })}</span>
          <input
            type="checkbox"
            checked={why !== 'siteOff'}
            onChange={(event) => {
              const state = event.currentTarget.checked ? 'on' : 'off';
              update((now) => withSite(now, host, state));
            }}
          />
        </label>
      )}
      {host !== undefined && (
        <button
          type="button"
          class="pause"
          aria-pressed={paused}
          onClick={() => update((now) => ({ ...now, pausedUntil: paused ? 0 : Date.now() + pauseLength }))}
        >
          {t('popup.pause')}
        </button>
      )}
      {why !== undefined && (
        <p role="status" class="why">
          {t(`silence.${why}`)}
        </p>
      )}
      {reading.state === 'report' &&
        reading.report.capped &&
        (why === undefined || why === 'nothingKnown' || why === 'nothingWanted') && (
          <p role="status" class="why">
            {t(`capped.${reading.report.capped}`)}
          </p>
        )}
      {reading.state === 'report' &&
        why === undefined &&
        (order === 'kinds' ? (
          <MentionsByKind report={reading.report} onJump={onJump} onOpen={onOpen} />
        ) : (
          <MentionsInOrder report={reading.report} inView={order.inView} onJump={onJump} onOpen={onOpen} />
        ))}
    </>
  );
}
