import { useState } from 'preact/hooks';
import { sendToTab } from '../messages/index.ts';
import type { ListedMention } from '../messages/protocol.ts';
import type { Tab } from '../messages/tabs.ts';
import { useApp } from './context.ts';
import { EntityView } from './EntityView.tsx';
import { MarkHere } from './packs/MarkHere.tsx';
import { foundIn } from './report.ts';
import { SaveReport } from './SaveReport.tsx';
import { Search } from './Search.tsx';
import { ThisPage, useReading } from './ThisPage.tsx';

interface Props {
  tab: Promise<Tab | undefined>;
  openOptions(): void;
  openReader(): void;
  openPanel(): void;
}

export function Popup({ tab, openOptions, openReader, openPanel }: Props) {
  const { t } = useApp();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<{ entity: string; mention?: ListedMention }[]>([]);
  const [reading, again] = useReading(tab);
  const shown = open.at(-1);
  const back = () => setOpen(open.slice(0, -1));

  if (shown) {
    return (
      <main>
        <h1 class="unseen">{t('popup.title')}</h1>
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
      <main>
        {query.trim() === '' && <MarkHere tab={tab} />}
        {query.trim() === '' && reading && (
          <ThisPage
            reading={reading}
            order="kinds"
            onJump={async (mention) => {
              const { id } = (await tab) ?? {};
              if (id !== undefined && (await sendToTab(id, 'page/jump', { index: mention.index }))) window.close();
            }}
            onOpen={(mention) => setOpen([{ entity: mention.entity, mention }])}
            onChange={again}
          />
        )}
        {query.trim() === '' && reading?.state === 'report' && reading.report.mentions.length > 0 && (
          <SaveReport
            find={async () => {
              const known = await tab;
              return known && foundIn(known);
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
