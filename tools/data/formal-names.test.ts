/** Texts with formal names of states, and with what only looks like one, with the records of the packs. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { joinRecords } from '../../src/dataset/join.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';

const dir = new URL('../../data/world/', import.meta.url);
const files = ['cldr.jsonl', 'rigour.jsonl', 'formal-names.jsonl', 'formal-names-german.jsonl'];
const records = files.flatMap((file) =>
  readFileSync(new URL(file, dir), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entity),
);
const iran = JSON.parse(readFileSync(new URL('../iran/entities/islamic-republic-of-iran.json', dir), 'utf8')) as Entity;
const index = openIndex(compileIndex([...joinRecords(records), iran]));

test.each([
  ['es', 'El Reino de Suecia firmó el acuerdo.', 'Reino de Suecia', 'country-se'],
  ['es', 'El embajador de la República Islámica de Pakistán llegó.', 'República Islámica de Pakistán', 'country-pk'],
  ['es', 'La República de Corea firmó.', 'República de Corea', 'country-kr'],
  ['es', 'La República Popular Democrática de Corea firmó.', 'República Popular Democrática de Corea', 'country-kp'],
  ['es', 'La República de Corea del Norte protestó.', 'República de Corea del Norte', 'country-kp'],
  ['es', 'La República Democrática del Congo firmó.', 'República Democrática del Congo', 'country-cd'],
  ['fr', 'Le président de la République française a signé.', 'République française', 'country-fr'],
  ['fr', "L'État d'Israël a répondu.", "État d'Israël", 'country-il'],
  ['de', 'Der Botschafter des Königreichs Dänemark kam.', 'Königreichs Dänemark', 'country-dk'],
  ['de', 'Die Regierung der Tschechischen Republik trat zurück.', 'Tschechischen Republik', 'country-cz'],
  [
    'de',
    'Er reiste in die Hauptstadt der Vereinigten Republik Tansania.',
    'Vereinigten Republik Tansania',
    'country-tz',
  ],
  ['de', 'Truppen der Demokratischen Republik Kongo rückten vor.', 'Demokratischen Republik Kongo', 'country-cd'],
  ['ar', 'وقعت دولة قطر الاتفاق.', 'دولة قطر', 'country-qa'],
  ['ar', 'حضر ممثل المملكة المغربية وجمهورية ألمانيا الاتحادية.', 'جمهورية ألمانيا الاتحادية', 'country-de'],
  ['ar', 'زار وفد الجمهورية الإسلامية الموريتانية المدينة.', 'الجمهورية الإسلامية الموريتانية', 'country-mr'],
  ['ar', 'أطلقت جمهورية كوريا الديمقراطية الشعبية صاروخا.', 'جمهورية كوريا الديمقراطية الشعبية', 'country-kp'],
  ['fa', 'جمهوری فدرال آلمان توافق را امضا کرد.', 'جمهوری فدرال آلمان', 'country-de'],
  ['fa', 'سفیر جمهوری اسلامی پاکستان آمد.', 'جمهوری اسلامی پاکستان', 'country-pk'],
  // The president of France: in Persian the word for him ends in the one for a republic.
  ['fa', 'رئیس جمهوری فرانسه آمد.', 'فرانسه', 'country-fr'],
])('%s: %s', (lang, text, name, id) => {
  const marks = annotate(index, { blocks: [text], lang });
  expect(marks.map(({ start, end, entity }) => [text.slice(start, end), entity])).toContainEqual([name, id]);
});
