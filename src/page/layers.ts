import { type Category, categories, markRules } from './styles.ts';

/** `count` names that have 124 random bits in common. Not `randomUUID`, which pages without TLS do not have. */
function randomNames(count: number): string[] {
  const bits = crypto.getRandomValues(new BigUint64Array(2)).reduce((all, part) => (all << 64n) | part, 0n);
  const common = (bits >> 4n).toString(16).padStart(31, '0');
  return Array.from({ length: count }, (_, index) => `m${common}${index.toString(16)}`);
}

type HighlightRegistry = Map<string, Highlight>;
const registry = () => CSS.highlights as unknown as HighlightRegistry;

/**
 * One highlight for each category and one for the active mark, registered with the document, and the style sheet with their rules in
 * every tree of `roots`. Made with the first mark: making them takes some 2 ms, and most pages have none.
 */
export function createLayers(roots: Set<Document | ShadowRoot>) {
  // Random, so that no page can style or count on them.
  const [activeName = '', ...own] = randomNames(categories.length + 1);
  const names = Object.fromEntries(categories.map((category, index) => [category, own[index]])) as Record<
    Category,
    string
  >;
  const layers = Object.fromEntries(categories.map((category) => [category, new Highlight()])) as Record<
    Category,
    Highlight
  >;
  const active = new Highlight();
  active.priority = 1;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markRules(names, activeName));

  function adopt(root: Document | ShadowRoot): void {
    if (root.nodeType !== Node.DOCUMENT_NODE && !(root as ShadowRoot).host.isConnected) roots.delete(root);
    else if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  return {
    layers,
    active,
    adopt,
    /** Registers again what the page has cleared: two look-ups for each layer and tree. In steps, one for each tree. */
    *repair(): Generator<void> {
      for (const category of categories) {
        if (registry().get(names[category]) !== layers[category]) registry().set(names[category], layers[category]);
      }
      if (registry().get(activeName) !== active) registry().set(activeName, active);
      for (const root of roots) {
        adopt(root);
        yield;
      }
    },
    /** Takes every trace off the page. */
    remove(): void {
      for (const category of categories) {
        layers[category].clear();
        registry().delete(names[category]);
      }
      active.clear();
      registry().delete(activeName);
      for (const root of roots) {
        const at = root.adoptedStyleSheets.indexOf(sheet);
        if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
      }
    },
  };
}
