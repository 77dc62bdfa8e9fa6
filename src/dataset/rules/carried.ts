import { type Missing, missingFrom, uncheckedIn } from '../carried/missing.ts';
import { type Problem, show } from '../problem.ts';
import { plainForm } from '../text.ts';
import { type Unit, unitsIn } from '../units.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Of a hundred statements, positions and roles, the most that may rest on an exception. */
const maxExceptions = 3;

/** Every number, date, name, holder and limiting word of a sentence stands in one of its quotations, or is a counted exception. */
export const carriedSentences: Rule = (context) =>
  unitsIn(context.library).flatMap(({ unit, path }) => {
    const missing = missingFrom(unit, context);
    const excepted = new Set(unit.uncarried.map(({ text }) => plainForm(text)));
    const needed = new Set(missing.map(({ text }) => plainForm(text)));
    return [
      ...uncarriedProblems(
        path,
        unit,
        missing.filter(({ text }) => !excepted.has(plainForm(text))),
      ),
      ...unit.uncarried.flatMap(({ text }, i) =>
        needed.has(plainForm(text)) ? [] : [needlessException(`${path}.uncarried[${i}]`, text)],
      ),
    ];
  });

function uncarriedProblems(path: string, { text, citations }: Unit, missing: readonly Missing[]): Problem[] {
  if (missing.length === 0) return [];
  const quotes = citations.reduce((sum, citation) => sum + (citation.quotes?.length ?? 0), 0);
  return [
    {
      rule: 'carried-sentence',
      path,
      expected: `quotations that carry ${missing.map(({ what }) => what).join('; ')}`,
      found: `none among ${quotes === 1 ? 'one quotation' : `${quotes} quotations`} of ${show(text)}`,
      todo: 'quote the words of the source that say so, or cut them from the sentence; an exception goes into uncarried, with because',
    },
  ];
}

function needlessException(path: string, text: string): Problem {
  return {
    rule: 'needed-exception',
    path,
    expected: 'an exception for something that no quotation carries',
    found: `one for ${show(text)}, which is carried or does not stand in the sentence`,
    todo: 'take it out, or write the words as the message about the sentence does',
  };
}

/** A sentence that no quotation carries is rare. */
export const fewExceptions: Rule = (context) => {
  const units = unitsIn(context.library);
  const excepted = units.filter(({ unit }) => unit.uncarried.length > 0).length;
  const share = (100 * excepted) / Math.max(1, units.length);
  if (share <= maxExceptions) return [];
  return [
    {
      rule: 'few-exceptions',
      path: 'entities',
      expected: `exceptions in at most ${maxExceptions} % of the statements, positions and roles`,
      found: `${share.toFixed(1)} %, ${excepted} of ${units.length}`,
      todo: 'quote what carries them, or cut what no quotation carries',
    },
  ];
};

/** How the rules above were met: for whoever reads the result of a check. */
export function carriedSummary(context: RuleContext): {
  units: number;
  exceptions: { path: string; text: string; because: string }[];
  /** What a program cannot look for, because a quotation is not in English. */
  unchecked: { path: string; what: string }[];
} {
  const units = unitsIn(context.library);
  return {
    units: units.length,
    exceptions: units.flatMap(({ unit, path }) => unit.uncarried.map((exception) => ({ path, ...exception }))),
    unchecked: units.flatMap(({ unit, path }) => uncheckedIn(unit, context).map(({ what }) => ({ path, what }))),
  };
}

const quotationMark = '"“”„‟‘’‚\'«»‹›';
const begins = new RegExp(`^[\\p{L}\\p{N}${quotationMark}(\\[£$€@#§]`, 'u');
const ends = new RegExp(`[\\p{L}\\p{M}\\p{N}${quotationMark})\\]%][.!?]?$`, 'u');

/** A quotation is one stretch of the source's words; where words are left out, there are two. */
export const wholeQuotations: Rule = (context) =>
  unitsIn(context.library).flatMap(({ unit, path }) =>
    unit.citations.flatMap(({ quotes = [] }, i) =>
      quotes.flatMap((quote, j) => {
        const gap = /…|\.\.\.|\[\.*\]/u.test(quote);
        if (!gap && begins.test(quote) && ends.test(quote)) return [];
        return [
          {
            rule: 'whole-quotation',
            path: `${path}.citations[${i}].quotes[${j}]`,
            expected: gap ? 'words in a row, none left out' : 'a quotation that begins and ends at a word',
            found: show(quote),
            todo: gap
              ? 'make it two quotations'
              : 'begin and end with a whole word, without space or punctuation around it',
          },
        ];
      }),
    ),
  );
