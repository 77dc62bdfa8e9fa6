import type { Problem } from '../../src/dataset/problem.ts';

/** The value of a file of JSON, or what is wrong with it. */
export function readJson(read: () => string, path: string): { text: string; json: unknown } | { problem: Problem } {
  try {
    const text = read();
    return { text, json: JSON.parse(text) };
  } catch (error) {
    return {
      problem: {
        rule: 'json',
        path,
        expected: 'JSON in UTF-8',
        found: (error as Error).message,
        todo: 'correct the file; a comma or a quotation mark is often the cause',
      },
    };
  }
}
