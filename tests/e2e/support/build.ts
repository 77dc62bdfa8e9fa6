import type { TestProject } from 'vitest/node';
import { buildExtension } from '../../../tools/builds.ts';
import { endAll } from './left-over.ts';

/** Before and after a whole run of the end-to-end tests in one browser; the other one may be running beside it. */
export default function setUp({ name }: TestProject): () => void {
  const browser = name === 'e2e-firefox' ? 'firefox' : 'chromium';
  buildExtension(browser);
  return () => endAll(browser);
}
