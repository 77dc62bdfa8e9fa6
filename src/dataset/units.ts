import type { Library } from './library.ts';
import type { Citation, Entity, Exception, Position, Role, Statement, Verdict } from './schema.ts';

/** What stands or falls with its quotations, and is read and reviewed by itself: a statement, a position or a role. */
export interface Unit {
  entity: Entity;
  /** The part of the entity that it is. */
  record: Statement | Position | Role;
  /** Within the entity: `statements[2]`, `disputes[0].positions[1]`, `roles[0]`. */
  path: string;
  kind: 'statement' | 'position' | 'role';
  text: string;
  holder?: string;
  holderEntity?: string;
  /** Dates that a card shows beside the text, by their keys: `date`, `from`, `to`. */
  dates: Readonly<Record<string, string>>;
  /** When something that may change was last known to be so. */
  asOf?: string;
  /** `low` and `high` of a position. */
  numbers: readonly number[];
  citations: readonly Citation[];
  uncarried: readonly Exception[];
  review: readonly Verdict[];
}

/** Every unit of an entity, in the order of the card. */
export function unitsOf(entity: Entity): Unit[] {
  const unit = (
    kind: Unit['kind'],
    path: string,
    record: Unit['record'],
    rest: Pick<Unit, 'text' | 'dates'> & Partial<Unit>,
  ): Unit => ({
    entity,
    record,
    path,
    kind,
    numbers: [],
    citations: record.citations ?? [],
    uncarried: record.uncarried ?? [],
    review: record.review ?? [],
    ...rest,
  });
  return [
    ...(entity.statements ?? []).map((statement, i) => {
      const { text, date, from, to, asOf } = statement;
      return unit('statement', `statements[${i}]`, statement, {
        text,
        dates: given({ date, from, to }),
        ...(asOf === undefined ? {} : { asOf }),
      });
    }),
    ...(entity.disputes ?? []).flatMap((dispute, i) =>
      dispute.positions.map((position, j) => {
        const { text, holder, holderEntity, date, low, high } = position;
        return unit('position', `disputes[${i}].positions[${j}]`, position, {
          text,
          holder,
          ...(holderEntity === undefined ? {} : { holderEntity }),
          dates: given({ date }),
          numbers: [...new Set([low, high])].filter((number) => number !== undefined),
        });
      }),
    ),
    ...(entity.roles ?? []).map((role, i) =>
      unit('role', `roles[${i}]`, role, { text: role.title, dates: given({ from: role.from, to: role.to }) }),
    ),
  ];
}

/** Every unit of a library, with the path by which its problems are named. */
export function unitsIn({ entities }: Pick<Library, 'entities'>): { unit: Unit; path: string }[] {
  return [...entities.values()].flatMap(({ entity }) =>
    unitsOf(entity).map((unit) => ({ unit, path: `entities/${entity.id}.${unit.path}` })),
  );
}

/** The entity as it ships: what only those who keep the dataset need is left out of its statements, positions and roles. */
export function withoutRecords(entity: Entity): Entity {
  const bare = <T extends Unit['record']>({ review: _, uncarried: __, ...rest }: T) => rest;
  return {
    ...entity,
    ...(entity.statements && { statements: entity.statements.map(bare) }),
    ...(entity.disputes && {
      disputes: entity.disputes.map((dispute) => ({ ...dispute, positions: dispute.positions.map(bare) })),
    }),
    ...(entity.roles && { roles: entity.roles.map(bare) }),
  };
}

function given(dates: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(dates).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
