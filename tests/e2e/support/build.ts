import { buildExtensions } from '../../../tools/builds.ts';
import { endAll } from './left-over.ts';

/** Before and after a whole run of the end-to-end tests. */
export default function setUp(): () => void {
  buildExtensions();
  return endAll;
}
