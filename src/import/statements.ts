/** FollowTheMoney as a table of statements (OpenSanctions' `statements.csv`): one value a row. */
import type { Row } from './csv.ts';

export interface StatementEntity {
  id: string;
  schema: string;
  datasets: string[];
  properties: Record<string, string[]>;
}

/** Schemata of which the later in the row says more: statements of several datasets may name any. */
const general = ['Thing', 'LegalEntity', 'Organization', 'Asset'];

/**
 * The entities of such a table, in the order of their first rows. All are held: their statements may stand anywhere.
 * `onProblem` hears of rows without what a statement needs.
 */
export async function entitiesOf(rows: AsyncIterable<Row>, onProblem: (row: Row) => void): Promise<StatementEntity[]> {
  const entities = new Map<string, StatementEntity>();
  let columns: string[] | undefined;
  for await (const row of rows) {
    if (!row.cells) onProblem(row);
    else if (!columns) columns = row.cells.map((cell) => cell.trim());
    else {
      const cell = (name: string) => row.cells[columns!.indexOf(name)] ?? '';
      const [id, prop, value] = [cell('canonical_id') || cell('entity_id'), cell('prop'), cell('value')];
      if (id === '' || prop === '')
        onProblem({
          row: row.row,
          problem: { expected: 'canonical_id and prop', found: 'a row without them', todo: 'the row was left out' },
        });
      else {
        const entity = entities.get(id) ?? {
          id,
          schema: '',
          datasets: [],
          properties: Object.create(null) as StatementEntity['properties'],
        };
        entities.set(id, entity);
        const schema = cell('schema');
        if (entity.schema === '' || general.includes(entity.schema)) entity.schema = schema || entity.schema;
        const dataset = cell('dataset');
        if (dataset !== '' && !entity.datasets.includes(dataset)) entity.datasets.push(dataset);
        // The row with the property "id" only says that the entity is there.
        const values = entity.properties[prop] ?? [];
        if (prop !== 'id' && !values.includes(value)) entity.properties[prop] = [...values, value];
      }
    }
  }
  return [...entities.values()];
}
