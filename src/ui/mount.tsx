import { type ComponentType, render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { chooseLanguage, direction, type TextKey, translated, translator } from '../locale/texts.ts';
import { build, readTexts } from '../messages/files.ts';
import { store } from '../settings/index.ts';
import type { Settings } from '../settings/types.ts';
import { AppContext } from './context.ts';
import { type Loaded, recall, remember } from './recall.ts';

async function load(settings: Settings): Promise<Loaded> {
  const language = chooseLanguage(settings.language, navigator.languages, translated);
  const loaded = { settings, language, texts: await readTexts(language) };
  remember(build(), loaded);
  return loaded;
}

/** Shows an extension page in the reader's language, direction and theme, and keeps it in step with the settings. */
export async function mount(title: TextKey, Page: ComponentType): Promise<void> {
  const recalled = recall(build());
  // Most readers speak the browser's language: its texts are read while the settings are.
  readTexts(recalled?.language ?? chooseLanguage('auto', navigator.languages, translated)).catch(() => undefined);
  const now = store.read().then(({ settings }) => load(settings));
  render(<Root first={recalled ?? (await now)} now={now} title={title} Page={Page} />, document.body);
}

interface Props {
  first: Loaded;
  /** What is true, if `first` is what was. */
  now: Promise<Loaded>;
  title: TextKey;
  Page: ComponentType;
}

function Root({ first, now, title, Page }: Props) {
  const [{ settings, language, texts }, set] = useState(first);
  const [failure, setFailure] = useState('');
  // Before the first paint, and not after it as an effect: a hidden page would miss changes for a second.
  useLayoutEffect(() => {
    let last = 0;
    const show = async (next: Promise<Loaded>) => {
      // The texts of an earlier change may take longer to come than those of a later one.
      const turn = ++last;
      const loaded = await next;
      if (turn === last) set((shown) => (JSON.stringify(shown) === JSON.stringify(loaded) ? shown : loaded));
    };
    show(now);
    return store.watch((changed) => show(load(changed)));
  }, []);
  const t = translator(texts, language);
  const root = document.documentElement;
  root.lang = language;
  root.dir = direction(language);
  root.dataset.theme = settings.theme;
  document.title = t(title);

  const update = (change: (settings: Settings) => Settings) => {
    store.update(change).then(
      () => setFailure(''),
      (error: unknown) =>
        setFailure(t('common.notSaved', { why: error instanceof Error ? error.message : String(error) })),
    );
  };
  return (
    <AppContext.Provider value={{ t, texts, language, settings, update }}>
      {failure && (
        <p role="alert" class="failure">
          {failure}
        </p>
      )}
      <Page />
    </AppContext.Provider>
  );
}
