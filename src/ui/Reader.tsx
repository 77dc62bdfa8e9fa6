import { useEffect, useRef, useState } from 'preact/hooks';
import { readFile } from '../browser/files.ts';
import { type Article, fromHtml } from './article.ts';
import { readThisPage } from './article-session.ts';
import { Browse } from './Browse.tsx';
import { useApp } from './context.ts';
import { PaintChoice } from './PaintChoice.tsx';
import { OwnPacks } from './packs/OwnPacks.tsx';
import { fromAny, openFile, Refused } from './reader/open-file.ts';
import { Welcome } from './reader/Welcome.tsx';
import { foundInArticle } from './report-files.ts';
import { SaveReport } from './SaveReport.tsx';

/** What the shortcuts do elsewhere, for whoever has not learnt them yet or cannot use them here. */
const commands = [
  ['previous', 'manifest.commandPrevious'],
  ['next', 'manifest.commandNext'],
  ['open', 'manifest.commandOpen'],
] as const;

/** Welcome, the sample article, and any text that the reader brings, all read as a page would be. */
export function Reader() {
  const app = useApp();
  const { t } = app;
  const [sample, setSample] = useState<Article>();
  const [article, setArticle] = useState<Article>();
  const [problem, setProblem] = useState('');
  const [progress, setProgress] = useState('');
  const [pasted, setPasted] = useState('');
  const [browsing, setBrowsing] = useState(false);
  const reading = useRef<ReturnType<typeof readThisPage>>(undefined);
  const place = useRef<HTMLElement>(null);
  /** Of the files that were brought, the last one counts. */
  const brought = useRef(0);

  useEffect(() => {
    readFile('sample.html')
      .then((response) => response.text())
      .then((html) => {
        const made = fromHtml(html);
        setSample(made);
        // What the reader brought meanwhile stays.
        setArticle((brought) => brought ?? made);
      });
    reading.current = readThisPage(app);
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
    return () => reading.current?.stop();
  }, []);
  useEffect(() => reading.current?.configure(app), [app]);
  useEffect(() => place.current?.replaceChildren(...(article?.nodes ?? [])), [article]);

  const show = (made: Article) => {
    setArticle(made);
    place.current?.focus();
    place.current?.scrollIntoView();
  };
  const showText = (text: string) => {
    setProblem('');
    if (text.trim() !== '') show(fromAny(text));
  };
  const bring = async (file: File | undefined) => {
    if (!file) return;
    setProblem('');
    const turn = ++brought.current;
    const isLast = () => turn === brought.current;
    try {
      const made = await openFile(file, app, (words) => isLast() && setProgress(words));
      if (isLast()) show(made);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (isLast()) setProblem(error.message);
    } finally {
      if (isLast()) setProgress('');
    }
  };
  return (
    <main
      class="reader"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) bring(file);
        else showText(event.dataTransfer?.getData('text/html') || event.dataTransfer?.getData('text/plain') || '');
      }}
    >
      <Welcome sample={sample} />
      <PaintChoice />
      <section aria-labelledby="own-text">
        <h2 id="own-text">{t('reader.ownText')}</h2>
        <p>{t('reader.ownTextMeans')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            showText(pasted);
          }}
        >
          <textarea
            aria-labelledby="own-text"
            dir="auto"
            rows={4}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
          <div class="bar start">
            <button type="submit">{t('reader.read')}</button>
            <label class="file">
              {t('reader.open')}
              <input
                type="file"
                accept=".pdf,.txt,.html,.htm,.xhtml,.md,application/pdf,text/plain,text/html"
                onChange={(event) => bring(event.currentTarget.files?.[0])}
              />
            </label>
          </div>
        </form>
        <p role="status" class="quiet">
          {progress}
        </p>
        {problem && <p role="alert">{problem}</p>}
      </section>
      <details class="own" onToggle={(event) => setBrowsing(event.currentTarget.open)}>
        <summary>{t('browse.heading')}</summary>
        {browsing && <Browse />}
      </details>
      <details class="own">
        <summary>{t('own.heading')}</summary>
        <OwnPacks />
      </details>
      {article === sample && <h2>{t('reader.try')}</h2>}
      <div class="bar start marks">
        {commands.map(([name, text]) => (
          <button key={name} type="button" class={name} onClick={() => reading.current?.command(name)}>
            {t(text)}
          </button>
        ))}
      </div>
      <SaveReport find={async () => article && place.current && foundInArticle(article, place.current)} />
      <article
        class="text"
        ref={place}
        tabIndex={-1}
        lang={article?.lang ?? 'en'}
        dir="auto"
        aria-label={article?.title}
      />
    </main>
  );
}
