import { expect, test } from 'vitest';
import { detect } from './detect.ts';

const latin = (text: string) => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));

test.each([
  ['pack', '{"format": "sidelight-pack", "id": "x"}'],
  ['wikidata', '[\n{"type":"item","id":"Q42","labels":{}}'],
  ['wikidata', '{"entities":{"Q42":{"pageid":1,"type":"item"}}}'],
  ['wikidata', '{"type":"item","id":"Q1","statements":{},"labels":{"en":"x"}}'],
  ['csv json', '{"head":{"vars":["item"]},"results":{"bindings":[]}}'],
  ['csv json', '[{"item":"http://www.wikidata.org/entity/Q1","itemLabel":"x"}]'],
  ['csv json', '{"name":"x"}\n{"name":"y"}'],
  ['csv query', '?item\t?itemLabel\n<http://www.wikidata.org/entity/Q1>\t"x"@en\n'],
  ['csv query', 'item,itemLabel\nhttp://www.wikidata.org/entity/Q1,x\n'],
  ['csv text', 'name,kind\n{"a"},b'],
  ['csv text', ''],
  ['csv xlsx', 'PK\u0003\u0004\u0014\0[Content_Types].xml'],
  ['csv ods', 'PK\u0003\u0004\u0014\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'],
  ['ftm', '{"id":"NK-1","schema":"Person","properties":{}}'],
  ['ftm', '{"op":"ADD","entity":{"id":"NK-1","schema":"Person"}}'],
  ['ftm statements', 'canonical_id,entity_id,prop,prop_type,schema,value\n'],
  ['claimreview', '{"@context":"https://schema.org","@type":"ClaimReview"}'],
  ['claimreview', '{"@graph":[{"@type":"schema:ClaimReview"}]}'],
  ['claimreview', '{"claims":[{"text":"x","claimReview":[]}]}'],
  ['claimreview html', '<!-- saved -->\n<!DOCTYPE html><html>'],
  ['popolo', '{"persons":[{"id":"1"}]}'],
  ['sources', '[{"id":"a","type":"book","title":"x"}]'],
  ['sources ris', 'TY  - BOOK\r\nTI  - x'],
  ['sources bibtex', '% made by hand\n@article{a, title={x}}'],
  ['tei', '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">'],
  ['records', '{"entity":{"id":"x"},"sources":[]}'],
])('a file of the kind %s is known by its first bytes', (expected, head) => {
  const { format, form } = detect(latin(head));
  expect([format, form].filter(Boolean).join(' ')).toBe(expected);
});

test.each([
  ['a PDF document', '%PDF-1.7'],
  ['a file packed by bzip2', 'BZh91AY'],
  ['RDF in Turtle', '@prefix a: <http://a.example/> .'],
  ['RDF in N-Triples', '<http://a.example/a> <http://a.example/b> "x" .'],
  ['an SQLite database', 'SQLite format 3\0'],
  ['a Parquet file', 'PAR1\u0015'],
  ['a dictionary of Yomitan', '[["x","","n","",1,["y"],1,""]]'],
  ['a text document', 'PK\u0003\u0004\u0014\0[Content_Types].xml word/document.xml'],
  ['a spreadsheet of Numbers', 'PK\u0003\u0004Index/Document.iwa'],
  ['a zip archive', 'PK\u0003\u0004photo.jpg'],
  ['a family tree in GEDCOM', '0 HEAD\n1 SOUR x'],
  ['contacts (vCard)', 'BEGIN:VCARD\nVERSION:4.0'],
  ['an XML file', '<?xml version="1.0"?><anything/>'],
])('%s is reported as what it is, with a way to convert it', (is, head) => {
  const { foreign, format } = detect(latin(head));
  expect([foreign?.is, format]).toEqual([is, undefined]);
  expect(foreign?.todo).toMatch(/\w+ \w+/);
});
