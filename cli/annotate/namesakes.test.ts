/** Names of the bundled packs that are somebody or something else, in sentences without any sign of the subject, and beside one. */
import { expect, test } from 'vitest';
import { find, fromText } from './document.ts';
import { loadPacks } from './packs.ts';

const ready = await loadPacks([], true);

function entitiesIn(text: string, lang: string): string[] {
  const options = { strict: false, first: false, order: ready.order };
  return find(fromText(text, { lang }), ready.indexes, options).map(({ entity }) => entity);
}

test.each([
  ['The Guardian Council of the skating club meets upstairs.', 'en'],
  ['An Assembly of Experts on mushrooms sat in the barn.', 'en'],
  ['Their special rapporteur on jam was late.', 'en'],
  ['They called their pillow fort the Axis of Resistance.', 'en'],
  ['Der Wächterrat und der Expertenrat des Turnvereins tagen.', 'de'],
  ['Die Sonderberichterstatterin für Marmelade kam zu spät.', 'de'],
  ['Le conseil des experts et le conseil des gardiens du musée dînent.', 'fr'],
  ['La rapporteuse spéciale sur les confitures est en retard.', 'fr'],
  ['La relatora especial sobre mermeladas llegó tarde.', 'es'],
  ['المقرر الخاص للمربى تأخر', 'ar'],
  ['جنبش سبز برگ‌ها در باد', 'fa'],
])('stands for nothing in the packs: %s', (text, lang) => {
  expect(entitiesIn(text, lang)).toEqual([]);
});

test.each([
  ['The Guardian Council barred reformists from the poll.', 'en', 'guardian-council'],
  ['Iran’s leader is chosen by the Assembly of Experts.', 'en', 'assembly-of-experts'],
  ['The UN has a special rapporteur on torture.', 'en', 'special-rapporteur'],
  ['Hezbollah belongs to the Axis of Resistance.', 'en', 'axis-of-resistance'],
  ['Der Expertenrat wählt in Teheran.', 'de', 'assembly-of-experts'],
  ['Die Sonderberichterstatterin der Vereinten Nationen kam.', 'de', 'special-rapporteur'],
  ['جنبش سبز در ایران', 'fa', 'green-movement'],
  ['Brussels said that member states must pay.', 'en', 'european-union'],
  ['Brüssel droht mit Kürzung der EU-Mittel.', 'de', 'european-union'],
  ['Bruxelles veut que les États membres paient.', 'fr', 'european-union'],
  ['Bruselas advierte a los Estados miembros.', 'es', 'european-union'],
])('stands for its entity beside its subject: %s', (text, lang, id) => {
  expect(entitiesIn(text, lang)).toContain(id);
});

test('Brussels as the European Union is no government of Belgium', () => {
  expect(entitiesIn('Brussels said that EU member states must pay.', 'en')).not.toContain('government-be');
  expect(entitiesIn('Brussels said that it would pay.', 'en')).toEqual(['european-union']);
  expect(entitiesIn('EU ministers met in Brussels.', 'en')).toContain('capital-be-brussels');
});
