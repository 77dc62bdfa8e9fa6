/** Items as Wikibase's REST interface gives them (https://doc.wikimedia.org/Wikibase/master/js/rest-api/), in the form of its dumps. */
import { isRecord } from './record.ts';

/** The item in the form of a dump; a value of any other form as it is. */
export function fromRest(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value.statements) || value.claims !== undefined) return value;
  const claims = Object.entries(value.statements).map(([property, list]) => [
    property,
    (Array.isArray(list) ? list : []).filter(isRecord).map((statement) => ({
      rank: statement.rank,
      mainsnak: snakOf(statement.value),
      qualifiers: byProperty(statement.qualifiers),
      references: (Array.isArray(statement.references) ? statement.references : []).map((reference) => ({
        snaks: byProperty(isRecord(reference) ? reference.parts : undefined),
      })),
    })),
  ]);
  return {
    ...value,
    labels: terms(value.labels, (text) => ({ value: text })),
    descriptions: terms(value.descriptions, (text) => ({ value: text })),
    aliases: terms(value.aliases, (list) => (Array.isArray(list) ? list.map((text) => ({ value: text })) : [])),
    claims: Object.fromEntries(claims),
  };
}

function terms(value: unknown, form: (term: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([lang, term]) => [lang, form(term)]));
}

function byProperty(list: unknown): Record<string, unknown[]> {
  const pairs = (Array.isArray(list) ? list : []).flatMap((part) =>
    isRecord(part) && isRecord(part.property) && typeof part.property.id === 'string'
      ? [{ id: part.property.id, snak: snakOf(part.value) }]
      : [],
  );
  return Object.fromEntries(
    [...Map.groupBy(pairs, ({ id }) => id)].map(([id, group]) => [id, group.map(({ snak }) => snak)]),
  );
}

function snakOf(value: unknown): unknown {
  if (!isRecord(value) || value.type !== 'value') return { snaktype: isRecord(value) ? value.type : 'somevalue' };
  const { content } = value;
  // An item is only its number here; a text that looks like one and is none would have no label either.
  const isItem = typeof content === 'string' && /^[QPL]\d+$/u.test(content);
  return { snaktype: 'value', datavalue: { value: isItem ? { id: content } : content } };
}
