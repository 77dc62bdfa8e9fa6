import { withinOneEdit } from '../one-edit.ts';
import { type Problem, show } from '../problem.ts';
import type { Entity, Name } from '../schema.ts';
import { plainForm } from '../text.ts';
import { entitiesOf, type Rule, type RuleContext, type SoundRule } from './rule.ts';

interface Owned {
  entity: Entity;
  name: Name;
  path: string;
  key: string;
}

/**
 * Every name as the matcher reads it. A name in `names` with the text of the entity's own `name` does not stand beside it:
 * it adds its conditions (`exactCase`, `needs`) to it.
 */
function namesOf(context: Pick<RuleContext, 'library'>): Owned[] {
  return entitiesOf(context).flatMap(({ entity, path }) => {
    const names = entity.names ?? [];
    const own = names.some(({ text }) => text === entity.name) ? [] : [{ text: entity.name }];
    return [
      ...own.map((name) => ({ entity, name, path: `${path}.name`, key: plainForm(name.text) })),
      ...names.map((name, i) => ({ entity, name, path: `${path}.names[${i}]`, key: plainForm(name.text) })),
    ];
  });
}

export const sharedNames: Rule = (context) => {
  const byKey = Map.groupBy(namesOf(context), ({ key, name }) => (name.exactCase ? name.text : key));
  return [...byKey.values()].flatMap((owners) => {
    if (new Set(owners.map(({ entity }) => entity.id)).size < 2 || owners[0]?.key === '') return [];
    return owners
      .filter(({ entity, name }) => name.kind === 'handle' || (!entity.cues?.length && !name.needs?.length))
      .map(({ entity, name, path }) => ({
        rule: 'shared-name',
        path,
        expected:
          name.kind === 'handle'
            ? 'a handle of one entity only'
            : 'cues on every entity that shares a name, or needs on the name',
        found: `${show(name.text)} is also a name of ${owners.flatMap((other) => (other.entity.id === entity.id ? [] : [other.entity.id])).join(', ')}`,
        todo:
          name.kind === 'handle'
            ? 'keep it where it belongs'
            : 'add cues: words that, on a page, speak for this entity and not for the other',
      }));
  });
};

export const commonWords = (context: Pick<RuleContext, 'library' | 'isCommonWord'>): Problem[] =>
  namesOf(context)
    .filter(({ name }) => /^\p{L}+$/u.test(name.text) && !name.exactCase && !name.needs?.length)
    .filter(({ name }) => context.isCommonWord(name.text.toLowerCase()))
    .map(({ name, path }) => ({
      rule: 'common-word',
      path,
      expected: 'exactCase or needs on a single-word name that is a common English word',
      found: show(name.text),
      todo: path.endsWith('.name')
        ? `add { "text": ${JSON.stringify(name.text)}, "exactCase": true } to names, or a list of words it needs beside it`
        : 'add "exactCase": true, or needs with the words that must stand in the same block',
    }));

export const attributedNames: Rule = (context) =>
  namesOf(context)
    .filter(({ name }) => name.kind === 'epithet' || name.kind === 'pejorative' || name.kind === 'self-designation')
    .filter(({ name }) => name.usedBy === undefined)
    .map(({ name, path }) => ({
      rule: 'attributed-name',
      path,
      expected: `usedBy on a name of kind ${name.kind}`,
      found: `none on ${show(name.text)}`,
      todo: 'say whose word it is, as the card should read: "opponents of the government"',
    }));

export const wellFormedNames: Rule = (context) =>
  namesOf(context).flatMap(({ entity, name, path }) => {
    const at = (expected: string, found: string, todo: string): Problem[] => [
      { rule: 'well-formed-name', path, expected, found, todo },
    ];
    if (name.kind === 'handle' && !/^@[\p{L}\p{N}_.]+$/u.test(name.text))
      return at('a handle beginning with @, without spaces', show(name.text), 'write it as it stands on the platform');
    const twins = (entity.names ?? []).filter(({ text, lang }) => text === name.text && lang === name.lang);
    if (twins.length > 1)
      return at('each name once', `${show(name.text)} ${twins.length} times`, 'remove the repetition');
    return [];
  });

/** Names that stand for something: two letters or digits at least, or a flag. */
export const matchableNames: SoundRule = (context) =>
  namesOf(context)
    .filter(({ name, key }) => key.replaceAll(' ', '').length < 2 && !/\p{RI}{2}/u.test(name.text))
    .map(({ name, path }) => ({
      rule: 'matchable-name',
      path,
      expected: 'a name of two letters or more',
      found: show(name.text),
      todo: 'remove it: it would match everywhere, or nowhere',
    }));

export const distinctPeople: Rule = (context) => {
  const people = namesOf(context).filter(
    ({ entity, name, key }) => entity.kind === 'person' && name.kind !== 'handle' && key.length >= 4,
  );
  const byLength = Map.groupBy(people, ({ key }) => key.length);
  const problems = new Map<string, Problem>();
  for (const a of people) {
    for (const b of [a.key.length, a.key.length + 1].flatMap((length) => byLength.get(length) ?? [])) {
      const pair = [a.entity.id, b.entity.id].sort().join(' ');
      if (a.entity.id === b.entity.id || a.key === b.key || problems.has(pair) || !withinOneEdit(a.key, b.key))
        continue;
      if (a.entity.distinctFrom?.includes(b.entity.id) || b.entity.distinctFrom?.includes(a.entity.id)) continue;
      problems.set(pair, {
        rule: 'distinct-people',
        path: a.path,
        expected: 'distinctFrom between two people whose names are one edit apart',
        found: `${show(a.name.text)} beside ${show(b.name.text)} of ${b.entity.id}`,
        todo: `add "distinctFrom": ["${b.entity.id}"] to ${a.entity.id}, or join the two if they are one person`,
      });
    }
  }
  return [...problems.values()];
};
