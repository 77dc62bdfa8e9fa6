import { useEffect } from 'preact/hooks';
import type { ListedMention } from '../messages/protocol.ts';
import { isPaused, pauseLength, withSite } from '../settings/sites.ts';
import { useApp } from './context.ts';
import { GiveAccess } from './GiveAccess.tsx';
import { Legend } from './Legend.tsx';
import { MentionsByEntity, MentionsInOrder } from './Mentions.tsx';
import { type PageState, silence } from './page-state.ts';

interface Props {
  page: PageState;
  /** By entity, or in page order with the mention in view (its index) marked. */
  order: 'entities' | { inView: number | null };
  onJump(mention: ListedMention): void;
  onOpen(mention: ListedMention): void;
  /** Settings that the page acts on have changed. */
  onChange(): void;
}

/** Whether this page is read, why nothing is marked if nothing is, and else what was found on it. */
export function ThisPage({ page, order, onJump, onOpen, onChange }: Props) {
  const { t, settings, update } = useApp();
  const why = silence(page, settings, Date.now());
  const host = page.state === 'protected' ? undefined : page.host;
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
      {page.state === 'report' &&
        page.report.capped &&
        (why === undefined || why === 'nothingKnown' || why === 'nothingWanted') && (
          <p role="status" class="why">
            {t(`capped.${page.report.capped}`)}
          </p>
        )}
      {page.state === 'report' &&
        why === undefined &&
        (order === 'entities' ? (
          <>
            <details class="legend-fold">
              <summary>{t('legend.title')}</summary>
              <Legend />
            </details>
            <MentionsByEntity report={page.report} onJump={onJump} onOpen={onOpen} />
          </>
        ) : (
          <MentionsInOrder report={page.report} inView={order.inView} onJump={onJump} onOpen={onOpen} />
        ))}
    </>
  );
}
