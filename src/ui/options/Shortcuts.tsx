import { useEffect, useState } from 'preact/hooks';
import { openShortcutPage, readShortcuts, type Shortcut } from '../../browser/shortcuts.ts';
import { useApp } from '../context.ts';
import { Section } from './Section.tsx';

/** What each command is called in the reader's language; the browser only knows its own. */
const names = {
  _execute_action: 'manifest.commandPopup',
  'next-mark': 'manifest.commandNext',
  'previous-mark': 'manifest.commandPrevious',
  'open-card': 'manifest.commandOpen',
  'toggle-site': 'manifest.commandToggle',
  'side-panel': 'manifest.commandPanel',
} as const;

/** What each key does, as the browser holds it. */
export function ShortcutList() {
  const { t } = useApp();
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    const read = () => readShortcuts().then(setShortcuts);
    read();
    // They are changed on a page of the browser's: on coming back they may be others.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  if (shortcuts.length === 0) return null;
  return (
    <>
      <ul class="rows keys">
        {shortcuts.map(({ name, description, keys }) => (
          <li key={name}>
            <span>{name in names ? t(names[name as keyof typeof names]) : description}</span>
            {keys ? <kbd dir="ltr">{keys}</kbd> : <span class="quiet">{t('options.noShortcut')}</span>}
          </li>
        ))}
      </ul>
      <button type="button" onClick={openShortcutPage}>
        {t('options.changeShortcuts')}
      </button>
    </>
  );
}

export function Shortcuts() {
  const { t } = useApp();
  return (
    <Section id="shortcuts" title={t('section.shortcuts')}>
      <ShortcutList />
    </Section>
  );
}
