import { entityStyles } from '../entry-view/styles.ts';

let styled = false;

/** The card's own styles, once for the document. */
export function adoptEntityStyles(): void {
  if (styled) return;
  styled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(entityStyles);
  document.adoptedStyleSheets.push(sheet);
}
