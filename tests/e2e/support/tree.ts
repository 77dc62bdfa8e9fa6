import type { Frame } from 'puppeteer-core';

/** The whole tree of a document with its open shadow roots, as text: equal for two documents that are the same. */
export function treeOf(world: Frame): Promise<string> {
  return world.evaluate(() => {
    const write = (node: Node): string => {
      const own =
        node instanceof Element ? (node.cloneNode(false) as Element).outerHTML : node.nodeType + (node.nodeValue ?? '');
      const root =
        node instanceof Element && node.shadowRoot ? `{${[...node.shadowRoot.childNodes].map(write).join()}}` : '';
      return `${own}${root}[${[...node.childNodes].map(write).join()}]`;
    };
    // The one thing that is five thousand deep is compared as the parser would write it.
    return document.querySelector('#deep') ? document.documentElement.outerHTML : write(document);
  });
}
