import { useEffect, useRef, useState } from 'preact/hooks';
import { readFile } from '../browser/files.ts';
import { type Article, fromHtml, fromText, looksLikeHtml } from './article.ts';
import { Browse } from './Browse.tsx';
import { useApp } from './context.ts';
import { PaintChoice } from './PaintChoice.tsx';
import { OwnPacks } from './packs/OwnPacks.tsx';
import { size } from './packs/size.ts';
import { Welcome } from './reader/Welcome.tsx';
import { readThisPage } from './reading-session.ts';
import { foundInArticle } from './report.ts';
import { SaveReport } from './SaveReport.tsx';

/** Bytes. Larger files are no articles; reading them would only make the reader wait. */
const largestFile = 20_000_000;

/** What the shortcuts do elsewhere, for whoever has not learnt them yet or cannot use them here. */
const commands = [
  ['previous', 'manifest.commandPrevious'],
  ['next', 'manifest.commandNext'],
  ['open', 'manifest.commandOpen'],
] as const;

/** Welcome, the sample article, and any text that the reader brings, all read as a page would be. */
export function Reader() {
  const app = useApp();
  const { t, language } = app;
  const [sample, setSample] = useState<Article>();
  const [article, setArticle] = useState<Article>();
  const [problem, setProblem] = useState('');
  const [pasted, setPasted] = useState('');
  const [browsing, setBrowsing] = useState(false);
  const reading = useRef<ReturnType<typeof readThisPage>>(undefined);
  const place = useRef<HTMLElement>(null);

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

  const show = (text: string) => {
    setProblem('');
    if (text.trim() === '') return;
    setArticle(looksLikeHtml(text) ? fromHtml(text) : fromText(text));
    place.current?.focus();
    place.current?.scrollIntoView();
  };
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largestFile)
      setProblem(t('reader.tooLarge', { name: file.name, size: size(largestFile, language) }));
    else if (!/^text\/|\/xhtml\+xml$/.test(file.type) && !/\.(?:txt|html?|xhtml|md)$/i.test(file.name))
      setProblem(t('reader.notText', { name: file.name }));
    else show(await file.text());
  };
  return (
    <main
      class="reader"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) openFile(file);
        else show(event.dataTransfer?.getData('text/html') || event.dataTransfer?.getData('text/plain') || '');
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
            show(pasted);
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
                accept=".txt,.html,.htm,.xhtml,.md,text/plain,text/html"
                onChange={(event) => openFile(event.currentTarget.files?.[0])}
              />
            </label>
          </div>
        </form>
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
