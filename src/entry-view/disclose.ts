/** Parts that are made when the reader asks for them: a card opens within a frame (16 ms) whatever its entry holds. */

import type { Texts } from '../locale/texts.ts';
import { type Child, h, say } from './dom.ts';

/** A `details` element whose content is made when it is first opened. */
export function disclosure(
  attributes: { class?: string; open?: boolean },
  summary: Child | Child[],
  make: () => Child[],
): HTMLElement {
  let made = false;
  const fill = () => {
    if (made) return;
    made = true;
    for (const node of make()) if (node) details.append(node);
  };
  // The click comes before the opening; `toggle` covers what opens it in another way.
  const details = h('details', { ...attributes, toggle: fill }, h('summary', { click: fill }, ...[summary].flat()));
  if (attributes.open) fill();
  return details;
}

export interface More {
  /** What `make` gives, at this place, once the reader asks for more (or at once where everything is shown). */
  extra(make: () => HTMLElement): Node;
  /** The button, when there is anything more. */
  button(): HTMLElement | null;
}

export function createMore(texts: Texts, full: boolean): More {
  const extras: { place: Comment; make: () => HTMLElement; element?: HTMLElement }[] = [];
  let opened = false;
  const button = h('button', { type: 'button', class: 'more', click: toggle });

  function toggle() {
    opened = !opened;
    button.setAttribute('aria-expanded', String(opened));
    button.textContent = say(texts, opened ? 'card.less' : 'card.more');
    for (const extra of extras) {
      if (!extra.element) {
        extra.element = extra.make();
        extra.place.replaceWith(extra.element);
      }
      extra.element.hidden = !opened;
    }
    // What has come stands before the button: the focus goes there, or the keyboard would have to go back for it.
    const first = extras[0]?.element;
    if (!opened || !first) return;
    first.tabIndex = -1;
    first.focus();
  }

  return {
    extra(make) {
      if (full) return make();
      const place = document.createComment('');
      extras.push({ place, make });
      return place;
    },
    button() {
      if (extras.length === 0) return null;
      button.setAttribute('aria-expanded', 'false');
      button.textContent = say(texts, 'card.more');
      return button;
    },
  };
}
