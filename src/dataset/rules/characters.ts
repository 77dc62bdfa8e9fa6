import { disguisesIn, textsIn } from '../characters.ts';
import { type Problem, show } from '../problem.ts';
import type { Rule } from './rule.ts';

export const plainTexts: Rule = ({ library }) =>
  library.packs.flatMap((pack) =>
    [
      ...pack.entities.flatMap((entity) => textsIn(entity, `entities/${entity.id}`)),
      ...Object.values(pack.sources).flatMap((source) => textsIn(source, `sources/${source.id}`)),
    ].flatMap(({ path, text }) => characterProblems(path, text)),
  );

function characterProblems(path: string, text: string): Problem[] {
  const hidden = disguisesIn(text)[0];
  const wrong =
    hidden !== undefined
      ? {
          expected: 'characters that can be seen',
          found: `${show(hidden)} in ${show(text)}`,
          todo: 'remove the invisible character',
        }
      : text !== text.trim() || /\s{2}/u.test(text)
        ? { expected: 'single spaces, none at the ends', found: show(text), todo: 'remove the spare spaces' }
        : /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/iu.test(text) && !/^https?:/u.test(text)
          ? { expected: 'plain text', found: show(text), todo: 'write the text without HTML' }
          : undefined;
  return wrong ? [{ rule: 'plain-text', path, ...wrong }] : [];
}
