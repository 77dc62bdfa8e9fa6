import type * as z from 'zod/mini';
import { withinOneEdit } from './one-edit.ts';
import { type Problem, pathText, show } from './problem.ts';

type Issue = z.core.$ZodIssue;

/**
 * Parses one value and lists every problem, not only the first.
 * `base` is the path of the value itself, for the messages.
 */
export function parse<T>(schema: z.ZodMiniType<T>, value: unknown, base: string): { value?: T; problems: Problem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, problems: [] };
  const keysAt = (path: readonly PropertyKey[]) => Object.keys(shapeAt(schema, path) ?? {});
  return { problems: result.error.issues.flatMap((issue) => toProblems(issue, base, value, keysAt)) };
}

/** The keys of the object that the schema expects at a path. */
function shapeAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Record<string, z.core.$ZodType> | undefined {
  const { innerType, element, valueType, shape } = schema._zod.def as unknown as Partial<
    Record<'innerType' | 'element' | 'valueType', z.core.$ZodType>
  > & { shape?: Record<string, z.core.$ZodType> };
  if (innerType) return shapeAt(innerType, path);
  if (path.length === 0) return shape;
  const [part, ...rest] = path;
  const next = element ?? valueType ?? shape?.[String(part)];
  return next && shapeAt(next, rest);
}

function toProblems(
  issue: Issue,
  base: string,
  root: unknown,
  keysAt: (path: readonly PropertyKey[]) => string[],
): Problem[] {
  const path = pathText(base, issue.path);
  const found = valueAt(root, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        rule: 'schema',
        path: pathText(base, [...issue.path, key]),
        expected: 'only keys of the format',
        found: `the key ${show(key)}`,
        todo: correction(key, keysAt(issue.path)),
      }));
    case 'invalid_union': {
      // The branch that came nearest says most: the one whose own issues are fewest.
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      return nearest.flatMap((inner) =>
        toProblems({ ...inner, path: [...issue.path, ...inner.path] }, base, root, keysAt),
      );
    }
    case 'invalid_key':
      return [
        {
          rule: 'schema',
          path,
          expected: issue.issues.map((inner) => expectation(inner)).join('; '),
          found: `the key ${show(issue.path.at(-1))}`,
          todo: 'rename the key',
        },
      ];
    default:
      return [{ rule: 'schema', path, expected: expectation(issue), found: show(found), todo: advice(issue, found) }];
  }
}

function correction(key: string, known: readonly string[]): string {
  return meantBy(key, known) ?? 'remove the key, or correct its spelling';
}

function meantBy(written: string, known: readonly string[]): string | undefined {
  const folded = written.toLowerCase();
  const meant = known.find((other) => {
    const [short, long] = [folded, other.toLowerCase()].toSorted((a, b) => a.length - b.length) as [string, string];
    return withinOneEdit(short, long);
  });
  return meant && `did you mean "${meant}"?`;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return articles[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? show(issue.values[0])
        : `one of ${issue.values.map((value) => String(value)).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'a text that is not empty' : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return issue.message.replace(/^expected /, '');
  }
}

const articles: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  tuple: 'a list of two',
};

function advice(issue: Issue, found: unknown): string {
  if (found === undefined) return 'add it';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'write the text, or leave the key out';
  const meant =
    issue.code === 'invalid_value' && typeof found === 'string' ? meantBy(found, issue.values.map(String)) : undefined;
  return meant ?? 'correct the value';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
