/** A name that something else bears: a band, a ship, a racehorse; a player or a baker of a politician's name. */

import { isCommonWord } from '../../text/common-words.ts';
import { foldText } from '../../text/fold.ts';
import { isFrequentSurname, isGivenName } from '../../text/frequent-names.ts';
import { type Block, type Hit, isAllUpper, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';
import { type MatchIndex, metaOf, type NameInfo, nameInfo, namesOf } from '../name-index/read.ts';

/** UTF-16 units beside the name that are looked at. */
const WITHIN = 72;

/** What is named after other things, in six languages, written as inside a sentence: Baker is a name, and Rome has no novel. */
const THINGS =
  'trio|duo|quartet|artist|rapper|albums?|songs?|films?|movie|novels?|(?:video ?|board |card )games?|pub|restaurante?|caf[eéè]|bistro|beer|(?:race)?horse|yacht|sailboat|shop|boutique|salon|musical|choir|orchestra|podcast|[bB]-side|ferry|lichen|cocktail|sandwich|' +
  'bar|diner|stool|armchair|sofa|apps?|plug-?in|software|sauce|soup|cheese|wine|whiske?y|gelding|mare|colt|filly|greyhound|' +
  'tulip|orchid|trawler|barge|hostel|guesthouse|(?:five-a-side|bowls|quiz) team|' +
  'logiciel|appli|application|fromage|vin|jument|pouliche|péniche|chalutier|vélo|Software|App|Brettspiel|Käse|Wein|Stute|Wallach|Kutter|Fahrrad|Hotel|Pension|' +
  'aplicación|queso|vino|yegua|barco|bicicleta|hostal|تطبيق|فرس|قارب|دراجة|فندق|نرم‌افزار|اپلیکیشن|مادیان|کشتی|دوچرخه|هتل|' +
  'Tablette|comprim\\S+(?: de)?|con(?:necteur|ector)|chanson|roman|brasserie|auberge|boulangerie|épicerie|jeu vidéo|cheval|voilier|chorale|fanfare|orchestre|(?:Punk|Rock)?[Bb]and|Album|Lied|Film|Spiel|Kneipe|Restaurant|(?:Renn)?[Pp]ferd|Jacht|\\p{L}*(?:[Ss]chiff|[Bb]oot)|Gaststätte|Gasthof|Laden|Chor|Orchester|(?:Kegel)?[Vv]erein|Bäckerei|Metzgerei|Friseursalon|' +
  'canción|película|novela|videojuego|caballo|yate|pesquero|velero|tienda|coro|orquesta|panadería|frutería|peluquería|قرص|فرقة موسيقية|ألبوم|أغنية|فيلم|مطعم|مقهى|حصان|يخت|متجر|مخبز|صالون|' +
  'گروه موسیقی|آلبوم|آهنگ|ترانه|رمان|بازی رایانه‌ای|رستوران|کافه|اسب|قایق|فروشگاه|مغازه|نانوایی|قنادی|کفاشی';
const NAMED =
  'called|named|titled|entitled|dubbed|known as|namens|genannt|heißt|mit (?:dem )?(?:Namen|Titel)|appelée?|nommée?|baptisée?|intitulée?|du nom de|llamad[oa]|titulad[oa]|de nombre|باسم|اسمها?|تسمى|بعنوان|به نام|با نام|موسوم به';
const OPEN = "(?:[\"“”„«‘'‹][ \u00a0\u202f]?)?(?:L[ae] |Zu[mr] |El |[dL]['’]|ال)?";
const INDEFINITE = '(?:an?|eine?|une?|una?|یک)';
const ARTICLE = "(?:an?|the|eine?|die|der|das|une?|le|la|l['’]|una?|el|یک)";

/** "a band from Leeds called the X", "der Roman „X“"; without such a word the thing stands beside the name in quotation marks or none. */
const THING_BEFORE = new RegExp(
  `(?<!\\p{L})(?:(?:${THINGS})(?:ها|هم?)?(?: [^\\s.;:!?]+){0,4},? (?:${NAMED}) (?:${ARTICLE} )?|(?:${THINGS})(?:ها)? |(?:[Aa]lbum|[Ss]ingle|EP|disco), )${OPEN}$`,
  'u',
);
/** "the tanker the IRGC seized": only of persons nobody says so. */
const SHIP_BEFORE = /(?:boat|ship|tanker) $/;
/** Things by name that are people. */
const PEOPLE_BEFORE = /(?:artist|rapper|trio|duo) $/;
/** "X, a punk band from Leeds" */
const THING_AFTER = new RegExp(
  `^["”“»’'›]?[,،]? (?:is |was |ist |est |es )?${ARTICLE} (?:[^\\s,.;:]+ ){0,3}?(?:${THINGS})(?!\\p{L})`,
  'u',
);

/** "X is the name of a team" */
const NAME_OF =
  /^["”“»’'›]? (?:(?:is|was) (?:also )?the name of|ist (?:auch )?der Name|heißt auch eine? |est (?:aussi )?le nom d|es (?:también )?el nombre d|(?:نام|اسم) \S+ (?:است|بود)|(?:هو|هي) اسم )/u;
/** "the Security Council of the housing estate": a body of those who live, learn or play together. */
const LOCAL_AFTER =
  /^ (?:of (?:the|our) (?:\p{L}+ ){0,2}(?:park|estate|club|school)|de[rs] \p{L}*(?:garten|vereins|schule)|باغ|پارک|محله|مجتمع|مدرسه)/u;
/** "Tobias Veldhoven Windows Ltd" */
const FIRM_AFTER = /^(?: (?:&|\p{Lu}[\p{L}-]*)){0,3} (?:Ltd|Limited|GmbH|Inc|LLC|KG|SARL|S\.L|S\.A)(?!\p{L})/u;

/** "Orsolek & Daughter", "Orsolek Bikes": a shop, by what stands after its owner's name. */
export const SHOP_AFTER = new RegExp(
  '^-Apotheke|^ (?:(?:&|and|und|et|y) (?:Daughters?|Sons?|Bro(?:ther)?s|Töchter|Söhne|Fils|Filles?|Hij[oa]s)|(?:\\p{Lu}\\p{Ll}+ ){0,2}(?:Club|FC|Choir|Orchestra|Blues|Caf[eé])|Bikes|Guest ?[Hh]ouse|Hotel|Inn|Tavern|Hair|Rovers|Creek|Carpets|Curtains|Motors|Tyres|Flowers|Florists|Bakery|Pizza|Kebabs?|Yoga|Salon|' +
    'Tailors|Shoes|Taxis|Plumbing|Roofing|Removals|Interiors|Furniture|Kitchens|Jewellers|Opticians|Laundry|Gym|Moden|Möbel|Blumen|Fahrräder|Fleurs|Vélos|Meubles|Flores|Muebles|Bicicletas)(?!\\p{L})',
  'u',
);

/** What somebody is whom a pack that says who its persons are would not leave unsaid. */
const TRADES =
  'winger|midfielder|goalkeeper|goalie|(?<!hunger[ -])striker|footballer|outfielder|quarterback|pitcher|batsman|bowler|golfer|cyclist|swimmer|guitarist|[cC]ellist|jockey|[oO]rganist|drummer|[pP]ianist|violinist|dentist|plumber|baker|florist|hairdresser|postman|barber|butcher|carpenter|beekeeper|(?:taxi|bus|lorry) driver|' +
  'footballeur|ailier|buteur|nageur|violoncelliste|vétérinaire|violoniste|plombier|boulanger|fleuriste|coiffeur|menuisier|chauffeur de (?:bus|taxi)|' +
  'Fußballer|Rechtsaußen|Linksaußen|Flügelstürmer|Stürmer|Torwart|Torhüter|Mittelfeldspieler|Radrennfahrer|Schwimmer|Gitarrist|Schlagzeuger|(?:Haus|Tier|Zahn)arzt|Klempner|Bäcker|Bäckermeister|Friseur|Postbote|Tischler|Imker|(?:Bus|Taxi)fahrer|' +
  'futbolista|delantero|centrocampista|guardameta|ciclista|nadador|guitarrista|jinete|violonchelista|panadero|fontanero|peluquero|cartero|carpintero|taxista|' +
  'لاعب|حارس المرمى|عازف|خباز|سباك|حلاق|نجار|بازیکن|فوتبالیست|دروازه‌بان|نوازنده|دندانپزشک|نانوا|آرایشگر|خیاط|زنبوردار|لوله‌کش|راننده (?:تاکسی|اتوبوس)';
const ANIMAL_AFTER =
  /^,? (?:the|die|der|das|la|le|el) (?:\p{L}+ )?(?:parrot|tortoise|greyhound|hamster|poodle|goat|llama|Papagei|Schildkröte|Hamster|Ziege|perroquet|tortue|lévrier|chèvre|loro|tortuga|galgo|cabra)(?!\p{L})/u;
const TRADE_BEFORE = new RegExp(
  `(?<!\\p{L})(?:ال)?(${TRADES})(?:in|e|a|ة)?(?:(?: [؀-ۿ\u200c]+){0,2}،|(?: [؀-ۿ\u200c]+)?) $`,
  'u',
);
const TRADE_AFTER = new RegExp(
  `^ ?[,،] (?:\\d\\d[,،] )?(?:${INDEFINITE} (?:[^\\s,.;:]+ ){0,2}?)?(${TRADES})(?:in|e|a)?(?!\\p{L})`,
  'u',
);

const VILLAGE = 'village|hamlet|township|hameau|lieu-dit|aldea|pedanía|caserío|Dorf|(?:Orts|Stadt)teil|Weiler';
/** "a village of Lebanon", "the last village of Lebanon" are in the country; "the village of Lebanon" bears its name. */
const VILLAGE_BEFORE = new RegExp(
  `(?<!\\p{L})(?:(?:the|l[ae]|du|au|el|al|del|d[ai][se]|de[rms]|i[mn]) (?:${VILLAGE}) (?:of |L[ae] |d(?:u|e|e la) |d['’])?|[بلو]?(?:قرية|حي) |(?<!ین )(?:روستای|محله) )$`,
  'iu',
);
const VILLAGE_AFTER = new RegExp(
  `^ ?[,،] (?:(?:${INDEFINITE}[mnrs]? (?:[\\p{Ll}-]+ ){0,2}|(?:pequeñ|petit|klein)\\p{L}* )(?:${VILLAGE})|قرية|روستایی)(?!\\p{L})`,
  'u',
);
/** "In Lebanon, a village was shelled", "a camp in Lebanon, a village in Syria". */
const IN = /(?:in|en|à) $/iu;

/** "Lebanon, Ohio, where": whether a part of another country follows, between commas. In a list names go on. */
function isInPart(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  { text, hits }: Block,
  { to }: Hit,
  { entity }: NameInfo,
): boolean {
  const own = metaOf(index, entity).related ?? [];
  return indexes.some((other, i) =>
    hits[i]!.some(({ name, from, end }) => {
      if (from !== to + 1 || !/^, (?!and |or )\p{Ll}/u.test(text.slice(end, end + 6))) return false;
      const { type, related = [] } = metaOf(other, nameInfo(other, name).entity);
      return type === 'subdivision' && !related.some((id) => own.includes(id));
    }),
  );
}

/** "OPEC tablet of 250 mg", "NATO software, version 4.2", "NATO-Zange": a dose, a version, a thing of every day. */
const LETTERS_OF_THING =
  /^(?: (?:tablet|capsule)s?)?(?: of)? \p{Nd}+(?:[.,]\p{Nd}+)? ?(?:mg|µg|ml|ملغ|میلی‌?گرمی?)(?!\p{L})|^(?: \p{Ll}+){0,2},? (?:[Vv]ersi[oó]n|نسخه) \p{Nd}|^ cell line|^[ -]\p{L}*(?:[Ss]crew|plug|[Zz]ange|[Ss]tecker|[Ss]chraube\p{Ll}*|[Aa]rmband|[Ff]ilter|[Kk]uchen|[Ll]ampe)(?!\p{L})/u;

/** Whether the words beside a name say that something or somebody else bears it. */
export function isBorrowed(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
): boolean {
  const { text } = block;
  const { start, end, from, to } = hit;
  if (from === to && info.entityKind !== 'person' && info.entityKind !== 'place' && isGivenBefore(block, hit))
    return true;
  const before = text.slice(Math.max(0, start - WITHIN), start);
  const after = text.slice(end, end + WITHIN);
  if (info.entityKind === 'place') {
    // What people edit may be a village.
    if (!metaOf(index, info.entity).type) return false;
    if (VILLAGE_BEFORE.test(before)) return true;
    if (VILLAGE_AFTER.test(after)) return block.nouns || !IN.test(before);
    return after[0] === ',' && !before.endsWith(', ') && isInPart(indexes, index, block, hit, info);
  }
  if (NAME_OF.test(after) || SHOP_AFTER.test(after)) return true;
  if (info.entityKind !== 'person')
    return (
      THING_BEFORE.test(before) ||
      THING_AFTER.test(after) ||
      (to > from && LOCAL_AFTER.test(after)) ||
      isOtherLetters(index, text.slice(start, end), after, info)
    );
  if (FIRM_AFTER.test(after) || ANIMAL_AFTER.test(after) || SHIP_BEFORE.test(before)) return true;
  // In Arabic and Persian what stands so is somebody's: "Putin's yacht".
  if (THING_BEFORE.test(before) && !PEOPLE_BEFORE.test(before) && !isCaseless(text, start)) return true;
  const trade = (TRADE_BEFORE.exec(before) ?? TRADE_BEFORE.exec(sentenceStart(before)) ?? TRADE_AFTER.exec(after))?.[1];
  if (trade === undefined) return false;
  const { cues = [], roles = [] } = metaOf(index, info.entity);
  const known = [...cues, ...roles.map(({ title }) => title ?? '')];
  const folded = foldText(trade);
  return known.length > 0 && !known.some((word) => foldText(word).includes(folded));
}

/** "NATO (Network Address Translation Observer)", "IAEA module, Introduction to Advanced …": the words begin with the letters, and are those of no name of the body. */
const SPELLED_OUT = /^(?: \p{Ll}+)?(?: \(|, )(?:the )?(\p{Lu}\p{Ll}[^(),.;:]+)/u;

/** Whether letters, or a word in a script without capitals, stand for something else than the body. */
function isOtherLetters(index: MatchIndex, letters: string, after: string, { entity }: NameInfo): boolean {
  // Plugs and straps are made to what the European Union and the United States lay down.
  if (/^(?:\p{Lu}{3,8}|\p{Lo}+)$/u.test(letters) && LETTERS_OF_THING.test(after)) return true;
  const words = SPELLED_OUT.exec(after)?.[1]
    ?.match(/(?<!\p{L})(?:\p{Lu}\p{Ll}+|\p{Ll}{4,})/gu)
    ?.slice(0, letters.length);
  if (words?.map((word) => word[0]!.toUpperCase()).join('') !== letters || letters.length < (after[1] === '(' ? 2 : 3))
    return false;
  // "NATO, Norbert Adler and Tom Olsen"
  if (words.some((word) => isGivenName(foldText(word)))) return false;
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
