import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,tools,bench,entrypoints}/**/*.test.ts'],
          environment: 'node',
          // Not a measure of speed: property tests on a busy machine must only end.
          testTimeout: 60_000,
        },
      },
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/build.ts'],
          // A file owns its browsers; more than two files at once would wait for each other on two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
