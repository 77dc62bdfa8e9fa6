import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalJson } from '../../src/dataset/canonical.ts';
import { entityKinds } from '../../src/dataset/kinds.ts';
import { type Entity, entitySchema } from '../../src/dataset/schema.ts';
import { shownPath } from './files.ts';

/** Days until a new card is read again: people as if they were living and out of office, until somebody says more. */
const reviewAfter = { person: 180, other: 730 };

/** `pack new KIND ID --pack PACK [--name NAME]`: an empty entity that fits the schema, ready to be filled in. */
export async function create(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' }, pack: { type: 'string' }, name: { type: 'string' } },
  });
  const [kind, id] = positionals;
  const known = entityKinds.find((other) => other === kind);
  if (known === undefined || id === undefined || values.pack === undefined)
    throw new Error(`expected: new KIND ID --pack PACK, with KIND one of ${entityKinds.join(', ')}`);
  const draft = emptyEntity(known, id, values.name ?? titleOf(id), Date.now());
  const result = entitySchema.safeParse(draft);
  if (!result.success) throw new Error(`expected an id of lower-case words joined by hyphens, found "${id}"`);
  const file = join(values.data, values.pack, 'entities', `${id}.json`);
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, canonicalJson(result.data, entitySchema), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`${shownPath(file)} is there already; edit it, or choose another id`);
  }
  console.log(`${shownPath(file)}: written. Add statements with citations, then run: npm run -s pack -- check`);
  return 0;
}

function emptyEntity(kind: Entity['kind'], id: string, name: string, now: number): Entity {
  const days = kind === 'person' ? reviewAfter.person : reviewAfter.other;
  return {
    id,
    kind,
    name,
    names: [],
    ...(kind === 'person' ? { living: true } : {}),
    statements: [],
    related: [],
    reviewBy: new Date(now + days * 86_400_000).toISOString().slice(0, 10),
  };
}

/** `evin-prison` is most likely "Evin Prison". */
function titleOf(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim();
}
