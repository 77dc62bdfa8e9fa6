/** The rows of the threat model, as docs/design/threat-model.md has them. */
import { readFileSync } from 'node:fs';

export interface Threat {
  /** Who could do what. */
  threat: string;
  /** The cell that names files and tests. */
  proof: string;
}

export function threats(): Threat[] {
  const model = readFileSync('docs/design/threat-model.md', 'utf8');
  const tables = model.slice(model.indexOf('\n## Threats\n'), model.indexOf('\n## What remains\n'));
  return tables
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| threat |'))
    .map((line) => {
      const cells = line.slice(2, -2).split(' | ');
      return { threat: cells[0] ?? '', proof: cells.at(-1) ?? '' };
    });
}
