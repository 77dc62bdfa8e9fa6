/** What a first attempt does: one regular expression of all names, every match wrapped in an element of its own. */
declare const NAMES: string[];

const escaped = NAMES.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length);
const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const nodes: Text[] = [];
while (walker.nextNode()) nodes.push(walker.currentNode as Text);
for (const node of nodes) {
  if (node.parentElement?.closest('script, style, textarea')) continue;
  const matches = [...node.data.matchAll(pattern)].reverse();
  for (const match of matches) {
    const range = document.createRange();
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    range.surroundContents(document.createElement('mark'));
  }
}
