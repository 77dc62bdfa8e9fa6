import { createCard } from '../card/index.ts';
import { viewer } from '../card/viewer.ts';
import { direction, translator } from '../locale/texts.ts';
import { onEach, type Request, send } from '../messages/index.ts';
import { collect } from '../page/collect.ts';
import { elementRules } from '../page/elements.ts';
import { createMarks, type PageMarks } from '../page/marks.ts';
import { readMeta } from '../page/meta.ts';
import { createSession } from '../page/session.ts';
import { slices } from '../page/slice.ts';
import { pageSettings } from '../settings/sites.ts';
import type { App } from './context.ts';

type Command = Request<'page/command'>['command'];

/** Marks an extension page as the content script marks any other: same reading, same marks, same card, same commands. */
export function readThisPage({ texts, language, settings }: App) {
  const config = { texts, language, direction: direction(language), settings: pageSettings(settings) };
  /** There with the first mention, as in the content script. */
  let marks: PageMarks | undefined;
  const session = createSession({
    page: document,
    settings: config.settings,
    collect,
    readMeta,
    rules: elementRules,
    slices,
    annotate: (page, known) => send('annotate', { page, known }),
    async loadMarks(session) {
      marks = createMarks(session, {
        announcement: (text, index, count) => translator(texts, language)('page.mark', { text, index, count }),
        onError: (error) => console.error(error),
      });
      return marks;
    },
    onChange: () => card.refresh(),
    onBeat: () => undefined,
    onError: (error) => console.error(error),
  });
  const card = createCard({
    ...config,
    get: (entity, original) => send('card', { entity, original }),
    viewer: async () => viewer,
    cite: (entity, what, format) => send('cite', { entity, what, format }),
    picture: (entity, what) => send('picture', { entity, what }),
    hit: (x, y) => marks?.hit(x, y) ?? null,
    published: session.published,
    onActive: (target) => marks?.activate(target),
  });
  session.start();

  function command(name: Command): boolean {
    if (name === 'close') return card.close();
    if (!marks) return false;
    const target = name === 'open' ? (marks.current() ?? marks.next('next')) : marks.next(name);
    if (name === 'open' && target) card.open(target);
    return target !== null;
  }
  const stopAnswering = onEach({
    'page/report': () => marks?.report() ?? session.summary(),
    'page/version': session.version,
    'page/in-view': () => marks?.inView() ?? null,
    'page/jump': ({ index }) => marks?.jump(index) != null,
    'page/command': (request) => command(request.command),
  });
  return {
    command,
    configure(app: App) {
      const next = {
        texts: app.texts,
        language: app.language,
        direction: direction(app.language),
        settings: pageSettings(app.settings),
      };
      session.configure(next.settings);
      card.configure(next);
    },
    stop() {
      stopAnswering();
      session.stop();
      card.destroy();
    },
  };
}
