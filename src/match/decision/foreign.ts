/** Another country beside a name: whose supreme leader, whose constitution, whose massacre it is. */
import { foldSpan } from '../../text/fold.ts';
import { type Block, type Hit, isCapitalised, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';

/**
 * How words for countries and their people begin, folded, in the six languages. One country a line: words with one place in it are of one country, so that
 * "iranisch" is no other than "Iran".
 */
const COUNTRIES = (
  'iran|ایران|persi\n' +
  'korea|coree|corea|norcorea|surcorea|nordcore|sudcore|nordkorea|sudkorea|کوری|کره\n' +
  'iraq|irak|عراق\nsyri|siria|سوری\nleban|liban|لبنان\nisrael|اسراییل|اسرایل\npalest|palast|فلسط\negypt|egipt|agypt|مصر\n' +
  'turkey|turkei|turkish|turkisch|turqu|turcs|turco|turquia|ترک\nrussi|rusia|rusos|روس\nchina|chinese|chines|chine|chino|صین|چین\njapan|japon|ژاپن|یابان\n' +
  'india|indien|indisch|هند\npakist|پاکست|باکست\nafgh|afganist|افغان\nsaudi|saoudi|سعود|عربست\nyemen|jemen|یمن\nqatar|katar|قطر\nkuwait|koweit|کویت\nbahr|بحرین\n' +
  'jordan|اردن\noman|عمان\nemirat|امارات\nlibya|libyan|libye|libyen|libia|libio|libysch|لیبی\ntunis|تونس\nalger|argel|جزایر|الجزایر\nmorocc|maroc|marrue|marokk|مغرب\n' +
  'sudan|soudan|سودان\nethiop|etiop|athiop|اثیوب\nsomal|صومال\nniger|نیجیر\nrwand|ruand|رواند\nburund|بوروند\ncongo|kongo|congol|کونغو\nkenya|kenia|کینی\n' +
  'american|americain|estadounid|amerikan|usa|us|امریک|امیرک|ایالات\nbritain|britan|british|brit|england|english|uk|بریطان|بریتانی\nfrance|french|franz|franc|فرنس|فرانس\n' +
  'german|deutsch|allema|aleman|المان|المانی\nspain|spani|espag|espan|اسبان|اسپان\nital|ایطال|ایتال\ngreec|greek|griech|grecq|grieg|یونان\ndutch|netherl|niederl|neerland|هولند\n' +
  'belgi|belgique|بلجیک|بلژیک\nswiss|switzer|schweiz|suiss|suiza|سویسر\naustria|osterreich|autrich|النمسا|اتریش\npoland|polish|polnisch|polon|polac|بولند|لهست\n' +
  'ukrain|ucran|اوکران\nhungar|ungar|hongr|مجر\nczech|tschech|tchequ\nserb|صرب\nbosni|بوسن\nkosov\nalban|البان\narmen|ارمن|ارمین\nazerb|aserb|اذرب\ngeorgi|جورج|گرجست\n' +
  'cuba|kuba|کوب\nvenez|فنزوی|ونزوی\nbrazil|brasil|bresil|برزیل|برازیل\nargent|ارجنت|ارژانت\nchile|تشیلی|شیلی\ncolomb|kolumb|کلمبی|کولومبی\nmexic|mejic|mexik|مکسیک|مکزیک\n' +
  'nicarag\nguatem\nperu|بیرو|پرو\nbolivi\ncanad|kanad|کند|کاناد\naustral|استرال\nmyanm|birman|burm|میانم\ncambod|kambod|کمبود\nvietnam|فیتنام|ویتنام\nindones|اندونیس|اندونز\n' +
  'banglad|بنغلاد|بنگلاد\nsri|lankan\nnepal\nrhodes|simbab|zimbab\nghana|ghane\nbiafr\nrohing|روهین\nuigh|uyg|ouigh|ایغور\nherero\nkurd|کرد'
)
  .split('\n')
  .map((line) => line.split('|'));

/** Stems by their first two letters. */
const byStart = Map.groupBy(
  COUNTRIES.flatMap((stems, country) => stems.map((stem) => ({ stem, country }))),
  ({ stem }) => stem.slice(0, 2),
);

/** Letters that may follow a stem of three letters or fewer, which begins many other words: none. */
const SHORT_STEM = 4;
/** Letters of the longest ending: "nordkorea-nischen". */
const LONGEST_ENDING = 8;

/** The country that a word is of, by its number here, or -1. `folded`: without its article in Arabic. */
function countryOf(folded: string): number {
  const word = /^ال.{3}/.test(folded) ? folded.slice(2) : folded;
  for (const { stem, country } of byStart.get(word.slice(0, 2)) ?? []) {
    const ending = word.length - stem.length;
    const most = stem.length < SHORT_STEM && !/[؀-ۿ]/.test(stem) ? 0 : LONGEST_ENDING;
    if (ending >= 0 && ending <= most && word.startsWith(stem)) return country;
  }
  return -1;
}

/** What is called so in another country, too: an office, a body or an event that a pack names by a description. */
export function isForeign(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  const { entity, entityKind, kind, rule, text } = info;
  const described = rule.needs !== undefined || (entityKind === 'event' && !isUpper(text, 0) && hit.to > hit.from);
  if (!described || entityKind === 'person' || kind === 'handle') return false;
  const about = entityKind === 'event' || entityKind === 'document' || isMovement(text);
  return isOfOtherCountry(block, hit, about, () => [
    text,
    ...(rule.needs ?? []),
    ...(metaOf(index, entity).cues ?? []),
  ]);
}

/** A movement or party in a country is that country's; a guard or a court may be abroad. */
const MOVEMENTS =
  /(?:movement|bewegung|mouvement|movimiento|party|partei|parti|partido|الحركة|حركة|جنبش|حزب|الحزب)(?!\p{L})/iu;

function isMovement(name: string): boolean {
  return MOVEMENTS.test(name);
}

/** "Tehran" for its government: the same word means the place elsewhere on the page. */
export function isMetonym({ nouns }: Block, { from, to }: Hit, { entityKind, text }: NameInfo): boolean {
  return from === to && entityKind === 'organisation' && isUpper(text, 0) && !nouns;
}

/** Before a city: it is the place. Not "de", "of" and "with", which stand before its government too. */
const WHERE = /^(?:in|near|à|nach|bei|depuis)$/i;

/** "à Téhéran", "in Tehran": a word that needs others to mean a government means the city there, whatever else its block says. */
export function isPlaceThere(block: Block, hit: Hit, info: NameInfo): boolean {
  const { entityKind, kind, rule, text } = info;
  if (rule.needs === undefined || entityKind !== 'organisation' || kind !== 'short' || hit.from !== hit.to)
    return false;
  const before = hit.from - 1;
  return (
    isUpper(text, 0) &&
    isNextWord(block, before) &&
    WHERE.test(block.text.slice(block.start[before], block.end[before]))
  );
}

/** Words between a name and the country whose it is. */
const OF = new Set('of the de del du des la le los l d von vom der'.split(' '));
/** As many between what happened, was written or moves people and its country: other bodies of one country are also in others. */
const ABOUT = new Set('in on for en el aux au im uber fur sur pour para sobre fi فی در'.split(' '));
/** Persian words between an office and its country. */
const FORMER = new Set(['سابق', 'پیشین', 'فعلی', 'کنونی', 'جدید', 'وقت', 'منتخب']);
/** Such words in a row. */
const MOST_BETWEEN = 3;
/** "العراقية", "عراقی": which country, as an adjective that follows. */
const CASELESS_ADJECTIVE = /ی(?:ه|ین|ون)?$/;

/**
 * Whether the words beside the name at the tokens `from` to `to` are of a country that is none of its own. `own`: words that speak for the entity, of
 * which some name its country.
 * `about`: what it is called by is in a country as well as of it.
 */
function isOfOtherCountry(
  block: Block,
  { from, to }: { from: number; to: number },
  about: boolean,
  own: () => readonly string[],
): boolean {
  const beside = [countryBefore(block, from), countryAfter(block, to, about)];
  const others = beside.filter((country) => country >= 0);
  if (others.length === 0) return false;
  const words = own().flatMap((text) => foldSpan(text, 0, text.length).split(/[^\p{L}]+/u));
  const ours = new Set(words.map(countryOf));
  return others.every((country) => !ours.has(country));
}

/** "North Korea's", "the Iraqi": directly before the name. */
function countryBefore(block: Block, from: number): number {
  return isNextWord(block, from - 1) && !isCaseless(block.text, block.start[from - 1]!)
    ? countryAt(block, from - 1)
    : -1;
}

/** A word of a country; in small letters only where it is long enough to be no other. */
function countryAt(block: Block, token: number): number {
  const long = block.end[token]! - block.start[token]! >= LEAST_SMALL;
  if (!long && !isCapitalised(block, token) && !isCaseless(block.text, block.start[token]!)) return -1;
  return countryOf(wordAt(block, token).replace(/['’].*$/, ''));
}

const LEAST_SMALL = 6;

/** "Supreme Leader of North Korea", "massacre de 1988 au Burundi", "constitution irakienne". */
function countryAfter(block: Block, to: number, about: boolean): number {
  const isBetween = (word: string) => OF.has(word) || (about && ABOUT.has(word));
  let token = to + 1;
  while (token - to <= MOST_BETWEEN && isNextWord(block, token - 1) && isBetween(wordAt(block, token))) token++;
  if (!isNextWord(block, token - 1)) return -1;
  if (token === to + 1) {
    if (!isCaseless(block.text, block.start[token]!)) return isCapitalised(block, token) ? -1 : countryAt(block, token);
    // In Arabic an object may follow; in Persian whose it is.
    if (/^ال/.test(wordAt(block, to)))
      return CASELESS_ADJECTIVE.test(wordAt(block, token)) ? countryAt(block, token) : -1;
    const next = FORMER.has(wordAt(block, token)) && isNextWord(block, token) ? token + 1 : token;
    return countryAt(block, next);
  }
  const first = countryAt(block, token);
  // "of North Korea", "of the former Yugoslavia"
  return first < 0 && isNextWord(block, token) ? countryAt(block, token + 1) : first;
}
