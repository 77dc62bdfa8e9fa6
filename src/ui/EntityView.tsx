import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../card/copy.ts';
import { renderEntity } from '../entry-view/render-entity.ts';
import { entityStyles } from '../entry-view/styles.ts';
import { send } from '../messages/index.ts';
import type { CardData, ListedMention } from '../messages/protocol.ts';
import { useApp } from './context.ts';
import { MuteSwitch } from './MuteSwitch.tsx';

let styled = false;

/** The card's own styles, once for the document. */
function adoptEntityStyles(): void {
  if (styled) return;
  styled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(entityStyles);
  document.adoptedStyleSheets.push(sheet);
}

interface Props {
  entity: string;
  /** What was marked, when the entity was opened from a page's list. */
  mention?: ListedMention | undefined;
  published?: string | undefined;
  onOpen(entity: string): void;
  onBack?: () => void;
}

/** An entity as the card shows it, with all that is known of it. */
export function EntityView({ entity, mention, published, onOpen, onBack }: Props) {
  const { t, texts, language, settings } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState('');
  const [original, setOriginal] = useState<boolean>();
  const [data, setData] = useState<CardData | null | 'loading' | 'failed'>('loading');

  useEffect(() => {
    let current = true;
    const show = (answer: typeof data) => {
      if (current) setData(answer);
    };
    setData('loading');
    send('card', { entity, original }).then(show, () => show('failed'));
    return () => {
      current = false;
    };
  }, [entity, original, language, settings.cards]);

  // At once, not after the paint as an effect: a quick Escape must find them. It is heard wherever the focus is.
  useLayoutEffect(() => back.current?.focus(), [entity]);
  useLayoutEffect(() => {
    const goBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !onBack) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', goBack);
    return () => document.removeEventListener('keydown', goBack);
  }, [onBack]);

  useEffect(() => {
    if (data === null || typeof data === 'string') return;
    adoptEntityStyles();
    const view = renderEntity(data, texts, {
      language,
      today: new Date().toISOString().slice(0, 10),
      published,
      ...(mention ? { mention: { why: mention.why, name: mention.text } } : {}),
      full: true,
      openEntity: onOpen,
      turn: setOriginal,
      copy: async (what, format) => {
        setCopied('');
        if (format === 'picture') {
          await send('picture', { entity, what });
          return;
        }
        const done = await send('cite', { entity, what, format })
          .then(copyText)
          .then(
            () => true,
            () => false,
          );
        setCopied(t(done ? 'card.copied' : 'card.notCopied'));
      },
    });
    place.current?.replaceChildren(view);
  }, [data, texts, language, mention, published]);

  return (
    <section class="entity-view">
      <div class="bar">
        {onBack && (
          <button type="button" class="back" ref={back} onClick={onBack}>
            {t('common.back')}
          </button>
        )}
        {data !== null && typeof data !== 'string' && (
          <MuteSwitch key={entity} entity={entity} name={data.entity.name} />
        )}
      </div>
      {data === null && <p>{t('entity.unknown')}</p>}
      {data === 'failed' && <p role="alert">{t('common.workerGone')}</p>}
      <div ref={place} />
      <p role="status" class="said">
        {copied}
      </p>
    </section>
  );
}
