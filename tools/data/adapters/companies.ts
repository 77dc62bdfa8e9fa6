import { isCommonWord } from '../../../cli/pack/knowledge.ts';
import type { Entity } from '../../../src/dataset/schema.ts';
import { cleanText, readTable } from '../reading.ts';
import { type Adapter, factsOf, fileAt, SourceError } from '../source.ts';

const path = 'data/constituents.csv';

/** Companies of the S&P 500. One whose whole name is everyday words ("Dollar Tree") is left out: a page says them of other things. */
export const readCompanies: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const companies = new Map<string, Entity>();
  const columns = ['Symbol', 'Security', 'GICS Sector', 'Headquarters Location', 'Founded'];
  for (const { row, place } of readTable(fileAt(input.files, path), columns)) {
    // "Coca-Cola Company (The)", "Lilly (Eli)", "Alphabet Inc. (Class A)".
    const name = cleanText(row.Security!.replace(/\s*\([^)]*\)$/u, ''), place);
    const words = name
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter(Boolean);
    if (words.every((word) => isCommonWord(word) && !/^(?:inc|corporation|company|plc|ltd)$/u.test(word))) continue;
    const founded = /^\d{4}/u.exec(row.Founded!)?.[0];
    if (founded === undefined) throw new SourceError(place, 'a year', row.Founded);
    const id = `company-${row.Symbol!.toLowerCase().replace(/\W+/gu, '-')}`;
    if ([...companies.values()].some((other) => other.name === name)) continue;
    companies.set(id, {
      id,
      kind: 'organisation',
      name,
      facts: [
        fact('type', 'company', { locator: row.Symbol }),
        fact('headquarters', cleanText(row['Headquarters Location']!, place)),
        fact('industry', cleanText(row['GICS Sector']!, place)),
        fact('founded', founded),
      ],
    });
  }
  return { asOf: input.day, entities: [...companies.values()] };
};
