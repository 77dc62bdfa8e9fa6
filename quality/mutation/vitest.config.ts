import { defineConfig } from 'vitest/config';

/**
 * Mutation testing runs the tests of matching thousands of times: no other test and no project around them, no text of millions of
 * letters, and the same few inputs of each property every time, so that a score can be repeated.
 */
export default defineConfig({
  test: {
    include: ['src/{match,text}/**/*.test.ts'],
    exclude: ['**/hostile.test.ts'],
    environment: 'node',
    isolate: false,
    setupFiles: ['quality/mutation/few-inputs.ts'],
  },
});
