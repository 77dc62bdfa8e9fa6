/** Capitals in Persian, Arabic and German that are governments by the sentence they stand in. */
import { expect, test } from 'vitest';
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const typed = (type: string, code: string) => [
  { property: 'type', value: type } as const,
  { property: 'country', value: code } as const,
];
const entities: NamedEntity[] = [
  { id: 'velmark', kind: 'place', name: 'Velmark', facts: typed('country-or-territory', 'VM') },
  {
    id: 'otherland',
    kind: 'place',
    name: 'Otherland',
    names: [
      { text: 'بوهوس', kind: 'full', lang: 'fa' },
      { text: 'بوهوس', kind: 'full', lang: 'ar' },
    ],
    facts: typed('country-or-territory', 'OT'),
  },
  {
    id: 'city',
    kind: 'place',
    name: 'Oskar',
    names: [
      { text: 'أوسكان', kind: 'full', lang: 'ar' },
      { text: 'اوسکار', kind: 'full', lang: 'fa' },
      { text: 'Oskaren', kind: 'full', lang: 'de' },
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
const found = (text: string, lang: string) =>
  annotate(index, { blocks: [text], lang })
    .filter(({ entity }) => entity !== 'otherland')
    .map(({ entity }) => entity);

test.each([
  ['with a word of what states do and another country', 'بوهوس دارایی‌های مسدودشدهٔ اوسکار را نداد', 'fa'],
  ['with three such words', 'سیاست نظامی اوسکار مانع صلح ماند', 'fa'],
  ['in Arabic', 'أبدت بوهوس تحفظها على دبلوماسية أوسكان أمس', 'ar'],
  ['in German', 'Otherland verweigert Oskaren weiterhin jede Waffenruhe', 'de'],
])('%s', (_, text, lang) => {
  expect(found(text, lang)).toEqual(['government']);
});

test.each([
  ['with no word of what states do', 'بوهوس خانه‌های تازهٔ اوسکار را خرید', 'fa'],
  ['with one such word and no other country', 'دارایی‌های کهنهٔ اوسکار را شمردند', 'fa'],
  ['after what a city has', 'بوهوس تحریم فرودگاه کوچک اوسکار را خواست', 'fa'],
  ['that a delegation left', 'سفیر بوهوس پس از مذاکره اوسکار را دیروز ترک کرد', 'fa'],
  ['from which an agency reports', 'به گزارش خبرنگاری از اوسکار، بوهوس توافق را نپذیرفت', 'fa'],
  ['after which an agreement is called', 'بوهوس به تعهدات خود در بیانیه اوسکار ماند', 'fa'],
  ['at the head of a dispatch', 'اوسکار ـ بوهوس توافق صلح را نپذیرفت', 'fa'],
  ['in a list of places', 'پروازها به بوهوس، لوندین، اوسکار به دلیل جنگ نیست', 'fa'],
  ['in German after what a city has', 'Otherland nennt den Flughafen Oskaren nach der Waffenruhe nicht', 'de'],
  ['in German as one of two cities', 'Otherland griff trotz der Waffenruhe sowohl Oskaren als auch Lunden an', 'de'],
  ['in English, where a noun may follow', 'Otherland gave up the ceasefire as Oskaren markets fell', 'en'],
  ['beside a match', 'تیم بوهوس پس از توافق تازه اوسکار را برد', 'fa'],
])('not %s', (_, text, lang) => {
  expect(found(text, lang)).not.toContain('government');
});
