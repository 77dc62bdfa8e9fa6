/** What a translation owes to its English. Each rule looks at one text and the English that it says. */
import { disguisesIn } from '../characters.ts';
import { type Problem, show } from '../problem.ts';
import type { Entity } from '../schema.ts';
import { plainForm, quotations, quotationsIn } from '../text.ts';
import { termFinder } from './glossary.ts';
import { differingNumbers } from './numbers.ts';
import type { LanguageTexts, LoadedForms, Phrase, TranslatedText } from './schema.ts';
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
  language: string;
  ready: Ready;
}

/** What the texts of a language are looked at by, made ready once for all of them. */
interface Ready {
  missingTerm: ReturnType<typeof termFinder>;
  loadedWords: readonly LoadedWord[];
  names: Names;
}

interface LoadedWord {
  en: readonly string[];
  /** How the English words begin. */
  begins: readonly RegExp[];
  forms: readonly { form: string; words: string }[];
}

interface Names {
  /** Every name of every entity. */
  all: readonly string[];
  /** Whether a word of the language belongs to the name of somebody whom the English names: Ahmed Shaheed is no martyr. */
  isPart(word: string, english: string): boolean;
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
  const people = [...entities.values()].filter(({ kind }) => kind === 'person');
  const all = [...entities.values()].flatMap(namesOf);
  return languages.flatMap((language) => {
    const named = people.map((person) => {
      const translated = language.entities.get(person.id)?.find(({ at }) => at === 'name')?.text ?? '';
      return { written: namesOf(person).flatMap(wordsOf), said: asWords([translated, ...namesOf(person)].join(' ')) };
    });
    const isPart = (word: string, english: string) => {
      const wanted = asWords(word);
      const words = wordsOf(english);
      return named.some(({ written, said }) => said.includes(wanted) && words.some((one) => written.includes(one)));
    };
    const ready = {
      missingTerm: termFinder(language.glossary, all),
      loadedWords: language.loadedWords.map(readyWord),
      names: { all, isPart },
    };
    const rest = { language: language.language, ready };
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
      ...phrasePairs(language.phrases, rest).flatMap(problemsOf),
    ];
  });
}

function pairsOf(
  entity: Entity | undefined,
  id: string,
  texts: readonly TranslatedText[],
  rest: Pick<Pair, 'language' | 'ready'>,
): Pair[] {
  if (entity === undefined) return [];
  return translatedPlaces(entity, texts).flatMap(({ text: english, translation }) => {
    if (translation === undefined) return [];
    const path = `translations/${rest.language}/${id}.[${texts.indexOf(translation)}]`;
    return { path, english, translation, ...rest };
  });
}

function phrasePairs(phrases: readonly Phrase[], rest: Pick<Pair, 'language' | 'ready'>): Pair[] {
  return phrases.map((translation, i) => ({
    path: `phrases/${rest.language}.[${i}]`,
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

function tidy({ translation: { text }, language }: Pair): Wrong | undefined {
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
  const { missing, added } = differingNumbers(english, text);
  return missing.length + added.length === 0
    ? undefined
    : {
        expected: `the numbers of ${show(english)}`,
        found: `${[...missing.map((one) => `no ${one}`), ...added].join(', ')} in ${show(text)}`,
        todo: 'write every number of the English, and no other, in digits where it has digits',
      };
}

/** More than the English has are no mistake: languages without capitals, and German, put names and titles in them. */
function sameQuotations({ english, translation: { text } }: Pair): Wrong | undefined {
  const [wanted, found] = [english, text].map((one) => quotationsIn(one).length);
  return found! >= wanted!
    ? undefined
    : {
        expected: `at least the ${wanted} quotations of ${show(english)}`,
        found: `${found} in ${show(text)}`,
        todo: 'put what is quoted in quotation marks of the language',
      };
}

const namesOf = ({ name, names = [] }: Entity) => [name, ...names.map(({ text }) => text)];
/** Words of a text that may be somebody's name. */
const wordsOf = (text: string) => text.match(/\p{Lu}\p{L}{3,}/gu) ?? [];
const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const asWords = (text: string) => ` ${plainForm(text)} `;

function readyWord({ en, forms }: LoadedForms): LoadedWord {
  return {
    en,
    begins: en.map((stem) => new RegExp(`(?<!\\p{L})${escaped(stem)}`, 'iu')),
    forms: forms.map((form) => ({ form, words: asWords(form) })),
  };
}

function sameTerms({ english, translation: { text }, ready }: Pair): Wrong | undefined {
  const term = ready.missingTerm(english, text);
  return (
    term && {
      expected: `"${term.en}" as ${term.forms.map((form) => `"${form}"`).join(' or ')}`,
      found: `${show(text)} for ${show(english)}`,
      todo: 'use a form of the glossary, add the form to it, or say in `except` why another is right here',
    }
  );
}

function noNewLoadedWords({ english, translation: { text }, ready: { loadedWords, names } }: Pair): Wrong | undefined {
  const own = (one: string) => one.replace(quotations, ' ');
  const said = asWords(text);
  for (const { en, begins, forms } of loadedWords) {
    const found = forms.find(({ words }) => said.includes(words));
    if (found === undefined || names.isPart(found.form, english)) continue;
    const { form, words } = found;
    if (!begins.some((stem) => stem.test(english)))
      return {
        expected: `no word such as ${show(form)}, since the English has no "${en.join('", "')}"`,
        found: `${show(text)} for ${show(english)}`,
        todo: 'use the neutral word that the English has',
      };
    const quoted = !begins.some((stem) => stem.test(own(english)));
    if (quoted && asWords(own(text)).includes(words))
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

/** In a text of Arabic letters, Latin ones are names and addresses alone: each word with a capital or a dot, or the run is a name that a pack has. */
function noHalfTranslation({ english, translation: { text }, language, ready }: Pair): Wrong | undefined {
  if (!/^(?:fa|ar)$/.test(language)) return undefined;
  const run = [...text.matchAll(latinRun)]
    .map(([run]) => run.replace(/[.’'-]+$/u, ''))
    .find((run) => {
      const named = english.includes(run) && run.split(' ').every((word) => /^\p{Lu}|\.\p{L}/u.test(word));
      return !named && !ready.names.all.includes(run);
    });
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
