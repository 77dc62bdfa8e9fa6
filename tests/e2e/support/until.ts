import { setTimeout as pause } from 'node:timers/promises';
import { patience } from '../../../browser-driver/patience.ts';

/** Looks again until `look` does not throw. After `timeout` ms it has the last word. Not Vitest's, which pictures are taken without. */
export async function until<Found>(look: () => Found | Promise<Found>, timeout: number = patience): Promise<Found> {
  for (const end = Date.now() + timeout; ; await pause(50)) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
