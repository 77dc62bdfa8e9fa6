/** What a statement, a position or a role says that none of its quotations says. */
import { cslDateText } from '../dates.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Source } from '../schema.ts';
import { attribution } from '../text.ts';
import type { Unit } from '../units.ts';
import { countriesOf, hasCountry } from './countries.ts';
import { carriedParts, type DatedText } from './dates.ts';
import { hasLimit, limitsIn } from './limits.ts';
import { hasEntity, hasInitials, hasName, hasWord, type KnownNames, knownNames, namesIn } from './names.ts';
import { englishNumbers, hasMagnitude, hasNumber } from './numbers.ts';
import { datesIn, isSaidBy, type SaidDate, saidOf } from './said-dates.ts';
import { indexOfPhrase, wordsOf } from './words.ts';

export interface Missing {
  kind: 'number' | 'date' | 'name' | 'limiting word' | 'holder';
  /** As it is written; an exception names it so. */
  text: string;
  /** For a reader: `the day of 22 July 2024`. */
  what: string;
}

/** What may carry a unit. */
interface Evidence {
  unit: Unit;
  quotations: readonly DatedText[];
  /** Titles stand on the card beside their quotations; those in brackets are ours. */
  titles: readonly DatedText[];
  sources: readonly Source[];
  known: KnownNames;
  context: RuleContext;
}

/**
 * What is missing. Titles carry names and dates, but no counts and no limiting words. A publisher or author carries its own name where
 * the sentence reports somebody's words, and the holder of a position. A day of issue carries the date of the words of whoever
 * publishes them, the month by which something was known, and the month of a date beside the text.
 */
export function missingFrom(unit: Unit, context: RuleContext): Missing[] {
  const evidence = evidenceOf(unit, context);
  const { dates, rest } = datesIn(unit.text);
  return [
    ...missingDates(evidence, dates),
    ...missingNumbers(evidence, rest),
    ...missingNames(evidence, rest).missing,
    ...missingHolder(evidence),
    ...(isEnglish(evidence) ? missingLimits(evidence) : []),
  ];
}

/** What a program cannot look for because a quotation is not in English. */
export function uncheckedIn(unit: Unit, context: RuleContext): Missing[] {
  const evidence = evidenceOf(unit, context);
  if (isEnglish(evidence)) return [];
  return [...missingNames(evidence, datesIn(unit.text).rest).unchecked, ...missingLimits(evidence)];
}

function isEnglish({ quotations }: Evidence): boolean {
  return quotations.every(({ language }) => language === 'en');
}

function evidenceOf(unit: Unit, context: RuleContext): Evidence {
  const cited = unit.citations.flatMap(({ source: id, quotes = [] }) => {
    const source = context.library.sources.get(id)?.source;
    if (source === undefined) return [];
    const language = new Intl.Locale(source.language ?? 'en').language;
    const issued = source.issued && cslDateText(source.issued);
    return [
      {
        source,
        quotes: quotes.map((text) => ({ text, language, issued })),
        title: { text: source.title, language, issued },
      },
    ];
  });
  return {
    unit,
    quotations: cited.flatMap(({ quotes }) => quotes),
    titles: cited.map(({ title }) => title).filter(({ text }) => !text.startsWith('[')),
    sources: cited.map(({ source }) => source),
    known: knownNames(context.library),
    context,
  };
}

function missingDates(evidence: Evidence, said: readonly SaidDate[]): Missing[] {
  const { unit, quotations, titles, sources } = evidence;
  const issueDates = sources.flatMap(({ issued }) => (issued ? [cslDateText(issued)] : []));
  const isIssueDate = (date: SaidDate) => issueDates.some((issued) => isSaidBy(date, issued));
  const ownWords = attribution.test(unit.text) && speakerPublishes(evidence);
  const inText = said.map((date) => {
    const ofAct =
      ownWords || isSaidBy(date, unit.asOf) || (unit.kind === 'position' && isSaidBy(date, unit.dates.date));
    return { date, what: date.text, byIssue: ofAct && isIssueDate(date) ? wholeDate : [] };
  });
  const beside = Object.entries(unit.dates)
    .filter(([, value]) => !value.startsWith('-'))
    .map(([key, value]) => {
      const date = saidOf(value);
      const { day: _, ...month } = date;
      const byDay = (ownWords || unit.kind === 'position') && isIssueDate(date);
      return { date, what: `"${key}": ${value}`, byIssue: byDay ? wholeDate : isIssueDate(month) ? monthOnly : [] };
    });
  return [...inText, ...beside].flatMap(({ date, what, byIssue }) => {
    const carried = new Set([
      ...byIssue,
      ...[...quotations, ...titles].flatMap((text) => [...carriedParts(date, text)]),
    ]);
    const parts = wholeDate.filter((part) => date[part] !== undefined && !carried.has(part));
    return parts.length === 0 ? [] : [{ kind: 'date', text: date.text, what: `the ${parts.join(', ')} of ${what}` }];
  });
}

const wholeDate = ['day', 'month', 'year'] as const;
const monthOnly = ['month', 'year'] as const;

/** Whether the sentence, or the card, names a publisher or author of one of the sources. */
function speakerPublishes({ unit, sources, known }: Evidence): boolean {
  const text = [wordsOf(unit.text), ...(known.formsOf.get(unit.entity.id) ?? [])];
  return sources
    .flatMap(voicesOf)
    .some(
      (voice) =>
        text.some((words) => indexOfPhrase(words, voice) >= 0) ||
        (known.byName.get(voice.join(' ')) ?? []).some(({ id }) => id === unit.entity.id || hasEntity(id, text, known)),
    );
}

/** Publisher, authors and origin of a source, as words. */
function voicesOf({ publisher, author = [], origin = '' }: Source): string[][] {
  const authors = author.map((name) => ('literal' in name ? name.literal : `${name.given ?? ''} ${name.family}`));
  return [publisher, ...publisher.split(/[(),/;]/u), ...authors, ...origin.split(',')]
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

/** Before a number that names a document or its part: its title or the locator may have it. */
const ofDocument =
  /\b(?:articles?|resolutions?|sections?|paragraphs?|principles?|rules?|chapters?|protocols?|no|numbers?|cases?|laws?|regulations?|directives?|orders?|amendments?|annex)\.?\s+(?:nos?\.?\s*)?[\d/,\sand-]*$/iu;

function missingNumbers({ unit, quotations, titles, context: { spell } }: Evidence, rest: string): Missing[] {
  const { numbers, magnitudes } = englishNumbers(rest, spell);
  const locators = unit.citations.map(({ locator = '' }) => ({ text: locator, language: 'en' }));
  const has = (value: number, texts: readonly DatedText[]) =>
    texts.some(({ text, language }) => hasNumber(text, language, value, spell));
  const inText = numbers.filter(({ text, value }) => {
    const named = ofDocument.test(rest.slice(0, rest.indexOf(text)));
    return !has(value, named ? [...quotations, ...titles, ...locators] : quotations);
  });
  const values = numbers.map(({ value }) => value);
  return [
    ...inText.map(({ text }) => text),
    ...magnitudes.filter(
      (magnitude) => !quotations.some(({ text, language }) => hasMagnitude(text, language, magnitude, spell)),
    ),
    ...unit.numbers.filter((value) => !values.includes(value) && !has(value, quotations)).map(String),
  ].map((text) => ({ kind: 'number', text, what: `the number ${text}` }));
}

/** Names that are missing; those of common words only ("the Council") are not looked for where a quotation is in another language. */
function missingNames(evidence: Evidence, rest: string): { missing: Missing[]; unchecked: Missing[] } {
  const { unit, quotations, titles, sources, known, context } = evidence;
  const passages = [...quotations, ...titles].map((passage) => ({ ...passage, words: wordsOf(passage.text) }));
  const reports = attribution.test(unit.text);
  const speakers = reports ? sources.flatMap(voicesOf) : [];
  const texts = [...passages.map(({ words }) => words), ...speakers, wordsOf(unit.holder ?? '')];
  const written = [...passages.map(({ text }) => text), ...(reports ? sources.map(({ publisher }) => publisher) : [])];
  const subject = new Set((known.formsOf.get(unit.entity.id) ?? []).flat());
  const byCountry = (name: string) =>
    countriesOf(name, context.countries).some((country) =>
      [...passages, ...speakers.map((words) => ({ words, language: 'en' }))].some(({ words, language }) =>
        hasCountry(words, language, country),
      ),
    );
  const missing = namesIn(rest, known, context.isCommonWord)
    .filter(({ entities, words }) => !entities.includes(unit.entity) && !words.every((word) => subject.has(word)))
    .filter((name) => !hasName(name, texts, known) && !byCountry(name.text))
    .filter((name) => !written.some((text) => hasInitials(text, name)))
    .filter(({ words }) => !words.every((word) => byCountry(word) || texts.some((other) => hasWord(other, word))))
    .map(({ text, words }) => ({ kind: 'name' as const, text, what: `the name ${text}`, words }));
  const english = isEnglish(evidence);
  const isUnchecked = ({ words }: { words: readonly string[] }) => !english && words.every(context.isCommonWord);
  return {
    missing: missing.filter((name) => !isUnchecked(name)),
    unchecked: missing.filter(isUnchecked),
  };
}

function missingHolder({ unit, quotations, titles, sources, known, context }: Evidence): Missing[] {
  const { holder, holderEntity } = unit;
  if (holder === undefined) return [];
  const texts = [...[...quotations, ...titles].map(({ text }) => wordsOf(text)), ...sources.flatMap(voicesOf)];
  if (holderEntity !== undefined && hasEntity(holderEntity, texts, known)) return [];
  // "Nasser Kanaani, spokesman of Iran’s foreign ministry": the office need not stand there.
  const [who = ''] = holder.split(/[,(]/u);
  const names = namesIn(who, known, context.isCommonWord);
  const carried =
    names.length > 0
      ? names.some((name) => hasName(name, texts, known))
      : wordsOf(who).some((word) => word.length > 3 && texts.some((words) => words.includes(word)));
  return carried ? [] : [{ kind: 'holder', text: holder, what: `the holder, ${holder}` }];
}

function missingLimits({ unit, quotations, context: { limitingWords, spell } }: Evidence): Missing[] {
  return limitsIn(unit.text, limitingWords, spell)
    .filter((limit) => !quotations.some(({ text, language }) => language === 'en' && hasLimit(text, limit, spell)))
    .map(({ text, kind }) => ({ kind: 'limiting word', text, what: `"${text}", ${kind.says}` }));
}
