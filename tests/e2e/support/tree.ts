import type { Frame } from 'puppeteer-core';

/** Characters up to which a tree comes out as it is; of a larger one its length and a sum, so that megabytes need not leave the page. */
const shown = 500_000;

/**
 * The whole tree of a document with its open shadow roots, as text: equal for two documents that are the same. Of each tree its markup, and
 * the lengths of its texts and comments, since markup does not tell two texts side by side from one.
 */
export function treeOf(world: Frame): Promise<string> {
  return world.evaluate((most) => {
    const write = (root: Document | ShadowRoot): string => {
      const walker = document.createTreeWalker(root);
      const lengths: number[] = [];
      const inside: string[] = [];
      for (let place = 0, node = walker.nextNode(); node; place++, node = walker.nextNode()) {
        if (node instanceof CharacterData) lengths.push(node.length);
        else if (node instanceof Element && node.shadowRoot) inside.push(`${place}: ${write(node.shadowRoot)}`);
      }
      const markup = [...root.childNodes].map((node) =>
        node instanceof Element ? node.outerHTML : `${node.nodeType} ${node.nodeName} ${node.nodeValue}`,
      );
      return `${markup.join('\n')}\n[${lengths}]{${inside.join('\n')}}`;
    };
    const tree = write(document);
    if (tree.length <= most) return tree;
    // FNV-1a, over UTF-16 code units.
    let sum = 0x811c9dc5;
    for (let i = 0; i < tree.length; i++) sum = Math.imul(sum ^ tree.charCodeAt(i), 0x01000193);
    return `${tree.length} characters with the sum ${sum}`;
  }, shown);
}
