import { inFirefox } from '../../browser/version.ts';
import { AccessChoice } from '../AccessChoice.tsx';
import type { Article } from '../article.ts';
import { useApp } from '../context.ts';
import { Legend } from '../Legend.tsx';
import { ShortcutList } from '../options/Shortcuts.tsx';
import { Example } from './Example.tsx';
import { Knows } from './Knows.tsx';

/** The first minute: what this does, that nothing leaves the device, what to press, and a card as it will be seen. */
export function Welcome({ sample }: { sample: Article | undefined }) {
  const { t } = useApp();
  return (
    <>
      <div class="welcome">
        <header>
          <h1>{t('reader.title')}</h1>
          <p class="lead">{t('reader.what')}</p>
          <p class="promise">{t('reader.privacy')}</p>
          <AccessChoice large />
        </header>
        {sample && <Example article={sample} />}
      </div>
      <section aria-labelledby="start">
        <h2 id="start">{t('reader.start')}</h2>
        <p>{t(inFirefox() ? 'reader.pin.firefox' : 'reader.pin.chromium')}</p>
        <p>{t('reader.hint')}</p>
        <ShortcutList />
      </section>
      <section aria-labelledby="legend">
        <h2 id="legend">{t('legend.title')}</h2>
        <Legend />
      </section>
      <Knows />
    </>
  );
}
