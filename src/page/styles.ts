import type { EntityKind } from '../dataset/schema.ts';

export type Category = 'person' | 'body' | 'record' | 'term' | 'figure';
export const categories: readonly Category[] = ['person', 'body', 'record', 'term', 'figure'];

export const categoryOf: Record<EntityKind, Category> = {
  person: 'person',
  role: 'person',
  organisation: 'body',
  place: 'body',
  event: 'record',
  document: 'record',
  law: 'record',
  term: 'term',
};

/**
 * Line and hue of each category. The lines differ, so the hues may be missed; `solid` is left to links. A hue is mixed
 * with the text's own colour, half and half, so it stands out from the page's ground about as the text does, light or dark.
 */
const lines: Record<Category, { line: string; hue: string }> = {
  person: { line: 'dotted 2px', hue: '#3b7dd8' },
  body: { line: 'dashed 1.5px', hue: '#2f8f6b' },
  record: { line: 'double 1px', hue: '#8a63c9' },
  term: { line: 'wavy 1px', hue: '#b7791f' },
  figure: { line: 'dotted 3px', hue: '#c2553d' },
};

/** The `text-decoration` of a category's marks. */
export function lineOf(category: Category): string {
  const { line, hue } = lines[category];
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
