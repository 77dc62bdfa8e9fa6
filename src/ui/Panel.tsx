import { useEffect, useMemo, useState } from 'preact/hooks';
import { onPanelRequest } from '../browser/side-panel.ts';
import type { Tab } from '../browser/tabs.ts';
import { sendToTab } from '../messages/index.ts';
import type { ListedMention } from '../messages/protocol.ts';
import { useApp } from './context.ts';
import { EntityView } from './EntityView.tsx';
import { Search } from './Search.tsx';
import { ThisPage } from './ThisPage.tsx';
import { usePageState } from './use-page-state.ts';

/** ms between two questions to the page where the reader is; only while the panel is visible. */
const follow = 500;

interface Props {
  /** The tab that the panel stands beside; asked again whenever `watch` calls back. */
  first(): Promise<Tab | undefined>;
  watch(listener: () => void): () => void;
  query: string;
  entity: string | undefined;
}

/** Beside the page: its mentions in page order, following the page, and one entry that stays open. */
export function Panel({ first, watch, query: firstQuery, entity }: Props) {
  const { t } = useApp();
  const [query, setQuery] = useState(firstQuery);
  const [open, setOpen] = useState<{ entity: string; mention?: ListedMention }[]>(entity ? [{ entity }] : []);
  const [round, setRound] = useState(0);
  const tab = useMemo(first, [round]);
  const [page, again] = usePageState(tab);
  const inView = useInView(tab);
  const shown = open.at(-1);

  useEffect(() => watch(() => setRound((last) => last + 1)), []);
  useEffect(
    () =>
      onPanelRequest((asked) => {
        setQuery(asked.query ?? '');
        setOpen(asked.entity ? [{ entity: asked.entity }] : []);
      }),
    [],
  );

  return (
    <>
      <header>
        <h1 class="unseen">{t('panel.title')}</h1>
        <Search query={query} onQuery={setQuery} onOpen={(id) => setOpen([{ entity: id }])} />
      </header>
      <main>
        {shown && (
          <EntityView
            entity={shown.entity}
            mention={shown.mention}
            published={page?.state === 'report' ? page.report.published : undefined}
            onOpen={(id) => setOpen([...open, { entity: id }])}
            onBack={() => setOpen(open.slice(0, -1))}
          />
        )}
        {query.trim() === '' && page && (
          <ThisPage
            page={page}
            order={{ inView }}
            onJump={async (mention) => {
              const { id } = (await tab) ?? {};
              if (id !== undefined) await sendToTab(id, 'page/jump', { index: mention.index });
            }}
            onOpen={(mention) => setOpen([{ entity: mention.entity, mention }])}
            onChange={again}
          />
        )}
      </main>
    </>
  );
}

/** Index of the first mention that is in view on the page, asked anew every half second while the panel can be seen. */
function useInView(tab: Promise<Tab | undefined>): number | null {
  const [inView, setInView] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const { id } = (await tab.catch(() => undefined)) ?? {};
      if (id === undefined) return;
      setInView(await sendToTab(id, 'page/in-view', {}).catch(() => null));
    }, follow);
    return () => clearInterval(timer);
  }, [tab]);
  return inView;
}
