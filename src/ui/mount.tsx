import { type ComponentType, render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { build, readTexts } from '../browser/files.ts';
import { chooseLanguage, direction, type TextKey, translated, translator } from '../locale/texts.ts';
import { store } from '../settings/index.ts';
import { defaultSettings } from '../settings/schema.ts';
import type { Settings } from '../settings/types.ts';
import { AppContext } from './context.ts';
import { painted } from './painted.ts';
import { type Loaded, recall, remember } from './recall.ts';

async function load(settings: Settings): Promise<Loaded> {
  const language = chooseLanguage(settings.language, navigator.languages, translated);
  return { settings, language, texts: await readTexts(language) };
}

async function loadAndRemember(settings: Settings): Promise<Loaded> {
  const loaded = await load(settings);
  remember(build(), loaded);
  return loaded;
}

/** Shows an extension page in the reader's language, direction and theme, and keeps it in step with the settings. */
export async function mount(title: TextKey, Page: ComponentType): Promise<void> {
  const read = () => store.read().then(({ settings }) => loadAndRemember(settings));
  const show = (first: Loaded, now: Promise<Loaded>) =>
    render(<Root first={first} now={now} title={title} Page={Page} />, document.body);

  const recalled = recall(build());
  // The questions themselves take as long as a good part of the rest.
  if (recalled) return show(recalled, painted().then(read));
  // Most readers speak the browser's language: its texts are read while the settings are.
  readTexts(chooseLanguage('auto', navigator.languages, translated)).catch(() => undefined);
  const now = read();
  show(await now.catch(() => load(defaultSettings())), now);
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

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
  const t = translator(texts, language);
  // Before the first paint, and not after it as an effect: a hidden page would miss changes for a second.
  useLayoutEffect(() => {
    let last = 0;
    const show = async (next: Promise<Loaded>) => {
      // The texts of an earlier change may take longer to come than those of a later one.
      const turn = ++last;
      try {
        const loaded = await next;
        if (turn === last) set((shown) => (JSON.stringify(shown) === JSON.stringify(loaded) ? shown : loaded));
      } catch (error) {
        setFailure(t('common.notRead', { why: wordsOf(error) }));
      }
    };
    show(now);
    return store.watch((changed) => show(loadAndRemember(changed)));
  }, []);
  const root = document.documentElement;
  root.lang = language;
  root.dir = direction(language);
  root.dataset.theme = settings.theme;
  document.title = t(title);

  const update = (change: (settings: Settings) => Settings) => {
    store.update(change).then(
      () => setFailure(''),
      (error: unknown) => setFailure(t('common.notSaved', { why: wordsOf(error) })),
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
