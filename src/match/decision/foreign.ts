/** Another country beside a name: whose supreme leader, whose constitution, whose massacre it is. */
import { foldSpan } from '../../text/fold.ts';
import { type Block, type Hit, isCapitalised, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { entityId, type MatchIndex, metaOf, type NameInfo, nameInfo } from '../name-index/read.ts';
import { hitsOver } from './hits-by-token.ts';
import { nationsFrom } from './nation-words.ts';

/**
 * How words for countries and their people begin, folded, in the six languages. One country a line: words with one place in it are of one country, so that
 * "iranisch" is no other than "Iran". Of countries that are named less the packs have the names.
 */
const COUNTRIES = (
  'iran|ایران|persi\n' +
  'korea|coree|corea|norcorea|surcorea|nordcore|sudcore|nordkorea|sudkorea|کوری|کره\n' +
  'iraq|irak|عراق\nsyri|siria|سوری\nleban|liban|لبنان\nisrael|اسراییل|اسرایل\npalest|palastin|فلسط\negypt|egipt|agypt|مصر\n' +
  'turkey|turkei|turkis|turqu|turc|ترک\nrussi|rusia|rusos|روس\nchina|chine|chino|صین|چین\njapan|japon|ژاپن|یابان\n' +
  'india|indien|indisch|هند\npakist|پاکست|باکست\nafgh|afganist|افغان\nsaudi|saoudi|سعود|عربست\nyemen|jemen|یمن\nqatar|katar|قطر\nkuwait|koweit|کویت\nbahr|بحرین\n' +
  'jordan|اردن\noman|عمان\nemirat|امارات\nliby|libia|libio|لیبی\ntunis|تونس\nalger|argel|جزایر|الجزایر\nmorocc|maroc|marrue|marokk|مغرب\n' +
  'sudan|soudan|سودان\nethiop|etiop|athiop|اثیوب\nsomal|صومال\nniger|نیجیر\nrwand|ruand|رواند\nburund|بوروند\ncongo|kongo|congol|کونغو\nkenya|kenia|کینی\n' +
  'american|americain|estadounid|amerikan|usa|us|امریک|امیرک|ایالات\nbrit|england|english|uk|بریطان|بریتانی\nfrance|french|franz|franc|فرنس|فرانس\n' +
  'german|deutsch|allema|aleman|المان\nspain|spani|espag|espan|اسبان|اسپان\nital|ایطال|ایتال\ngreec|greek|griech|grecq|grieg|یونان\ndutch|netherl|niederl|neerland|هولند\n' +
  'belgi|بلجیک|بلژیک\nswiss|switzer|schweiz|suiss|suiza|سویسر\naustria|osterreich|autrich|النمسا|اتریش\npoland|polish|polnisch|polon|polac|بولند|لهست\n' +
  'ukrain|ucran|اوکران\nhungar|ungar|hongr|مجر\nczech|tschech|tchequ\nserb|صرب\nbosni|بوسن\nalban|البان\narmen|ارمن|ارمین\nazerb|aserb|اذرب\ngeorgi|جورج|گرجست\n' +
  'cuba|kuba|کوب\nvenez|فنزوی|ونزوی\nbrazil|brasil|bresil|برزیل|برازیل\nargent|ارجنت|ارژانت\nchile|تشیلی|شیلی\ncolomb|kolumb|کلمبی|کولومبی\nmexic|mejic|mexik|مکسیک|مکزیک\n' +
  'peru|بیرو|پرو\nbolivi\ncanad|kanad|کند|کاناد\naustral|استرال\nmyanm|birman|burm|میانم\ncambod|kambod|کمبود\nvietnam|فیتنام|ویتنام\nindones|اندونیس|اندونز\n' +
  'banglad|بنغلاد|بنگلاد\nsri|lankan\nrhodes|simbab|zimbab\nbiafr\nrohing|روهین\nuigh|uyg|ouigh|ایغور\nherero\nkurd|کرد'
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

/** The country that a word is of, by its number here, or -1. `folded`: with or without its article in Arabic. */
export function countryOf(folded: string): number {
  const word = /^ال.{3}/.test(folded) ? folded.slice(2) : folded;
  for (const { stem, country } of byStart.get(word.slice(0, 2)) ?? []) {
    const ending = word.length - stem.length;
    const most = stem.length < SHORT_STEM && !/[؀-ۿ]/.test(stem) ? 0 : LONGEST_ENDING;
    if (ending >= 0 && ending <= most && word.startsWith(stem)) return country;
  }
  return -1;
}

/** Bodies that every country has, some under one name: of Sri Lanka there is a Daily Mirror, too. */
const OF_EVERY_COUNTRY = new Set(
  (
    'news-outlet political-party ministry public-body non-profit central-bank committee high-court ' +
    'parliament lower-chamber upper-chamber government armed-forces constitution'
  ).split(' '),
);

/** What is called so in another country, too: an office, a body or an event that a pack names by a description. */
export function isForeign(
  view: Pick<View, 'indexes' | 'scratch'>,
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
): boolean {
  const { entity, entityKind, kind, rule, text } = info;
  if (entityKind === 'person' || kind === 'handle') return false;
  const described = rule.needs !== undefined || (entityKind === 'event' && hit.to > hit.from && isDescription(info));
  const {
    type = '',
    cues = [],
    related = [],
  } = described || entityKind === 'organisation' || entityKind === 'law' ? metaOf(index, entity) : {};
  if (!described && !OF_EVERY_COUNTRY.has(type)) return false;
  const about = entityKind === 'event' || entityKind === 'document' || isMovement(text);
  // Of an outlet without a country in the pack, what stands before it may be its own.
  const where = described || cues.length > 0 ? 'beside' : 'of';
  return isOfOtherCountry(view, block, hit, about, where, related, () => [text, ...(rule.needs ?? []), ...cues]);
}

/** "massacre of 1988" is told by its small letter, in scripts without them by what kind of name the pack calls it. */
function isDescription({ text, kind }: NameInfo): boolean {
  return isCaseless(text, 0) ? kind !== 'full' : !isUpper(text, 0);
}

/** A movement or party in a country is that country's; a guard or a court may be abroad. */
const MOVEMENTS =
  /(?:movement|bewegung|mouvement|movimiento|party|partei|parti|partido|الحركة|حركة|جنبش|حزب|الحزب)(?!\p{L})/iu;

function isMovement(name: string): boolean {
  return MOVEMENTS.test(name);
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

/** A country by its number here, or the countries of a word by their ids, and the word on the page, folded. */
type Country = number | { ids: string[]; name: string };

/**
 * Whether the words beside the name at the tokens `from` to `to` are of a country that is none of its own. `own`: words that speak for the entity, of
 * which some name its country; `related`: ids of what it is related to.
 * `about`: what it is called by is in a country as well as of it. `where`: `of` when only "of Sri Lanka" says so.
 */
function isOfOtherCountry(
  view: Pick<View, 'indexes' | 'scratch'>,
  block: Block,
  { from, to }: { from: number; to: number },
  about: boolean,
  where: 'beside' | 'of',
  related: readonly string[],
  own: () => readonly string[],
): boolean {
  if (where === 'of' && !(isNextWord(block, to) && OF.has(wordAt(block, to + 1)))) return false;
  const at = (token: number) => countryAt(view, block, token);
  const beside = [where === 'of' ? -1 : countryBefore(block, from, at), countryAfter(block, to, about, at)];
  const others = beside.filter((country) => country !== -1);
  if (others.length === 0) return false;
  const words = own().flatMap((text) => foldSpan(text, 0, text.length).split(/[^\p{L}]+/u));
  const ours = new Set(words.map(countryOf));
  return others.every((country) =>
    typeof country === 'number'
      ? !ours.has(country)
      : !country.ids.some((id) => related.includes(id)) && !words.includes(country.name),
  );
}

/** "North Korea's", "the Iraqi": directly before the name. */
function countryBefore(block: Block, from: number, at: (token: number) => Country): Country {
  return isNextWord(block, from - 1) && !isCaseless(block.text, block.start[from - 1]!) ? at(from - 1) : -1;
}

/** A word of a country; in small letters only where it is long enough to be no other. */
function countryAt(view: Pick<View, 'indexes' | 'scratch'>, block: Block, token: number): Country {
  const long = block.end[token]! - block.start[token]! >= LEAST_SMALL;
  if (!long && !isCapitalised(block, token) && !isCaseless(block.text, block.start[token]!)) return -1;
  const word = wordAt(block, token).replace(/['’].*$/, '');
  const country = countryOf(word);
  if (country >= 0) return country;
  const ids = countriesAt(view, block, token);
  return ids.length > 0 ? { ids, name: word } : -1;
}

/** Countries that open data has, by a name or a word of them there. */
function countriesAt({ indexes, scratch }: Pick<View, 'indexes' | 'scratch'>, block: Block, token: number): string[] {
  return indexes.flatMap((index, i) => {
    const named = hitsOver(scratch, block.hits[i]!, token).find(
      ({ name }) => metaOf(index, nameInfo(index, name).entity).type === 'country-or-territory',
    );
    if (named) return [entityId(index, nameInfo(index, named.name).entity)];
    return nationsFrom(index, scratch, block, token).map(({ entity }) => entityId(index, entity));
  });
}

const LEAST_SMALL = 6;

/** "Supreme Leader of North Korea", "massacre de 1988 au Burundi", "constitution irakienne". */
function countryAfter(block: Block, to: number, about: boolean, at: (token: number) => Country): Country {
  const isBetween = (word: string) => OF.has(word) || (about && ABOUT.has(word));
  let token = to + 1;
  while (token - to <= MOST_BETWEEN && isNextWord(block, token - 1) && isBetween(wordAt(block, token))) token++;
  if (!isNextWord(block, token - 1)) return -1;
  if (token === to + 1) {
    if (!isCaseless(block.text, block.start[token]!)) return isCapitalised(block, token) ? -1 : at(token);
    // In Arabic an object may follow; in Persian whose it is.
    if (/^ال/.test(wordAt(block, to))) return CASELESS_ADJECTIVE.test(wordAt(block, token)) ? at(token) : -1;
    const next = FORMER.has(wordAt(block, token)) && isNextWord(block, token) ? token + 1 : token;
    return at(next);
  }
  const first = at(token);
  // "of North Korea", "of the former Yugoslavia"
  return first === -1 && isNextWord(block, token) ? at(token + 1) : first;
}
