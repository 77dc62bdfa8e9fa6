/** What a corpus says as a whole: who is mentioned where and when, and with whom. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toCsv } from '../../../src/cite/csv.ts';
import type { Library } from '../../../src/dataset/library.ts';
import { linesOf } from '../../../src/import/lines.ts';
import { openInput } from '../../pack/import/open.ts';
import type { Options } from '../options.ts';
import { loadPacks } from '../packs.ts';
import { readLine } from './answer.ts';
import { type Graph, graphml } from './graphml.ts';
import type { Log } from './progress.ts';

interface Count {
  documents: number;
  mentions: number;
}

export interface Summary {
  /** An answer as it is written out; one with an error says nothing. */
  add(answer: object): void;
  /** Writes `mentions.csv`, `co-mentions.csv` and `co-mentions.graphml` into a folder, which is made when it is not there. */
  write(folder: string): Promise<void>;
}

/** Two ordinals make one key below 2^53. */
const mostEntities = 2 ** 26;

/** Memory grows with entities × outlets × months, and with the pairs that stand in one document; not with documents. */
export function startSummary({ entities }: Library): Summary {
  const ids: string[] = [];
  const ordinals = new Map<string, number>();
  const totals: Count[] = [];
  /** By outlet and month, then by the ordinal of the entity. */
  const cells = new Map<string, { outlet: string; month: string; counts: Map<number, Count> }>();
  const pairs = new Map<number, number>();

  const ordinalOf = (id: string) => {
    let ordinal = ordinals.get(id);
    if (ordinal === undefined) {
      ordinal = ids.push(id) - 1;
      ordinals.set(id, ordinal);
      totals.push({ documents: 0, mentions: 0 });
    }
    return ordinal;
  };
  const cellOf = (outlet: string, month: string) => {
    const key = JSON.stringify([outlet, month]);
    const cell = cells.get(key) ?? { outlet, month, counts: new Map<number, Count>() };
    cells.set(key, cell);
    return cell;
  };

  return {
    add(answer) {
      const { mentions, outlet, published } = answer as Record<string, unknown>;
      if (!Array.isArray(mentions)) return;
      const times = new Map<number, number>();
      for (const { entity } of mentions as { entity: string }[]) {
        const ordinal = ordinalOf(entity);
        times.set(ordinal, (times.get(ordinal) ?? 0) + 1);
      }
      const month = /^\d{4}-\d{2}/.exec(String(published ?? ''))?.[0] ?? '';
      const { counts } = cellOf(typeof outlet === 'string' ? outlet : '', month);
      for (const [ordinal, more] of times) {
        const count = counts.get(ordinal) ?? { documents: 0, mentions: 0 };
        counts.set(ordinal, count);
        for (const each of [count, totals[ordinal]!]) {
          each.documents++;
          each.mentions += more;
        }
      }
      const together = [...times.keys()].sort((a, b) => a - b);
      for (const [at, a] of together.entries())
        for (const b of together.slice(at + 1)) {
          const key = a * mostEntities + b;
          pairs.set(key, (pairs.get(key) ?? 0) + 1);
        }
    },
    async write(folder) {
      const about = (id: string) => {
        const known = entities.get(id);
        return { name: known?.entity.name ?? id, kind: known?.entity.kind ?? '', pack: known?.pack.id ?? '' };
      };
      const rows = [...cells.values()]
        .flatMap(({ outlet, month, counts }) =>
          [...counts].map(([ordinal, count]) => ({ entity: ids[ordinal]!, outlet, month, ...count })),
        )
        .sort((a, b) => inOrder(a.entity, b.entity) || inOrder(a.outlet, b.outlet) || inOrder(a.month, b.month))
        .map((row) => ({ ...row, ...about(row.entity) }));
      const graph: Graph = {
        nodes: ids
          .map((id, ordinal) => ({ id, ...about(id), ...totals[ordinal]! }))
          .sort((a, b) => inOrder(a.id, b.id)),
        edges: [...pairs]
          .map(([key, weight]) => {
            const [a, b] = [ids[Math.floor(key / mostEntities)]!, ids[key % mostEntities]!];
            return a < b ? { source: a, target: b, weight } : { source: b, target: a, weight };
          })
          .sort((a, b) => inOrder(a.source, b.source) || inOrder(a.target, b.target)),
      };
      await mkdir(folder, { recursive: true });
      await writeFile(
        join(folder, 'mentions.csv'),
        toCsv('entity name kind pack outlet month documents mentions'.split(' '), rows),
      );
      await writeFile(
        join(folder, 'co-mentions.csv'),
        toCsv(
          'source target type weight'.split(' '),
          graph.edges.map((edge) => ({ ...edge, type: 'Undirected' })),
        ),
      );
      await writeFile(join(folder, 'co-mentions.graphml'), graphml(graph));
    },
  };
}

/** By UTF-16 code units: the same on every machine. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The summary of answers that earlier runs wrote. @returns the exit code: 1 when a line was no answer, which is reported */
export async function summarise(options: Options, log: Log = process.stderr): Promise<number> {
  const { library } = await loadPacks(options.packs, options.bundled);
  const summary = startSummary(library);
  let wrong = 0;
  for (const input of options.inputs)
    for await (const { number, text, problem } of linesOf(openInput(input))) {
      try {
        if (text === undefined) throw new Error(problem);
        const answer = readLine(text);
        if (!('mentions' in answer || 'error' in answer)) throw new Error('another object');
        summary.add(answer);
      } catch (error) {
        wrong++;
        log.write(
          `${input}, line ${number}: expected an answer of annotate --jsonl; found ${(error as Error).message}; it was left out\n`,
        );
      }
    }
  await summary.write(options.summary!);
  return wrong > 0 ? 1 : 0;
}
