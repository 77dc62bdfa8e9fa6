import type { Entity } from '../dataset/schema.ts';
import type { Title } from '../dataset/titles.ts';

export interface Titled {
  title: Title;
  /** False where an edited pack has the entity. */
  openData: boolean;
}

/** Entities as far as their titles tell of them: enough for the links of a card. */
export function titled(titles: ReadonlyMap<string, Titled>): Entity[] {
  return [...titles].map(
    ([
      id,
      {
        title: { kind, name, description, names = {} },
      },
    ]) => {
      return {
        id,
        kind,
        name,
        ...(description !== undefined && { description }),
        names: Object.entries(names).map(([lang, text]) => ({ text, kind: 'full', lang })),
      };
    },
  );
}
