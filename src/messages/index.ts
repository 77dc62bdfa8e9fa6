/**
 * Typed messages between page, worker and extension pages. Reachable from the content script, so it stays tiny: what
 * a worker or an extension page receives is checked again where it arrives (`src/worker/validate-request.ts`).
 */
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser/native.ts';
import type { Messages } from './protocol.ts';

export type MessageName = keyof Messages;
export type Request<Name extends MessageName> = Messages[Name]['request'];
export type Reply<Name extends MessageName> = Messages[Name]['reply'];
/** Answered by the content script of a tab; all others are answered by the worker. */
export type PageMessage = Extract<MessageName, `page/${string}`>;
export type WorkerMessage = Exclude<MessageName, PageMessage>;

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

interface Wire {
  sidelight: MessageName;
  request: unknown;
  /** The same when it is asked again. */
  question?: number;
}
type Answer = { reply: unknown } | { error: string };

/** What a content script may ask for: it runs beside a page that may be hostile, so it gets no more than it needs. */
const forContentScripts: readonly MessageName[] = [
  'hello',
  'annotate',
  'card',
  'seen',
  'marks',
  'viewer',
  'cite',
  'picture',
  'mute',
  'site',
  'count',
];

/** ms of silence until a content script asks again, each time it does. Chromium gives up on a worker that does not start after 60 s. */
const patience = [2000, 4000, 8000, 16_000, 32_000, 64_000];

/**
 * Asks the worker. Rejects with the handler's own words, or with the browser's when nobody is there to answer. What a content script asks is asked
 * again: at once, one time, when the asking fails, and after each silence of `patience`. A worker may be ended in the middle of an answer, and may
 * lose a question that reaches it while it ends; asking again starts it. Carried out twice, none of these does more, but for a tab with a picture, which the worker makes once for a question.
 */
export async function send<Name extends WorkerMessage>(name: Name, request: Request<Name>): Promise<Reply<Name>> {
  const wire: Wire = { sidelight: name, request };
  const ask = (): Promise<unknown> => browser.runtime.sendMessage(wire);
  if (!forContentScripts.includes(name)) return open(name, await ask());
  wire.question = Math.random();
  let failed = false;
  for (const wait of patience) {
    const answer = await withinSilence(wait, ask).catch((error: unknown) => {
      if (failed || extensionIsGone()) throw error;
    });
    if (answer === silence) continue;
    // Firefox answers with nothing while a worker is being ended and one of our own pages is open.
    if (answer !== undefined || failed) return open(name, answer);
    failed = true;
  }
  return open(name, undefined);
}

const silence = Symbol();

/** What is answered to a question, or `silence` when nothing is within `wait` ms. */
async function withinSilence(wait: number, ask: () => Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise((done) => {
    timer = setTimeout(done, wait, silence);
  });
  return Promise.race([ask(), over]).finally(() => clearTimeout(timer));
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

type Handler<Name extends MessageName> = (request: Request<Name>, sender: Sender) => Reply<Name> | Promise<Reply<Name>>;

/**
 * Answers messages until the returned function is called. A handler that throws answers with an error that names the
 * message; a message from another extension, or one that a content script has no business to send, gets no answer.
 */
export function onEach(handlers: { [Name in MessageName]?: Handler<Name> }): () => void {
  const listener = (
    message: unknown,
    from: Runtime.MessageSender,
    respond: (answer: unknown) => void,
  ): true | undefined => {
    if (from.id !== browser.runtime.id || !isWire(message) || !Object.hasOwn(handlers, message.sidelight))
      return undefined;
    const sender = describe(from);
    if (typeof message.question === 'number') sender.question = message.question;
    if (!sender.own && !forContentScripts.includes(message.sidelight)) return undefined;
    const handler = handlers[message.sidelight] as Handler<MessageName>;
    // `sendResponse` rather than a returned promise: understood by every browser and by the fake one of the tests.
    Promise.resolve()
      .then(() => handler(message.request as Request<MessageName>, sender))
      .then(
        (reply) => respond({ reply: reply ?? null } satisfies Answer),
        (error: unknown) => respond({ error: error instanceof Error ? error.message : String(error) } satisfies Answer),
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListener);
  return () => browser.runtime.onMessage.removeListener(listener as Runtime.OnMessageListener);
}

/** Answers one message, as `onEach`. */
export function on<Name extends MessageName>(name: Name, handler: Handler<Name>): () => void {
  return onEach({ [name]: handler } as Parameters<typeof onEach>[0]);
}

/** True once the extension was updated, disabled or removed under an open page: nothing can be asked any more. */
export function extensionIsGone(): boolean {
  return !browser.runtime?.id;
}

function isWire(message: unknown): message is Wire {
  return typeof message === 'object' && message !== null && 'sidelight' in message;
}

function describe(from: Runtime.MessageSender): Sender {
  const sender: Sender = { own: from.url?.startsWith(browser.runtime.getURL('')) ?? from.tab === undefined };
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

function open<Name extends MessageName>(name: Name, answer: unknown): Reply<Name> {
  if (typeof answer === 'object' && answer !== null) {
    if ('reply' in answer) return answer.reply as Reply<Name>;
    if ('error' in answer) throw new Error(`${name}: ${answer.error}`);
  }
  throw new Error(`${name}: nobody answered`);
}
