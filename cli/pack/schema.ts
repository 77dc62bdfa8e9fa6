import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { jsonSchema, type SchemaName, schemaNames } from '../../src/dataset/json-schema.ts';

const textOf = (name: SchemaName) => `${JSON.stringify(jsonSchema(name), null, 2)}\n`;

/**
 * `pack schema [NAME] [--out FILE]`: the JSON Schema of one kind of file, by default of a pack. `--all`: of every kind, where `.vscode/settings.json`
 * looks for them, so that editors complete and check.
 */
export async function schema(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, all: { type: 'boolean' } },
  });
  if (values.all) {
    await mkdir('.output/schemas', { recursive: true });
    await Promise.all(schemaNames.map((one) => writeFile(`.output/schemas/${one}.json`, textOf(one))));
    return 0;
  }
  const name = schemaNames.find((other) => other === (positionals[0] ?? 'pack'));
  if (name === undefined) throw new Error(`expected one of ${schemaNames.join(', ')}, found "${positionals[0]}"`);
  if (values.out === undefined) process.stdout.write(textOf(name));
  else await writeFile(values.out, textOf(name));
  return 0;
}
