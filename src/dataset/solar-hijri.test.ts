import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solarHijri } from './solar-hijri.ts';

test.each([
  // The day that Iran calls 22 Bahman.
  ['1979-02-11', '۲۲ بهمن ۱۳۵۷'],
  // Nowruz of a common and of a leap year.
  ['2023-03-21', '۱ فروردین ۱۴۰۲'],
  ['2021-03-20', '۳۰ اسفند ۱۳۹۹'],
  ['1988-07', 'تیر – مرداد ۱۳۶۷'],
  ['2024-03', 'اسفند ۱۴۰۲ – فروردین ۱۴۰۳'],
])('%s is %s', (date, words) => {
  expect(solarHijri(date)).toBe(words);
});

test.each(['1988', '-0550', '-0550-03-01', 'soon', ''])('"%s" is not said in another calendar', (date) => {
  expect(solarHijri(date)).toBe(undefined);
});

test('every day of two centuries has a day of its own, whose month is one of the two that its Gregorian month lies in', () => {
  const day = fc.date({ min: new Date('1850-01-01'), max: new Date('2050-12-31'), noInvalidDate: true });
  const days = new Map<string, string>();
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const said = solarHijri(iso)!;
      expect(days.get(said) ?? iso).toBe(iso);
      days.set(said, iso);
      const [, month] = said.split(' ');
      expect(solarHijri(iso.slice(0, 7))!.split(' ')).toContain(month);
    }),
  );
});
