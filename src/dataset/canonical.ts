import type * as z from 'zod/mini';

/** Longest line, in UTF-16 code units, on which a list of plain values is kept whole. */
const lineWidth = 120;

/**
 * The one way a record of the dataset is written: keys in the order of the schema, two spaces, NFC, lists of plain values on one
 * line when they fit, a line break at the end. Keys unknown to the schema come last, so that nothing a person wrote is lost.
 */
export function canonicalJson(value: unknown, schema: z.core.$ZodType): string {
  return `${write(inOrder(value, schema), '', 0)}\n`.normalize('NFC');
}

/** A record on one line, as extracts hold it: keys in the order of the schema, NFC. */
export function canonicalLine(value: unknown, schema: z.core.$ZodType): string {
  return JSON.stringify(inOrder(value, schema)).normalize('NFC');
}

/** A list of records, one a line: a change of one text is a change of one line. */
export function canonicalList(values: readonly unknown[], item: z.core.$ZodType): string {
  return values.length === 0
    ? '[]\n'
    : `[\n${values.map((value) => `  ${canonicalLine(value, item)}`).join(',\n')}\n]\n`;
}

interface Definition {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  innerType?: z.core.$ZodType;
  element?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
}

function definitionOf(schema: z.core.$ZodType | undefined): Definition | undefined {
  const definition = schema?._zod.def as Definition | undefined;
  return definition?.type === 'optional' ? definitionOf(definition.innerType) : definition;
}

function inOrder(value: unknown, schema: z.core.$ZodType | undefined): unknown {
  if (value === null || typeof value !== 'object') return value;
  const definition = definitionOf(schema);
  if (Array.isArray(value)) return value.map((item) => inOrder(item, definition?.element));
  const shape = definition?.shape ?? bestShape(definition, value) ?? {};
  const known = Object.keys(shape).filter((key) => Object.hasOwn(value, key));
  const rest = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
  const record = value as Record<string, unknown>;
  return Object.fromEntries([
    ...known.map((key) => [key, inOrder(record[key], shape[key])]),
    ...rest.map((key) => [key, inOrder(record[key], undefined)]),
  ]);
}

/** Of a union of objects, the one that knows the most of the value's keys. */
function bestShape(definition: Definition | undefined, value: object): Definition['shape'] {
  const shapes = (definition?.options ?? []).map((option) => definitionOf(option)?.shape ?? {});
  const known = (shape: object) => Object.keys(value).filter((key) => Object.hasOwn(shape, key)).length;
  return shapes.sort((a, b) => known(b) - known(a))[0];
}

function write(value: unknown, indent: string, column: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (!value.some(holdsObject)) {
      const line = `[${value.map((item) => write(item, '', 0)).join(', ')}]`;
      if (column + line.length < lineWidth) return line;
    }
    return `[\n${value.map((item) => inner + write(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + write(item, inner, start.length);
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function holdsObject(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsObject);
  return value !== null && typeof value === 'object';
}
