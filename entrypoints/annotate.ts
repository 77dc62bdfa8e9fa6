import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from '../src/browser/native.ts';
import type { KeyGate, Viewer } from '../src/card/index.ts';
import { ask as askWorker, extensionIsGone, isOwn, listen, type Request } from '../src/messages/ask.ts';
import type { PageConfig, PageReport } from '../src/messages/protocol.ts';
import { collect } from '../src/page/collect.ts';
import { elementRules } from '../src/page/elements.ts';
import { smallestHeight, smallestWidth } from '../src/page/limits.ts';
import { isReadable, optsOut, readMeta } from '../src/page/meta.ts';
import { createScout, type Scout } from '../src/page/scout.ts';
import { afterFrame, slices } from '../src/page/slice.ts';
import type { Follower, FollowPage } from './follow.ts';
import type { ShowMarks } from './marks.ts';

/** By the names of the messages that ask for them. */
interface Parts {
  follow: FollowPage;
  marks: ShowMarks;
  viewer: Viewer;
}

/** @throws {Error} when the worker cannot be reached, or the part did not run in this frame */
export type GetPart = <Name extends keyof Parts>(name: Name, request: Request<Name>) => Promise<Parts[Name]>;

/** What runs here, and the further parts of it when they are there. */
interface Running extends Partial<Parts> {
  alive(): boolean;
  stop(): void;
}

/** A content script that is injected twice finds the first one here; the page cannot see it. */
export interface OurWorld {
  sidelight?: Running;
  sidelightKeys?: KeyGate;
}
const world = globalThis as OurWorld;

/** ms: what `setTimeout` can count to. */
const longestTimer = 2 ** 31 - 1;

/** Errors of ours are nobody's on a page but a developer's: only the builds of tests and development have host permissions of their own. */
function report(error: unknown): void {
  if (!extensionIsGone() && browser.runtime.getManifest().host_permissions) console.error('sidelight', String(error));
}

/**
 * The content script, registered at run time: the first part of it, which reads the page and asks. What follows a page (follow.ts), paints marks (marks.ts)
 * and shows cards (card.ts) comes when there is something to do: a browser starts a process for nearly every site, in which each line has to be compiled,
 * and most pages have no mark. Not one of WXT's content scripts, which announce themselves to the page by an event and
 * carry the polyfill: docs/adr/0004-content-script.md.
 */
export default defineUnlistedScript(() => {
  if (!isReadable(document) || world.sidelight?.alive()) return;
  // The one that is there belongs to a version that was updated or removed under the page.
  world.sidelight?.stop();
  world.sidelight = { alive: () => !extensionIsGone(), stop: whenLargeEnough(run) };
});

/** @returns what ends it */
function run(): () => void {
  let config: PageConfig | undefined;
  /** How often the worker was asked what holds here: of its answers the one to the last question is the newest. */
  let asked = 0;
  /** One of the two while the page is read. */
  let scout: Scout | undefined;
  let follower: Follower | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const optedOut = optsOut(document);
  const root = document.documentElement;

  function end(): void {
    scout?.stop();
    follower?.stop();
    scout = follower = undefined;
  }

  function stop(): void {
    end();
    clearTimeout(pause);
    removeEventListener('pageshow', onReturn);
    // An extension that is gone has no listeners left to remove.
    if (!extensionIsGone()) stopAnswering();
  }

  /** When the extension was updated or removed under the page, everything of ours leaves it. */
  const onBeat = () => extensionIsGone() && stop();

  /** Asks the worker. */
  const ask: typeof askWorker = async (name, request) => {
    onBeat();
    return askWorker(name, request);
  };

  /** A further part of this script, which the worker runs here when it is not there yet. */
  const part: GetPart = async (name, request) => {
    if (!world.sidelight?.[name]) await ask(name, request);
    const found = world.sidelight?.[name] as Parts[typeof name] | undefined;
    if (!found) throw new Error(`"${name}" did not run in this frame`);
    return found;
  };

  /** Lets follow.ts go on with the page, where it is read at all. `paint`: there is something to mark. */
  async function follow(paint = false): Promise<Follower | undefined> {
    const followPage = scout && (await part('follow', { paint }));
    // Others may have asked for the same meanwhile, or the reader have switched the site off.
    if (!scout || !followPage) return follower;
    const look = scout.stop();
    scout = undefined;
    // The whole document was replaced, and with it went what keys.ts put on the window.
    if (document.documentElement !== root) delete world.sidelightKeys;
    follower = followPage({
      ask,
      part,
      config: config!,
      collect,
      readMeta,
      rules: elementRules,
      slices,
      look,
      onBeat,
      onError: report,
    });
    return follower;
  }

  /** Asks what holds here. */
  async function refresh(): Promise<void> {
    const turn = ++asked;
    try {
      const next = await ask('hello', { host: location.hostname });
      if (turn === asked) apply(next);
    } catch (error) {
      report(error);
    }
  }

  function apply(next: PageConfig): void {
    config = next;
    clearTimeout(pause);
    if (next.until !== undefined) pause = setTimeout(refresh, Math.min(next.until - Date.now() + 1, longestTimer));
    if (next.state === 'off') end();
    else if (follower) follower.configure(next);
    else if (scout) scout.again();
    else {
      scout = createScout({
        page: document,
        annotate: (page) => ask('annotate', { page, known: [] }),
        onMore: follow,
        onBeat,
        onError: report,
      });
    }
  }

  /** Of a page that is not read, or not yet. */
  function describeUnread(): PageReport {
    const state = optedOut ? 'opted-out' : config?.state === 'off' ? 'off' : 'scanning';
    return { version: `${state} ${location.href}`, state, title: document.title, url: location.href, mentions: [] };
  }

  /** A page that comes back from the back/forward cache has heard nothing of what the reader changed meanwhile. */
  async function onReturn({ persisted }: PageTransitionEvent): Promise<void> {
    if (!persisted || !asked) return;
    await refresh();
    follower?.tellCountAnew();
  }

  addEventListener('pageshow', onReturn);
  const stopAnswering = listen<boolean>(
    {
      'page/changed'() {
        // Who has not asked yet will.
        if (asked) refresh();
        return undefined;
      },
      'page/report': async (request) => (await follow())?.report(request) ?? describeUnread(),
      'page/version': () => follower?.version() ?? describeUnread().version,
      'page/in-view': async () => (await follow())?.inView() ?? null,
      'page/jump': async (request) => (await follow())?.jump(request) ?? false,
      'page/command': async (request) => (await follow())?.command(request) ?? false,
    },
    // Other content scripts get no answer.
    isOwn,
  );

  if (!optedOut) refresh();
  return stop;
}

/**
 * Frames that are too small to read are left alone until they grow: pages have dozens that count and show nothing.
 *
 * @returns what ends it
 */
function whenLargeEnough(begin: () => () => void): () => void {
  if (window.top === window) return begin();
  let end: (() => void) | undefined;
  const deaf = () => removeEventListener('resize', look);
  function look() {
    if (end || innerWidth < smallestWidth || innerHeight < smallestHeight) return;
    deaf();
    end = begin();
  }
  addEventListener('resize', look);
  // Asked at once, the size would have to be laid out, in each of the dozens.
  afterFrame(window).then(look);
  return () => {
    // What has not begun never will.
    end ??= deaf;
    end();
  };
}
