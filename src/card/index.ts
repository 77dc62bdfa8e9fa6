/**
 * The card. A page uses it like this (no browser API is touched; all that the card needs is handed in):
 *
 *     const card = createCard({
 *       texts, language, direction, settings,          // of PageConfig; later `card.configure(config)`
 *       get: (entity) => send('card', { entity }),     // CardData | null
 *       viewer: async () => …,                         // viewer.ts
 *       hit: (x, y) => …,                              // Target | null: the mark whose glyphs lie under a point
 *       cite: (entity, what, format) => send('cite', …), // the text of a citation or an excerpt
 *       picture: (entity, what) => send('picture', …),
 *       published: () => page.published,               // ISO date, when it is known
 *       onActive: (target) => …,                       // paint the active mark
 *       actions: { mute, notThis, siteOff },
 *     });
 *
 * The card listens to pointer, touch, pen, Escape and scrolling by itself, asks `hit` at most once a frame (and at a press or click),
 * and opens and closes by the rules in `state.ts`. `keys` (entrypoints/keys.ts) lets it hear Escape before the page does. Call `card.open(target)` for the "open" command, `card.refresh()`
 * after marks were repainted or moved.
 *
 * `viewer.ts` holds all that shows a card; the content script gets it from the worker when the first one is about to open. Extension
 * pages import it, or `renderEntity` and `entityStyles` (src/entry-view) for an entity in their own document.
 */
export { createCard } from './card.ts';
export type { Card, CardConfig, KeyGate, Target, Viewer } from './types.ts';
