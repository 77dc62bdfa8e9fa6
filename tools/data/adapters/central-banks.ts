import type { Entity } from '../../../src/dataset/schema.ts';
import { cleanText, readTable, slug } from '../reading.ts';
import { type Adapter, factsOf, fileAt, ofCountry, SourceError } from '../source.ts';

const path = 'CM/data-aux/central_banks.csv';

/**
 * Central banks, by country. A country of the euro has its own bank in brackets behind the European Central Bank; a bank of several countries
 * stands beside each; where there is none, the field is a sentence.
 */
export const readCentralBanks: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const banks = new Map<string, Entity>();
  const rows = readTable(fileAt(input.files, path), ['country', 'central_bank', 'wikipedia_bank_url'], {
    delimiter: ';',
  });
  for (const { row, place } of rows) {
    // A star marks states that few others recognise; those without a code of their own are left.
    const code = input.countries.fromName(row.country!.replace(/\s*\*$/u, ''));
    if (code === undefined || /^No central bank|^Overseas Issuing|^Administration of/u.test(row.central_bank!))
      continue;
    const own = /\(\s*(.+?)\s*\)$/u.exec(row.central_bank!)?.[1];
    const euro = row.central_bank!.startsWith('European Central Bank');
    const name = cleanText(euro && own ? own : row.central_bank!, place);
    if (name.split(' ').length > 9) throw new SourceError(place, 'the name of a bank', name);
    const id = `central-bank-${slug(name)}`;
    const title = euro ? undefined : /\/wiki\/([^#?]+)$/u.exec(row.wikipedia_bank_url!)?.[1];
    const bank = banks.get(id) ?? {
      id,
      kind: 'organisation' as const,
      name,
      facts: [fact('type', 'central-bank')],
      related: [],
      ...(title ? { wikipedia: decodeURIComponent(title).replaceAll('_', ' ') } : {}),
    };
    bank.facts!.push(fact('country', code));
    bank.related!.push(...ofCountry(code));
    banks.set(id, bank);
  }
  return { asOf: input.day, entities: [...banks.values()] };
};
