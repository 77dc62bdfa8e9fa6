import { defineConfig } from 'vitest/config';

/** Mutation testing runs the tests of matching thousands of times: no other test, and no project around them. */
export default defineConfig({
  test: { include: ['src/{match,text}/**/*.test.ts'], environment: 'node' },
});
