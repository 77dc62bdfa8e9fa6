import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ask, Request } from '../src/messages/ask.ts';
import type { PageConfig, PageReport } from '../src/messages/protocol.ts';
import type { collect } from '../src/page/collect.ts';
import type { ElementRules } from '../src/page/elements.ts';
import type { readMeta } from '../src/page/meta.ts';
import type { FirstLook } from '../src/page/scout.ts';
import { createSession } from '../src/page/session.ts';
import type { Slices } from '../src/page/slice.ts';
import type { GetPart, OurWorld } from './annotate.ts';
import type { ShownMarks } from './marks.ts';

/** What the first part of the content script hands over. */
interface Given {
  ask: typeof ask;
  part: GetPart;
  config: PageConfig;
  collect: typeof collect;
  readMeta: typeof readMeta;
  rules: ElementRules;
  slices: Slices;
  /** The page as it was read already. */
  look: FirstLook | undefined;
  /** Every two seconds while the page is visible. */
  onBeat(): void;
  onError(error: unknown): void;
}

/** What it gets for it. */
export interface Follower {
  configure(next: PageConfig): void;
  version(): string;
  report(asked: Request<'page/report'>): Promise<PageReport>;
  inView(): Promise<number | null>;
  jump(to: Request<'page/jump'>): Promise<boolean>;
  command(given: Request<'page/command'>): Promise<boolean>;
  /** The browser empties the badge of a tab that goes to another page, and back. */
  tellCountAnew(): void;
  stop(): void;
}

export type FollowPage = (given: Given) => Follower;

const world = globalThis as OurWorld;

/**
 * The part of the content script that follows a page and answers for it, run by the worker in a frame with something to mark, one that is long and
 * changes, or one that is asked. annotate.ts finds it in the world that both share.
 */
export default defineUnlistedScript(() => {
  // The page that asked may be gone, and another be there.
  if (world.sidelight) world.sidelight.follow = follow;
});

function follow({ ask, part, config: first, look, onError, ...given }: Given): Follower {
  let config = first;
  let shown: ShownMarks | undefined;
  /** The count that the badge of this document shows. */
  let told = 0;
  const session = createSession({
    ...given,
    page: document,
    settings: config.settings,
    annotate: (page, known) => ask('annotate', { page, known }),
    async loadMarks() {
      const showMarks = await part('marks', {});
      shown = showMarks(session, { ask, part, config, onError });
      return shown.marks;
    },
    onChange() {
      shown?.refresh();
      tellCount();
    },
    onReplaced: () => shown?.replaced(),
    onError,
  });

  /** For the badge, which is empty when a page arrives: a page on which sources agree has nothing to say. */
  function tellCount(): void {
    const count = session.points();
    if (!config.badge || window.top !== window || (count === 0 && told === 0)) return;
    told = count;
    ask('count', { count }).catch(onError);
  }

  session.start(look);
  return {
    configure(next) {
      config = next;
      session.configure(next.settings);
      shown?.configure(next);
    },
    version: session.version,
    report: async ({ positions = false }) => (await session.marks())?.report(positions) ?? session.summary(),
    inView: async () => (await session.marks())?.inView() ?? null,
    jump: async ({ index }) => (await session.marks())?.jump(index) != null,
    async command({ command }) {
      await session.marks();
      return shown?.command(command) ?? false;
    },
    tellCountAnew() {
      told = 0;
      tellCount();
    },
    stop() {
      shown?.destroy();
      session.stop();
    },
  };
}
