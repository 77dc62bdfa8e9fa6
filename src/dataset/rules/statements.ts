import { citationsOf } from '../citations.ts';
import { show } from '../problem.ts';
import type { Citation, Statement } from '../schema.ts';
import { countWords, quotationsIn, withoutQuotations } from '../text.ts';
import { independentSources } from './independence.ts';
import { quantitiesIn } from './numbers.ts';
import { entitiesOf, type Rule } from './rule.ts';

const maxSentenceWords = 30;
const maxQuotationWords = 14;
const maxDescription = 120;

export const citedStatements: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    citationsOf(entity, path)
      .filter((list) => list.citations.length === 0 && !list.path.includes('.roles['))
      .map((list) => ({
        rule: 'cited-statement',
        path: list.path,
        expected: 'at least one citation',
        found: 'none',
        todo: 'cite the source that was read, or take the sentence out and note it in data/WANTED.md',
      })),
  );

export const independentNumbers: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    (entity.statements ?? []).flatMap((statement, i) => {
      const reason = needsTwo(statement, entity.living === true);
      const count = independentSources(statement.citations, context.library);
      if (reason === undefined || count >= 2) return [];
      return [
        {
          rule: 'independent-sources',
          path: `${path}.statements[${i}]`,
          expected: `two independent sources (direct, different publisher, different origin, not Wikipedia) for ${reason}`,
          found: `${count} in ${show(statement.citations.map(({ source }) => source).join(', '))}`,
          todo: 'cite another original, make it an attributed position of a dispute, or note it in data/WANTED.md',
        },
      ];
    }),
  );

function needsTwo(statement: Statement, living: boolean): string | undefined {
  if (living && (statement.kind === 'allegation' || statement.kind === 'finding'))
    return `${statement.kind === 'finding' ? 'a finding' : 'an allegation'} about a living person`;
  const quantities = quantitiesIn(statement.text);
  if (quantities.length > 0) return `the number ${quantities[0]}`;
  return statement.kind === 'figure' ? 'a figure' : undefined;
}

export const shortSentences: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) => {
    const sentences = [
      ...(entity.statements ?? []).map(({ text }, i) => ({ text, at: `${path}.statements[${i}].text` })),
      ...(entity.disputes ?? []).flatMap(({ positions }, i) =>
        positions.flatMap(({ text }, j) =>
          sentencesOf(text).map((sentence) => ({ text: sentence, at: `${path}.disputes[${i}].positions[${j}].text` })),
        ),
      ),
    ];
    return sentences
      .filter(({ text }) => countWords(text) > maxSentenceWords)
      .map(({ text, at }) => ({
        rule: 'short-sentence',
        path: at,
        expected: `at most ${maxSentenceWords} words`,
        found: `${countWords(text)} words: ${show(text)}`,
        todo: 'shorten it, or make it two',
      }));
  });

function sentencesOf(text: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment);
}

export const shortDescription: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    entity.description !== undefined && entity.description.length > maxDescription
      ? [
          {
            rule: 'short-description',
            path: `${path}.description`,
            expected: `at most ${maxDescription} characters`,
            found: `${entity.description.length}: ${show(entity.description)}`,
            todo: 'shorten it: who or what, and the dates of the office',
          },
        ]
      : [],
  );

export const shortQuotations: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) => {
    const quotations = citationsOf(entity, path).flatMap((list) =>
      list.citations.flatMap(({ quotes = [] }, i) =>
        quotes.map((text, j) => ({ text, at: `${list.path}.citations[${i}].quotes[${j}]` })),
      ),
    );
    const inTexts = textsOf(entity, path).flatMap(({ text, at }) =>
      quotationsIn(text).map((inside) => ({ text: inside, at })),
    );
    return [...quotations, ...inTexts]
      .filter(({ text }) => countWords(text) > maxQuotationWords)
      .map(({ text, at }) => ({
        rule: 'short-quotation',
        path: at,
        expected: 'a quotation under 15 words',
        found: `${countWords(text)} words: ${show(text)}`,
        todo: 'keep the words that carry the fact, and paraphrase the rest',
      }));
  });

/** A quotation of several words can be looked up: its citation names the place or repeats the words. */
export const locatedQuotations: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    textsOf(entity, path)
      .filter(({ text }) => quotationsIn(text).some((inside) => countWords(inside) > 3))
      .filter(
        ({ citations }) => !citations.some(({ locator, quotes }) => locator !== undefined || quotes !== undefined),
      )
      .map(({ text, at }) => ({
        rule: 'located-quotation',
        path: at,
        expected: 'a locator or quotes in one of the citations of a quotation',
        found: `neither, for ${show(text)}`,
        todo: 'add the paragraph or page as locator, or the quoted words as quotes',
      })),
  );

function textsOf(
  entity: {
    statements?: Statement[] | undefined;
    disputes?: { positions: { text: string; citations: Citation[] }[] }[] | undefined;
  },
  path: string,
): { text: string; at: string; citations: readonly Citation[] }[] {
  return [
    ...(entity.statements ?? []).map(({ text, citations }, i) => ({
      text,
      citations,
      at: `${path}.statements[${i}].text`,
    })),
    ...(entity.disputes ?? []).flatMap(({ positions }, i) =>
      positions.map(({ text, citations }, j) => ({
        text,
        citations,
        at: `${path}.disputes[${i}].positions[${j}].text`,
      })),
    ),
  ];
}

/** Words that say "at the time of writing", and so need that time. */
const present = /(?:^|[^\p{L}])(current|currently|[Nn]ow|today|[Ss]till|incumbent|presently)(?!\p{L})/u;
const since = /(?:^|[^\p{L}])([Ss]ince)(?!\p{L})/u;

export const datedPresent: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) => {
    const found = (text: string, ...patterns: RegExp[]) =>
      patterns.map((pattern) => pattern.exec(withoutQuotations(text))?.[1]).find((word) => word !== undefined);
    const statements = (entity.statements ?? []).flatMap(({ text, asOf, to, date }, i) => {
      const word = asOf || to ? undefined : found(text, present, ...(date ? [] : [since]));
      return word ? [{ word, text, at: `${path}.statements[${i}]`, todo: 'add asOf with the date of the source' }] : [];
    });
    const positions = (entity.disputes ?? []).flatMap((dispute, i) =>
      dispute.positions.flatMap(({ text, date }, j) => {
        const word = date ? undefined : found(text, present);
        return word
          ? [{ word, text, at: `${path}.disputes[${i}].positions[${j}]`, todo: 'add the date on which it was said' }]
          : [];
      }),
    );
    const dated = (entity.statements ?? []).some(({ asOf }) => asOf !== undefined);
    const word = dated || entity.description === undefined ? undefined : found(entity.description, present, since);
    const description = word
      ? [
          {
            word,
            text: entity.description,
            at: `${path}.description`,
            todo: 'name the years instead, or add a statement with asOf that dates it',
          },
        ]
      : [];
    return [...statements, ...positions, ...description].map(({ word, text, at, todo }) => ({
      rule: 'dated-present',
      path: at,
      expected: `a date beside ${show(word)}`,
      found: `none, in ${show(text)}`,
      todo,
    }));
  });
