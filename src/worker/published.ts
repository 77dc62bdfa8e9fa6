/** The date part of what a page gives as a date, or undefined when it is none: pages write much there. */
export function isoDate(value: string | null | undefined): string | undefined {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value ?? '');
  if (match) {
    const [, year, month, day] = match;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    // A day that the calendar does not have rolls over to another month.
    return date.getUTCMonth() === Number(month) - 1 ? `${year}-${month}-${day}` : undefined;
  }
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/.exec(value ?? '');
  if (compact) return isoDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
  // "Sat, 24 Aug 2024 10:00:00 GMT" and "August 24, 2024": only with a month in letters, since 03/04 has two readings.
  if (!/\d{4}/.test(value ?? '') || !/[a-z]{3}/i.test(value ?? '')) return undefined;
  const time = Date.parse(value ?? '');
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  const zoned = /(?:GMT|UTC|Z|[+-]\d{2}:?\d{2})\s*$/.test(value ?? '');
  const [year, month, day] = zoned
    ? [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
    : [date.getFullYear(), date.getMonth(), date.getDate()];
  return isoDate(`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** The first of a page's candidates that is a date. */
export function firstDate(candidates: readonly string[]): string | undefined {
  for (const candidate of candidates) {
    const date = isoDate(candidate);
    if (date) return date;
  }
  return undefined;
}
