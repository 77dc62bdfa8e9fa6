/** What the page decision needs to know of an entity beside its names, kept as JSON in the index and read when first needed. */
import type { NamedEntity } from '../types.ts';

export interface NameRule {
  needs?: string[];
  open?: boolean;
  exactCase?: boolean;
}

export interface Meta {
  cues?: string[];
  related?: string[];
  distinctFrom?: string[];
  roles?: { title: string; office?: string; from?: string; to?: string }[];
  /** Of who has held an office: the name as the pack puts it first. */
  name?: string;
  disputes?: { id: string; cues: string[]; low: number; high: number; values: number[] }[];
  /** What it is, of an entity of open data. */
  type?: string;
  /** Of a person of open data: heads a state or a government, or did so in our time. */
  head?: true;
  /** Of a person of open data: year of the first of the offices and memberships that have a date. */
  since?: number;
  /** By the text of the name. */
  rules?: Record<string, NameRule>;
}

/** Whom pages still call by the surname alone: heads of states and governments whose term did not end before. */
const ourTime = '2017';

function isHead({ property, to = ourTime }: NonNullable<NamedEntity['facts']>[number]): boolean {
  return (property === 'head-of-state-of' || property === 'head-of-government-of') && to >= ourTime;
}

/** Empty when the entity has names and nothing else. */
export function factsOf(entity: NamedEntity): Meta {
  const meta: Meta = {};
  const facts = entity.facts ?? [];
  const type = facts.find(({ property }) => property === 'type')?.value;
  // A person of open data has no type of its own.
  if (facts.length > 0) meta.type = type === undefined ? entity.kind : String(type);
  if (facts.some(isHead)) meta.head = true;
  const first = facts.flatMap(({ from }) => from ?? []).sort()[0];
  if (entity.kind === 'person' && first !== undefined) meta.since = Number(first.slice(0, 4));
  if (entity.cues?.length) meta.cues = [...entity.cues];
  if (entity.related?.length) meta.related = entity.related.map((each) => (typeof each === 'string' ? each : each.id));
  if (entity.distinctFrom?.length) meta.distinctFrom = [...entity.distinctFrom];
  const roles = entity.roles?.filter(({ to }) => to !== undefined || entity.living !== false) ?? [];
  if (roles.some(({ office }) => office !== undefined)) meta.name = entity.name;
  if (roles.length) {
    meta.roles = roles.map(({ title, office, from, to }) => ({
      title,
      ...(office && { office }),
      ...(from && { from }),
      ...(to && { to }),
    }));
  }
  const disputes = (entity.disputes ?? []).flatMap(({ id, cues, positions }) => {
    const values = positions.flatMap(({ low, high }) => [low, high].filter((value) => value !== undefined));
    if (!cues?.length || values.length === 0) return [];
    return [{ id, cues: [...cues], low: Math.min(...values), high: Math.max(...values), values: [...new Set(values)] }];
  });
  if (disputes.length) meta.disputes = disputes;
  const rules = Object.create(null) as Record<string, NameRule>;
  for (const { text, needs, open, exactCase } of entity.names ?? []) {
    if (needs || open || exactCase) {
      rules[text] = { ...(needs && { needs: [...needs] }), ...(open && { open }), ...(exactCase && { exactCase }) };
    }
  }
  if (Object.keys(rules).length) meta.rules = rules;
  return meta;
}
