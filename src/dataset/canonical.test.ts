import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { entitySchema, sourceSchema } from './schema.ts';

test('keys stand in the order of the schema, unknown ones last', () => {
  const text = canonicalJson(
    { extra: 1, name: 'B', names: [{ kind: 'short', text: 'b' }], kind: 'place', id: 'b' },
    entitySchema,
  );
  expect(text).toBe(`{
  "id": "b",
  "kind": "place",
  "name": "B",
  "names": [
    {
      "text": "b",
      "kind": "short"
    }
  ],
  "extra": 1
}
`);
});

test('a list of plain values stays on one line while it fits', () => {
  const cues = (count: number) => ({ id: 'b', cues: Array.from({ length: count }, (_, i) => `cue ${i}`) });
  expect(canonicalJson(cues(3), entitySchema)).toContain('\n  "cues": ["cue 0", "cue 1", "cue 2"]\n');
  expect(canonicalJson(cues(30), entitySchema)).toContain('\n  "cues": [\n    "cue 0",\n');
  expect(canonicalJson({ issued: { 'date-parts': [[2024, 7, 22]] } }, sourceSchema)).toContain(
    '"date-parts": [[2024, 7, 22]]',
  );
});

test('a CSL name has its family name first, whichever of its two forms it has', () => {
  const author = [{ given: 'A', family: 'B' }, { literal: 'C' }];
  expect(canonicalJson({ author }, sourceSchema)).toMatch(/"family": "B",\n\s+"given": "A"/u);
});

test('texts are written in NFC', () => {
  expect(canonicalJson({ name: 'Cafe\u0301' }, entitySchema)).toContain('"Caf\u00e9"');
});

test('a key that every object has a method for is a key like any other', () => {
  expect(canonicalJson([{ toString: [] }, { constructor: { valueOf: 1 } }], entitySchema)).toContain('"toString": []');
});

test('writing loses nothing and writing again changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value, entitySchema);
      const nfc = JSON.parse(JSON.stringify(value).normalize('NFC'));
      expect(JSON.parse(text)).toEqual(nfc);
      expect(canonicalJson(JSON.parse(text), entitySchema)).toBe(text);
    }),
  );
});
