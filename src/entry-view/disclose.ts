/** Parts that are made when the reader asks for them: a card opens within a frame (16 ms) whatever its entry holds. */

import type { Texts } from '../locale/texts.ts';
import { button, type Child, h, say } from './dom.ts';

/** A `details` element whose content is made when it is first opened. @param classes as `.note.old` */
export function disclosure(classes: string, summary: Child | Child[], make: () => Child[], open = false): HTMLElement {
  let made = false;
  const fill = () => {
    if (made) return;
    made = true;
    for (const node of make()) if (node) details.append(node);
  };
  // The click comes before the opening; `toggle` covers what opens it in another way.
  const details = h(`details${classes}`, { open, toggle: fill }, h('summary', { click: fill }, ...[summary].flat()));
  if (open) fill();
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
  const control = button(toggle, { class: 'more' });

  function toggle() {
    opened = !opened;
    control.setAttribute('aria-expanded', String(opened));
    control.textContent = say(texts, opened ? 'card.less' : 'card.more');
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
      control.setAttribute('aria-expanded', 'false');
      control.textContent = say(texts, 'card.more');
      return control;
    },
  };
}
