/** Words beside the name of a body that every state has, by which it is one of something else: a province, a union, a party. */
import { foldText } from '../../text/fold.ts';
import { type Block, beginsSentence, type Hit, isCapitalised, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';

type Span = Pick<Hit, 'from' | 'to' | 'start' | 'end'>;

const words = (text: string) => new Set(text.split(' ').map(foldText));

/** Before the name. */
const OTHERS = words(
  'state provincial regional local city county municipal student youth shadow world model mock island tribal university parish our your unser unsere unserem ce cet cette dieses dieser diesem diesen notre votre nuestro nuestra este esta',
);
/** The same in Persian, where Arabic has other words of these letters. */
const PERSIAN_OTHERS = words('این آن هر یک همان نقل');
/** Capitals before the name that are none of an owner. */
const NO_OWNERS = /day$|tag$|^(?:the|le|la|el|der|die|das|dem|den|des|im|vom|zum|am|in|by|and|und|et|y)$/;

/** UTF-16 units beside the name that are looked at. */
const WITHIN = 48;

/** What belongs to the name of the body of a whole state: "Senado de la República", "Supreme Court of Justice". */
const OF_STATE =
  '[Rr]ep[uú]bli|[Nn]a[ct]i|[Uu]ni[oó]n|[DdR]eputa|[Dd]iputa|[Rr]epr[eé]sent|[Pp]eople|[Jj]ust|Lords|Commons|Landes|Staates|Federa';
/** "Supreme Court of the State of New York", "Parlement de Wallonie", "Congreso de Jalisco". */
const OWNER_AFTER = new RegExp(
  `^ (?:of (?:the )?(?!${OF_STATE})|(?:von|der|des|d[eu]l?|d['’])(?: ?l(?:[ao]s?|['’]))? ?(?!${OF_STATE})(?:\\p{Lu}|province|région|ville|ciudad|estado))`,
  'u',
);

const ROMANCE_BEFORE = /(?:^|[^\p{L}])(?:(?:le|la|du|au|el|al|del|un|une) |l['’])$/iu;
/** Adjectives of regions and unions, which follow in Romance languages: "Parlement européen", "Parlamento vasco". */
const ADJECTIVE_AFTER =
  /^ (?:(?!selon |bien |ante |durante |mediante |bajo |como |pero |cuando |mientras |dijo |hizo |tuvo |pudo |puso |quiso |vino |supo |(?:nation|f[ée]d[ée]r)al|nacional)\p{Ll}+(?:ais|ois|ien|éen|(?<!q)al|ale|oise|aise|ienne|éenne|ique|ico|[ceií]no|ano|eo|és|ense|ego|uz|aria|aire|ante)|catal[aá]n|flamand|wallon|breton|corse|kurde|kurdo|vasco)(?!\p{L})/u;

/** Definite adjectives and nouns after a definite noun in Arabic, but for what begins a clause or tells a day. */
const ARABIC_AFTER = /^ال(?!ذی|تی|ی$|یه$|ا$|یوم|ان$|احد|اثنین|ثلاثا|اربعا|خمیس|جمعه|سبت|ماضی|مقبل|حالی|جاری|سابق)/u;

/** After a Persian noun, what shows that nothing belongs to it: particles, prepositions, verbs, ordinals. */
const PERSIAN_AFTER =
  /^(?:را|و|در|به|با|از|که|تا|برای|نیز|هم|است|بود|نبود|نیست|شد|شود|شده|باید|نباید|خواهد|نخواهد|گفت|کرد|کند|کنند|داد|دهد|دارد|ندارد|رای|رد|تشکیل|تصویب|هنوز|اگر|اما|یا|پس|پیش|امروز|دیروز|فردا|هستند|هستیم|بر|طی|درباره|علیه|اعلام|اظهار|تاکید|خواستار|اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|ن?می.*)$/u;

/** Whether the words beside a body that every state has say that it is the body of something else than a state. */
export function isOfOtherOwner(block: Block, { from, to, start, end }: Span): boolean {
  const { text } = block;
  const after = text.slice(end, end + WITHIN);
  // "Parlaments- und Präsidentenwahlen"
  if (/^s?[-‐‑](?!\p{Ll})/u.test(after)) return true;
  const next = isNextWord(block, to) ? wordAt(block, to + 1) : '';
  if (isNextWord(block, from - 1)) {
    const before = wordAt(block, from - 1);
    if (OTHERS.has(before)) return true;
    if (isCapitalised(block, from - 1) && isOwner(block, from - 1, before)) return true;
  }
  if (isDefinite(text.slice(block.start[from], end))) return ARABIC_AFTER.test(next);
  if (OWNER_AFTER.test(after)) return true;
  return ROMANCE_BEFORE.test(text.slice(Math.max(0, start - WITHIN), start)) && ADJECTIVE_AFTER.test(after);
}

/** A capital before the name, where it is that of an owner: "Texas Senate", "Berliner Senat". */
function isOwner(block: Block, token: number, word: string): boolean {
  if (NO_OWNERS.test(word) || beginsSentence(block, token) || isHeadline(block)) return false;
  return !block.nouns || /er$/.test(word);
}

function isDefinite(text: string): boolean {
  return /(?:^|\s)(?:[وفبك]?ال|[وف]?لل)/u.test(text);
}

/** Whether something belongs to a Persian noun, by the words beside it. */
export function isContinuedInPersian(block: Block, { from, to, end }: Span): boolean {
  const text = block.text.slice(block.start[from], end);
  // "هیئت دولت" is whole.
  if (isDefinite(text) || text.includes('دولت')) return false;
  if (isNextWord(block, from - 1) && PERSIAN_OTHERS.has(wordAt(block, from - 1))) return true;
  return isNextWord(block, to) && !PERSIAN_AFTER.test(wordAt(block, to + 1));
}
