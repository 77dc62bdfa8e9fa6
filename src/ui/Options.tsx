import { useEffect } from 'preact/hooks';
import { AccessChoice } from './AccessChoice.tsx';
import { useApp } from './context.ts';
import { About, useListings } from './options/About.tsx';
import { Data, Privacy } from './options/Data.tsx';
import { General } from './options/General.tsx';
import { Muted } from './options/Muted.tsx';
import { Packs } from './options/Packs.tsx';
import { Shortcuts } from './options/Shortcuts.tsx';
import { Sites } from './options/Sites.tsx';

const sections = ['general', 'sites', 'muted', 'packs', 'shortcuts', 'data', 'privacy', 'about'] as const;

export function Options() {
  const { t } = useApp();
  const packs = useListings();
  // The sections came into the page after the browser looked for the one its address names.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  return (
    <main class="options">
      <h1>{t('options.title')}</h1>
      <nav aria-label={t('options.title')}>
        <ul class="bar start">
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`section.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <AccessChoice />
      <General />
      <Sites />
      <Muted />
      <Packs packs={packs} />
      <Shortcuts />
      <Data />
      <Privacy />
      <About packs={packs} />
    </main>
  );
}
