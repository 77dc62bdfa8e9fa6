import { useEffect, useState } from 'preact/hooks';
import type { Tab } from '../browser/tabs.ts';
import { sendToTab } from '../messages/index.ts';
import type { ListedMention } from '../messages/protocol.ts';
import { useApp } from './context.ts';
import { Search } from './Search.tsx';
import { usePageState } from './use-page-state.ts';

type Parts = typeof import('./popup-parts.ts');

interface Props {
  tab: Promise<Tab | undefined>;
  openOptions(): void;
  openReader(): void;
  openPanel(): void;
}

/** What was typed into the field of the page itself, before this script ran. */
const typedAlready = () => document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '';

export function Popup({ tab, openOptions, openReader, openPanel }: Props) {
  const { t } = useApp();
  const [query, setQuery] = useState(typedAlready);
  const [open, setOpen] = useState<{ entity: string; mention?: ListedMention }[]>([]);
  const [page, again] = usePageState(tab);
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    import('./popup-parts.ts').then(setParts);
  }, []);
  const shown = open.at(-1);
  const back = () => setOpen(open.slice(0, -1));

  if (shown && parts) {
    return (
      <main>
        <h1 class="unseen">{t('popup.title')}</h1>
        <parts.EntityView
          entity={shown.entity}
          mention={shown.mention}
          published={page?.state === 'report' ? page.report.published : undefined}
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
      <main>
        {parts && query.trim() === '' && <parts.MarkHere tab={tab} />}
        {parts && query.trim() === '' && page && (
          <parts.ThisPage
            page={page}
            order="entities"
            onJump={async (mention) => {
              const { id } = (await tab) ?? {};
              if (id !== undefined && (await sendToTab(id, 'page/jump', { index: mention.index }))) window.close();
            }}
            onOpen={(mention) => setOpen([{ entity: mention.entity, mention }])}
            onChange={again}
          />
        )}
        {parts && query.trim() === '' && page?.state === 'report' && page.report.mentions.length > 0 && (
          <parts.SaveReport
            find={async () => {
              const known = await tab;
              return known && parts.foundIn(known);
            }}
          />
        )}
      </main>
      <footer class="bar">
        <button type="button" onClick={openPanel}>
          {t('popup.panel')}
        </button>
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
