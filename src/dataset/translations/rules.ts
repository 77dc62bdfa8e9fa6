/** What a translation owes to its English. Each rule looks at one text and the English that it says. */
import { disguisesIn } from '../characters.ts';
import { type Problem, show } from '../problem.ts';
import type { Entity } from '../schema.ts';
import { fold } from '../text.ts';
import { numbersIn } from './numbers.ts';
import type { LanguageTexts, Phrase, TranslatedText } from './schema.ts';
import { isRead, translatedPlaces } from './state.ts';

export interface TranslationContext {
  /** Entities of the packs that are translated, by id. */
  entities: ReadonlyMap<string, Entity>;
  languages: readonly LanguageTexts[];
}

interface Pair {
  path: string;
  english: string;
  translation: Pick<TranslatedText | Phrase, 'text' | 'read' | 'except'>;
  language: LanguageTexts;
  /** Whether a run of Latin letters is a name of an entity. */
  isName(run: string): boolean;
}

type Wrong = Pick<Problem, 'expected' | 'found' | 'todo'>;
type Rule = (pair: Pair) => Wrong | undefined;

const rules: Record<string, Rule> = {
  'translation-text': tidy,
  'translation-numbers': sameNumbers,
  'translation-quotations': sameQuotations,
  'translation-glossary': sameTerms,
  'translation-loaded-words': noNewLoadedWords,
  'translation-latin': noHalfTranslation,
  'second-pass': readBack,
};

/** Every problem of the translations. What is missing or stale is none: it is work that waits (`translationCoverage`). */
export function checkTranslations({ entities, languages }: TranslationContext): Problem[] {
  const names = new Set([...entities.values()].flatMap(({ name, names = [] }) => [name, ...names.map((n) => n.text)]));
  return languages.flatMap((language) => {
    const rest = { language, isName: (run: string) => names.has(run) };
    const unknown = [...language.entities.keys()]
      .filter((id) => !entities.has(id))
      .map((id) => ({
        rule: 'translated-entity',
        path: `translations/${language.language}/${id}`,
        expected: 'the id of an entity of the pack as the name of the file',
        found: show(id),
        todo: 'rename the file as the entity, or remove it',
      }));
    return [
      ...unknown,
      ...[...language.entities]
        .flatMap(([id, texts]) => pairsOf(entities.get(id), id, texts, rest))
        .flatMap(problemsOf),
      ...phrasePairs(language, rest).flatMap(problemsOf),
    ];
  });
}

function pairsOf(
  entity: Entity | undefined,
  id: string,
  texts: readonly TranslatedText[],
  rest: Pick<Pair, 'language' | 'isName'>,
): Pair[] {
  if (entity === undefined) return [];
  return translatedPlaces(entity, texts).flatMap(({ text: english, translation }) => {
    if (translation === undefined) return [];
    const path = `translations/${rest.language.language}/${id}.[${texts.indexOf(translation)}]`;
    return { path, english, translation, ...rest };
  });
}

function phrasePairs(language: LanguageTexts, rest: Pick<Pair, 'language' | 'isName'>): Pair[] {
  return language.phrases.map((translation, i) => ({
    path: `phrases/${language.language}.[${i}]`,
    english: translation.en,
    translation,
    ...rest,
  }));
}

function problemsOf(pair: Pair): Problem[] {
  const excepted = pair.translation.except ?? [];
  return Object.entries(rules).flatMap(([rule, look]) => {
    const wrong = look(pair);
    const may = excepted.some((each) => each.rule === rule);
    if (wrong && !may) return { rule, path: pair.path, ...wrong };
    if (!wrong && may)
      return {
        rule: 'needless-exception',
        path: pair.path,
        expected: `no exception from ${rule}, which the text keeps`,
        found: 'one',
        todo: 'remove it',
      };
    return [];
  });
}

function tidy({ translation: { text }, language: { language } }: Pair): Wrong | undefined {
  const hidden = disguisesIn(text)[0];
  const wrong = hidden
    ? { expected: 'characters that can be seen', found: show(hidden), todo: 'remove the invisible character' }
    : text !== text.trim() || /\s{2}/u.test(text)
      ? { expected: 'single spaces, none at the ends', found: show(text), todo: 'remove the spare spaces' }
      : language === 'fa' && /[يك]/u.test(text)
        ? { expected: 'the Persian letters ی and ک', found: show(text), todo: 'write them for ي and ك' }
        : undefined;
  return wrong;
}

function sameNumbers({ english, translation: { text } }: Pair): Wrong | undefined {
  const [wanted, found] = [numbersIn(english), numbersIn(text)];
  return wanted.join() === found.join()
    ? undefined
    : {
        expected: `the numbers ${wanted.join(', ') || 'none'} of ${show(english)}`,
        found: `${found.join(', ') || 'none'} in ${show(text)}`,
        todo: 'write every number of the English, and no other, in digits where it has digits',
      };
}

const quotations = /„[^“”]*[“”]|“[^”]*”|«[^»]*»|‹[^›]*›|"[^"]*"|‘[^’]*’(?!\p{L})/gu;

function sameQuotations({ english, translation: { text } }: Pair): Wrong | undefined {
  const [wanted, found] = [english, text].map((one) => one.match(quotations)?.length ?? 0);
  return wanted === found
    ? undefined
    : {
        expected: `quotation marks around as many words as in ${show(english)}: ${wanted}`,
        found: `${found} in ${show(text)}`,
        todo: 'put what is quoted, and nothing else, in quotation marks of the language',
      };
}

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const asWords = (text: string) => ` ${fold(text)} `;

/** A term inside a longer one is that one: the longest come first, and what they cover is taken. */
function sameTerms({ english, translation: { text }, language: { glossary } }: Pair): Wrong | undefined {
  let rest = english;
  const folded = asWords(text);
  for (const { en, forms } of glossary.toSorted((a, b) => b.en.length - a.en.length)) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(en)}s?(?![\\p{L}\\p{N}])`, 'gu');
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, ' ');
    if (!forms.some((form) => folded.includes(fold(form))))
      return {
        expected: `"${en}" as ${forms.map((form) => `"${form}"`).join(' or ')}`,
        found: `${show(text)} for ${show(english)}`,
        todo: 'use a form of the glossary, add the form to it, or say in `except` why another is right here',
      };
  }
  return undefined;
}

function noNewLoadedWords({ english, translation: { text }, language: { loadedWords } }: Pair): Wrong | undefined {
  const own = (one: string) => one.replace(quotations, ' ');
  const begins = (one: string, stem: string) => new RegExp(`(?<!\\p{L})${escaped(stem)}`, 'iu').test(one);
  for (const { en, forms } of loadedWords) {
    const form = forms.find((each) => asWords(text).includes(asWords(each)));
    if (form === undefined) continue;
    if (!en.some((stem) => begins(english, stem)))
      return {
        expected: `no word such as ${show(form)}, since the English has no "${en.join('", "')}"`,
        found: `${show(text)} for ${show(english)}`,
        todo: 'use the neutral word that the English has',
      };
    const quoted = !en.some((stem) => begins(own(english), stem));
    if (quoted && asWords(own(text)).includes(asWords(form)))
      return {
        expected: `${show(form)} inside quotation marks, as in the English`,
        found: `${show(text)} for ${show(english)}`,
        todo: 'keep the word where it is somebody’s',
      };
  }
  return undefined;
}

const latinRun =
  /[\p{Script=Latin}][\p{Script=Latin}\p{M}’'.&-]*(?: [\p{Script=Latin}][\p{Script=Latin}\p{M}’'.&-]*)*/gu;

/** In a text of Arabic letters, Latin ones are names alone: each word with a capital, or the run is a name that a pack has. */
function noHalfTranslation(pair: Pair): Wrong | undefined {
  const { english, isName } = pair;
  const { text } = pair.translation;
  if (!/^(?:fa|ar)$/.test(pair.language.language)) return undefined;
  const run = [...text.matchAll(latinRun)]
    .map(([run]) => run.replace(/[.’'-]+$/u, ''))
    .find((run) => !isName(run) && !(english.includes(run) && run.split(' ').every((word) => /^\p{Lu}/u.test(word))));
  return run === undefined
    ? undefined
    : {
        expected: 'Latin letters in names only',
        found: `${show(run)} in ${show(text)}`,
        todo: 'translate the words, or write the name as the language does',
      };
}

function readBack({ english, translation }: Pair): Wrong | undefined {
  return isRead(english, translation)
    ? undefined
    : {
        expected: 'the second pass of the text as it stands',
        found: translation.read ? 'that of another text' : 'none',
        todo: 'let somebody who has not seen the English put it back into English: npm run -s pack -- translate export LANG --unread',
      };
}
