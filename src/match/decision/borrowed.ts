/** A name that something else bears: a band, a ship, a racehorse; a player or a baker of a politician's name. */

import { isCommonWord } from '../../text/common-words.ts';
import { foldText } from '../../text/fold.ts';
import { isFrequentSurname, isGivenName } from '../../text/frequent-names.ts';
import { type Block, type Hit, isAllUpper, isCapitalised, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';
import { type MatchIndex, metaOf, type NameInfo, nameInfo, namesOf } from '../name-index/read.ts';

/** UTF-16 units beside the name that are looked at. */
const WITHIN = 64;

/** What is named after other things, in six languages, written as inside a sentence: Baker is a name, and Rome has no novel. */
const THINGS =
  'band|trio|duo|quartet|tribute act|artist|rapper|albums?|songs?|mixtape|films?|movie|novels?|video ?games?|pub|restaurant|caf[eéè]|bistro|brewery|beer|race ?horse|horse|yacht|sailboat|shop|boutique|salon|perfume|musical|choir|orchestra|podcast|comic|b-side|B-side|four-piece|lamp|ferry|lichen|moss|dahlia|beetle|cocktail|sandwich|tractor|' +
  'bar|diner|takeaway|kiosk|food truck|food stall|stool|armchair|sofa|bookcase|mattress|sneakers?|trainers|jacket|rucksack|tent|kettle|mixer|drill|amplifier|loudspeakers?|earphones|headphones|typeface|font|apps?|plug-?in|software|board game|card game|sauce|soup|stew|cheese|wine|whisk(?:e)?y|biscuits?|salad|burger|gelding|mare|colt|filly|greyhound|spaniel|' +
  'tulip|orchid|motorbike|bicycle|dinghy|trawler|barge|tugboat|narrowboat|caravan|glider|nightclub|campsite|hostel|guesthouse|laundrette|nail bar|pub quiz team|five-a-side team|bowls team|quiz team|knitting group|' +
  'logiciel|appli|application|police de caractères|jeu de société|fauteuil|canapé|tabouret|baskets|sauce|soupe|fromage|vin|jument|pouliche|péniche|chalutier|vélo|Software|App|Schriftart|Brettspiel|Sessel|Hocker|Sofa|Turnschuh|Soße|Suppe|Käse|Wein|Stute|Wallach|Kutter|Fahrrad|Hotel|Pension|Campingplatz|' +
  'programa informático|aplicación|tipo de letra|juego de mesa|sillón|taburete|sofá|zapatillas|salsa|sopa|queso|vino|yegua|barco|bicicleta|hostal|camping|برنامج حاسوب|تطبيق|خط طباعي|كرسي|أريكة|حذاء|صلصة|حساء|جبن|فرس|قارب|دراجة|فندق|نرم‌افزار|اپلیکیشن|قلم|صندلی|مبل|کفش|سس|سوپ|پنیر|مادیان|کشتی|دوچرخه|هتل|' +
  'chanson|roman|lampe|lichen|boulangerie|épicerie|jeu vidéo|cheval|voilier|chorale|fanfare|orchestre|Band|Album|Lied|Film|Spiel|Kneipe|Restaurant|Rennpferd|Pferd|Jacht|Segelboot|Laden|Chor|Orchester|Verein|Kegelverein|Lampe|Flechte|Bäckerei|Metzgerei|Friseursalon|Punkband|Rockband|' +
  'canción|película|novela|videojuego|restaurante|caballo|yate|velero|tienda|coro|orquesta|lámpara|liquen|panadería|frutería|peluquería|فرقة موسيقية|ألبوم|أغنية|فيلم|رواية|لعبة|مطعم|مقهى|حصان|يخت|متجر|مخبز|صالون|' +
  'گروه موسیقی|آلبوم|آهنگ|ترانه|رمان|بازی رایانه‌ای|رستوران|کافه|اسب|قایق|فروشگاه|مغازه|نانوایی|قنادی|کفاشی';
const NAMED =
  'called|named|titled|entitled|dubbed|known as|namens|genannt|heißt|mit (?:dem )?(?:Namen|Titel)|appelée?|nommée?|baptisée?|intitulée?|du nom de|llamad[oa]|titulad[oa]|de nombre|باسم|اسمها?|تسمى|بعنوان|به نام|با نام|موسوم به';
const OPEN = '(?:["“”„«‘\'‹][ \u00a0\u202f]?)?';
const INDEFINITE = '(?:an?|eine?|une?|una?|یک)';
const ARTICLE = "(?:an?|the|eine?|die|der|das|une?|le|la|l['’]|una?|el|یک)";

/** "a band from Leeds called the X", "der Roman „X“"; without such a word the thing stands beside the name in quotation marks or none. */
const THING_BEFORE = new RegExp(
  `(?<!\\p{L})(?:(?:${THINGS})(?: [^\\s.;:!?]+){0,4},? (?:${NAMED}) (?:${ARTICLE} )?|(?:${THINGS}) )${OPEN}$`,
  'u',
);
/** "X, a punk band from Leeds" */
const THING_AFTER = new RegExp(
  `^["”“»’'›]?[,،]? (?:is |was |ist |est |es )?${ARTICLE} (?:[^\\s,.;:]+ ){0,3}?(?:${THINGS})(?!\\p{L})`,
  'u',
);

/** "X is the name of a team" */
const NAME_OF =
  /^["”“»’'›]? (?:(?:is|was) (?:also )?the name of|ist (?:auch )?der Name|heißt auch eine? |est (?:aussi )?le nom d|es (?:también )?el nombre d|(?:نام|اسم) \S+ (?:است|بود)|(?:هو|هي) اسم )/u;
/** "Tobias Veldhoven Windows Ltd" */
const FIRM_AFTER = /^(?: (?:&|\p{Lu}[\p{L}-]*)){0,3} (?:Ltd|Limited|GmbH|Inc|LLC|KG|SARL|S\.L|S\.A)(?!\p{L})/u;

/** "Orsolek & Daughter", "Orsolek Bikes": a shop, by what stands after its owner's name. */
const SHOP_AFTER = new RegExp(
  '^ (?:(?:&|and|und|et|y) (?:Daughters?|Sons?|Bro(?:ther)?s|Töchter|Söhne|Fils|Filles?|Hij[oa]s)|(?:\\p{Lu}\\p{Ll}+ ){0,2}(?:Club|FC|Choir|Orchestra|Blues|Caf[eé])|Bikes|Blinds|Mattresses|Carpets|Rugs|Curtains|Motors|Tyres|Flowers|Florists|Bakery|Pizza|Kebabs?|Yoga|Salon|' +
    'Tailors|Shoes|Taxis|Plumbing|Roofing|Removals|Interiors|Furniture|Kitchens|Jewellers|Opticians|Laundry|Gym|Teppiche|Moden|Möbel|Blumen|Fahrräder|Fleurs|Vélos|Tapis|Meubles|Flores|Muebles|Alfombras|Bicicletas)(?!\\p{L})',
  'u',
);

/** What somebody is whom a pack that says who its persons are would not leave unsaid. */
const TRADES =
  'winger|midfielder|goalkeeper|goalie|(?<!hunger[ -])striker|footballer|outfielder|quarterback|pitcher|batsman|bowler|golfer|cyclist|swimmer|guitarist|drummer|pianist|violinist|dentist|plumber|baker|florist|hairdresser|postman|barber|butcher|carpenter|beekeeper|(?:taxi|bus|lorry) driver|' +
  'footballeur|ailier|buteur|cycliste|nageur|guitariste|pianiste|violoniste|dentiste|plombier|boulanger|fleuriste|coiffeur|menuisier|chauffeur de (?:bus|taxi)|' +
  'Fußballer|Rechtsaußen|Linksaußen|Flügelstürmer|Stürmer|Torwart|Torhüter|Mittelfeldspieler|Radrennfahrer|Schwimmer|Gitarrist|Schlagzeuger|Zahnarzt|Klempner|Bäcker|Bäckermeister|Friseur|Pianist|Postbote|Tischler|Imker|(?:Bus|Taxi)fahrer|' +
  'futbolista|delantero|centrocampista|guardameta|ciclista|nadador|guitarrista|panadero|fontanero|peluquero|cartero|carpintero|taxista|' +
  'لاعب|حارس المرمى|عازف|خباز|سباك|حلاق|نجار|بازیکن|فوتبالیست|دروازه‌بان|نوازنده|دندانپزشک|نانوا|آرایشگر|خیاط|زنبوردار|لوله‌کش|راننده (?:تاکسی|اتوبوس)';
const ANIMAL_AFTER =
  /^,? (?:the|die|der|das|la|le|el) (?:\p{L}+ )?(?:parrot|tortoise|greyhound|hamster|poodle|goat|llama|Papagei|Schildkröte|Hamster|Ziege|perroquet|tortue|lévrier|chèvre|loro|tortuga|galgo|cabra)(?!\p{L})/u;
const TRADE_BEFORE = new RegExp(`(?<!\\p{L})(?:ال)?(${TRADES})(?:in|e|a)? $`, 'u');
const TRADE_AFTER = new RegExp(
  `^ ?[,،] (?:\\d\\d[,،] )?(?:${INDEFINITE} (?:[^\\s,.;:]+ ){0,2}?)?(${TRADES})(?:in|e|a)?(?!\\p{L})`,
  'u',
);

/** Whether the words beside a name say that something or somebody else bears it. */
export function isBorrowed(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  const { text } = block;
  const { start, end, from, to } = hit;
  if (info.entityKind === 'place') return false;
  if (from === to && info.entityKind !== 'person' && isGivenBefore(block, hit)) return true;
  const before = text.slice(Math.max(0, start - WITHIN), start);
  const after = text.slice(end, end + WITHIN);
  if (NAME_OF.test(after) || SHOP_AFTER.test(after)) return true;
  if (info.entityKind !== 'person')
    return (
      THING_BEFORE.test(before) ||
      THING_AFTER.test(after) ||
      isSpelledOutAsOther(index, text.slice(start, end), after, info)
    );
  if (FIRM_AFTER.test(after) || ANIMAL_AFTER.test(after)) return true;
  const trade = (TRADE_BEFORE.exec(before) ?? TRADE_BEFORE.exec(sentenceStart(before)) ?? TRADE_AFTER.exec(after))?.[1];
  if (trade === undefined) return false;
  const { cues = [], roles = [] } = metaOf(index, info.entity);
  const known = [...cues, ...roles.map(({ title }) => title ?? '')];
  const folded = foldText(trade);
  return known.length > 0 && !known.some((word) => foldText(word).includes(folded));
}

/** "NATO (Network Address Translation Observer)": the words begin with the letters, and are those of no name of the body. */
const SPELLED_OUT = /^ \((\p{Lu}[^()]{6,56})\)/u;

function isSpelledOutAsOther(index: MatchIndex, letters: string, after: string, { entity }: NameInfo): boolean {
  const words = SPELLED_OUT.exec(after)?.[1]?.split(/[\s-]+/u);
  if (words === undefined || !/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const initials = words.flatMap((word) => /^\p{Lu}/u.exec(word) ?? []).join('');
  if (initials !== letters) return false;
  const own = Array.from(namesOf(index, entity), (name) => nameInfo(index, name).text.split(/[\s-]+/u)).flat();
  const folded = new Set(own.map(foldText));
  return words.filter((word) => folded.has(foldText(word))).length * 2 < words.length;
}

/** "Striker Tobias Veldhoven": the capital of a first word is the sentence's. */
function sentenceStart(before: string): string {
  return before.replace(/(?:^|[.!?] )\p{Lu}(?=\p{Ll}+ $)/u, (first) => first.toLowerCase());
}

/** "Orsolek Baker said": one word, and a surname after it that nobody else has begun. */
function isGivenBefore(block: Block, { to, start, end }: Hit): boolean {
  if (end < block.end[to]! || !isNextWord(block, to) || !isCapitalised(block, to + 1) || block.nouns) return false;
  const word = wordAt(block, to + 1);
  return (
    (isFrequentSurname(word) || isGivenName(word)) &&
    !isCommonWord(word) &&
    !isAllUpper(block.text, start, end) &&
    !isHeadline(block)
  );
}
