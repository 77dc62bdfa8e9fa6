import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../messages/index.ts';
import type { SearchHit } from '../messages/protocol.ts';
import { useApp } from './context.ts';

/** More than anybody reads; whoever sees none of these types another letter. */
const limit = 20;

interface Props {
  query: string;
  onQuery(query: string): void;
  onOpen(entity: string): void;
}

/** Asked so that the worker makes its index; what it answers is not looked at. */
const warmUp = 'q';

/** Search as you type. Arrow keys walk the results, Enter in the field opens the first. */
export function Search({ query, onQuery, onOpen }: Props) {
  const { t } = useApp();
  const [answer, setAnswer] = useState<{ query: string; hits: SearchHit[] } | 'failed'>({ query: '', hits: [] });
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    let current = true;
    const show = (next: typeof answer) => {
      if (current) setAnswer(next);
    };
    if (query.trim() === '') show({ query, hits: [] });
    else
      send('search', { query, limit }).then(
        (hits) => show({ query, hits }),
        () => show('failed'),
      );
    return () => {
      current = false;
    };
  }, [query]);
  useEffect(() => {
    field.current?.focus();
    // The worker makes its index for the first query, which may as well be done before a key is pressed.
    send('search', { query: warmUp, limit: 1 }).catch(() => undefined);
  }, []);

  const hits = answer === 'failed' ? [] : answer.hits;
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + step;
    (next < 0 ? field.current : buttons[Math.min(next, buttons.length - 1)])?.focus();
    event.preventDefault();
  };
  return (
    <search onKeyDown={walk}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // Asked anew: what is listed may still be the answer to fewer letters.
          send('search', { query, limit: 1 }).then(
            ([best]) => best && onOpen(best.entity),
            () => setAnswer('failed'),
          );
        }}
      >
        <svg class="lens" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10.4 10.4 14 14M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9" />
        </svg>
        <input
          ref={field}
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          dir="auto"
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </form>
      {answer === 'failed' && <p role="alert">{t('common.workerGone')}</p>}
      {query.trim() !== '' && answer !== 'failed' && answer.query === query && (
        <p role="status" class="quiet">
          {hits.length === 0
            ? t('search.nothing', { query })
            : hits[0]?.near
              ? t('search.near')
              : t('search.found', { count: hits.length })}
        </p>
      )}
      <ul class="hits" ref={list}>
        {hits.map((hit) => (
          <li key={hit.entity}>
            <button type="button" onClick={() => onOpen(hit.entity)}>
              <strong>
                <bdi>
                  <Marked text={hit.name} ranges={hit.matched === undefined ? hit.ranges : []} />
                </bdi>
              </strong>
              {hit.matched !== undefined && (
                <span class="matched">
                  {' '}
                  <bdi>
                    <Marked text={hit.matched} ranges={hit.ranges} />
                  </bdi>
                </span>
              )}
              <span class="quiet">
                <bdi>{hit.description ?? t(`card.kind.${hit.kind}`)}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}

function Marked({ text, ranges }: { text: string; ranges: [number, number][] }) {
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
