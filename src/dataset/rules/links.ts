import { citationsOf } from '../citations.ts';
import { show } from '../problem.ts';
import { entitiesOf, type Rule, type SoundRule } from './rule.ts';

export const uniqueIds: SoundRule = ({ library }) => {
  const problems = [];
  for (const part of ['entities', 'sources'] as const) {
    const owner = new Map<string, string>();
    for (const pack of library.packs) {
      const ids = part === 'entities' ? pack.entities.map(({ id }) => id) : Object.keys(pack.sources);
      for (const id of ids) {
        const first = owner.get(id);
        if (first === undefined) owner.set(id, pack.id);
        else
          problems.push({
            rule: 'unique-id',
            path: `${part}/${id}`,
            expected: 'an id that no other record has',
            found: `the id in ${first === pack.id ? `${pack.id}, twice` : `${first} and in ${pack.id}`}`,
            todo: 'keep one record, or rename the other',
          });
      }
    }
  }
  return problems;
};

export const knownSources: SoundRule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    citationsOf(entity, path).flatMap((list) =>
      list.citations.flatMap((citation, i) =>
        context.library.sources.has(citation.source)
          ? []
          : [
              {
                rule: 'known-source',
                path: `${list.path}.citations[${i}].source`,
                expected: 'the id of a source in one of the packs',
                found: show(citation.source),
                todo: `write sources/${citation.source}.json, or correct the id`,
              },
            ],
      ),
    ),
  );

export const knownEntities: SoundRule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) => {
    const references = [
      ...(entity.related ?? []).map(({ id }, i) => ({ id, at: `${path}.related[${i}].id` })),
      ...(entity.distinctFrom ?? []).map((id, i) => ({ id, at: `${path}.distinctFrom[${i}]` })),
      ...(entity.roles ?? []).flatMap(({ office }, i) =>
        office ? [{ id: office, at: `${path}.roles[${i}].office` }] : [],
      ),
      ...(entity.disputes ?? []).flatMap((dispute, i) =>
        dispute.positions.flatMap(({ holderEntity }, j) =>
          holderEntity ? [{ id: holderEntity, at: `${path}.disputes[${i}].positions[${j}].holderEntity` }] : [],
        ),
      ),
    ];
    return references.flatMap(({ id, at }) => {
      if (!context.library.entities.has(id))
        return [
          {
            rule: 'known-entity',
            path: at,
            expected: 'the id of an entity in one of the packs',
            found: show(id),
            todo: `write entities/${id}.json, correct the id, or remove the reference`,
          },
        ];
      const self = id === entity.id && !at.endsWith('.holderEntity');
      return self
        ? [
            {
              rule: 'known-entity',
              path: at,
              expected: 'another entity',
              found: 'the entity itself',
              todo: 'remove the reference',
            },
          ]
        : [];
    });
  });

export const referencedSources: Rule = (context) => {
  const cited = new Set(
    entitiesOf(context).flatMap(({ entity, path }) =>
      citationsOf(entity, path).flatMap(({ citations }) => citations.map(({ source }) => source)),
    ),
  );
  return [...context.library.sources.keys()]
    .filter((id) => !cited.has(id))
    .map((id) => ({
      rule: 'referenced-source',
      path: `sources/${id}`,
      expected: 'a source that some entity cites',
      found: 'no citation of it',
      todo: 'cite it where it was used, or delete the file',
    }));
};
