import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { cleanHost } from '../settings/schema.ts';
import { useApp } from './context.ts';

interface Props {
  /** Words of the button. */
  add: string;
  onAdd(host: string): void;
  /** What else is said of the site, between its address and the button. */
  children?: ComponentChildren;
}

/** Takes the address of a site; what is none stays in its field, and the form says so. */
export function SiteForm({ add, onAdd, children }: Props) {
  const { t } = useApp();
  const [typed, setTyped] = useState('');
  const [unread, setUnread] = useState<string>();
  return (
    <form
      class="bar start site"
      onSubmit={(event) => {
        event.preventDefault();
        const host = cleanHost(typed);
        setUnread(host === undefined ? typed : undefined);
        if (host === undefined) return;
        onAdd(host);
        setTyped('');
      }}
    >
      <input
        type="text"
        inputMode="url"
        dir="ltr"
        aria-label={t('access.siteLabel')}
        placeholder="example.org"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {children}
      <button type="submit">{add}</button>
      {unread !== undefined && <p role="alert">{t('options.siteUnread', { typed: unread })}</p>}
    </form>
  );
}
