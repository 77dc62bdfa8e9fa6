/** Wikidata's JSON (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html), read as far as its shape holds. */
import { isRealDate } from '../dataset/dates.ts';
import { isRecord, plain } from './record.ts';

/** One statement: its main value, and the values of its qualifiers and references by property. */
export interface Claim {
  rank: string;
  main: unknown;
  qualifiers: (property: string) => unknown[];
  references: ((property: string) => unknown[])[];
}

export type Claims = (property: string) => unknown[];

/** The statements of an item by property. Exports of empty items have a list where others have an object. */
export function claimsOf(item: Record<string, unknown>): Claims {
  return listIn(item.claims);
}

/** Statements of a property that count: preferred ones if there are any, else the normal ones, never deprecated ones. */
export function bestClaims(claims: Claims, property: string): Claim[] {
  const all = claims(property).flatMap((value): Claim[] =>
    isRecord(value)
      ? [
          {
            rank: typeof value.rank === 'string' ? value.rank : 'normal',
            main: value.mainsnak,
            qualifiers: listIn(value.qualifiers),
            references: (Array.isArray(value.references) ? value.references : []).map((reference) =>
              listIn(isRecord(reference) ? reference.snaks : undefined),
            ),
          },
        ]
      : [],
  );
  const preferred = all.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : all.filter(({ rank }) => rank === 'normal');
}

function listIn(value: unknown): (property: string) => unknown[] {
  return (property) => {
    const list = isRecord(value) && Object.hasOwn(value, property) ? value[property] : undefined;
    return Array.isArray(list) ? list : [];
  };
}

/** The value of a snak; nothing for "unknown" and "no value". */
function valueIn(snak: unknown): unknown {
  if (!isRecord(snak) || snak.snaktype !== 'value' || !isRecord(snak.datavalue)) return undefined;
  return snak.datavalue.value;
}

export function itemOf(snak: unknown): string | undefined {
  const value = valueIn(snak);
  return isRecord(value) && typeof value.id === 'string' && /^Q\d+$/u.test(value.id) ? value.id : undefined;
}

/** A string, a URL, an identifier, or the text of a monolingual value. */
export function stringOf(snak: unknown): string | undefined {
  const value = valueIn(snak);
  return plain(isRecord(value) ? value.text : value) || undefined;
}

const precisionOf = { year: 9, month: 10, day: 11 };

/** `1950`, `1950-05` or `1950-05-03`, in the precision that Wikidata states. Decades and centuries have no form here. */
export function timeOf(snak: unknown): string | undefined {
  const value = valueIn(snak);
  if (!isRecord(value) || typeof value.time !== 'string' || typeof value.precision !== 'number') return undefined;
  const [, sign, year, month, day] = /^([+-])0*(\d{4})-(\d{2})-(\d{2})T/u.exec(value.time) ?? [];
  if (year === undefined || value.precision < precisionOf.year) return undefined;
  const parts = [sign === '-' ? `-${year}` : year, month, day].slice(
    0,
    Math.min(value.precision, precisionOf.day) - precisionOf.year + 1,
  );
  const text = parts.join('-');
  return isRealDate(text) ? text : undefined;
}
