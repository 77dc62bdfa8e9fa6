import type { Source } from '../dataset/schema.ts';

export type CslName = NonNullable<Source['author']>[number];

/** Only what CSL knows: what Sidelight adds about publisher and check stays behind. */
export type CslItem = Omit<Source, 'publisherType' | 'relation' | 'origin' | 'checked'>;

export function toCsl(source: Source): CslItem {
  const { publisherType: _type, relation: _relation, origin: _origin, checked: _checked, ...item } = source;
  return item;
}

/** Year, month and day of a CSL date, as far as they are known, padded for ISO 8601. */
export function dateParts(date: Source['issued']): string[] {
  return (date?.['date-parts'][0] ?? []).map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0'));
}

/** "Family, Given"; a body keeps its name whole. */
export function invertedName(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given ? `${name.family}, ${name.given}` : name.family;
}
