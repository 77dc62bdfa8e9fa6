import { useEffect, useState } from 'preact/hooks';
import { sendToTab } from '../messages/index.ts';
import type { ListedMention } from '../messages/protocol.ts';
import { withSite } from '../settings/sites.ts';
import { useApp } from './context.ts';
import { EntityView } from './EntityView.tsx';
import { PageMentions } from './PageMentions.tsx';
import { type Reading, readTab, silence, type Tab } from './reading.ts';
import { Search } from './Search.tsx';

interface Props {
  tab: Promise<Tab | undefined>;
  openOptions(): void;
  openReader(): void;
}

/** A page that is still being read is asked again after this many ms. */
const askAgain = 300;

export function Popup({ tab, openOptions, openReader }: Props) {
  const { t } = useApp();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<{ entity: string; mention?: ListedMention }[]>([]);
  const [reading, again] = useReading(tab);
  const shown = open.at(-1);
  const back = () => setOpen(open.slice(0, -1));

  if (shown) {
    return (
      <main
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          back();
        }}
      >
        <EntityView
          entity={shown.entity}
          mention={shown.mention}
          published={reading?.state === 'report' ? reading.report.published : undefined}
          onOpen={(entity) => setOpen([...open, { entity }])}
          onBack={back}
        />
      </main>
    );
  }
  return (
    <>
      <header>
        <h1 class="unseen">{t('popup.title')}</h1>
        <Search query={query} onQuery={setQuery} onOpen={(entity) => setOpen([{ entity }])} />
      </header>
      {query.trim() === '' && (
        <main>
          {reading && (
            <ThisPage
              reading={reading}
              onJump={async (mention) => {
                const { id } = (await tab) ?? {};
                if (id !== undefined && (await sendToTab(id, 'page/jump', { index: mention.index }))) window.close();
              }}
              onOpen={(mention) => setOpen([{ entity: mention.entity, mention }])}
              onChange={again}
            />
          )}
        </main>
      )}
      <footer class="bar">
        <button type="button" onClick={openReader}>
          {t('popup.reader')}
        </button>
        <button type="button" onClick={openOptions}>
          {t('popup.options')}
        </button>
      </footer>
    </>
  );
}

/** What the tab says of itself, and a function that asks it again. */
function useReading(tab: Promise<Tab | undefined>): [Reading | undefined, () => void] {
  const [reading, setReading] = useState<Reading>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const known = await tab;
      const next: Reading = known ? await readTab(known).catch(() => ({ state: 'protected' })) : { state: 'protected' };
      if (!current) return;
      setReading(next);
      if (next.state === 'report' && next.report.state === 'scanning') timer = setTimeout(ask, askAgain);
    };
    ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [tab, round]);
  return [reading, () => setRound(round + 1)];
}

interface ThisPageProps {
  reading: Reading;
  onJump(mention: ListedMention): void;
  onOpen(mention: ListedMention): void;
  onChange(): void;
}

function ThisPage({ reading, onJump, onOpen, onChange }: ThisPageProps) {
  const { t, settings, update } = useApp();
  const why = silence(reading, settings, Date.now());
  const host = reading.state === 'protected' ? undefined : reading.host;
  useEffect(onChange, [JSON.stringify([settings.sites, settings.pausedUntil, settings.kinds, settings.muted])]);
  return (
    <>
      {host !== undefined && (
        <label class="switch">
          <span dir="auto">{t('popup.onSite', { host })}</span>
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
      {why !== undefined && (
        <p role="status" class="why">
          {t(`silence.${why}`)}
        </p>
      )}
      {reading.state === 'report' && why === undefined && (
        <>
          {reading.report.capped && (
            <p role="status" class="why">
              {t(`capped.${reading.report.capped}`)}
            </p>
          )}
          <PageMentions report={reading.report} onJump={onJump} onOpen={onOpen} />
        </>
      )}
    </>
  );
}
