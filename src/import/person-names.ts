/** The forms of a person's name that the press uses, of the parts in which registers keep it. */

export interface NameParts {
  first: string;
  middle: string;
  patronymic: string;
  last: string;
}

/**
 * "Ada Exampleton" first; then with middle names, their initials, and a patronymic (also after the family name, as Russian texts have
 * it). Nothing without a family name.
 */
export function formsOf({ first, middle, patronymic, last }: NameParts): string[] {
  if (last === '') return [];
  const initials = middle
    .split(/[\s.]+/u)
    .flatMap((name) => (name === '' ? [] : `${[...name][0]!.toUpperCase()}.`))
    .join(' ');
  const forms = [
    [first, last],
    ...(middle === ''
      ? []
      : [
          [first, middle, last],
          [first, initials, last],
        ]),
    ...(patronymic === '' || first === ''
      ? []
      : [
          [first, patronymic, last],
          [last, first, patronymic],
        ]),
  ];
  return [...new Set(forms.map((parts) => parts.filter((part) => part !== '').join(' ')))];
}

/** What follows a comma and is no given name. */
const suffixes =
  /^(?:jr|sr|junior|senior|[ivx]{1,4}|ph\.?\s?d|m\.?d|md|esq|mp|mep|inc|ltd|llc|llp|plc|corp|co|gmbh|ag|s\.?a|s\.?p\.?a|b\.?v|n\.?v|limited|incorporated|the)\.?(?![\p{L}\p{N}])/iu;

/** "Exampleton, Ada" as "Ada Exampleton"; nothing for a name that is not inverted. */
export function uninverted(name: string): string | undefined {
  const [, last, first] = /^([^,;()]+),\s*([^,;()]+)$/u.exec(name) ?? [];
  if (last === undefined || first === undefined || suffixes.test(first) || /\d/u.test(name)) return undefined;
  if (last.trim().split(/\s+/u).length > 4 || first.trim().split(/\s+/u).length > 4) return undefined;
  return `${first.trim()} ${last.trim()}`;
}

/** The texts of a list that commas separate: a comma before "Inc." or "Jr." belongs to the name. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(/[,،、]/u).map((each) => each.trim())) {
    if (suffixes.test(part) && parts.length > 0) parts.push(`${parts.pop()}, ${part}`);
    else if (part !== '') parts.push(part);
  }
  return parts;
}
