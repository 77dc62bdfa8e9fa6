/** Typed messages between page, worker and extension pages, as the worker and our own pages send and hear them. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser/native.ts';
import {
  ask,
  type Handler,
  type Handlers,
  isOwn,
  listen,
  type MessageName,
  open,
  type PageMessage,
  type Reply,
  type Request,
  type Wire,
  type WorkerMessage,
} from './ask.ts';

export type { PageMessage, Reply, Request, WorkerMessage } from './ask.ts';

/** Who sent a message, as the browser says it: nothing in here but `question` can be set by the sender. */
export interface Sender {
  /** True for the extension's own pages and worker, false for a content script. */
  own: boolean;
  /** Tab and frame of a content script. */
  tab?: number;
  frame?: number;
  /** The tab is the one in front of its window. */
  front?: boolean;
  /** The tab is in a private window. */
  private?: boolean;
  /** Address of the sending document, and of the tab it stands in, where the browser tells. */
  url?: string;
  top?: string;
  /** Origin of the sending document; of a frame without an address of its own (`srcdoc`) that of its page. */
  origin?: string;
  /** Which of the sender's questions this is, as the sender says: the same number again is the same question again. */
  question?: number;
}

/** What a content script may ask for: it runs beside a page that may be hostile, so it gets no more than it needs. */
const forContentScripts: readonly MessageName[] = [
  'hello',
  'annotate',
  'card',
  'seen',
  'follow',
  'marks',
  'viewer',
  'cite',
  'picture',
  'mute',
  'site',
  'count',
];

/**
 * Asks the worker. Rejects with the handler's own words, or with the browser's when nobody is there to answer. What a content script may ask is asked
 * again after a silence; what only our own pages ask may not bear to be carried out twice.
 */
export async function send<Name extends WorkerMessage>(name: Name, request: Request<Name>): Promise<Reply<Name>> {
  if (forContentScripts.includes(name)) return ask(name, request);
  return open(name, await browser.runtime.sendMessage({ sidelight: name, request } satisfies Wire));
}

/** Asks the content script in a tab, by default the one of its top frame. */
export async function sendToTab<Name extends PageMessage>(
  tab: number,
  name: Name,
  request: Request<Name>,
  frame = 0,
): Promise<Reply<Name>> {
  return open(
    name,
    await browser.tabs.sendMessage(tab, { sidelight: name, request } satisfies Wire, { frameId: frame }),
  );
}

/** Tells every frame of a tab; a tab without a content script is no error. */
export async function tellTab<Name extends PageMessage>(
  tab: number,
  name: Name,
  request: Request<Name>,
): Promise<void> {
  await browser.tabs.sendMessage(tab, { sidelight: name, request } satisfies Wire).catch(() => undefined);
}

/** Answers messages until the returned function is called; one that a content script has no business to send gets no answer. */
export function onEach(handlers: Handlers<Sender>): () => void {
  return listen(handlers, (from, wire) => {
    const sender = describe(from);
    if (typeof wire.question === 'number') sender.question = wire.question;
    if (!sender.own && !forContentScripts.includes(wire.sidelight)) return false;
    return sender;
  });
}

/** Answers one message, as `onEach`. */
export function on<Name extends MessageName>(name: Name, handler: Handler<Name, Sender>): () => void {
  return onEach({ [name]: handler } as Handlers<Sender>);
}

function describe(from: Runtime.MessageSender): Sender {
  const sender: Sender = { own: isOwn(from) };
  if (from.tab?.id !== undefined) sender.tab = from.tab.id;
  if (from.tab?.active) sender.front = true;
  if (from.tab?.incognito) sender.private = true;
  if (from.frameId !== undefined) sender.frame = from.frameId;
  if (from.url !== undefined) sender.url = from.url;
  if (from.tab?.url !== undefined) sender.top = from.tab.url;
  // Not yet in the types: Chromium 80, Firefox 126.
  const { origin } = from as { origin?: string };
  if (origin !== undefined) sender.origin = origin;
  return sender;
}
