/** What stands beside a capital: words of place beside a city, of speech and decision beside a government. Small letters; those in Arabic letters folded. */

/** Two capitals with "between": after what moves it is the cities. */
const BETWEEN = '(?: \\S+){0,2} (?:between|entre|zwischen|بین|میان)(?: \\S+ (?:and|et|y|und|و))?';
/** Before a city. Patterns of words in small letters, those in Arabic letters folded. */
export const CITY_BEFORE = ending(
  'in|near|outside|around|across|throughout|central|downtown|(?:north|south|east|west)(?:ern)?|capitale?,?|left|leaving|reached|visit(?:s|ed|ing)?',
  '(?:fl(?:[eiy]\\w*|own)|travel\\w*|trips?|visits?|returned|came|back) (?:to|from)',
  '(?:viaj|lleg|regres|volv|desplaz|traslad|visita)\\p{L}* (?:\\S+ )?a',
  '(?:city|streets|mayor|outskirts|university|airport|north|south|east|west|prosecutor|ville|rues?|maire|centre|nord|sud|est|ouest|université|aéroport|procureur|parquet|adjoint|habitants|prison|' +
    "tribunal|près|proche|ciudad|calles|alcalde|centro|norte|sur|este|oeste|universidad|aeropuerto|fiscal|bürgermeister|straßen|zentrum)(?: \\S+)? (?:of|d[e’']|von)",
  `(?:(?:fl[iu]g|flüg|zug|züg|bus|train|vol|vuelo|tren|ferr)[\\p{L}]*|road|rail[\\p{L}]*|highway|route|ligne|liaison|strecke|autobahn|carretera|línea|(?:ال)?(?:رحلات|رحله|طریق|قطار|خط|سکه)|پرواز[\\p{L}]*|قطار[\\p{L}]*|جاده|بزرگراه|راهاهن)${BETWEEN}`,
  'à|depuis|dans|en|desde|hacia|nach|aus|bei|um|durch|über|(?:haupt)?stadt',
  '[وف]?فی|من|الی|قرب|شمال|جنوب|شرق|غرب|وسط|ب?العاصمه|مدینه|جامعه|شوارع|محافظه|مطار|بلدیه|سکان|اهالی|بازار|ب|در|شهر',
  'به|شهرداری?|استانداری|فرمانداری|نمایندگان|نماینده|نفت|استقلال|بورس|پلیس|دادگاه|دانشگاه|فرودگاه|زندان|دادستان|استان|خیابانهای|متروی|ساکنان|مردم|مرکز|پایتخت',
);

const INSTITUTIONS =
  '(?:mayor|streets|universit\\w+|airport|hospitals?|prisons?|bazaars?|prosecutor|metro|district|court|police|residents|stock|office|talks|meeting|route|flights?|bürgermeister|straßen)\\b';
export const CITY_AFTER = starting(`['’]?s (?:\\S+ ){0,2}${INSTITUTIONS}`, ` ${INSTITUTIONS}`, '-(?:based|born)');
/** Where the text of a dispatch begins: "OTTAWA (AP) —", "طهران - ". */
export const DATELINE = starting(',? ?[-–—(/]', ', \\S* ?\\d');

/** Words within which what governments have with each other stands before them: "talks this week between Oskar and". */
export const LINKED =
  /((?:[^\s.!?]+ ){1,7})(?:between|entre|zwischen|بین|میان) (?:\S+ (?:and|et|y|und|و) ?)?$|((?:[^\s.!?]+ ){1,5})(?:with|avec|con|mit|مع|با|و) $/u;
export const GOVERNMENT_BEFORE = ending(
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

export const GOVERNMENT_AFTER = starting(
  ' (?:government|regime)\\b',
  ' (?:avait fait|había hecho|met en garde|a mis en garde|s.(?:oppos|inqui)|ل[نم] ت)',
  ' (?:میگوید|گفته است|اعلام (?:کرد|میکند)|متهم|هشدار (?:داد|میدهد)|تهدید کرد|محکوم کرد|خواستار|اماده|تاکید|مدعی|حاضر|میخواهد|قصد دارد|تلاش میکند|اصرار دارد|معتقد است|امیدوار است|نگران است|پیشنهاد (?:داد|کرد)|(?:موافقت|مخالفت|درخواست|بررسی|استقبال|احضار|امضا|قطع) (?:کرد|میکند)|فراخواند|رد (?:کرد|میکند)|(?:این )?(?:اتهام|اتهامها|اتهامات|ادعا|گزارش|خبر) را)',
  "['’]s (?:\\S+ ){0,2}(?:nuclear|government|regime|polic(?:y|ies)|foreign|ambassador|envoy|decision|sanctions|allies|response|demands?|stance|intentions|refusal|insistence|accusations?|proxies|missile|ambitions|threats?)\\b",
);
/** A word after the name, past what stands before a verb; "Oskar said to be" is said of it. */
export const WORD_AFTER =
  /^(?: (?:has|had|is|was|will|would|also|again|now|repeatedly|on \w+day|a|ha|avait|había|l[aeo]s?|ne|se|قد)){0,2} (?!said to )(\p{L}+)/u;
/** An Arabic verb stands before its subject and its object, and what somebody has before its owner. */
export const WORD_BEFORE = /(?<!\p{L})(\p{Lo}+)\s*$/u;

/** Who is asked for something, by the words on both sides: "ask Oskar to", „fordert Oskar auf“, "pidió a Oskar que". */
export const ASKED: readonly [before: RegExp, after: RegExp][] = [
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
export const OWNED =
  /((?:[^\s.!?]+ ){1,4})(?:(?:of|from|to|for|pour|à|de|a|para|desde|von|aus|an|für|zu|من|از|به) |d['’])$/u;
/** "For Kyiv, the price is": who is spoken for; "county of Washington": another place of the name. */
export const SPOKEN_FOR = /(?:^|[.!?:;] )(?:for|pour|für|para)\s*$|(?:county|condado|comté|state|estado) (?:of|de) $/;
/** Persian and Arabic call talks and what was agreed after the city; two capitals are the governments. */
export const TALKS_BEFORE = /(?:^|[^\p{L}])(?:ال)?(?:مذاکرات|گفتوگوهای|گفتگوهای|توافق|مفاوضات|محادثات)\s*$/u;

/** Before a city more often than before a government, which mostly is the subject of something. */
export const LOOSE_BEFORE = ending("the(?: \\S+)?|of|to|from|for|d[e’']|pour|sur|von|ins");

function ending(...words: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})\\s*$`, 'u');
}

export function starting(...words: string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})`, 'u');
}
