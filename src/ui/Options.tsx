import { useEffect } from 'preact/hooks';
import { AccessChoice } from './AccessChoice.tsx';
import { useApp } from './context.ts';
import { About, useListings } from './options/About.tsx';
import { Data, Privacy } from './options/Data.tsx';
import { General, Look } from './options/General.tsx';
import { Muted } from './options/Muted.tsx';
import { Packs } from './options/Packs.tsx';
import { Shelf } from './options/Shelf.tsx';
import { Shortcuts } from './options/Shortcuts.tsx';
import { Sites } from './options/Sites.tsx';

/** Unfolds the section that the address names and brings it into view: it came into the page after the browser looked for it. */
function openNamed(): void {
  const named = document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
  named?.scrollIntoView();
}

export function Options() {
  const { t } = useApp();
  const packs = useListings();
  useEffect(() => {
    openNamed();
    addEventListener('hashchange', openNamed);
    return () => removeEventListener('hashchange', openNamed);
  }, []);
  return (
    <main class="options">
      <h1>{t('options.title')}</h1>
      <AccessChoice />
      <Sites />
      <General />
      <Look />
      <Muted />
      <Packs packs={packs} />
      <Shortcuts />
      <Shelf />
      <Data />
      <Privacy />
      <About packs={packs} />
    </main>
  );
}
