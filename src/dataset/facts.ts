/**
 * Facts: dated values of a closed list of properties, taken by programs from open data. A card renders them with templates, so they
 * never speak in our voice. Contested properties (ideology, form of government, "terrorist") are not in the list and are not to be added.
 */
import * as z from 'zod/mini';
import { type FactProperty, type FactValue, factProperties, factTypes } from './fact-properties.ts';
import { id, partialDate, text } from './primitives.ts';

const propertyNames = Object.keys(factProperties) as FactProperty[];

const expected: Record<FactValue, { is: (value: string | number) => boolean; what: string }> = {
  type: { is: (value) => factTypes.some((type) => type === value), what: `one of ${factTypes.join(', ')}` },
  entity: { is: (value) => id.safeParse(value).success, what: 'the id of an entity' },
  date: { is: (value) => partialDate.safeParse(value).success, what: 'a date, YYYY, YYYY-MM or YYYY-MM-DD' },
  number: { is: (value) => typeof value === 'number' && Number.isFinite(value), what: 'a number' },
  text: { is: (value) => typeof value === 'string' && value !== '', what: 'a text that is not empty' },
  country: {
    is: (value) => /^[A-Z]{2}$/.test(String(value)),
    what: 'an ISO 3166-1 code of two capital letters',
  },
};

export const factSchema = z
  .strictObject({
    property: z.enum(propertyNames),
    value: z.union([z.string(), z.number()]),
    /** The entity in which the value holds, where the property needs a second one: the chamber of a party's seats. */
    within: z.optional(id),
    /** Since when, and until when, it held. An office without `to` was held on `asOf`. */
    from: z.optional(partialDate),
    to: z.optional(partialDate),
    /** Date of the source's data: what the source says, it said on this day. */
    asOf: partialDate,
    /** Day after `asOf` on which another head came to the government that the office belongs to: whether it is still held is not known. */
    changed: z.optional(partialDate),
    source: id,
    /** Where in the source: the reference of an entry, the key of a row. */
    locator: z.optional(text),
  })
  .check((context) => {
    const { property, value } = context.value;
    const { is, what } = expected[factProperties[property]];
    if (!is(value))
      context.issues.push({
        code: 'custom',
        path: ['value'],
        message: `expected ${what} as ${property}`,
        input: value,
      });
  });
export type Fact = z.infer<typeof factSchema>;

/** Ids of the entities that the facts name, each once. */
export function entitiesInFacts(facts: readonly Fact[]): string[] {
  return [
    ...new Set(
      facts.flatMap(({ property, value, within }) => [
        ...(factProperties[property] === 'entity' ? [String(value)] : []),
        ...(within === undefined ? [] : [within]),
      ]),
    ),
  ];
}

/** Months after which an office-holder whose newest source is older is shown with "as of", never with "is". */
const officeMonths = 9;

/** Whether the newest of the facts is too old on `today` (ISO dates) to say that an office is held, or its government has changed since. */
export function needsAsOf(facts: readonly Fact[], today: string): boolean {
  if (facts.some(({ changed }) => changed !== undefined && changed <= today)) return true;
  const newest = facts
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  if (newest === undefined) return true;
  const limit = new Date(`${newest.padEnd(7, '-01').slice(0, 7)}-${newest.slice(8, 10) || '01'}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + officeMonths);
  return today > limit.toISOString().slice(0, 10);
}
