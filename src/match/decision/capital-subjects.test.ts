/** A capital that its clause alone makes a government, on a page that names another country. */
import { expect, test } from 'vitest';
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const typed = (type: string, code: string) => [
  { property: 'type', value: type } as const,
  { property: 'country', value: code } as const,
];
const entities: NamedEntity[] = [
  { id: 'velmark', kind: 'place', name: 'Velmark', facts: typed('country-or-territory', 'VM') },
  { id: 'otherland', kind: 'place', name: 'Otherland', facts: typed('country-or-territory', 'OT') },
  {
    id: 'city',
    kind: 'place',
    name: 'Oskar',
    names: [
      { text: 'أوسكان', kind: 'full', lang: 'ar' },
      { text: 'كيف', kind: 'full', lang: 'ar' },
      { text: 'اوسکار', kind: 'full', lang: 'fa' },
    ],
    facts: typed('capital', 'VM'),
    related: ['velmark'],
  },
  {
    id: 'government',
    kind: 'organisation',
    name: 'Government of Velmark',
    facts: typed('government', 'VM'),
    related: ['velmark'],
  },
];
const index = openIndex(compileIndex(entities, words));
const found = (blocks: string[], lang: string, indexes: typeof index | (typeof index)[] = index) =>
  annotate(indexes, { blocks, lang })
    .map(({ entity }) => entity)
    .filter((entity) => entity !== 'otherland');

test.each([
  ['It must open the plants, so that Oskar meets its duties.', 'en'],
  ['She lives there, and Oskar has so far not handed her over.', 'en'],
  ['He feared Oskar could make an attempt on his life.', 'en'],
  ['Ministers met, because Oskar told them to wait.', 'en'],
  ['Oskar beklagt dagegen den Ablauf.', 'de'],
  ['Sie hoffen, dass Oskar die Zahl der Anlagen verringert.', 'de'],
  ['Damit antwortet Oskar auf das Urteil.', 'de'],
  ['Am vergangenen Donnerstag hat Oskar dazu den zweiten Schritt gemacht.', 'de'],
  ['Das habe nichts zu bedeuten, meinte Oskar am Samstag.', 'de'],
  ['Il faut que Oskar garantisse sa frontière.', 'fr'],
  ['Oskar lui reproche de mentir.', 'fr'],
  ['Cuando escaseaba la gasolina, Oskar acudió a sus vecinos.', 'es'],
  ['La vez que Oskar deberá abrir sus mercados.', 'es'],
  ['قال الوزير إن أوسكان تجاهلت الاتفاقية', 'ar'],
  ['وقد جاهرت أوسكان بمعارضتها في هذه المسألة', 'ar'],
  ['او گفت که اوسکار با احترام به همسایگان می‌ماند', 'fa'],
  ['او گفت که اوسکار سفیر همسایه را احضار کرد', 'fa'],
  ['They say that Oskar is unlikely to follow.', 'en'],
])('is one as the subject of a verb: %s', (text, lang) => {
  expect(found([text, 'Otherland.'], lang)).toEqual(['government']);
  expect(found([text], lang)).toEqual([]);
});

test.each([
  ['They know that Oskar hosts the games.', 'en'],
  ['They know that Oskar closes its market to the traders.', 'en'],
  ['They know that Oskar plans to end its trading.', 'en'],
  ['نعلم أن كيف تجاهلت البلاد', 'ar'],
  ['They heard that Oskar won the cup, and that Oskar beats the rest.', 'en'],
  ['Oskar und Lund wachsen.', 'de'],
  ['Oskar liegt am Fluss.', 'de'],
  ['Am Montag feierte Oskar ein Fest.', 'de'],
  ['Am Ende hinderte die Stadt Oskar niemand.', 'de'],
  ['Travel: Oskar has fine cafés.', 'en'],
  ['Ayer Oskar, cuando Oskar ganó al equipo.', 'es'],
  ['On sait que Oskar accueille une exposition.', 'fr'],
  ['نعلم أن أوسكان تستضيف البطولة', 'ar'],
  ['زارت أوسكان هذه السنة', 'ar'],
  ['گفت که اوسکار پایتخت است', 'fa'],
])('is none where cities are spoken of, or no verb follows: %s', (text, lang) => {
  expect(found([text, 'Otherland.'], lang)).not.toContain('government');
});

test('in Persian the head of a sentence asks for the other country in its own block', () => {
  const text = 'اوسکار این رزمایش را تحریک‌آمیز خواند';
  expect(found([text, 'Otherland.'], 'fa')).toEqual([]);
  expect(found([`${text} و Otherland چیزی نگفت`], 'fa')).toEqual(['government']);
});

test('after a word with a capital inside a sentence it is a piece of a name, in French and Spanish', () => {
  expect(found(['Ayer Oskar busca un acuerdo.'], 'es')).toEqual(['government']);
  expect(found(['Ayer el Real Oskar busca un acuerdo.'], 'es')).toEqual([]);
});

test('joined to a Persian word before it, it is a piece of a name', () => {
  expect(found(['گفت که اوسکار مخالف است', 'Otherland.'], 'fa')).toEqual(['government']);
  expect(found(['در دانشگاه جورج‌اوسکار می‌گوید'], 'fa')).not.toContain('government');
});

test('a capital after which a pack calls another body than a government stands for that one', () => {
  const union: NamedEntity = {
    id: 'union',
    kind: 'organisation',
    name: 'Union of Lands',
    names: [{ text: 'Oskar', kind: 'short', needs: ['Union'], exactCase: true }],
  };
  const both = [openIndex(compileIndex([union])), index];
  expect(found(['Oskar said on Friday that it would answer.'], 'en', both)).toEqual(['union']);
  expect(found(['It rained all day in Oskar.'], 'en', both)).toEqual(['city']);
});
