import { show } from '../problem.ts';
import type { Entity, Name } from '../schema.ts';
import { attribution, withoutQuotations } from '../text.ts';
import { entitiesOf, type Rule, type RuleContext } from './rule.ts';

/** `Foreign Terrorist Organization`: three or more capitalised words in a row are a title, not our voice. */
const properTitle =
  /(?<!\p{L})\p{Lu}[\p{L}\p{N}-]*(?:(?: (?:and|for|in|of|on|the|to|with))* \p{Lu}[\p{L}\p{N}-]*){2,}/gu;

/** Kinds of names that say whose word it is. */
const attributedKinds: readonly (Name['kind'] | undefined)[] = ['epithet', 'pejorative', 'self-designation'];

/** Kinds of entities whose names are titles given by others: a capital letter marks the word as part of the title. */
const titledKinds: readonly Entity['kind'][] = ['organisation', 'document', 'law'];

export const neutralWords: Rule = (context) => {
  const words = finder(context);
  return entitiesOf(context).flatMap(({ entity, path }) => {
    const texts = [
      ...(entity.description === undefined ? [] : [{ text: entity.description, at: `${path}.description` }]),
      ...(entity.statements ?? []).map(({ text }, i) => ({ text, at: `${path}.statements[${i}].text` })),
      ...(entity.disputes ?? []).map(({ question }, i) => ({ text: question, at: `${path}.disputes[${i}].question` })),
    ];
    return [
      ...texts.flatMap(({ text, at }) =>
        words.inText(text).map((found) => ({
          rule: 'neutral-words',
          path: at,
          expected: 'neutral words in our own voice',
          found: `${show(found.word)} in ${show(text)}`,
          todo: `${found.why}; say who uses the word, in quotation marks, or move it into a position or a name with usedBy`,
        })),
      ),
      ...[{ text: entity.name }, ...(entity.names ?? [])].flatMap((name: Name, i) => {
        if (attributedKinds.includes(name.kind) || entity.kind === 'term') return [];
        return words
          .inName(name.text)
          .filter(({ word }) => !(titledKinds.includes(entity.kind) && /^\p{Lu}/u.test(word)))
          .map(({ word, why }) => ({
            rule: 'neutral-words',
            path: i === 0 ? `${path}.name` : `${path}.names[${i - 1}]`,
            expected: 'a neutral name, or a name of kind epithet, pejorative or self-designation with usedBy',
            found: `${show(word)} in ${show(name.text)}`,
            todo: `${why}; give the name its kind and say in usedBy whose word it is`,
          }));
      }),
    ];
  });
};

interface Found {
  word: string;
  why: string;
}

/** Finds loaded words: in a sentence outside of quotations and proper names, in a name anywhere. */
function finder({ library, loadedWords }: RuleContext) {
  const patterns = loadedWords.map((word) => ({
    why: word.why,
    neutral: anyOf(word.neutralIn ?? []),
    pattern: anyOf(word.forms),
  }));
  const find = (text: string): Found[] =>
    patterns.flatMap(({ why, neutral, pattern }) =>
      [...blank(text, neutral).matchAll(pattern)].map(([word]) => ({ word, why })),
    );
  const titles = properNames(library, find);
  return {
    inName: find,
    inText(text: string): Found[] {
      const own = withoutQuotations(text);
      const untitled = blank(blank(attribution.test(own) ? own : text, titles), properTitle);
      return find(untitled);
    },
  };
}

/** Names of organisations, documents and laws, and titles of sources, that contain a loaded word: citing them is not using the word. */
function properNames({ entities, sources }: RuleContext['library'], find: (text: string) => Found[]): RegExp {
  const names = [...entities.values()]
    .filter(({ entity }) => titledKinds.includes(entity.kind))
    .flatMap(({ entity }) => [
      entity.name,
      ...(entity.names ?? []).filter(({ kind }) => !attributedKinds.includes(kind)).map(({ text }) => text),
    ]);
  const titles = [...sources.values()].map(({ source }) => source.title).filter((title) => title.includes(' '));
  return anyOf(
    [...names, ...titles].filter((name) => find(name).length > 0),
    'gu',
  );
}

/** Matches any of the phrases as whole words; nothing when there are none. */
function anyOf(phrases: readonly string[], flags = 'giu'): RegExp {
  if (phrases.length === 0) return /(?!)/gu;
  const escaped = phrases.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => ' '.repeat(match.length));
}
