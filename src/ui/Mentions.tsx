import { useEffect, useRef } from 'preact/hooks';
import type { ListedMention, PageReport } from '../messages/protocol.ts';
import { ButtonFor } from './ButtonFor.tsx';
import { useApp } from './context.ts';
import { kindsInOrder } from './kinds.ts';

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

/** Of the mentions of each entity the group it stands in: a kind, or what is asked before that. */
function groupOf([first]: readonly ListedMention[]) {
  if (first?.quiet) return 'quiet';
  return first?.disputed ? 'disputed' : first?.kind;
}

/** What was found on a page, each entity once: first that on which sources differ, then by kind, last what is not marked. */
export function MentionsByEntity({ report, onJump, onOpen }: Props) {
  const { t, language } = useApp();
  const number = new Intl.NumberFormat(language);
  const groups = Map.groupBy(Map.groupBy(report.mentions, (mention) => mention.entity).values(), groupOf);
  return (
    <>
      {(['disputed', ...kindsInOrder, 'quiet'] as const).map((group) => {
        const entities = groups.get(group) ?? [];
        if (entities.length === 0) return null;
        const title = group === 'disputed' || group === 'quiet' ? t(`group.${group}`) : t(`kinds.${group}`);
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>
              {title} <span class="count">{number.format(entities.length)}</span>
            </h2>
            <ul class="mentions">
              {entities.map((mentions) => (
                <Row key={mentions[0]?.entity} mentions={mentions} onJump={onJump} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Row({ mentions, onJump, onOpen }: { mentions: ListedMention[] } & Omit<Props, 'report'>) {
  const { t } = useApp();
  const [first] = mentions;
  if (!first) return null;
  const { name, disputed } = first;
  const times = t('mentions.count', { count: mentions.length });
  return (
    <li>
      <span class="what">
        <button type="button" class="name" onClick={() => onOpen(first)}>
          <bdi>{name}</bdi>
        </button>
        <span class="quiet">{disputed ? `${t('mentions.points', { count: disputed })} · ${times}` : times}</span>
      </span>
      <ButtonFor class="jump" of={name} onClick={() => onJump(first)}>
        {t('mentions.jump')}
      </ButtonFor>
    </li>
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
