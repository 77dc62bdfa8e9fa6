import type { Page } from 'puppeteer-core';

/**
 * Runs `use` in the page with the first closed shadow root of the document, which no script of the page can reach;
 * `undefined` when there is none. `use` is sent as text: it sees its arguments and the page, nothing of the test.
 * Chromium opens it through its debugger protocol, Firefox through WebDriver BiDi.
 */
export async function inClosedShadow<Result, Arguments extends unknown[]>(
  page: Page,
  use: (root: ShadowRoot, ...rest: Arguments) => Result,
  ...rest: Arguments
): Promise<Result | undefined> {
  // The card's texts are generated content (src/card/seal.ts): while `use` looks they are text.
  const declaration = `(root, ...rest) => {
    const sealed = root.querySelectorAll('[data-t]:empty');
    for (const one of sealed) one.textContent = one.dataset.t;
    const result = JSON.stringify((${use})(root, ...rest)) ?? '';
    for (const one of sealed) one.textContent = '';
    return result;
  }`;
  const text = /^firefox/i.test(await page.browser().version())
    ? await callInFirefox(page, declaration, rest)
    : await callInChromium(page, `function (...rest) { return (${declaration})(this, ...rest); }`, rest);
  return text ? (JSON.parse(text) as Result) : undefined;
}

interface CdpNode {
  backendNodeId: number;
  shadowRootType?: string;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

async function callInChromium(page: Page, declaration: string, rest: unknown[]): Promise<string | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as {
      root: CdpNode;
    };
    const find = (node: CdpNode): CdpNode | undefined => {
      if (node.shadowRootType === 'closed') return node;
      for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
        const found = find(child);
        if (found) return found;
      }
      return undefined;
    };
    const shadow = find(root);
    if (!shadow) return undefined;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: declaration,
      arguments: rest.map((value) => ({ value })),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}

interface BidiNode {
  sharedId?: string;
  value?: { mode?: string; shadowRoot?: BidiNode | null; children?: BidiNode[] };
}

/** Puppeteer has no call for this part of WebDriver BiDi; its own connection carries any command. */
interface BidiInside {
  connection: { send(method: string, params: unknown): Promise<{ result: { result?: unknown } }> };
}

async function callInFirefox(page: Page, declaration: string, rest: unknown[]): Promise<string | undefined> {
  const { connection } = page.browser() as unknown as BidiInside;
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  const tree = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  const find = (node: BidiNode): BidiNode | undefined => {
    if (node.value?.mode === 'closed') return node;
    for (const child of [node.value?.shadowRoot, ...(node.value?.children ?? [])]) {
      const found = child && find(child);
      if (found) return found;
    }
    return undefined;
  };
  const shadow = find(tree.result.result as unknown as BidiNode);
  if (!shadow) return undefined;
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `(root, ...rest) => (${declaration})(root, ...rest.map((value) => JSON.parse(value)))`,
    target,
    awaitPromise: false,
    arguments: [
      { sharedId: shadow.sharedId },
      ...rest.map((value) => ({ type: 'string', value: JSON.stringify(value) })),
    ],
  });
  const answer = result as unknown as { type: string; result: { value: string }; exceptionDetails?: { text: string } };
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
  return answer.result.value;
}
