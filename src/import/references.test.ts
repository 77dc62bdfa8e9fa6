/** References of reference managers: their publishers, and what is wrong in them. */
import { describe, expect, test } from 'vitest';
import type { PlacedOutcome } from './record.ts';
import { entities, read, told } from './testing.ts';

describe('references', () => {
  const source = (outcomes: PlacedOutcome[]) => outcomes.flatMap(({ record }) => record?.sources ?? []);
  const expected = {
    type: 'book',
    title: 'A History of Millbrook',
    author: [{ family: 'Marrow', given: 'Zoë' }, { literal: 'Institute for Bread and Salt' }],
    issued: { 'date-parts': [[1990, 5]] },
    publisher: 'Salt & Sons',
    URL: 'https://a.example/x_y',
  };

  test.each([
    [
      'CSL-JSON',
      JSON.stringify([
        {
          id: 'http://zotero.example/items/AB',
          type: 'book',
          title: 'A History of Millbrook',
          author: [{ family: 'Marrow', given: 'Zoë' }, { literal: 'Institute for Bread and Salt' }],
          issued: { 'date-parts': [['1990', 5]] },
          publisher: 'Salt & Sons',
          URL: 'https://a.example/x_y',
        },
      ]),
    ],
    [
      'RIS',
      'TY  - BOOK\r\nTI  - A History of\r\n      Millbrook\r\nAU  - Marrow, Zoë\r\nAU  - Institute for Bread and Salt\r\nPY  - 1990/05\r\nPB  - Salt & Sons\r\nUR  - https://a.example/x_y\r\nER  - \r\n',
    ],
    [
      'BibTeX',
      '@string{salt = "Salt \\& Sons"}\n@comment{none}\n@book{marrow90,\n title = {A {H}istory of Millbrook},\n author = "Zo{\\"e} Marrow and {Institute for Bread and Salt}",\n year = 1990, month = may,\n publisher = salt,\n url = {https://a.example/x_y}\n}\n',
    ],
  ])('in %s become documents with their sources', async (_, content) => {
    const outcomes = await read(content);
    expect(entities(outcomes)).toMatchObject([
      {
        kind: 'document',
        name: 'A History of Millbrook',
        description: 'Marrow and Institute for Bread and Salt, Salt & Sons, 1990',
        statements: [{ text: 'Published by Salt & Sons in 1990.', date: '1990-05' }],
      },
    ]);
    expect(source(outcomes)).toMatchObject([expected]);
  });

  test('that are broken are reported with their line, and the others are kept', async () => {
    const bib = await read(
      '@book{a, title={A History of Millbrook}}\n@book{b, title={Broken\n@book{c, title={Another History}}\n',
    );
    expect([entities(bib).length, told(bib)]).toEqual([
      2,
      [expect.stringMatching(/^line 2: a whole reference, @book\{b/u)],
    ]);
    const ris = await read(
      'TY  - BOOK\nTI  - A History of Millbrook\nTY  - BOOK\nTI  - Another History\nER  - \nstray\n',
    );
    expect([entities(ris).length, told(ris)]).toEqual([
      1,
      [
        'line 1: a whole reference, a reference without its end (ER)',
        'line 6: a whole reference, a line outside a reference: stray',
      ],
    ]);
    expect(told(await read('[{"id":"a","type":"book"}]'))).toEqual(['line 1: a reference without a title']);
  });

  test('have their letters as TeX prints them', async () => {
    const bib =
      '@article{a, title={Stra{\\ss}e, \\\'Ecole, \\v{C}apek, {\\O}re --- \\emph{na\\"{\\i}ve} 5\\%}, journal={x}}';
    expect(entities(await read(bib))[0]?.name).toBe('Straße, École, Čapek, Øre — naïve 5%');
  });
});
