/**
 * A capital: the city, or the government that sits there. What stands beside it tells: a place is spoken of with words of place, a government with verbs of
 * speech and decision, and with what governments have with each other.
 */
import { foldText } from '../../text/fold.ts';
import { type Block, type Hit, isNextWord, isUpper } from '../blocks.ts';
import { wordAt } from '../context.ts';
import {
  entityId,
  entityOf,
  findEntity,
  type MatchIndex,
  metaOf,
  type NameInfo,
  nameInfo,
} from '../name-index/read.ts';
import { WORD_CLASSES } from '../name-index/word-classes.ts';
import { isOfAny, isSubject, plain, WITHIN } from './capital-subjects.ts';
import type { PageCountries } from './page-countries.ts';

/** Two capitals with "between": after what moves it is the cities. */
const BETWEEN = '(?: \\S+){0,2} (?:between|entre|zwischen|بین|میان)(?: \\S+ (?:and|et|y|und|و))?';
/** Before a city. Patterns of words in small letters, those in Arabic letters folded. */
const CITY_BEFORE = ending(
  'in|near|outside|around|across|throughout|central|downtown|(?:north|south|east|west)(?:ern)?|capitale?,?|left|leaving|reached|visit(?:s|ed|ing)?',
  '(?:fl[eiy]\\w*|travel\\w*|trips?|visits?|returned|came|back) (?:to|from)',
  '(?:viaj|lleg|regres|volv|desplaz|traslad|visita)\\p{L}* (?:\\S+ )?a',
  '(?:city|streets|mayor|outskirts|university|airport|north|south|east|west|prosecutor|ville|rues?|maire|centre|nord|sud|est|ouest|université|aéroport|procureur|parquet|adjoint|habitants|prison|' +
    "tribunal|près|proche|ciudad|calles|alcalde|centro|norte|sur|este|oeste|universidad|aeropuerto|fiscal|bürgermeister|straßen|zentrum)(?: \\S+)? (?:of|d[e’']|von)",
  `(?:(?:fl[iu]g|flüg|zug|züg|bus|train|vol|vuelo|tren|ferr)[\\p{L}]*|road|rail[\\p{L}]*|highway|route|ligne|liaison|strecke|autobahn|carretera|línea|(?:ال)?(?:رحلات|رحله|طریق|قطار|خط|سکه)|پرواز[\\p{L}]*|قطار[\\p{L}]*|جاده|بزرگراه|راهاهن)${BETWEEN}`,
  'à|depuis|dans|en|desde|hacia|nach|aus|bei|um|durch|über|(?:haupt)?stadt',
  '[وف]?فی|من|الی|قرب|شمال|جنوب|شرق|غرب|وسط|ب?العاصمه|مدینه|جامعه|شوارع|محافظه|مطار|بلدیه|سکان|اهالی|بازار|ب|در|شهر',
  'به|شهرداری?|استانداری|فرمانداری|نمایندگان|نماینده|نفت|استقلال|بورس|پلیس|دادگاه|دانشگاه|فرودگاه|زندان|دادستان|استان|خیابانهای|متروی|ساکنان|مردم|مرکز|پایتخت',
);

const INSTITUTIONS =
  '(?:mayor|streets|universit\\w+|airport|hospitals?|prisons?|prosecutor|metro|district|court|police|residents|stock|office|talks|meeting|route|flights?|bürgermeister|straßen)\\b';
const CITY_AFTER = starting(`['’]?s (?:\\S+ ){0,2}${INSTITUTIONS}`, ` ${INSTITUTIONS}`, '-(?:based|born)');
/** Where the text of a dispatch begins: "OTTAWA (AP) —", "طهران - ". */
const DATELINE = starting(',? ?[-–—(/]', ', \\S* ?\\d');

/** Words within which what governments have with each other stands before them: "talks this week between Oskar and". */
const LINKED =
  /((?:[^\s.!?]+ ){1,7})(?:between|entre|zwischen|بین|میان) (?:\S+ (?:and|et|y|und|و) ?)?$|((?:[^\s.!?]+ ){1,5})(?:with|avec|con|mit|مع|با|و) $/u;
const GOVERNMENT_BEFORE = ending(
  '(?:anger|infuriat|slam|irk|reassur|enrag)\\p{L}*',
  '(?:respald|apoy|presion|critic|advert|advirt|amenaz|conden|castig|priv|oblig|exig|pid|ped|reproch|conced|convenc|instó|urg|permit|impid)\\p{L}* (?:\\S+ )?a',
  '(?:wirft|warf|werfen|warfen)|(?:exhort|somm)[\\p{L}]*',
  '(?:sanctions|pressure|sanciones|presión|sanktionen) (?:\\S+ ){0,5}(?:on|against|contre|contra|gegen)',
  '(?:accus|blam|urg|warn|condemn|pressed|beschuldig|acus\\S* a)[\\p{L}]*',
  'nach (?:angaben|ansicht|auffassung|darstellung|einschätzung)|(?:triff[\\p{L}]*|treffen|traf(?:en)?|isolier[\\p{L}]*|verärger[\\p{L}]*|provozier[\\p{L}]*|überzeug[\\p{L}]*|beliefer[\\p{L}]*|unterstütz[\\p{L}]*)',
  "according to|selon|d[’']après|según|laut|backed by|(?:spy|spied|spying|espion|spion)[\\p{L}]* (?:for|pour|para|für)|(?:service|dienst|servicio) (?:of|de|von)",
  '(?:ال)?(?:ضغوط|ضغط|عقوبات|حصار)(?: \\S+)? (?:علی|ضد)',
  'برنامه هستهای|فشار بر',
  '(?:que|comme) (?:\\S+ )?(?:réclam|demand|exig|propos|souhait|voul|refus|dénon)\\p{L}*|(?:que|como) (?:\\S+ )?(?:reclam|ped[ií]|exig|propon|propus|quer|rechaz|denunci)\\p{L}*',
  '(?:تسمی|تعتبر|تصف|ترفض|تنف|تطالب|تریده?|تتهم)(?:ها|ه|هم|ون|ین|ی)*',
  'فی نظر|بدعم من',
);

const GOVERNMENT_AFTER = starting(
  ' (?:government|regime)\\b',
  ' (?:avait fait|había hecho|met en garde|a mis en garde|s.(?:oppos|inqui)|ل[نم] ت)',
  ' (?:میگوید|گفته است|اعلام (?:کرد|میکند)|متهم|هشدار (?:داد|میدهد)|تهدید کرد|محکوم کرد|خواستار|اماده|تاکید|مدعی|حاضر|میخواهد|قصد دارد|تلاش میکند|اصرار دارد|معتقد است|امیدوار است|نگران است|پیشنهاد (?:داد|کرد)|(?:موافقت|مخالفت|درخواست|بررسی|استقبال|احضار|امضا|قطع) (?:کرد|میکند)|فراخواند|رد (?:کرد|میکند)|(?:این )?(?:اتهام|اتهامها|اتهامات|ادعا|گزارش|خبر) را)',
  "['’]s (?:\\S+ ){0,2}(?:nuclear|government|regime|polic(?:y|ies)|foreign|ambassador|envoy|decision|sanctions|allies|response|demands?|stance|intentions|refusal|insistence|accusations?|proxies|missile|ambitions|threats?)\\b",
);
/** A word after the name, past what stands before a verb; "Oskar said to be" is said of it. */
const WORD_AFTER =
  /^(?: (?:has|had|is|was|will|would|also|again|now|repeatedly|on \w+day|a|ha|avait|había|l[aeo]s?|ne|se|قد)){0,2} (?!said to )(\p{L}+)/u;
/** An Arabic verb stands before its subject and its object, and what somebody has before its owner. */
const WORD_BEFORE = /(?<!\p{L})(\p{Lo}+)\s*$/u;

/** Who is asked for something, by the words on both sides: "ask Oskar to", „fordert Oskar auf“, "pidió a Oskar que". */
const ASKED: readonly [before: RegExp, after: RegExp][] = [
  [
    ending(
      'want(?:s|ed)?|allow(?:s|ed|ing)?|expect(?:s|ed|ing)?|order(?:s|ed|ing)?|tell(?:s|ing)?|told|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|persuad(?:e[sd]?|ing)|forc(?:es|ed|ing)|push(?:es|ed|ing)',
    ),
    /^ to \p{Ll}/u,
  ],
  [ending('fordern?|forderten?|rief(?:en)?|ruft|rufen|drängte?n?|fordert'), /^ (?:\S+ )?(?:auf|dazu|zu)(?!\p{L})/u],
  [
    ending('(?:(?:demand|ordonn|enjoi|conseill)\\p{L}* à|(?:press|invit|pouss|oblig|forc|contrai|appel)\\p{L}*)'),
    /^ (?:d(?:e |['’])|à )/u,
  ],
  [ending('(?:pid|exig|reclam|orden)\\p{L}* a'), /^ que /u],
  [ending('[وف]?(?:دعا|حث|حثت|طالب|ناشد)'), /^ (?:الی|علی|ب\p{L})/u],
  [ending('از'), /^ (?:میخواهد|خواست|خواسته)(?!\p{L})/u],
];

/** What governments give and take before "of", "from" and "for": these say no city then, and do not say for certain that it is none. */
const OWNED = /((?:[^\s.!?]+ ){1,4})(?:(?:of|from|to|for|pour|à|de|a|para|desde|von|aus|an|für|zu|من|از|به) |d['’])$/u;
/** "For Kyiv, the price is": who is spoken for; "county of Washington": another place of the name. */
const SPOKEN_FOR = /(?:^|[.!?:;] )(?:for|pour|für|para)\s*$|(?:county|condado|comté|state|estado) (?:of|de) $/;
/** Persian and Arabic call talks and what was agreed after the city; two capitals are the governments. */
const TALKS_BEFORE = /(?:^|[^\p{L}])(?:ال)?(?:مذاکرات|گفتوگوهای|گفتگوهای|توافق|مفاوضات|محادثات)\s*$/u;

/** Before a city more often than before a government, which mostly is the subject of something. */
const LOOSE_BEFORE = ending("the(?: \\S+)?|of|to|from|for|d[e’']|pour|sur|von|ins");

function ending(...words: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})\\s*$`, 'u');
}

function starting(...words: string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})`, 'u');
}

/** Folded words of what a pattern holds. */
function wordsOf(found: RegExpExecArray | null): string[] {
  return (found?.[1] ?? found?.[2] ?? '').split(/[^\p{L}\u200c]+/u).map(foldText);
}

function isOfState(
  indexes: readonly MatchIndex[],
  found: RegExpExecArray | null,
  classes: number = WORD_CLASSES.stateVerb,
): boolean {
  if (found === null) return false;
  // "و" and "ف" are written on to a word, and may be its own.
  const word = foldText(found[1]!);
  return isOfAny(indexes, [word, word.replace(/^[وف]/, '')], classes);
}

/** „hieß es aus Oskar“, „wie aus Oskar verlautete“, "face à Oskar" */
function isSaidFrom(before: string, after: string): boolean {
  return (
    /(?:^| )(?:envers|face à|vis-à-vis de|auprès de|gegenüber|frente a|vis-à-vis) $/.test(before) ||
    /(?:^| )(?:hieß|heißt) es (?:\S+ )?aus $/.test(before) ||
    (/ aus $/.test(before) && /^ (?:hieß|heißt|verlautet)/.test(after))
  );
}

/**
 * What the words beside a capital, or beside a name that a pack has of a government after it, speak of; nothing where no such word stands. `two`: it is two
 * capitals with "and" between them.
 */
function readingOf(
  indexes: readonly MatchIndex[],
  { text }: Block,
  { start, end }: Pick<Hit, 'start' | 'end'>,
  two = false,
): 'city' | 'government' | 'loose' | undefined {
  const before = plain(text.slice(Math.max(0, start - WITHIN), start));
  const after = plain(text.slice(end, end + WITHIN));
  if (ASKED.some(([one, other]) => one.test(before) && other.test(after))) return 'government';
  if (CITY_AFTER.test(after)) return 'city';
  if (TALKS_BEFORE.test(before)) return two || /^ و\s?\p{L}/u.test(after) ? 'government' : undefined;
  if (isOfAny(indexes, wordsOf(OWNED.exec(before)), WORD_CLASSES.policy) || isSaidFrom(before, after))
    return 'government';
  if (SPOKEN_FOR.test(before)) return undefined;
  if (CITY_BEFORE.test(before)) return 'city';
  if (/(?:^|[\n.!?"“/])\s*$/.test(before) && DATELINE.test(after)) return 'city';
  // "Lloyds of London said": of a body of the city.
  const ofBody = /[\p{L}] (?:of|de|von) $/u.test(before);
  if (
    GOVERNMENT_BEFORE.test(before) ||
    isOfAny(indexes, wordsOf(LINKED.exec(before)), WORD_CLASSES.pact) ||
    isOfState(indexes, WORD_BEFORE.exec(before), WORD_CLASSES.stateVerb | WORD_CLASSES.policy)
  )
    return 'government';
  // „Oskars Führung“
  if (isOfState(indexes, /^s (?:\p{L}+ )??(\p{L}+)/u.exec(after), WORD_CLASSES.policy)) return 'government';
  if (!ofBody && (GOVERNMENT_AFTER.test(after) || isOfState(indexes, WORD_AFTER.exec(after)))) return 'government';
  return LOOSE_BEFORE.test(before) && !/^['’]s/.test(after) ? 'loose' : undefined;
}

/**
 * "Tehran" for its government: the same word means the place elsewhere on the page. Where every noun has a capital, or no word has one, only a name that
 * asks for its own letters is told from a noun.
 */
export function isMetonym({ nouns }: Block, { from, to }: Hit, { entityKind, rule, text }: NameInfo): boolean {
  return from === to && entityKind === 'organisation' && ((isUpper(text, 0) && !nouns) || rule.exactCase === true);
}

/** Whether open data knows as a country what a pack edited by people describes as a state. */
export function isState(indexes: readonly MatchIndex[], own: MatchIndex, { entity, entityKind }: NameInfo): boolean {
  if (entityKind !== 'organisation' || metaOf(own, entity).type !== undefined) return false;
  const id = entityId(own, entity);
  return indexes.some((index) => {
    const other = findEntity(index, id);
    return other >= 0 && metaOf(index, other).type === 'country-or-territory';
  });
}

/** The name of a capital as one of the government that sits there, or of the state. */
function governmentOf(index: MatchIndex, info: NameInfo): NameInfo | undefined {
  const { government } = metaOf(index, info.entity);
  const entity = government === undefined ? -1 : findEntity(index, government);
  if (entity < 0) return undefined;
  const entityKind = metaOf(index, entity).type === 'country-or-territory' ? 'place' : 'organisation';
  return { ...info, entity, entityKind, kind: 'short' };
}

/** Between two capitals that do something together. */
const AND = new Set('and et y e und و'.split(' '));
/** Before two capitals that are the subject of something, the verb after them, and before what governments feel for each other. */
const SUBJECTS = /(?:^|[.,;:!?«»„“”"()–—]\s*|(?:^|\s)(?:that|que|dass|ob|whether|if|si|while|weil|because|comme) )$/;
const TOGETHER = starting(
  ' (?:are|were|have|had|remain|will|would|both|also|still|now|continue|differ|disagree|share|must|can|could|cannot|sont|ont|étaient|avaient|se|s’|restent|veulent|vont|devraient|doivent|peuvent|' +
    'son|están|estaban|han|habían|mantienen|siguen|quieren|deben|pueden|sind|waren|haben|hatten|wollen|wollten|rücken|bleiben|streiten|werden|müssen|können)(?!\\p{L})',
);
/** Verbs of more than one, and what stands between a Persian subject and its verb. */
const DO =
  /^ (?:\p{Ll}{2,}(?:ed|ent|[ae]n|aron|ieron)|back|seek|want|agree|accuse|blame|trade|exchange|درباره|بر سر|در مورد|برای|به|با|از|هر دو)(?!\p{L})/u;
const FEELINGS =
  /(?:enmity|rivalry|hostility|friendship|inimitié|rivalité|hostilité|amitié|enemistad|rivalidad|hostilidad|amistad|feindschaft|rivalität) (?:of|between|entre|de|von|zwischen) $/;

/** "Washington and Oskar": both as one, where a city stands beside another. */
function withOther(indexes: readonly MatchIndex[], block: Block, hit: Hit): Pick<Hit, 'start' | 'end'> | undefined {
  const isAnd = (token: number) =>
    isNextWord(block, token - 1) && isNextWord(block, token) && AND.has(wordAt(block, token));
  const before = isAnd(hit.from - 1) ? capitalAt(indexes, block, (other) => other.to === hit.from - 2) : undefined;
  if (before) return { start: before.start, end: hit.end };
  const after = isAnd(hit.to + 1) ? capitalAt(indexes, block, (other) => other.from === hit.to + 2) : undefined;
  return after && { start: hit.start, end: after.end };
}

function capitalAt(indexes: readonly MatchIndex[], { hits }: Block, isThere: (hit: Hit) => boolean): Hit | undefined {
  for (const [i, found] of hits.entries())
    for (const hit of found)
      if (isThere(hit) && metaOf(indexes[i]!, entityOf(indexes[i]!, hit.name)).type === 'capital') return hit;
  return undefined;
}

function readingOfBoth(
  indexes: readonly MatchIndex[],
  block: Block,
  both: Pick<Hit, 'start' | 'end'>,
): ReturnType<typeof readingOf> {
  const reading = readingOf(indexes, block, both, true);
  if (reading === 'city' || reading === 'government') return reading;
  const before = plain(block.text.slice(Math.max(0, both.start - WITHIN), both.start));
  const after = plain(block.text.slice(both.end, both.end + WITHIN));
  const [word = ''] = /^ \p{L}+/u.exec(after) ?? [];
  const does =
    TOGETHER.test(after) ||
    (DO.test(after) && !isOfAny(indexes, [foldText(word.trim())], WORD_CLASSES.noVerb | WORD_CLASSES.cityVerb));
  return (SUBJECTS.test(before) && does) || FEELINGS.test(before) ? 'government' : reading;
}

/** What a name means where it stands. */
export interface Meaning {
  info: NameInfo;
  /** It is a government, and needs no further word. */
  speaks?: boolean;
  /** The city or its government may be meant. */
  unclear?: boolean;
}

/**
 * What a name means where it stands, if it is that of a capital: the same name as one of the government, where words beside it speak of that; nothing where
 * a name of the government means the city.
 */
export function meaningOf(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
  page: PageCountries,
): Meaning | undefined {
  const city = metaOf(index, info.entity).type === 'capital';
  const ofGovernment = isOfGovernment(block, hit, info);
  if (!city && !ofGovernment) return { info };
  const both = withOther(indexes, block, hit);
  const span = both ?? hit;
  let reading = both ? readingOfBoth(indexes, block, both) : readingOf(indexes, block, hit);
  const state = !city && isState(indexes, index, info);
  const isAbroad = (country: string) =>
    city ? metaOf(index, info.entity).related?.includes(country) !== true : country !== entityId(index, info.entity);
  if (reading === undefined && (city || state) && isSubject(indexes, block, hit, span, isAbroad, page))
    reading = 'government';
  if (reading === 'government' && isInLongerName(block, span)) reading = undefined;
  if (!city) {
    const speaks = reading === 'government' && (state || capitalAt(indexes, block, isOn(hit)) !== undefined);
    return reading === 'city' ? undefined : { info, speaks };
  }
  if (reading === 'city' || reading === 'loose') return { info };
  const government = reading && info.rule.needs === undefined ? governmentOf(index, info) : undefined;
  if (government === undefined) return { info, unclear: true };
  return isSeatOfOther(indexes, block, hit) ? undefined : { info: government, speaks: true };
}

/** Whether the name is one that a pack has of a body after the capital where it sits. */
function isOfGovernment(block: Block, hit: Hit, info: NameInfo): boolean {
  return info.rule.needs !== undefined && info.kind === 'short' && isMetonym(block, hit, info);
}

const isOn =
  ({ from, to }: Hit) =>
  (other: Hit): boolean =>
    other.from === from && other.to === to;

/** "Brussels" is the European Union more often than the government of Belgium, where a pack has that name for it. */
function isSeatOfOther(indexes: readonly MatchIndex[], block: Block, hit: Hit): boolean {
  return block.hits.some((found, i) =>
    found.some((other) => {
      if (!isOn(hit)(other)) return false;
      const info = nameInfo(indexes[i]!, other.name);
      return isOfGovernment(block, other, info) && !isState(indexes, indexes[i]!, info);
    }),
  );
}

/** "Real X": in French and Spanish a word with a capital inside a sentence is the name of something; so are Persian words that are joined. */
function isInLongerName({ text, firstCapital }: Block, { start }: Pick<Hit, 'start'>): boolean {
  const before = text.slice(Math.max(0, start - WITHIN), start);
  return before.endsWith('\u200c') || (firstCapital && /[^\s.!?:;«»“"(¿¡–—-] \p{Lu}\p{L}+ $/u.test(before));
}
