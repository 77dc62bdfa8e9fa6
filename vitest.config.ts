import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { patience } from './browser-driver/patience.ts';

/** Vitest runs the largest files first. The gallery is small and takes the longest: left to the end, it would run on alone. */
class GalleryFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isGallery = ({ moduleId }: TestSpecification) => moduleId.includes('/gallery.');
    return [...sorted.filter(isGallery), ...sorted.filter((file) => !isGallery(file))];
  }
}

/** ms: the end of patience on a busy machine, not a measure of speed. What is set up is compiled or started, which takes longer than a test. */
const patient = { testTimeout: 5 * patience, hookTimeout: 5 * patience };

/** One project a browser: they run side by side, and the continuous integration gives each a machine. */
function endToEnd(browser: 'chromium' | 'firefox') {
  return {
    test: {
      name: `e2e-${browser}`,
      include: ['tests/e2e/**/*.test.ts'],
      environment: 'node' as const,
      env: { SIDELIGHT_BROWSER: browser },
      globalSetup: ['tests/e2e/support/build.ts'],
      // Files share a browser, one after the other.
      isolate: false,
      maxWorkers: 1,
      ...patient,
      // Of Vitest's own: a second.
      expect: { poll: { timeout: patience } },
    },
  };
}

export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: GalleryFirst },
    coverage: {
      provider: 'v8',
      // What runs without a document. The rest of `src` runs in real browsers, in the end-to-end tests, where this does not reach.
      include: ['src/{cite,dataset,import,locale,match,own-packs,search,settings,text,worker}/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/*.data.ts', 'src/dataset/builders.ts', 'src/**/{testing,*-testing}.ts'],
      reporter: ['text'],
      reportsDirectory: '.output/coverage',
      // Per cent. To be raised, never lowered: docs/measurements/reliability.md has the figures.
      thresholds: { lines: 95, branches: 90 },
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,cli,quality,tools,browser-driver}/**/*.test.ts'],
          environment: 'node',
          // Half of the time went into reading the same modules anew for each file.
          isolate: false,
          maxWorkers: 2,
          // It keeps the browser that it first finds, so a test with another reads it anew.
          server: { deps: { inline: ['webextension-polyfill'] } },
          ...patient,
        },
      },
      {
        // The parser of workflows names source maps that it does not ship, fifty times.
        logLevel: 'error',
        test: {
          name: 'rules',
          include: ['tests/rules/**/*.test.ts'],
          environment: 'node',
          ...patient,
          // It imports JSON as bundlers do, which Node does not.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});
