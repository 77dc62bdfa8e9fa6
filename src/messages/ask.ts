/**
 * The half of the messages that a content script needs: asking the worker, and answering it. Every page pays for it, so it stays tiny: what a worker
 * receives is checked where it arrives (`src/worker/validate-request.ts`).
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

export interface Wire {
  sidelight: MessageName;
  request: unknown;
  /** The same when it is asked again. */
  question?: number;
}
type Answer = { reply: unknown } | { error: string };

/** ms of silence until a question is asked again, each time it is. Chromium gives up on a worker that does not start after 60 s. */
const patience = [2000, 4000, 8000, 16_000, 32_000, 64_000];

/**
 * Asks the worker. Rejects with the handler's own words, or with the browser's when nobody is there to answer. A question is asked
 * again: at once, one time, when the asking fails, and after each silence of `patience`. A worker may be ended in the middle of an answer, and may
 * lose a question that reaches it while it ends; asking again starts it. Carried out twice, none of these does more, but
 * for a tab with a picture, which the worker makes once for a question.
 */
export async function ask<Name extends WorkerMessage>(name: Name, request: Request<Name>): Promise<Reply<Name>> {
  const wire: Wire = { sidelight: name, request, question: Math.random() };
  let failed = false;
  for (const wait of patience) {
    const answer = await withinSilence(wait, wire).catch((error: unknown) => {
      if (failed || extensionIsGone()) throw error;
    });
    if (answer === silence) continue;
    // Firefox answers with nothing while a worker is being ended and one of our own pages is open.
    if (answer !== undefined || failed) return open(name, answer);
    failed = true;
  }
  return open(name, undefined);
}

const silence = {};

/** What is answered to a question, or `silence` when nothing is within `wait` ms. */
async function withinSilence(wait: number, wire: Wire): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise((done) => {
    timer = setTimeout(done, wait, silence);
  });
  return Promise.race([browser.runtime.sendMessage(wire), over]).finally(() => clearTimeout(timer));
}

/** The reply in what the browser brought as an answer. @throws {Error} the handler's words, or that nobody answered */
export function open<Name extends MessageName>(name: Name, answer: unknown): Reply<Name> {
  const { reply, error = 'nobody answered' } = (answer ?? {}) as { reply?: Reply<Name>; error?: string };
  if (reply === undefined) throw new Error(`${name}: ${error}`);
  return reply;
}

/** How a message is answered. `from`: what is known of the sender. */
export type Handler<Name extends MessageName, Context> = (
  request: Request<Name>,
  from: Context,
) => Reply<Name> | Promise<Reply<Name>>;
export type Handlers<Context> = { [Name in MessageName]?: Handler<Name, Context> };

/**
 * Answers messages until the returned function is called. A handler that throws answers with an error that names the
 * message; a message from another extension gets no answer.
 *
 * @param meet what the handlers are told of the sender; false for one that is not answered
 */
export function listen<Context>(
  handlers: Handlers<Context>,
  meet: (from: Runtime.MessageSender, wire: Wire) => Context | false,
): () => void {
  const { onMessage } = browser.runtime;
  const listener = (
    message: unknown,
    from: Runtime.MessageSender,
    respond: (answer: Answer) => void,
  ): true | undefined => {
    const wire = message as Wire | null;
    const name = wire?.sidelight as MessageName;
    if (from.id !== browser.runtime.id || !Object.hasOwn(handlers, name)) return undefined;
    const context = meet(from, wire!);
    if (context === false) return undefined;
    const handler = handlers[name] as (request: unknown, from: Context) => unknown;
    // `sendResponse` rather than a returned promise: understood by every browser and by the fake one of the tests.
    Promise.resolve(wire!.request)
      .then((request) => handler(request, context))
      .then(
        (reply) => respond({ reply: reply ?? null }),
        (error: unknown) => respond({ error: String((error as Error | undefined)?.message ?? error) }),
      );
    return true;
  };
  onMessage.addListener(listener as Runtime.OnMessageListener);
  return () => onMessage.removeListener(listener as Runtime.OnMessageListener);
}

/** Whether one of the extension's own pages or its worker speaks, not a content script. */
export function isOwn({ url, tab }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? tab === undefined;
}

/** True once the extension was updated, disabled or removed under an open page: nothing can be asked any more. */
export function extensionIsGone(): boolean {
  return !browser.runtime?.id;
}
