/**
 * One thing that is wrong with a pack, said so that the person who meets it can mend it.
 * The same shape serves the checker of `data/`, the import of a file and the command line.
 */
export interface Problem {
  /** Short name of the rule, for tests and for looking it up in `docs/user/packs.md`. */
  rule: string;
  /** Where: `entities/pmoi.statements[2].text` in the dataset, `entities[4].names[0].text` in an exchange file. */
  path: string;
  expected: string;
  found: string;
  todo: string;
}

/** Shows a value in a message: short, on one line, without characters that could disguise it. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = typeof value === 'string' ? JSON.stringify(value) : preview(value);
  const visible = json.replace(
    /[\p{Cf}\p{Cc}]/gu,
    (char) => `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
  return visible.length > 80 ? `${visible.slice(0, 79)}…` : visible;
}

function preview(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === 'object')
    return `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'no keys'}`;
  return String(value);
}

/** `['names', 0, 'text']` as it is written in code: `names[0].text`. */
export function pathText(base: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    base,
  );
}
