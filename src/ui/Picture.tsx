import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../card/copy.ts';
import { ends, scaleEnd } from '../entry-view/dispute.ts';
import { type Excerpt, excerptOf, excerptText, type Said } from '../entry-view/excerpt.ts';
import { send } from '../messages/index.ts';
import { useApp } from './context.ts';
import { pictureOf } from './picture/draw.ts';
import { save } from './save.ts';

/** What the address asks for: `?entity=…&dispute=…&question=…`. */
function wanted(): { entity: string; dispute: string; question: string } {
  const asked = new URLSearchParams(location.search);
  return {
    entity: asked.get('entity') ?? '',
    dispute: asked.get('dispute') ?? '',
    question: asked.get('question') ?? '',
  };
}

/** A dispute with all its sides and their sources, to be taken along as a picture or as text. Drawn here: no page sees it, and nothing is sent. */
export function Picture() {
  const { t, texts, language } = useApp();
  const [excerpt, setExcerpt] = useState<Excerpt | null>();
  const [status, setStatus] = useState('');
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    let current = true;
    const find = async () => {
      const { entity, ...taken } = wanted();
      // The card may have been turned to its original.
      for (const original of [undefined, true]) {
        const data = await send('card', { entity, original });
        const found = data && excerptOf(data, taken, texts, language);
        if (found) return found;
      }
      return null;
    };
    find().then(
      (found) => current && setExcerpt(found),
      () => current && setStatus(t('common.workerGone')),
    );
    return () => {
      current = false;
    };
  }, [texts, language]);

  const attempt = (work: () => unknown, done: string, failed: string) => async () => {
    setStatus('');
    try {
      await work();
      setStatus(done);
    } catch {
      setStatus(failed);
    }
  };
  return (
    <main class="reader">
      {excerpt === null && <p>{t('card.unknown')}</p>}
      {excerpt && (
        <>
          <div class="bar start">
            <button
              type="button"
              class="save"
              onClick={attempt(
                async () => save(await pictureOf(place.current!), `sidelight-${wanted().dispute}.png`),
                '',
                t('picture.failed'),
              )}
            >
              {t('picture.save')}
            </button>
            <button
              type="button"
              class="copy"
              onClick={attempt(
                // The promise is handed over: the browser asks for the reader's press when it is called.
                () => navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(place.current!) })]),
                t('card.copied'),
                t('card.notCopied'),
              )}
            >
              {t('picture.copy')}
            </button>
            <button
              type="button"
              class="copy-text"
              onClick={attempt(() => copyText(excerptText(excerpt)), t('card.copied'), t('card.notCopied'))}
            >
              {t('picture.copyText')}
            </button>
          </div>
          <p class="quiet">{t('picture.made')}</p>
        </>
      )}
      <p role="status">{status}</p>
      {excerpt && (
        <figure class="picture" ref={place}>
          <Drawn excerpt={excerpt} />
        </figure>
      )}
    </main>
  );
}

/** What the picture shows, as the page that it is drawn from. */
function Drawn({ excerpt }: { excerpt: Excerpt }) {
  const { name, question, unit, groups, sources, lines, notes } = excerpt;
  const all = groups.flatMap(({ said }) => said);
  const end = scaleEnd(Math.max(0, ...all.flatMap(({ range }) => [range?.low ?? 0, range?.high ?? 0])));
  return (
    <>
      <h1 dir="auto">{question}</h1>
      <p class="quiet" dir="auto">
        {[name, unit].filter(Boolean).join(' · ')}
      </p>
      {groups.map(({ side, said }) => (
        <section key={side}>
          {side && <h2 dir="auto">{side}</h2>}
          {said.map((one) => (
            <Position key={one.who} said={one} end={end} />
          ))}
        </section>
      ))}
      <ol>
        {lines.map((line, at) => (
          <li key={line} dir="auto">
            {`[${at + 1}] ${line}`}
            {sources[at]?.URL && <span class="address">{sources[at].URL}</span>}
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </>
  );
}

function Position({ said, end }: { said: Said; end: number }) {
  const { who, when, figures, range, text, sources } = said;
  const [from, to] = range ? ends(range, end) : [0, 0];
  // What is at the end of the scale is still on it.
  const style = {
    insetInlineStart: `min(${(100 * from) / end}%, 100% - 4px)`,
    inlineSize: `max(4px, ${(100 * (to - from)) / end}%)`,
  };
  return (
    <div class="position">
      <p dir="auto">
        <b>{who}</b>
        {when && ` · ${when}`}
      </p>
      {figures && <p class="number">{figures}</p>}
      {range && (
        <div class="scale" dir="ltr">
          <div class="range" style={style} />
        </div>
      )}
      <p dir="auto">{`${text} ${sources.map((place) => `[${place + 1}]`).join('')}`}</p>
    </div>
  );
}
