/** The preview's page, in the browser: cards by the code that shows them to readers, in the order in which they came. */
import type { Problem } from '../../../src/dataset/problem.ts';
import { h } from '../../../src/entry-view/dom.ts';
import { renderEntity } from '../../../src/entry-view/render-entity.ts';
import { entityStyles } from '../../../src/entry-view/styles.ts';
import tokens from '../../../src/entry-view/tokens.css?inline';
import { direction } from '../../../src/locale/texts.ts';
import type { PreviewCard, PreviewData } from './data.ts';
import styles from './page.css?inline';

const data: PreviewData = JSON.parse(document.querySelector('#data')!.textContent!);
const { cards, language, since, texts, today } = data;

const groups: { state: PreviewCard['state']; title: string }[] = [
  { state: 'changed', title: 'Changed' },
  { state: 'added', title: 'New' },
  { state: 'removed', title: 'Removed' },
  { state: 'same', title: since === undefined ? 'All cards' : 'Unchanged' },
];

function problemList(problems: readonly Problem[]): HTMLElement | null {
  if (problems.length === 0) return null;
  const items = problems.map(({ path, expected, found, todo }) =>
    h('li', {}, h('b', {}, path), `: expected ${expected}; found ${found}. To do: ${todo}.`),
  );
  return h('ul', { class: 'problems' }, ...items);
}

function version(title: string, card: PreviewCard['now']): HTMLElement | null {
  if (card === undefined) return null;
  const entity = renderEntity(card, texts, { language, today, full: true, openEntity: go });
  const shown = h('div', { class: 'card', lang: language, dir: direction(language) }, entity);
  return h('div', { class: 'version' }, title ? h('p', {}, h('b', {}, title)) : null, shown);
}

function cardSection({ id, name, state, now, before, changes, problems }: PreviewCard): HTMLElement {
  const compared = state === 'changed';
  return h(
    'section',
    { class: 'one', id: `card-${id}`, 'data-name': `${id} ${name}`.toLowerCase(), 'aria-label': name },
    changes ? h('h3', {}, name) : null,
    changes ? h('ul', { class: 'changes' }, ...changes.map((change) => h('li', {}, change))) : null,
    problemList(problems),
    h('div', { class: 'versions' }, version(compared ? 'Before' : '', before), version(compared ? 'Now' : '', now)),
  );
}

function go(id: string): void {
  const target = document.getElementById(`card-${id}`);
  if (target) target.scrollIntoView();
}

const finder = h('input', {
  type: 'search',
  id: 'find',
  input: () => {
    const wanted = (finder as HTMLInputElement).value.trim().toLowerCase();
    for (const one of document.querySelectorAll<HTMLElement>('.one')) one.hidden = !one.dataset.name!.includes(wanted);
  },
});

const sheet = new CSSStyleSheet();
sheet.replaceSync(tokens + entityStyles + styles);
document.adoptedStyleSheets = [sheet];
const counts = groups
  .map(({ state, title }) => ({ title, count: cards.filter((card) => card.state === state).length }))
  .filter(({ count }) => count > 0)
  .map(({ title, count }) => `${title}: ${count}`);
document.querySelector('main')!.append(
  h('h1', {}, 'Preview of the cards'),
  h(
    'p',
    {},
    `As readers see them on ${today}${since === undefined ? '' : `, compared with ${since}`}. ${counts.join('; ')}.`,
  ),
  h('p', {}, h('label', { for: 'find' }, 'Show cards whose name has '), finder),
  problemList(data.problems) ?? '',
  ...groups.flatMap(({ state, title }) => {
    const own = cards.filter((card) => card.state === state);
    return own.length === 0 ? [] : [h('section', { class: 'group' }, h('h2', {}, title), ...own.map(cardSection))];
  }),
);
