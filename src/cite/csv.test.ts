import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('cells are quoted where they must be, and empty where there is nothing', () => {
  const rows = [{ a: 'x, "y"', b: 1 }, { a: null }, { a: 'two\nlines', b: 'é' }];
  expect(toCsv(['a', 'b'], rows)).toBe('a,b\r\n"x, ""y""",1\r\n,\r\n"two\nlines",é\r\n');
});

test('a cell that holds the separator of another program stays one cell there too', () => {
  for (const delimiter of [',', ';', '\t']) {
    const text = `a${delimiter}=1+1`;
    const { data } = Papa.parse(toCsv(['a'], [{ a: text }]), { delimiter, newline: '\r\n' });
    expect(data[1]).toEqual([text]);
  }
});

test('what a spreadsheet would run is shown instead', () => {
  expect(toCsv(['a'], [{ a: '=1+1' }, { a: '@handle' }, { a: '-2' }])).toBe("a\r\n'=1+1\r\n'@handle\r\n'-2\r\n");
});

test('another reader of CSV gives back what was written', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => !/^[=+\-@\t\r]/u.test(value));
  fc.assert(
    fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), (rows) => {
      const { data } = Papa.parse(toCsv(['a', 'b'], rows), { header: true, delimiter: ',', newline: '\r\n' });
      expect(data.slice(0, rows.length)).toEqual(rows);
    }),
  );
});
