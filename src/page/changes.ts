/** How the changes of a page are followed, whoever does it. */
import { readingAttributes } from './elements.ts';

/** What an observer is to look at. */
export const watched: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: readingAttributes,
};

/** ms from a change to the look at it, so that a burst is one piece of work. */
const calm = 150;
/** ms: the longest that an endless storm is put off. */
const patience = 5000;
/** A look that cost n ms is followed by at least this times n ms of rest: at most 5 % of the time goes into following a busy page. */
const restFactor = 20;

/** Changes remembered before a storm becomes one reading of the whole page. */
export const storm = 2000;

/** ms between two looks for what no event tells: highlights or style sheets that the page cleared, shadow roots attached late. */
export const heartbeat = 2000;

/** ms to the next try when the worker did not answer; then the next change of the page is waited for. */
export const retries = [500, 3000, 15_000];

/** ms from `now` to the look at changes of which the first came at `first`; none before `rest`. Times as `performance.now()`. */
export function delay(now: number, first: number, rest: number): number {
  return Math.max(Math.min(now + calm, first + patience), rest) - now;
}

/** Until when there is rest after a look from `began` to `ended`. */
export function restAfter(began: number, ended: number): number {
  return ended + Math.min((ended - began) * restFactor, patience);
}

/** The address without its fragment: another page for the reader when it changes. */
export function addressOf({ location: { href } }: Window): string {
  return href.split('#')[0]!;
}
