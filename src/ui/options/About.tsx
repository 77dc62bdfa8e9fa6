import { useEffect, useState } from 'preact/hooks';
import { readFile } from '../../browser/files.ts';
import { send } from '../../messages/index.ts';
import { useApp } from '../context.ts';
import { Changes } from './Changes.tsx';
import type { Listings } from './Packs.tsx';
import { Section } from './Section.tsx';

const rules = [
  'options.ruleSources',
  'options.ruleNeutral',
  'options.ruleDisputes',
  'options.ruleLiving',
  'options.ruleStale',
] as const;

/** How much is known, since when, by which rules, under which licences, and what the last updates changed. */
export function About({ packs }: { packs: Listings }) {
  const { t, language } = useApp();
  const sum = (part: 'entities' | 'sources') => packs.reduce((total, pack) => total + pack[part], 0);
  const last = packs
    .map(({ released }) => released)
    .sort()
    .at(-1);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <Section id="about" title={t('section.about')}>
      {last !== undefined && (
        <ul class="plain facts">
          <li>
            {[
              t('options.packEntities', { count: sum('entities') }),
              t('options.packSources', { count: sum('sources') }),
            ].join(' · ')}
          </li>
          <li>{t('about.lastChange', { date: day.format(new Date(last)) })}</li>
          <li>
            {t('about.licences', {
              data: [...new Set(packs.map(({ license }) => license))].join(' · '),
              program: 'MIT',
            })}
          </li>
        </ul>
      )}
      <h3>{t('options.rules')}</h3>
      <ul class="plain">
        {rules.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
      <Document file="policy.txt" title={t('about.policy')} />
      <Document file="licences.txt" title={t('about.libraries')} />
      <h3>{t('about.changes')}</h3>
      <Changes packs={packs} />
    </Section>
  );
}

/** A text that comes with the extension, in English as it was written; read when it is unfolded. */
function Document({ file, title }: { file: string; title: string }) {
  const [text, setText] = useState<string>();
  return (
    <details
      onToggle={(event) => {
        if (!event.currentTarget.open || text !== undefined) return;
        readFile(file)
          .then((response) => response.text())
          .then(setText);
      }}
    >
      <summary>{title}</summary>
      {text !== undefined && (
        <pre class="document" lang="en" dir="ltr">
          {text}
        </pre>
      )}
    </details>
  );
}

/** The packs that come with the extension, as the chosen language says it. */
export function useListings(): Listings {
  const { language } = useApp();
  const [packs, setPacks] = useState<Listings>([]);
  useEffect(() => {
    let last = true;
    send('packs', { language }).then(
      (found) => last && setPacks(found),
      () => undefined,
    );
    return () => {
      last = false;
    };
  }, [language]);
  return packs;
}
