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
 * every tree that has a range. Made with the first mark: making them takes some 2 ms, and most pages have none.
 */
export function createLayers() {
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

  /** The trees with a range: pages have thousands of shadow roots, and a mark in a few. */
  const roots = new Set<Document | ShadowRoot>();

  function adopt(root: Document | ShadowRoot): void {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  return {
    layers,
    active,
    /** Puts a range into `layer`, one of `layers` or `active`. */
    add(layer: Highlight, range: StaticRange): void {
      layer.add(range);
      const root = range.startContainer.getRootNode() as Document | ShadowRoot;
      // A text that has left the page stands in no tree that is styled.
      if (roots.has(root) || !root.adoptedStyleSheets) return;
      roots.add(root);
      adopt(root);
    },
    /** Registers again what the page has cleared: two look-ups for each layer and tree. In steps, one for each tree. */
    *repair(): Generator<void> {
      for (const category of categories) {
        if (registry().get(names[category]) !== layers[category]) registry().set(names[category], layers[category]);
      }
      if (registry().get(activeName) !== active) registry().set(activeName, active);
      for (const root of roots) {
        if ((root as ShadowRoot).host?.isConnected === false) roots.delete(root);
        else adopt(root);
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
