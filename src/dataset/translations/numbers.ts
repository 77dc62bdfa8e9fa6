const digits = /[\u06f0-\u06f9\u0660-\u0669]/g;

/** What stands between groups of three digits in the languages of the interface: comma, full stop, Arabic separator, apostrophe, spaces. */
const grouped = /(?<!\d)\d{1,3}(?:[,.٬'’ \u00a0\u2009\u202f]\d{3})+(?!\d)/g;

/** Runs of digits of a text in ASCII, group separators taken out. */
export function numbersIn(text: string): string[] {
  const ascii = text.replace(digits, (digit) => String(digit.charCodeAt(0) & 15));
  const plain = ascii.replace(grouped, (number) => number.replace(/\D/g, ''));
  return plain.match(/\d+/g) ?? [];
}

/** Decades, which Arabic writes in words, and names ("the 1980s", "E3"). */
const optional = /\b\d{3}0s\b|\p{Lu}+\d+/gu;

/** Numbers of an English text that its translation lacks, and numbers of the translation that stand in no English. */
export function differingNumbers(english: string, translation: string): { missing: string[]; added: string[] } {
  const missing = numbersIn(english.replace(optional, ' '));
  const may = numbersIn((english.match(optional) ?? []).join(' '));
  const added = numbersIn(translation).filter((number) => !takes(missing, number) && !takes(may, number));
  return { missing, added };
}

function takes(from: string[], number: string): boolean {
  const at = from.indexOf(number);
  if (at >= 0) from.splice(at, 1);
  return at >= 0;
}
