import { useEffect, useRef } from 'preact/hooks';
import type { EntityKind } from '../dataset/schema.ts';
import type { ListedMention, PageReport } from '../messages/protocol.ts';
import { ButtonFor } from './ButtonFor.tsx';
import { useApp } from './context.ts';

/** In the order in which a reader asks: who, which body, what happened, where it is written. */
const order: EntityKind[] = ['person', 'organisation', 'event', 'document', 'law', 'role', 'place', 'term'];

/** UTF-16 code units of the text on either side of a mention. */
const around = 30;

/** The end of a text in whole words, or nothing when it has none that is short enough. */
const lastWords = (text: string) => (text.length <= around ? text : (/\s.*$/s.exec(text.slice(-around))?.[0] ?? ''));
const firstWords = (text: string) => (text.length <= around ? text : (/^.*\s/s.exec(text.slice(0, around))?.[0] ?? ''));

interface Props {
  report: PageReport;
  onJump(mention: ListedMention): void;
  onOpen(mention: ListedMention): void;
}

/** What was found on a page, by kind, each entity once with its number of mentions. */
export function MentionsByKind({ report, onJump, onOpen }: Props) {
  const { t, language } = useApp();
  const number = new Intl.NumberFormat(language);
  const byEntity = Map.groupBy(report.mentions, (mention) => mention.entity);
  const groups = order
    .map((kind) => [kind, [...byEntity.values()].filter(([first]) => first?.kind === kind)] as const)
    .filter(([, entities]) => entities.length > 0);
  return (
    <>
      {groups.map(([kind, entities]) => (
        <section key={kind} aria-labelledby={`group-${kind}`}>
          <h2 id={`group-${kind}`}>
            {t(`kinds.${kind}`)} <span class="count">{number.format(entities.length)}</span>
          </h2>
          <ul class="mentions">
            {entities.map((mentions) => {
              const [first] = mentions;
              if (!first) return null;
              return (
                <li key={first.entity}>
                  <button type="button" class="name" onClick={() => onOpen(first)}>
                    <bdi>{first.name}</bdi>
                  </button>
                  <span class="quiet">{t('mentions.count', { count: mentions.length })}</span>
                  <ButtonFor class="jump" of={first.name} onClick={() => onJump(first)}>
                    {t('mentions.jump')}
                  </ButtonFor>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Every mention where it stands in the text; the one in view is marked and kept in sight. */
export function MentionsInOrder({ report, inView, onJump, onOpen }: Props & { inView: number | null }) {
  const { t } = useApp();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [inView]);
  return (
    <ol class="mentions following">
      {report.mentions.map((mention) => (
        <li
          key={mention.index}
          ref={mention.index === inView ? current : null}
          aria-current={mention.index === inView ? 'location' : undefined}
        >
          <button type="button" class="name" onClick={() => onOpen(mention)}>
            <bdi>{mention.name}</bdi>
            <span class="quiet">
              <bdi>
                {lastWords(mention.before)}
                <b>{mention.text}</b>
                {firstWords(mention.after)}
              </bdi>
            </span>
          </button>
          <ButtonFor class="jump" of={mention.name} onClick={() => onJump(mention)}>
            {t('mentions.jump')}
          </ButtonFor>
        </li>
      ))}
    </ol>
  );
}
