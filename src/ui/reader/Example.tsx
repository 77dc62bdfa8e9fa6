import { useEffect, useRef, useState } from 'preact/hooks';
import { renderEntity } from '../../entry-view/render-entity.ts';
import { entityStyles } from '../../entry-view/styles.ts';
import { send } from '../../messages/index.ts';
import type { Article } from '../article.ts';
import { useApp } from '../context.ts';

interface Shown {
  sentence: string;
  card: HTMLElement;
}

function closedRoot(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(entityStyles);
  root.adoptedStyleSheets.push(sheet);
  return root;
}

/** A sentence of the article with a number on which sources differ, and the card that a reader gets for it. */
export function Example({ article }: { article: Article }) {
  const { t, texts, language } = useApp();
  const [shown, setShown] = useState<Shown>();
  const place = useRef<HTMLElement>(null);
  const root = useRef<ShadowRoot>(undefined);

  useEffect(() => {
    let current = true;
    const show = async () => {
      const blocks = article.nodes.map((node) => (node.textContent ?? '').replace(/\s+/g, ' '));
      const { title, published, lang } = article;
      const page = { title, blocks, ...(published && { published }), ...(lang && { lang }) };
      const { mentions } = await send('annotate', { page, known: [] });
      const text = (block: number, start: number, end: number) => blocks[block]?.slice(start, end) ?? '';
      // A number that is written in digits is seen at once.
      const mention = mentions.find(({ dispute, block, start, end }) => dispute && /\d/.test(text(block, start, end)));
      const data = mention && (await send('card', { entity: mention.entity }));
      if (!data || !current) return;
      const sentences = new Intl.Segmenter(lang ?? 'en', { granularity: 'sentence' });
      const sentence = sentences.segment(blocks[mention.block] ?? '').containing(mention.start)?.segment ?? '';
      const today = new Date().toISOString().slice(0, 10);
      const card = renderEntity(data, texts, { language, today, published, mention });
      setShown({ sentence: sentence.trim(), card });
    };
    // Without an example the page says the same in words.
    show().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [article, texts, language]);
  // As on a page it stands in a closed root: its names are not marked in turn.
  useEffect(() => {
    if (!shown || !place.current) return;
    root.current ??= closedRoot(place.current);
    root.current.replaceChildren(shown.card);
  }, [shown]);

  return (
    <div class="example">
      <h2 id="example">{t('reader.example')}</h2>
      {shown && (
        <>
          <p class="sentence" lang={article.lang} dir="auto">
            {shown.sentence}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
          <section class="example-card" aria-labelledby="example" tabIndex={0} ref={place} />
        </>
      )}
    </div>
  );
}
