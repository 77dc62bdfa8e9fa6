const digits = /[\u06f0-\u06f9\u0660-\u0669]/g;

/** What stands between groups of three digits in the languages of the interface: comma, full stop, Arabic separator, apostrophe, spaces. */
const grouped = /(?<!\d)\d{1,3}(?:[,.٬'’ \u00a0\u2009\u202f]\d{3})+(?!\d)/g;

/** Runs of digits of a text in ASCII, group separators taken out, in ascending order of their text. */
export function numbersIn(text: string): string[] {
  const ascii = text.replace(digits, (digit) => String(digit.charCodeAt(0) & 15));
  const plain = ascii.replace(grouped, (number) => number.replace(/\D/g, ''));
  return (plain.match(/\d+/g) ?? []).sort();
}
