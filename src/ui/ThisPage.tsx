import { useEffect } from 'preact/hooks';
import type { ListedMention } from '../messages/protocol.ts';
import { isPaused, pauseLength, withSite } from '../settings/sites.ts';
import { useApp } from './context.ts';
import { GiveAccess } from './GiveAccess.tsx';
import { Legend } from './Legend.tsx';
import { MentionsByEntity, MentionsInOrder } from './Mentions.tsx';
import { type Reading, silence } from './reading.ts';

interface Props {
  reading: Reading;
  /** By entity, or in reading order with the mention in view (its index) marked. */
  order: 'entities' | { inView: number | null };
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
      {why === 'noAccess' && <GiveAccess host={host} onGiven={onChange} />}
      {reading.state === 'report' &&
        reading.report.capped &&
        (why === undefined || why === 'nothingKnown' || why === 'nothingWanted') && (
          <p role="status" class="why">
            {t(`capped.${reading.report.capped}`)}
          </p>
        )}
      {reading.state === 'report' &&
        why === undefined &&
        (order === 'entities' ? (
          <>
            <details class="legend-fold">
              <summary>{t('legend.title')}</summary>
              <Legend />
            </details>
            <MentionsByEntity report={reading.report} onJump={onJump} onOpen={onOpen} />
          </>
        ) : (
          <MentionsInOrder report={reading.report} inView={order.inView} onJump={onJump} onOpen={onOpen} />
        ))}
    </>
  );
}
