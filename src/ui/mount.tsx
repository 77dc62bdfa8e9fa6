import { type ComponentType, render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { chooseLanguage, direction, type TextKey, type Texts, translated, translator } from '../locale/texts.ts';
import { readTexts } from '../messages/files.ts';
import { store } from '../settings/index.ts';
import type { Language, Settings } from '../settings/types.ts';
import { AppContext } from './context.ts';

interface Loaded {
  settings: Settings;
  language: Language;
  texts: Texts;
}

async function load(settings: Settings): Promise<Loaded> {
  const language = chooseLanguage(settings.language, navigator.languages, translated);
  return { settings, language, texts: await readTexts(language) };
}

/** Shows an extension page in the reader's language, direction and theme, and keeps it in step with the settings. */
export async function mount(title: TextKey, Page: ComponentType): Promise<void> {
  // Most readers speak the browser's language: its texts are read while the settings are.
  readTexts(chooseLanguage('auto', navigator.languages, translated)).catch(() => undefined);
  const first = await load((await store.read()).settings);
  render(<Root first={first} title={title} Page={Page} />, document.body);
}

function Root({ first, title, Page }: { first: Loaded; title: TextKey; Page: ComponentType }) {
  const [{ settings, language, texts }, set] = useState(first);
  const [failure, setFailure] = useState('');
  // Before the first paint, and not after it as an effect: a hidden page would miss changes for a second.
  useLayoutEffect(() => {
    let last = 0;
    return store.watch(async (changed) => {
      // The texts of an earlier change may take longer to come than those of a later one.
      const turn = ++last;
      const loaded = await load(changed);
      if (turn === last) set(loaded);
    });
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
