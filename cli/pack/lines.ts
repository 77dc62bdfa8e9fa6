import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';

/** `statements[2].text` as the steps into a value: `['statements', 2, 'text']`. The opposite of `pathText`. */
function stepsOf(path: string): (string | number)[] {
  return path.split(/\.|\[|\]\.?/).flatMap((step) => (step === '' ? [] : /^\d+$/.test(step) ? Number(step) : step));
}

/**
 * Finds lines (from 1) in a JSON text: for a path, the line on which its value begins, with its key if it has one. Of a value that is not
 * there, the line of the nearest value around it; of a text that is no JSON, the line of its first mistake.
 */
export function linesOf(text: string): (path: string) => number {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  if (root === undefined || errors[0]) return () => lineAt(errors[0]?.offset ?? 0);
  return (path) => {
    const steps = stepsOf(path);
    let node = findNodeAtLocation(root, steps);
    while (node === undefined && steps.pop() !== undefined) node = findNodeAtLocation(root, steps);
    return lineAt((node?.parent?.type === 'property' ? node.parent : (node ?? root)).offset);
  };
}
