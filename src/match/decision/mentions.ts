/** What is told of the names that were chosen. */
import type { Mention } from '../types.ts';
import type { Accepted } from './overlaps.ts';

export function mentionOf({ block, start, end, id, score, why, info, alternatives }: Accepted): Mention {
  return {
    block,
    start,
    end,
    kind: 'name',
    entity: id,
    score: Math.round(score * 100) / 100,
    why,
    name: info.text,
    alternatives,
  };
}

export function firstOnly(mentions: Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ entity, dispute }) => {
    const key = dispute ?? entity;
    return !seen.has(key) && seen.add(key);
  });
}
