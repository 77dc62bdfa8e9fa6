import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { jsonSchema, schemaNames } from '../../src/dataset/json-schema.ts';

/** `pack schema [pack|entity|source|info] [--out FILE]`: the JSON Schema of one kind of file, for editors. */
export async function schema(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } });
  const name = schemaNames.find((other) => other === (positionals[0] ?? 'pack'));
  if (name === undefined) throw new Error(`expected one of ${schemaNames.join(', ')}, found "${positionals[0]}"`);
  const text = `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
  if (values.out === undefined) process.stdout.write(text);
  else await writeFile(values.out, text);
  return 0;
}
