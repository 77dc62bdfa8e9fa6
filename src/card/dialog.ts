/** What stands in the dialog: the bar, the entity, what the reader may do about it. */

import { button, type Child, externalLink, h, safeUrl, say, sayKind } from '../entry-view/dom.ts';
import { renderEntity } from '../entry-view/render-entity.ts';
import type { CardData } from '../messages/protocol.ts';
import { copyText } from './copy.ts';
import { type CardHost, createHost } from './host.ts';
import type { CardConfig, CardOptions, Target, Undo } from './types.ts';

/** An entry as it was asked for. */
export interface Entry {
  data: CardData | null;
  alternatives: { id: string; name: string; description?: string }[];
}

export interface DialogOptions extends Pick<CardOptions, 'cite' | 'picture' | 'actions' | 'published' | 'now'> {
  config(): CardConfig;
  close(): void;
  back(): void;
  /** The card stays, and the next one opens beside it. */
  keep(): void;
  /** px of the window's right that another card takes. */
  beside(): number;
  /** Another entity is to be shown in place. */
  visit(entity: string): void;
  /** What is shown, as it was written or in the reader's language. */
  turn(original: boolean): void;
}

export interface CardDialog {
  host: CardHost;
  /** Finds the fonts of what it was just filled with and shapes its words: the page sees nothing of that. @throws where there is no canvas */
  shape(): void;
  /** The card says what was done to its mark, and how to take it back: it outlives the mark. */
  readonly noticing: boolean;
  /** Shows an entry, or why there is none (`null`: nobody answered). `first`: it is the mark's own, not one on the way from it. */
  fill(target: Target, entry: Entry | null, first: boolean): void;
}

/** Those of the card for a reader who has chosen no size of text: for others the families are found all the same. */
const fonts = ['15px', '12.75px', '11.25px', '600 12.75px', '600 15px', '700 18px'];
/** Once for all cards of a document. */
let isShaped = false;

export function createDialog(options: DialogOptions): CardDialog {
  const { actions = {}, cite } = options;
  // Always there, since a live region that comes together with its text is not announced everywhere.
  const status = h('p.status', { role: 'status' });
  const bar = h('div.bar-top', {});
  const body = h('div.body', { tabindex: '-1' });
  const dialog = h('div.card', { role: 'dialog', tabindex: '-1' }, bar, body, status);
  const host = createHost(dialog, options.beside);
  let noticing = false;

  const text = (key: string, values?: Record<string, string>) => say(options.config().texts, key, values);

  function symbolButton(key: string, className: string, click: () => void, symbol: string) {
    const label = text(key);
    return button(click, { class: className, title: label, 'aria-label': label }, symbol);
  }

  /** The clipboard is written within the reader's click: browsers allow some seconds for the worker's answer. */
  async function copy(words: Promise<string>) {
    try {
      await copyText(await words);
      status.textContent = text('card.copied');
    } catch {
      status.textContent = text('card.notCopied');
    }
  }

  /** Prefilled with the entry alone: what page the reader is on is for the reader to add. */
  function report({ entity, pack }: CardData): HTMLElement {
    const { id, name } = entity;
    const about = text('card.report.text', { name, id, pack: pack.title, date: pack.released });
    const form = safeUrl(pack.corrections);
    if (!form) {
      const click = () => void copy(Promise.resolve(about));
      return button(click, {}, text('card.report.copy'));
    }
    const prefilled = form
      .replaceAll('{entity}', encodeURIComponent(id))
      .replaceAll('{report}', encodeURIComponent(about.toWellFormed()));
    return externalLink(prefilled, {}, text('card.report'));
  }

  /** Runs what the reader asked for; what cannot be done is said. @returns whether it was done */
  async function attempt(act: () => unknown): Promise<boolean> {
    try {
      await act();
      return true;
    } catch {
      status.textContent = text('card.notSaved');
      return false;
    }
  }

  /** What was done, in place of the entry, with the way back. */
  function notice(done: string, undo: Undo): void {
    const click = async () => (await attempt(undo)) && options.close();
    const back = button(() => void click(), { class: 'undo' }, text('card.undo'));
    body.replaceChildren(h('p.message', { id: 'name' }, done), back);
    back.focus({ preventScroll: true });
  }

  function menu(data: CardData, target: Target): Child[] {
    const { notThis, mute, siteOff } = actions;
    const item = (key: string, act: (() => Promise<Undo>) | undefined) => {
      const name = { name: data.entity.name };
      const click = async () => {
        // From now on: the page may hear of the change, and leave, before the answer is here.
        noticing = true;
        const done = await attempt(async () => notice(text(`card.done.${key}`, name), await act!()));
        if (!done) noticing = false;
      };
      return act && button(() => void click(), {}, text(`card.${key}`, name));
    };
    return [
      item('notThis.page', notThis && (() => notThis(data, target, 'page'))),
      item('notThis.always', notThis && (() => notThis(data, target, 'always'))),
      item('mute', mute && (() => mute(data))),
      item('siteOff', siteOff),
      report(data),
    ];
  }

  function content(target: Target, entry: Entry | null, first: boolean): HTMLElement[] {
    const data = entry?.data;
    if (!entry || !data) {
      const message = text(entry ? 'card.unknown' : 'card.unreachable');
      return [h('p.message', { id: 'name' }, message)];
    }
    const { texts, language } = options.config();
    const article = renderEntity(data, texts, {
      language,
      today: new Date((options.now ?? Date.now)()).toISOString().slice(0, 10),
      published: options.published?.(),
      mention: first ? target.mention : undefined,
      alternatives: first ? entry.alternatives : [],
      openEntity: options.visit,
      turn: options.turn,
      menu: () => menu(data, target),
      copy:
        cite &&
        ((what, format) => {
          const { id } = data.entity;
          if (format !== 'picture') void copy(cite(id, what, format));
          else void attempt(() => options.picture?.(id, what));
        }),
    });
    article.heading.id = 'name';
    return [article];
  }

  return {
    host,
    shape() {
      if (isShaped) return;
      isShaped = true;
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      for (const font of fonts) {
        pen!.font = `${font} system-ui`;
        pen!.measureText(body.textContent);
      }
    },
    get noticing() {
      return noticing;
    },
    fill(target, entry, first) {
      noticing = false;
      const kind = entry?.data?.entity.kind;
      host.configure(options.config());
      status.textContent = '';
      bar.replaceChildren(
        h('span.kind', {}, kind && sayKind(options.config().texts, 'kind', kind)),
        symbolButton('card.keep', 'keep', options.keep, '❐'),
        symbolButton('card.close', 'close', options.close, '✕'),
      );
      if (!first) bar.prepend(symbolButton('card.back', 'back', options.back, '↩'));
      body.replaceChildren(...content(target, entry, first));
      body.scrollTop = 0;
      dialog.setAttribute('aria-labelledby', 'name');
    },
  };
}
