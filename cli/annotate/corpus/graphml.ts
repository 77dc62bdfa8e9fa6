/** GraphML (http://graphml.graphdrawing.org), which Gephi, NetworkX, igraph and yEd read. */

export interface Graph {
  nodes: readonly { id: string; name: string; kind: string; pack: string; documents: number; mentions: number }[];
  /** `weight`: documents in which both stand. */
  edges: readonly { source: string; target: string; weight: number }[];
}

/** An undirected graph, in pieces: a large one is longer than a string may be. */
export function* graphml({ nodes, edges }: Graph): Generator<string> {
  const key = (id: string, of: 'node' | 'edge', type: 'string' | 'int') =>
    `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>\n`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const id of ['name', 'kind', 'pack']) yield key(id, 'node', 'string');
  for (const id of ['documents', 'mentions']) yield key(id, 'node', 'int');
  yield key('weight', 'edge', 'int');
  yield '  <graph id="co-mentions" edgedefault="undirected">\n';
  for (const { id, ...values } of nodes) {
    const data = Object.entries(values).map(([name, value]) => `<data key="${name}">${inXml(String(value))}</data>`);
    yield `    <node id="${inXml(id)}">${data.join('')}</node>\n`;
  }
  for (const { source, target, weight } of edges)
    yield `    <edge source="${inXml(source)}" target="${inXml(target)}"><data key="weight">${weight}</data></edge>\n`;
  yield '  </graph>\n</graphml>\n';
}

/** What XML 1.0 has no way to write (names hold none of it) is left out. */
function inXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
