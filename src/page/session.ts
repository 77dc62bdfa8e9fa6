import type { Mention } from '../match/types.ts';
import type { PageReport } from '../messages/protocol.ts';
import type { PageSettings } from '../settings/types.ts';
import { type Annotate, annotateBlocks, type Known } from './annotate.ts';
import type { Block } from './blocks.ts';
import { heartbeat, retries } from './changes.ts';
import type { collect } from './collect.ts';
import { type ElementRules, parentInFlatTree } from './elements.ts';
import { caps, shortPage } from './limits.ts';
import type { PageMarks } from './marks.ts';
import type { PageMeta, readMeta } from './meta.ts';
import { createReader } from './reader.ts';
import type { FirstLook } from './scout.ts';
import type { Slices } from './slice.ts';
import { type Changes, createWatcher } from './watch.ts';

/** ms after a change in part of a long page until it is decided again as a whole. */
const settling = 2000;

export interface SessionOptions {
  page: Document;
  settings: PageSettings;
  /** How a page is read. Handed in, since the content script has them already. */
  collect: typeof collect;
  rules: ElementRules;
  slices: Slices;
  readMeta: typeof readMeta;
  annotate: Annotate;
  /** Brings what paints marks: asked for with the first mention, and again when it failed. */
  loadMarks(session: PageSession): Promise<PageMarks>;
  /** Marks have come, gone or moved. */
  onChange(): void;
  /** The whole document was replaced, and with it went every listener on the window. */
  onReplaced?(): void;
  /** Every two seconds while the page is visible. */
  onBeat(): void;
  /** Something failed. The marks that are there stay, and the next change of the page is followed. */
  onError(error: unknown): void;
}

/** What the marks of a page are made from, and who asks for them: the first part of the content script. */
export interface PageSession {
  page: Document;
  readonly settings: PageSettings;
  slices: Slices;
  signal: AbortSignal;
  list: ReturnType<typeof createReader>['list'];
  reader: ReturnType<typeof createReader>;
  known: Known;
  /** The element above in the tree as it is shown. */
  parentOf: typeof parentInFlatTree;
  /** Whether the reader wants an entity marked. */
  accept(mention: Mention): boolean;
  /** `look`: the page was read already. */
  start(look?: FirstLook): void;
  /** Takes every trace off the page, for good. */
  stop(): void;
  configure(next: PageSettings): void;
  /** Not on this page: its mentions are neither painted nor answer. @returns what takes it back */
  silence(entity: string): () => void;
  published(): string | undefined;
  /** Mentions that the reader wants. */
  count(): number;
  /** On how many points sources differ about what is painted, or would be at the first mention. */
  points(): number;
  version(): string;
  /** The report without its mentions. */
  summary(): PageReport;
  /** What paints the marks; nothing on a page without any. */
  marks(): Promise<PageMarks | undefined>;
}

/** Reads a page and keeps what is known of it as it changes. Knows no browser API and no dataset, and paints nothing itself. */
export function createSession(options: SessionOptions): PageSession {
  const { page, slices } = options;
  const view = page.defaultView!;
  const stopped = new AbortController();
  const { signal } = stopped;
  let settings = options.settings;
  /** Entities that the reader does not want on this page. */
  const silenced = new Set<string>();
  let root = page.documentElement;
  /** Read in full with the page. */
  let meta: PageMeta = { title: page.title };
  let state: PageReport['state'] = 'scanning';
  /** Rises whenever marks may have come or gone; counted anew in another session, which begins at another time. */
  let changes = 0;
  const began = view.performance.timeOrigin + view.performance.now();
  let marks: PageMarks | undefined;
  let loading: Promise<PageMarks> | undefined;
  const known: Known = { kinds: {}, names: {}, quiet: new Set(), light: new Set(), disputed: {}, published: undefined };

  /** The whole page is to be decided again, whatever has changed. */
  let undecided = true;
  let failures = 0;
  let settlingSoon = false;
  const timers = new Set<ReturnType<typeof setTimeout>>();

  function accept({ entity }: Mention): boolean {
    const kind = known.kinds[entity];
    if (kind === undefined || silenced.has(entity)) return false;
    return settings.kinds.includes(kind) && !settings.muted.includes(entity);
  }

  const watcher = createWatcher(page, (changes) => follow(changes).catch(options.onError));
  const reader = createReader({
    page,
    caps,
    signal,
    collect: options.collect,
    rules: options.rules,
    slices,
    onRoot: (root) => watcher.observe(root),
  });
  const { list } = reader;

  function later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  }

  function beat(): void {
    if (!page.hidden) {
      options.onBeat();
      marks?.beat().catch(options.onError);
      const attached = reader.attached();
      if (attached.length) watcher.note(attached);
    }
    later(heartbeat, beat);
  }

  function decideAgain(): void {
    undecided = true;
    watcher.note([]);
  }

  function load(): Promise<PageMarks> {
    loading ??= options.loadMarks(session).then(
      (loaded) => {
        marks = loaded;
        // The session ended meanwhile.
        if (signal.aborted) loaded.stop();
        return loaded;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  function version(): string {
    return `${began} ${changes} ${state} ${page.location.href} ${page.title}`;
  }

  async function repaint(): Promise<void> {
    changes++;
    list.noteMentions();
    // Most pages have no mark, and none to take away.
    if (!marks && count() === 0) return;
    await (await load()).repaint();
    await slices.pause();
    if (!signal.aborted) options.onChange();
  }

  async function decide(blocks: readonly Block[], annotate: Annotate): Promise<void> {
    const chosen = new Set(blocks);
    const others = chosen.size < list.blocks.length ? list.blocks.filter((block) => !chosen.has(block)) : [];
    // A slice of its own, for packing much text and for what is compiled with a first answer.
    await slices.pause();
    await annotateBlocks(blocks, others, meta, known, annotate, signal, slices);
  }

  async function follow(changes: Changes): Promise<void> {
    if (changes.all || changes.navigated) {
      meta = changes.read?.meta ?? options.readMeta(page);
      known.published = undefined;
    }
    await (changes.read ? slices.pause() : slices.afterFrame(view));
    if (page.documentElement !== root) {
      // document.open() takes all listeners off the window.
      root = page.documentElement;
      watcher.listen();
      marks?.listen();
      options.onReplaced?.();
    }
    const { fresh, changed } = await reader.read(changes);
    if (signal.aborted) return;
    if (fresh.some(({ mentions }) => mentions.length > 0)) await repaint();
    if (!changed && !undecided && !changes.navigated) {
      if (fresh.length) await repaint();
      return;
    }
    const answer = changes.read?.answer;
    const whole = undecided || changes.navigated || list.length <= shortPage;
    try {
      await decide(whole ? list.blocks : fresh, answer ? async () => answer : options.annotate);
    } catch (error) {
      // The worker was stopped or replaced while it was asked; the marks that are there stay.
      undecided = true;
      const wait = retries[failures++];
      if (wait === undefined) throw error;
      later(wait, decideAgain);
      return;
    }
    if (signal.aborted) return;
    failures = 0;
    undecided = false;
    if (!whole && !settlingSoon) {
      settlingSoon = true;
      later(settling, () => {
        settlingSoon = false;
        decideAgain();
      });
    }
    await repaint();
    state = 'done';
  }

  function count(): number {
    let sum = 0;
    for (const { mentions } of list.blocks) for (const mention of mentions) if (accept(mention)) sum++;
    return sum;
  }

  function points(): number {
    const wanted = new Set<string>();
    for (const { mentions } of list.blocks) for (const each of mentions) if (accept(each)) wanted.add(each.entity);
    let sum = 0;
    for (const entity of wanted) if (!known.quiet.has(entity)) sum += known.disputed[entity] ?? 0;
    return sum;
  }

  const session: PageSession = {
    page,
    get settings() {
      return settings;
    },
    slices,
    signal,
    list,
    reader,
    known,
    parentOf: parentInFlatTree,
    accept,
    start(look) {
      watcher.start(look);
      later(heartbeat, beat);
    },
    stop() {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
      watcher.stop();
      marks?.stop();
    },
    configure(next) {
      settings = next;
      repaint().catch(options.onError);
      // The worker leaves out what the reader did not want: what is wanted anew has to be asked for.
      decideAgain();
    },
    silence(entity) {
      const repainted = () => repaint().catch(options.onError);
      silenced.add(entity);
      repainted();
      return () => {
        silenced.delete(entity);
        repainted();
      };
    },
    published: () => known.published,
    count,
    points,
    version,
    summary() {
      const capped = reader.capped ?? (marks?.capped ? 'marks' : undefined);
      return {
        version: version(),
        state,
        title: page.title,
        url: page.location.href,
        mentions: [],
        ...(known.published !== undefined && { published: known.published }),
        ...(capped && { capped }),
      };
    },
    marks: async () => marks ?? (count() > 0 ? load() : undefined),
  };
  return session;
}
