import { addressOf, delay, restAfter, storm, watched } from './changes.ts';
import type { FirstLook } from './scout.ts';

/** What has changed since the last look. Only collected here: reading it is for later, in slices. */
export interface Changes {
  /** Nodes that arrived, texts that changed, and what stands beside something that left. */
  nodes: Set<Node>;
  /** What left its place: some of it may be back, where nothing is read. */
  removed: Set<Node>;
  /** Elements whose reading attributes changed: all in them is to be read again. */
  elements: Set<Node>;
  /** So much changed that reading the whole page anew is cheaper than following it. */
  all: boolean;
  /** The address changed without a new document. */
  navigated: boolean;
  /** The page was read already: with `all`, at the beginning. */
  read?: FirstLook;
}

export function noChanges(): Changes {
  return { nodes: new Set(), removed: new Set(), elements: new Set(), all: false, navigated: false };
}

/** Adds to `gathered` what an observer has told. */
export function gatherInto({ nodes, removed, elements }: Changes, records: readonly MutationRecord[]): void {
  for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    if (type === 'characterData') nodes.add(target);
    else if (type === 'attributes') {
      elements.add(target);
      addHost(target.parentNode);
    } else {
      addHost(target);
      const { host } = target.getRootNode() as ShadowRoot;
      if (host && [...addedNodes, ...removedNodes].some(holdsSlot)) elements.add(host);
      for (const node of addedNodes) nodes.add(node);
      for (const node of removedNodes) removed.add(node);
      if (removedNodes.length) {
        // What stood on either side may now be one run of text.
        if (previousSibling) nodes.add(previousSibling);
        if (nextSibling) nodes.add(nextSibling);
        if (!previousSibling && !nextSibling && !addedNodes.length) nodes.add(target);
      }
    }
  }

  /** Its slots are filled otherwise when a child comes, goes or asks for another: what they show without one with them. */
  function addHost(parent: Node | null): void {
    if ((parent as Element | null)?.shadowRoot) elements.add(parent!);
  }
}

function holdsSlot(node: Node): boolean {
  return node.nodeName === 'SLOT' || (node as Partial<Element>).querySelector?.('slot') != null;
}

/**
 * Watches a page for changes of its text, its address and its visibility. `onChange` is called with what has gathered, never
 * while the page is hidden and never before the promise of the last call has settled.
 */
export function createWatcher(page: Document, onChange: (changes: Changes) => Promise<void>) {
  const view = page.defaultView!;
  const stop = new AbortController();
  let listening = new AbortController();
  let gathered = noChanges();
  let dirty = false;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let restUntil = 0;
  let address = addressOf(view);

  function gather(records: MutationRecord[]): void {
    if (gathered.all) {
      // What was read is another page by now.
      if (records.length) delete gathered.read;
      return;
    }
    gatherInto(gathered, records);
    if (gathered.nodes.size + gathered.elements.size > storm) {
      gathered = { ...noChanges(), all: true, navigated: gathered.navigated };
    }
  }

  function plan(): void {
    const now = performance.now();
    if (!dirty) firstChange = now;
    dirty = true;
    if (busy || page.hidden || stop.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(look, delay(now, firstChange, restUntil));
  }

  async function look(): Promise<void> {
    if (busy || page.hidden || stop.signal.aborted) return;
    const changes = gathered;
    gathered = noChanges();
    dirty = false;
    busy = true;
    const began = performance.now();
    try {
      await onChange(changes);
    } finally {
      busy = false;
      const ended = performance.now();
      restUntil = restAfter(began, ended);
      if (dirty) {
        firstChange = ended;
        plan();
      }
    }
  }

  function checkAddress(): void {
    const now = addressOf(view);
    if (now === address) return;
    address = now;
    gathered.navigated = true;
    plan();
  }

  /** Listens to what no observer sees; again after a page has lost all its listeners. */
  function listen(): void {
    listening.abort();
    listening = new AbortController();
    const signal = AbortSignal.any([stop.signal, listening.signal]);
    const resume = () => dirty && plan();
    page.addEventListener('visibilitychange', resume, { signal });
    view.addEventListener('pageshow', resume, { signal });
    view.addEventListener('popstate', checkAddress, { signal });
    const { navigation } = view as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', checkAddress, { signal });
  }

  function hear(records: MutationRecord[]): void {
    gather(records);
    checkAddress();
    plan();
  }
  let observer: MutationObserver;

  return {
    /** From the beginning, or from where somebody else has read the page. */
    start(read?: FirstLook): void {
      listen();
      if (!read) {
        observer = new MutationObserver(hear);
        observer.observe(page, watched);
        gathered.all = true;
        plan();
        return;
      }
      observer = read.observer;
      read.tell(hear);
      gathered = { ...noChanges(), all: true, read };
      dirty = true;
      look();
      gather(read.records);
      if (read.records.length) plan();
    },
    listen,
    /** A tree of its own for the observer: changes in it do not bubble into the page's. */
    observe(root: ShadowRoot): void {
      if (!stop.signal.aborted) observer.observe(root, watched);
    },
    /** Adds to what has changed, for what no observer sees; with no nodes, asks for a look. */
    note(nodes: Iterable<Node>): void {
      for (const node of nodes) gathered.nodes.add(node);
      plan();
    },
    stop(): void {
      stop.abort();
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}
