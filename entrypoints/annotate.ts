import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from '../src/browser/native.ts';
import type { KeyGate, Viewer } from '../src/card/index.ts';
import { extensionIsGone, onEach, send } from '../src/messages/index.ts';
import type { PageConfig, PageReport } from '../src/messages/protocol.ts';
import { isReadable, optsOut } from '../src/page/meta.ts';
import { createSession, type PageSession } from '../src/page/session.ts';
import type { ShowMarks, ShownMarks } from './marks.ts';

/** A content script that is injected twice finds the first one here; the page cannot see it. */
const world = globalThis as {
  sidelight?: { alive(): boolean; stop(): void };
  sidelightMarks?: ShowMarks;
  sidelightViewer?: Viewer;
  sidelightKeys?: KeyGate;
};

/** CSS pixels: a smaller frame is a button or a counting pixel, and holds nothing to read. */
const smallestFrame = { width: 160, height: 60 };

/** ms: what `setTimeout` can count to. */
const longestTimer = 2 ** 31 - 1;

/** Errors of ours are nobody's on a page but a developer's: only the builds of tests and development have host permissions of their own. */
function report(error: unknown): void {
  if (!extensionIsGone() && browser.runtime.getManifest().host_permissions) console.error('sidelight', String(error));
}

/**
 * The content script, registered at run time: the first part of it, which reads the page and asks. What paints marks and opens cards (marks.ts) comes
 * with the first mention: a browser starts a process for nearly every site, in which each line has to be compiled, and most pages have no mark. Not one of WXT's content scripts, which announce themselves to the page by an event and
 * carry the polyfill: docs/adr/0004-content-script.md.
 */
export default defineUnlistedScript(() => {
  if (!isReadable(document) || world.sidelight?.alive()) return;
  // The one that is there belongs to a version that was updated or removed under the page.
  world.sidelight?.stop();
  delete world.sidelightMarks;
  delete world.sidelightViewer;
  const stop = whenLargeEnough(run);
  world.sidelight = { alive: () => !extensionIsGone(), stop };
});

/** @returns what ends it */
function run(): () => void {
  let config: PageConfig | undefined;
  /** How often the worker was asked what holds here: of its answers the one to the last question is the newest. */
  let asked = 0;
  let running: { session: PageSession; shown: ShownMarks | undefined } | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** The count that the badge of this document shows. */
  let told = 0;
  const optedOut = optsOut(document);
  const listeners: (() => void)[] = [];

  function end(): void {
    running?.shown?.destroy();
    running?.session.stop();
    running = undefined;
  }

  function stop(): void {
    end();
    clearTimeout(pause);
    // An extension that is gone has no listeners left to remove.
    if (!extensionIsGone()) for (const remove of listeners) remove();
  }

  /** Asks the worker; when the extension was updated or removed under the page, everything of ours leaves it. */
  const ask: typeof send = async (name, request) => {
    if (extensionIsGone()) stop();
    return send(name, request);
  };

  /** For the badge, which is empty when a page arrives: a page on which sources agree has nothing to say. */
  function tellCount(): void {
    const count = running?.session.points() ?? 0;
    if (!config?.badge || window.top !== window || (count === 0 && told === 0)) return;
    told = count;
    ask('count', { count }).catch(report);
  }

  /** The browser empties the badge of a tab that goes to another page, and back. */
  function tellCountAnew(): void {
    told = 0;
    tellCount();
  }

  function begin({ settings }: PageConfig): void {
    const session = createSession({
      page: document,
      settings,
      annotate: (page, known) => ask('annotate', { page, known }),
      async loadMarks() {
        if (!world.sidelightMarks) await ask('marks', {});
        if (!world.sidelightMarks) throw new Error('expected marks.js to have run in this frame');
        const shown = world.sidelightMarks(session, { ask, config: config!, onError: report });
        if (running?.session === session) running.shown = shown;
        return shown.marks;
      },
      onChange() {
        running?.shown?.refresh();
        tellCount();
      },
      onReplaced: () => running?.shown?.replaced(),
      onBeat: () => extensionIsGone() && stop(),
      onError: report,
    });
    running = { session, shown: undefined };
    session.start();
  }

  async function refresh(): Promise<void> {
    const turn = ++asked;
    const next = await ask('hello', { host: location.hostname });
    if (turn === asked) apply(next);
  }

  function apply(next: PageConfig): void {
    config = next;
    clearTimeout(pause);
    if (next.until !== undefined) {
      pause = setTimeout(() => refresh().catch(report), Math.min(next.until - Date.now() + 1, longestTimer));
    }
    if (next.state === 'off') end();
    else if (!running) begin(next);
    else {
      running.session.configure(next.settings);
      running.shown?.configure(next);
    }
  }

  async function command(name: 'next' | 'previous' | 'open' | 'close'): Promise<boolean> {
    await running?.session.marks();
    return running?.shown?.command(name) ?? false;
  }

  async function describe({ positions = false }: { positions?: boolean | undefined }): Promise<PageReport> {
    const marks = await running?.session.marks();
    return marks?.report(positions) ?? running?.session.summary() ?? describeUnread();
  }

  function describeUnread(): PageReport {
    const state = optedOut ? 'opted-out' : config ? 'off' : 'scanning';
    return { version: `${state} ${location.href}`, state, title: document.title, url: location.href, mentions: [] };
  }

  listeners.push(
    onReturn(() => asked > 0 && refresh().then(tellCountAnew).catch(report)),
    onEach({
      'page/changed'() {
        // Who has not asked yet will.
        if (asked > 0) refresh().catch(report);
        return undefined;
      },
      'page/report': describe,
      'page/version': () => running?.session.version() ?? describeUnread().version,
      'page/reading': async () => (await running?.session.marks())?.reading() ?? null,
      'page/jump': async ({ index }) => (await running?.session.marks())?.jump(index) != null,
      'page/command': (request) => command(request.command),
    }),
  );

  if (!optedOut) refresh().catch(report);
  return stop;
}

/** A page that comes back from the back/forward cache has heard nothing of what the reader changed meanwhile. */
function onReturn(again: () => void): () => void {
  const listener = (event: PageTransitionEvent) => event.persisted && again();
  addEventListener('pageshow', listener);
  return () => removeEventListener('pageshow', listener);
}

/**
 * Frames that are too small to read are left alone until they grow: pages have dozens that count and show nothing.
 *
 * @returns what ends it
 */
function whenLargeEnough(begin: () => () => void): () => void {
  const isLarge = () => innerWidth >= smallestFrame.width && innerHeight >= smallestFrame.height;
  if (window.top === window || isLarge()) return begin();
  let end = () => removeEventListener('resize', look);
  function look() {
    if (!isLarge()) return;
    end();
    end = begin();
  }
  addEventListener('resize', look);
  return () => end();
}
