import { disguisesIn, textsIn } from '../characters.ts';
import type { LoadedPack } from '../library.ts';
import { show } from '../problem.ts';
import type { Rule, SoundRule } from './rule.ts';

/** UTF-16 code units of one text: far more than a card shows, far less than a file made to fill it. */
const longestText = 10_000;

function textsOf(pack: LoadedPack): { path: string; text: string }[] {
  const { entities, sources, ...info } = pack;
  return [
    ...textsIn(info, 'pack'),
    ...entities.flatMap((entity) => textsIn(entity, `entities/${entity.id}`)),
    ...Object.values(sources).flatMap((source) => textsIn(source, `sources/${source.id}`)),
  ];
}

/** Texts that show all they say: no control, no bidirectional override, nothing that cannot be seen. */
export const visibleTexts: SoundRule = ({ library }) =>
  library.packs.flatMap(textsOf).flatMap(({ path, text }) => {
    const hidden = disguisesIn(text)[0];
    if (hidden !== undefined)
      return [
        {
          rule: 'visible-text',
          path,
          expected: 'characters that can be seen',
          found: `${show(hidden)} in ${show(text)}`,
          todo: 'remove the invisible character',
        },
      ];
    return text.length > longestText
      ? [
          {
            rule: 'visible-text',
            path,
            expected: `at most ${longestText} characters`,
            found: `${text.length}`,
            todo: 'shorten the text',
          },
        ]
      : [];
  });

/** Texts as people would write them by hand: single spaces, no mark-up. */
export const tidyTexts: Rule = ({ library }) =>
  library.packs.flatMap(textsOf).flatMap(({ path, text }) => {
    const wrong =
      text !== text.trim() || /\s{2}/u.test(text)
        ? { expected: 'single spaces, none at the ends', todo: 'remove the spare spaces' }
        : /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/iu.test(text) && !/^https?:/u.test(text)
          ? { expected: 'plain text', todo: 'write the text without HTML' }
          : undefined;
    return wrong ? [{ rule: 'tidy-text', path, ...wrong, found: show(text) }] : [];
  });
