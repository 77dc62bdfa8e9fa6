/**
 * What a mark promises: sides of a dispute, something known, a word that somebody's side is in. General terms are quieter than the others, since every
 * other article has some.
 */
export type Category = 'disputed' | 'known' | 'loaded' | 'term';

/**
 * Line and hue of each category. The lines differ, so the hues may be missed; `solid` is left to links, and `wavy` to the browser's own marks of
 * mistakes. A hue is mixed with the text's own colour, so it stands out from the page's ground about as the text does, light or dark.
 */
const lines: Record<Category, readonly [line: string, hue: string]> = {
  disputed: ['dashed 2px', '#3b7dd8'],
  known: ['dotted 1.5px', '#3b7dd8'],
  loaded: ['double 1px', '#b7791f'],
  term: ['dotted 1px', 'transparent'],
};
export const categories = Object.keys(lines) as readonly Category[];

/** The `text-decoration` of a category's marks. */
export function lineOf(category: Category): string {
  const [line, hue] = lines[category];
  return `underline ${line} color-mix(in oklab,currentColor 50%,${hue})`;
}

/** The rules for highlights registered as `names[category]` and, for the active mark, `active`. */
export function markRules(names: Readonly<Record<Category, string>>, active: string): string {
  const rules = categories.map(
    (category) => `::highlight(${names[category]}){text-decoration:${lineOf(category)};text-underline-offset:.18em}`,
  );
  rules.push(`::highlight(${active}){background-color:color-mix(in oklab,#f5c542 45%,transparent)}`);
  // Forced colours keep the lines and take the system's text colour; the active mark needs a colour pair of the system.
  const forced = `@media (forced-colors:active){::highlight(${active}){background-color:Highlight;color:HighlightText}}`;
  // Nothing of ours is printed.
  return `@media screen{${rules.join('')}${forced}}`;
}
