/**
 * A capital that is its government by the build of the clause alone: the subject of a verb that is not said of cities, on a page that names another country.
 * Patterns are of words in small letters, those in Arabic letters folded.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan, foldText } from '../../text/fold.ts';
import { type Block, type Hit, isCaseless } from '../blocks.ts';
import type { MatchIndex } from '../name-index/read.ts';
import { WORD_CLASSES } from '../name-index/word-classes.ts';
import type { PageCountries } from './page-countries.ts';
import { classesOfWord, lifeBeside } from './words-beside.ts';

/** UTF-16 units beside the name that are looked at. */
export const WITHIN = 64;

/** Small letters; Arabic ones folded, since each keyboard writes its own. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[؀-ۿ\u200c]+/g, foldText);
}

/** What a clause begins with. */
const CLAUSE =
  /(?:^|[.,;:!?«„“”"(–—]\s*(?:(?:and|et|y|und) )?|(?<!\p{L})(?:but|that|which|what|when|where|how|why|since|until|before|after|as|so|than|if|whether|while|because|sa(?:id|ys?|ying)|believ\p{L}+|argu\p{L}+|fear\p{L}*|claim\p{L}*|meant?|que|mais|où|quand|lorsque|car|si|dont|laquelle|lesquel(?:le)?s|lequel|auquel|auxquel(?:le)?s|pero|cuando|quien|porque|mientras|aber|sondern|dass|ob|weil|wenn|که|اگر|[وبلف]?ان|و?لکن|بینما|فیما|حیث) )$/u;

/** Verbs of English, French and Spanish, with what no noun before them takes; any word in small letters is one in German, where the verb stands second. */
const VERB = new RegExp(
  `^(?:${[
    '(?:(?:also|again|now|still|then|soon|yet|\\p{L}+ly) )?(?:(?:has|had|have) (?:not |never |so far |also |long |again |already |since |\\p{L}+ly )*(?!been|seen)(?:\\p{L}+(?:ed|en|wn)|made|said|told|come|done|begun|put|kept|sent|set|sought|held|to) |(?:will|would|could|should|must|may|might|does|did|do|cannot|can) (?!have|be |become|see |host)\\p{L}|(?:told|sent|made|took|gave|kept|put|let|chose|began|say|\\p{L}+(?:ed|[^s]s)) (?:to|that|the|an?|its?|their|not|no|any|as|them?|him|her|his|out|back|up) |(?:is|are|was|were|remains?) (?:\\p{L}+ing (?:to|an?|the|for)|(?:un|not |also |still )?(?:likely|willing|ready|able|keen|prepared|set|determined|reluctant|eager|opposed|concerned|worried|expected|committed)) )',
    "(?:(?:ne|se|les?|la|lui|leur|y|en) |[nsl]['’])?(?:(?:a|ont|avai(?:en)?t|aurai(?:en)?t) (?:\\p{L}+ment |déjà |aussi )?(?!été)\\p{L}+(?:é|[iu]|is|it) |(?:va|vont|doi(?:ven)?t|peu(?:ven)?t|pourrai(?:en)?t|devrai(?:en)?t) \\p{L}|\\p{L}+(?:e|t|d|ra) (?:d[e'’u]|à|au|que|qu['’]|l['’ea]|son|sa|ses|une?|des|en|pour|sur|par|leur|pas))",
    '(?:(?:no|se|les?|lo|la|ya|también|aún) )*(?:(?:han?|había|habría) (?:ya )?(?!sido)\\p{L}+[dthsc]o |(?:deben?|pueden?|quieren?|va) \\p{L}|\\p{L}+(?:ó|aba|ía|rá|ron) |\\p{L}{2,}[ae]n? (?:que|una?|el|l[ao]s?|sus?|al?|con|de) )',
  ].join('|')})`,
  'u',
);
const GERMAN_VERB = /^\p{L}{3,} /u;
/** The third person feminine after the name, as Arabic has it for cities. */
const ARABIC_VERB = /^(?:(?:قد|لا|لم|لن|لیست|کانت) )?(?:س?ت\p{L}{3,}|\p{L}{2,}[^ا]ت) /u;
const ARABIC_VERB_BEFORE = /(?<!\p{L})(?!ال)\p{L}{3,}(?<![ایو]ت)(?<=ت) $/u;
/** Persian has the verb at the end; after these no noun before them is joined to them. */
const PERSIAN_END =
  /^ ?(?:\S+ ){1,9}(?:احضار|محکوم|اعلام|متهم|انتقاد|تهدید|رد|وضع|اعمال|تعلیق|امضا|درخواست|استقبال|مخالفت|موافقت|تکذیب|تاکید|اخراج|لغو|پیشنهاد|ارسال|منتشر|قطع|تحریم|تایید|ابراز) ?(?:ن?کرد|ن?کرده|ن?می ?کند|ن?میکند|خواهد کرد)(?!\p{L})/u;
const PERSIAN =
  /^(?:این|یک|هم|نیز|همچنین|هنوز|تاکنون|پیشتر|پیش|بارها|باز|باید|قصد|مخالف|موافق|به|با|از|در|ان|هیچ|مسئول|ن?می\p{L}+|دنبال|ن\p{L}+) /u;

/** German: what may stand first, and the verb in the second place. */
const INVERTED =
  /(?:(?:^|[.!?:;–„“"»] ?)(?:(?:so|damit|da(?:zu|für|gegen|nach|raufhin)|nun|jetzt|bislang|bisher|zuletzt|inzwischen|zudem|zuvor|deshalb|darum|sei(?:ther|tdem)|zugleich|gleichzeitig) |(?:am|im|seit|nach|vor|mit|trotz|\p{L}+ (?:tage|monate|wochen|stunden|jahre) nach) (?:\S+ ){1,6})\p{L}+te?|, (?:erklär|sag|warn|heißt|hieß|teil|beton|kritisier|forder|droh|mein|verlang|reagier)\p{L}*) $/u;

/** Tokens after the name within which a verb of cities is looked for. */
const VERBS_WITHIN = 3;

/** `span`: of the name and another capital beside it; `isAbroad`: whether a country is another than the capital's. */
export function isSubject(
  indexes: readonly MatchIndex[],
  block: Block,
  hit: Hit,
  span: Pick<Hit, 'start' | 'end'>,
  isAbroad: (country: string) => boolean,
  page: PageCountries,
): boolean {
  const { text, nouns } = block;
  const before = text.slice(Math.max(0, span.start - WITHIN), span.start);
  const after = text.slice(span.end, span.end + WITHIN);
  const caseless = isCaseless(text, hit.start);
  // Without capitals Kyiv is "how" in Arabic.
  if (caseless && isCommonWord(foldSpan(text, hit.start, hit.end))) return false;
  const built = buildOf(nouns, /[ةأإى]/.test(text), caseless, before, after);
  if (built === undefined) return false;
  const beside = (
    built === 'before' ? before.trim().split(' ').slice(-1) : after.trim().split(' ').slice(0, VERBS_WITHIN)
  ).map(foldText);
  if (isOfAny(indexes, beside.slice(0, 1), WORD_CLASSES.noVerb) || isOfAny(indexes, beside, WORD_CLASSES.cityVerb))
    return false;
  if (lifeBeside(indexes, block, { ...hit, ...span }, WITHIN, WORD_CLASSES.arena) > 0) return false;
  return built === 'near' ? [...page.countriesIn(block)].some(isAbroad) : page.among(isAbroad, 0) !== undefined;
}

/** Where the verb stands, if the clause is built so; `near`: it may be another build, and asks for the other country in its block. */
function buildOf(
  german: boolean,
  arabic: boolean,
  caseless: boolean,
  before: string,
  after: string,
): 'before' | 'after' | 'near' | undefined {
  const said = plain(before);
  const next = plain(after).slice(1);
  if (german && INVERTED.test(said) && /(?:^|\s)\p{Ll}+ $/u.test(before) && /^(?:[.,]| (?!\p{Lu}))/u.test(after))
    return 'before';
  if (arabic && ARABIC_VERB_BEFORE.test(said) && /^ \p{L}/u.test(after)) return 'before';
  if (!CLAUSE.test(said)) return undefined;
  if (!caseless) return /^ \p{Ll}/u.test(after) && (german ? GERMAN_VERB : VERB).test(next) ? 'after' : undefined;
  if (after[0] !== ' ') return undefined;
  if (arabic) return ARABIC_VERB.test(next) ? 'after' : undefined;
  return PERSIAN.test(next) || PERSIAN_END.test(next) ? (/(?:که|اگر) $/.test(said) ? 'after' : 'near') : undefined;
}

/** Whether one of some folded words is of a class. */
export function isOfAny(indexes: readonly MatchIndex[], words: readonly string[], classes: number): boolean {
  return words.some((word) => (classesOfWord(indexes, word) & classes) !== 0);
}
