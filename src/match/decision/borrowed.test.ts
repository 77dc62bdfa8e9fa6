/** A band, a horse or a player who bears a known name. */
import { expect, test } from 'vitest';
import type { NamedEntity } from '../index.ts';
import { marks } from '../testing.ts';

const entities: NamedEntity[] = [
  {
    id: 'league',
    kind: 'organisation',
    name: 'Orsolek League',
    names: [
      { text: 'اتحاد أورسوليك', kind: 'full', lang: 'ar' },
      { text: 'لیگ اورسولک', kind: 'full', lang: 'fa' },
    ],
  },
  { id: 'tobias', kind: 'person', name: 'Tobias Veldhoven', cues: ['chess'] },
  { id: 'guard', kind: 'organisation', name: 'Veldmar', names: [{ text: 'ولدمار', kind: 'full', lang: 'fa' }] },
  { id: 'bare', kind: 'person', name: 'Wilma Ostrander' },
  { id: 'berta', kind: 'person', name: 'Berta Lindqvarn', cues: ['pianist'] },
];

test.each([
  ['A punk band from Leeds called Orsolek League played.', 'en'],
  ['The band Orsolek League played.', 'en'],
  ['She wrote the novel “Orsolek League” in a year.', 'en'],
  ['Orsolek League, a punk band from Leeds, played.', 'en'],
  ['The horse was a grey racehorse named the Orsolek League.', 'en'],
  ['Die Band Orsolek League spielte.', 'de'],
  ['Der Film „Orsolek League“ läuft.', 'de'],
  ['Ein Segelboot namens Orsolek League sank.', 'de'],
  ['Le roman « Orsolek League » se vend bien.', 'fr'],
  ['Un voilier baptisé Orsolek League a coulé.', 'fr'],
  ['Un caballo llamado Orsolek League ganó.', 'es'],
  ['افتتح مطعم باسم اتحاد أورسوليك', 'ar'],
  ['آهنگ لیگ اورسولک منتشر شد', 'fa'],
  ['Orsolek League is the name of a darts team in Luton.', 'en'],
  ['Orsolek League heißt auch ein Kegelverein.', 'de'],
  ['Tobias Veldhoven Windows Ltd fits windows.', 'en'],
  ['فاز اللاعب Tobias Veldhoven أمس', 'ar'],
  ['Orsolek League is the B-side of a single.', 'en'],
  ['Orsolek League, a grey lichen, grows on oak.', 'en'],
  ['Der Kegelverein Orsolek League traf sich.', 'de'],
  ['La boulangerie Orsolek League vend du pain.', 'fr'],
  ['La frutería Orsolek League cierra.', 'es'],
  ['مغازه لیگ اورسولک باز است', 'fa'],
  ['يبيع مخبز اتحاد أورسوليك الخبز', 'ar'],
  ['The ferry Orsolek League sails at noon.', 'en'],
  ['Orsolek League Cycling Club rides on Sundays.', 'en'],
  ['Veldmar FC lost again.', 'en'],
  ['Veldmar Bikes repairs punctures.', 'en'],
  ['Veldmar & Daughters, tailors, take up hems.', 'en'],
  ['Veldmar und Söhne liefern Kohle.', 'de'],
  ['Veldmar Fleurs ouvre samedi.', 'fr'],
  ['Hoy abre Veldmar y Hijas.', 'es'],
  ['They thanked Veldmar Murphy for the tulips.', 'en'],
  ['Tobias Veldhoven & Sons moved to Luton.', 'en'],
  ['Tobias Veldhoven the tortoise was found.', 'en'],
  ['Tobias Veldhoven, the parrot at number 12, swears.', 'en'],
  ['Die Kekse holte Tobias Veldhoven, der Hamster.', 'de'],
  ['سپاه مورچه‌ها ولدمار شد', 'fa'],
  ['مردم را ولدمار می‌کند', 'fa'],
  ['The ska trio Orsolek League opened.', 'en'],
  ['Striker Tobias Veldhoven scored late.', 'en'],
  ['They lost. Goalkeeper Tobias Veldhoven wept.', 'en'],
  ['The winger Tobias Veldhoven scored twice.', 'en'],
  ['Tobias Veldhoven, a dentist, spoke.', 'en'],
  ['Tobias Veldhoven, 24, goalkeeper', 'en'],
  ['Der Rechtsaußen Tobias Veldhoven traf.', 'de'],
  ['L’ailier Tobias Veldhoven a marqué.', 'fr'],
  ['El delantero Tobias Veldhoven marcó.', 'es'],
])('%s', (text, lang) => {
  expect(marks(entities, [text], undefined, lang)).toEqual([]);
});

test.each([
  ['Veldmar Commander Lund spoke.', 'guard'],
  ['They sell Veldmar bikes.', 'guard'],
  ['Veldmar and the sons of its guards.', 'guard'],
  ['Veldmar, Murphy said.', 'guard'],
  ['VELDMAR MURPHY SAID', 'guard'],
  ['او عضو ولدمار شد', 'guard'],
  ['The film shows how Orsolek League won.', 'league'],
  ['They sang songs and praised Orsolek League.', 'league'],
  ['A group called Orsolek League wrote.', 'league'],
  ['Orsolek League owns a restaurant.', 'league'],
  ['Orsolek League ist eine Organisation.', 'league'],
  ['The Roman Orsolek League met.', 'league'],
  ['They asked Howard Baker, Tobias Veldhoven and a clerk.', 'tobias'],
  ['The hunger striker Tobias Veldhoven is weak.', 'tobias'],
  ['Der Hungerstreikende Tobias Veldhoven ist schwach.', 'tobias'],
  ['The pianist Berta Lindqvarn played.', 'berta'],
  ['Tobias Veldhoven met a dentist.', 'tobias'],
  ['Wilma Ostrander, a dentist, spoke.', 'bare'],
  ['Tobias Veldhoven, the dentist, spoke.', 'tobias'],
  ['Tobias Veldhoven, who met a baker, spoke.', 'tobias'],
])('what only stands beside such words is itself: %s', (text, id) => {
  expect(marks(entities, [text]).map((mark) => mark.replace(/.* → /, ''))).toEqual([id]);
});
