/** Which parties a country has: a page that names the country may call them by their names in its own language. */
import type { NamedEntity } from '../types.ts';

/** Parties of a country by what their names mean. */
export interface PartiesOfCountry {
  /** Names and words of the country, by the hash of their first token. */
  phrases: ReadonlyMap<number, readonly Int32Array[]>;
  /** By the ideas of a name, in one order. */
  byIdeas: ReadonlyMap<string, readonly PartyName[]>;
}

export interface PartyName {
  /** Ordinal of the party. */
  party: number;
  /** The name has a word of its country. */
  country: boolean;
  /** The name has the word "party". */
  called: boolean;
  text: string;
}

const COUNTRY = 'country-or-territory';
const PARTY = 'political-party';

function isOfType({ facts = [] }: NamedEntity, type: string): boolean {
  return facts.some(({ property, value }) => property === 'type' && value === type);
}

/** Ordinals of parties, which rise, and the ordinal of the country of each. */
export function partySections(entities: readonly NamedEntity[]): { parties: Uint32Array; partyCountries: Uint32Array } {
  const countries = new Map(entities.flatMap((each, i) => (isOfType(each, COUNTRY) ? [[each.id, i] as const] : [])));
  const rows: [party: number, country: number][] = [];
  for (const [ordinal, entity] of entities.entries()) {
    if (!isOfType(entity, PARTY)) continue;
    const ids = (entity.related ?? []).map((each) => (typeof each === 'string' ? each : each.id));
    const country = ids.map((id) => countries.get(id)).find((each) => each !== undefined);
    if (country !== undefined) rows.push([ordinal, country]);
  }
  return {
    parties: Uint32Array.from(rows, ([party]) => party),
    partyCountries: Uint32Array.from(rows, ([, country]) => country),
  };
}
