import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Card, createCard } from '../src/card/index.ts';
import type { ask } from '../src/messages/ask.ts';
import type { PageConfig } from '../src/messages/protocol.ts';
import { createMarks, type PageMarks } from '../src/page/marks.ts';
import type { PageSession } from '../src/page/session.ts';
import type { GetPart, OurWorld } from './annotate.ts';

/** What the first part of the content script hands over. */
interface Given {
  /** Asks the worker. */
  ask: typeof ask;
  part: GetPart;
  config: PageConfig;
  onError(error: unknown): void;
}

/** What it gets for it. */
export interface ShownMarks {
  marks: PageMarks;
  /** Marks were repainted or moved. */
  refresh(): void;
  configure(next: PageConfig): void;
  command(name: 'next' | 'previous' | 'open' | 'close'): boolean;
  /** The whole document was replaced, and with it went every listener on the window. */
  replaced(): void;
  destroy(): void;
}

export type ShowMarks = (session: PageSession, given: Given) => ShownMarks;

const world = globalThis as OurWorld;

/** The second part of the content script, run by the worker in a frame that has a mention. annotate.ts finds it in the world that both share. */
export default defineUnlistedScript(() => {
  if (world.sidelight) world.sidelight.marks = showMarks;
});

function showMarks(session: PageSession, { ask, part, config: first, onError }: Given): ShownMarks {
  let config = first;
  /** Comes with the first mark that the reader wants: its host and listeners cost some 3 ms. */
  let card: Card | undefined;
  const marks = createMarks(session, {
    announcement: (text, index, count) =>
      (config.texts['page.mark'] ?? '{text}')
        .replace('{text}', text)
        .replace('{index}', String(index))
        .replace('{count}', String(count)),
    onError,
  });

  /** @returns what takes it back */
  async function mute(entity: string, until?: 'change') {
    await ask('mute', { entity, muted: true, until });
    return () => ask('mute', { entity, muted: false });
  }

  function makeCard(): Card {
    return createCard({
      ...config,
      get: (entity, original) => ask('card', { entity, original }),
      // Comes into the page with the first card: most pages never open any.
      viewer: () => part('viewer', {}),
      keys: world.sidelightKeys,
      cite: (entity, what, format) => ask('cite', { entity, what, format }),
      picture: (entity, what) => ask('picture', { entity, what }),
      hit: marks.hit,
      published: session.published,
      onActive(target) {
        marks.activate(target);
        // For a list that the reader wanted kept; a card opens all the same where it cannot be.
        if (target && config.shelf)
          ask('seen', { entity: target.mention.entity, title: document.title }).catch(onError);
      },
      actions: {
        mute: ({ entity }) => mute(entity.id, 'change'),
        async notThis({ entity }, _target, scope) {
          return scope === 'page' ? session.silence(entity.id) : mute(entity.id);
        },
        async siteOff() {
          await ask('site', { host: location.hostname, state: 'off' });
          return () => ask('site', { host: location.hostname, state: 'on' });
        },
      },
    });
  }

  return {
    marks,
    refresh() {
      if (session.count() > 0) card ??= makeCard();
      card?.refresh();
    },
    configure(next) {
      config = next;
      card?.configure(next);
    },
    command(name) {
      if (name === 'close') return card?.close() ?? false;
      const target = name === 'open' ? (marks.current() ?? marks.next('next')) : marks.next(name);
      if (name === 'open' && target) {
        card ??= makeCard();
        card.open(target);
      }
      return target !== null;
    },
    replaced() {
      card?.destroy();
      card = undefined;
      // What keys.ts put on the window is gone as well: the next card listens by itself.
      delete world.sidelightKeys;
    },
    destroy() {
      card?.destroy();
      card = undefined;
    },
  };
}
