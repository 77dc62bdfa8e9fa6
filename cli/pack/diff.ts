import { parseArgs } from 'node:util';
import { type Change, changelog } from '../../src/dataset/changelog.ts';
import { readInput } from './input.ts';

/** `pack diff OLD NEW`: what changed between two versions of a pack (folders or files), for readers. */
export async function diff(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [old, now] = positionals;
  if (old === undefined || now === undefined) throw new Error('expected: diff OLD NEW, each a pack folder or file');
  const log = changelog(await readInput(old), await readInput(now));
  if (values.json) {
    console.log(JSON.stringify(log));
    return 0;
  }
  const section = (title: string, lines: string[]) => (lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']);
  const text = [
    ...section(
      'New',
      log.added.map(({ name }) => `- ${name}`),
    ),
    ...section(
      'Removed',
      log.removed.map(({ name }) => `- ${name}`),
    ),
    ...section(
      'Changed',
      log.changed.flatMap(({ name, changes }) => [`- ${name}`, ...changes.map((change) => `  - ${sentence(change)}`)]),
    ),
    ...section('Sources', [
      ...log.sources.added.map((id) => `- new: ${id}`),
      ...log.sources.removed.map((id) => `- removed: ${id}`),
      ...log.sources.changed.map((id) => `- changed: ${id}`),
    ]),
  ];
  console.log(text.length === 0 ? 'Nothing changed.' : text.join('\n').trimEnd());
  return 0;
}

export function sentence({ part, before, after }: Change): string {
  if (before === undefined) return `new ${part}: ${after}`;
  if (after === undefined) return `removed ${part}: ${before}`;
  return before === after ? `${part}, its citations or dates: ${after}` : `${part}: ${before} → ${after}`;
}
