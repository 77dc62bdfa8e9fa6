/** Names of months and days in the language of a source, and the calendar of Iran, as the platform knows them. */
import { wordsOf } from './words.ts';

/** The languages whose countries have names of their own for the months. */
const regions: Record<string, string[]> = { ar: ['ar-EG', 'ar-IQ', 'ar-MA', 'ar-DZ'] };

const dayLength = 86_400_000;

/** Names of the months of a language, folded, each in the forms that stand alone and beside a day, long forms first. */
export const namesOfMonths = onceEach((language) =>
  Array.from({ length: 12 }, (_, month) => {
    const time = Date.UTC(2024, month, 15);
    const styles = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }] as const;
    const forms = (regions[language] ?? [language]).flatMap((locale) =>
      styles.map((style) => partOf(`${locale}-u-ca-gregory`, style, time, 'month')),
    );
    // Some languages write a short month in digits.
    return [...new Set(forms)].filter((form) => !/\d/u.test(form));
  }),
);

/** Names of the days of the week from Sunday, folded, long and short. */
export const namesOfDays = onceEach((language) =>
  Array.from({ length: 7 }, (_, day) => {
    // 7 January 2024 was a Sunday.
    const time = Date.UTC(2024, 0, 7 + day);
    return (['long', 'short'] as const).map((weekday) => partOf(language, { weekday }, time, 'weekday'));
  }),
);

/** Words for today and yesterday, folded. */
export const namesOfNearDays = onceEach((language) => {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return [0, -1].map((days) => wordsOf(relative.format(days, 'day')).join(' '));
});

/** Names of the months of the Solar Hijri calendar in Persian, English and the language, folded. */
export const namesOfHijriMonths = onceEach((language) =>
  Array.from({ length: 12 }, (_, month) => {
    // The year 1403 began on 20 March 2024; its months have 31 or 30 days.
    const time = Date.UTC(2024, 2, 20) + (month * 30.5 + 10) * dayLength;
    return ['fa', 'en', language].map((locale) => partOf(`${locale}-u-ca-persian`, { month: 'long' }, time, 'month'));
  }),
);

function partOf(locale: string, style: Intl.DateTimeFormatOptions, time: number, type: 'month' | 'weekday'): string {
  const parts = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).formatToParts(time);
  return wordsOf(parts.find((part) => part.type === type)!.value).join(' ');
}

/** Formats are slow to make, and every quotation asks for those of its language. */
function onceEach<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const value = made.get(language) ?? make(language);
    made.set(language, value);
    return value;
  };
}

const solarHijri = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** Year, month and day of the Solar Hijri calendar at a time in UTC milliseconds. */
export function toHijri(time: number): [year: number, month: number, day: number] {
  const parts = Object.fromEntries(solarHijri.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return [parts.year ?? parts.relatedYear!, parts.month!, parts.day!];
}

/** Every day from one to another, both in UTC milliseconds and included. */
export function* daysFrom(first: number, last: number): Generator<number> {
  for (let time = first; time <= last; time += dayLength) yield time;
}
