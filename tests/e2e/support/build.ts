import type { TestProject } from 'vitest/node';
import { endAll } from '../../../browser-driver/left-over.ts';
import { buildExtension } from '../../../tools/builds.ts';

/** Before and after a whole run of the end-to-end tests in one browser; the other one may be running beside it. */
export default function setUp({ name }: TestProject): () => void {
  const browser = name === 'e2e-firefox' ? 'firefox' : 'chromium';
  buildExtension(browser);
  return () => endAll(browser);
}
