/**
 * An entity, parsed but not yet checked, in today's form: packs made before a citation could hold several quotations say `quote: "…"`
 * for `quotes: ["…"]`. Whatever has another shape is left as it is, for the schema to name.
 */
export function inTodaysForm(entity: unknown): unknown {
  return changed(entity, {
    statements: (statement) => changed(statement, { citations: withQuotes }),
    disputes: (dispute) => changed(dispute, { positions: (position) => changed(position, { citations: withQuotes }) }),
    roles: (role) => changed(role, { citations: withQuotes }),
  });
}

function withQuotes(citation: unknown): unknown {
  if (!isRecord(citation) || typeof citation.quote !== 'string' || Object.hasOwn(citation, 'quotes')) return citation;
  const { quote, ...rest } = citation;
  return { ...rest, quotes: [quote] };
}

/** The record with each item of the named lists changed; lists that it does not have stay away. */
function changed(record: unknown, lists: Record<string, (item: unknown) => unknown>): unknown {
  if (!isRecord(record)) return record;
  const present = Object.entries(lists).filter(([key]) => Array.isArray(record[key]));
  if (present.length === 0) return record;
  return {
    ...record,
    ...Object.fromEntries(present.map(([key, change]) => [key, (record[key] as unknown[]).map(change)])),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
