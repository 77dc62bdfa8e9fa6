import { expect, test } from 'vitest';
import { withSolarHijri } from './calendar.ts';

test.each([
  ['در ۱۹ مه ۲۰۲۴، پس از آن', 'در ۱۹ مه ۲۰۲۴ (۳۰ اردیبهشت ۱۴۰۳)، پس از آن'],
  ['در ژوئیهٔ ۱۹۸۸', 'در ژوئیهٔ ۱۹۸۸ (تیر – مرداد ۱۳۶۷)'],
  ['از ۲۸ دسامبر ۲۰۱۷ تا ژانویهٔ ۲۰۱۸', 'از ۲۸ دسامبر ۲۰۱۷ (۷ دی ۱۳۹۶) تا ژانویهٔ ۲۰۱۸ (دی – بهمن ۱۳۹۶)'],
  ['رأی دادگاه (نوامبر ۲۰۰۷)', 'رأی دادگاه (نوامبر ۲۰۰۷ / آبان – آذر ۱۳۸۶)'],
])('a date has the Solar Hijri one beside it: %s', (text, dated) => {
  expect(withSolarHijri(text)).toBe(dated);
});

test.each([
  ['a year alone', 'در ۱۹۸۸'],
  ['a day without a year', 'در ۱۹ مه'],
  ['days that share a month', 'میان ۲۵ و ۲۸ ژوئیهٔ ۱۹۸۸'],
  ['months that share a year', 'نامه‌های ژوئیه و اوت ۱۹۸۸'],
  ['a quotation', 'او گفت «از مه ۲۰۰۸ نبود»'],
  ['a date that is there in both', 'به ۶ مرداد ۱۳۶۷، یعنی ۲۸ ژوئیهٔ ۱۹۸۸، اشاره دارد'],
  ['what only ends like a month', 'ترجمه ۲۰۲۴'],
  ['another language', 'on 19 May 2024'],
])('%s is left as it is', (_, text) => {
  expect(withSolarHijri(text)).toBe(text);
});
