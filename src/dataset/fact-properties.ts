/** The closed list of what facts tell, without the parser. */

/** What an entity of open data is, for the template that introduces it. Neutral on the status of territories. */
export const factTypes = [
  'country-or-territory',
  'former-state',
  'subdivision',
  'capital',
  'parliament',
  'lower-chamber',
  'upper-chamber',
  'committee',
  'high-court',
  'government',
  'ministry',
  'armed-forces',
  'public-body',
  'non-profit',
  'central-bank',
  'constitution',
  'political-party',
  'international-body',
  'sanctions-list',
  'conflict-party',
  'armed-conflict',
  'event',
  'legislative-election',
  'presidential-election',
  'news-outlet',
  'company',
] as const;

/** `entity`: id of an entity. `date`: in the precision of its source. `country`: ISO 3166-1 alpha-2, upper case, for `Intl.DisplayNames`. */
export type FactValue = 'type' | 'entity' | 'date' | 'number' | 'text' | 'country';

/** Every property that a fact may have, in the order in which a card shows them, with the kind of its value. */
export const factProperties = {
  'head-of-state-of': 'entity',
  'head-of-government-of': 'entity',
  /** The title of an office, as the source writes it; `within` is the country or body. */
  'office-held': 'text',
  'member-of': 'entity',
  /** A subdivision or country that somebody sits for; `constituency` where it is no entity. */
  represents: 'entity',
  constituency: 'text',
  party: 'entity',
  /** A party, list or group that is no entity of a pack, as the source writes it. */
  'party-name': 'text',
  'parliamentary-group': 'text',
  /** One of `factTypes`. */
  type: 'type',
  /** The country that a thing belongs to; of a country, its own code. */
  country: 'country',
  'capital-of': 'entity',
  'part-of': 'entity',
  'successor-state': 'entity',
  capital: 'entity',
  /** The list on which a body stands; `from` is the day of listing, `locator` the reference. */
  'listed-by': 'entity',
  'party-to': 'entity',
  began: 'date',
  /** The last year for which the source records the conflict, or the group in it. */
  'active-in': 'date',
  'election-to': 'entity',
  'held-on': 'date',
  'expected-on': 'date',
  /** Seats of a chamber, or of a party `within` a chamber. */
  seats: 'number',
  'last-election': 'date',
  'next-election': 'date',
  founded: 'date',
  dissolved: 'date',
  headquarters: 'text',
  industry: 'text',
  /** Host name. */
  website: 'text',
} as const satisfies Record<string, FactValue>;
export type FactProperty = keyof typeof factProperties;

/** Of the list what stands in `facts`, in its order. */
export function toldBy(facts: readonly { property: FactProperty }[]): Partial<Record<FactProperty, FactValue>> {
  const found = new Set(facts.map(({ property }) => property as string));
  return Object.fromEntries(Object.entries(factProperties).filter(([property]) => found.has(property)));
}
