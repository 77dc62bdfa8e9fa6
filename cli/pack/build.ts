import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { asExchange } from './input.ts';

/** `pack build DIR|FILE --out FILE`: one pack in the exchange format; gzipped when the name ends in `.gz`. */
export async function build(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } });
  const [input] = positionals;
  if (input === undefined || values.out === undefined) throw new Error('expected: build DIR|FILE --out FILE');
  const pack = await asExchange(input);
  const text = `${JSON.stringify(pack)}\n`;
  await writeFile(values.out, values.out.endsWith('.gz') ? gzipSync(text) : text);
  console.log(`${values.out}: ${pack.entities.length} entities, ${Object.keys(pack.sources).length} sources`);
  return 0;
}
