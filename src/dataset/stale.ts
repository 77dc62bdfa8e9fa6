import type { Entity } from './schema.ts';

/** Whether the day by which a card was to be read again has passed. `today` is an ISO date. An entity without such a day is not stale. */
export function isStale({ reviewBy }: Pick<Entity, 'reviewBy'>, today: string): boolean {
  return reviewBy !== undefined && reviewBy < today;
}
