/** A name that something else bears: a band, a ship, a racehorse; a player or a baker of a politician's name. */

import { isCommonWord } from '../../text/common-words.ts';
import { foldText } from '../../text/fold.ts';
import { isFrequentSurname, isGivenName } from '../../text/frequent-names.ts';
import { type Block, type Hit, isAllCapitals, isAllUpper, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';
import { namesOf } from '../name-index/places.ts';
import { type MatchIndex, metaOf, type NameInfo, nameInfo } from '../name-index/read.ts';
import { isState } from './capitals.ts';
import {
  followsHead,
  isAnimalAfter,
  isInLongerName,
  isOfDevice,
  isShopAfter,
  isThingAfter,
  isThingBefore,
  tradeBeside,
} from './words-beside.ts';

/** UTF-16 units beside the name that are looked at. */
const WITHIN = 72;

/** Things by name that are people. */
const PEOPLE_BEFORE = /(?:artist|rapper|trio|duo) $/i;
/** "the tanker the IRGC seized": only of persons nobody says so. */
const SHIP_BEFORE = /(?:boat|ship|tanker) $/;
/** "X is the name of a team" */
const NAME_OF =
  /^["”“»’'›]? (?:(?:is|was) (?:also )?the name of|ist (?:auch )?der Name|heißt auch eine? |est (?:aussi )?le nom d|es (?:también )?el nombre d|(?:نام|اسم) \S+ (?:است|بود)|(?:هو|هي) اسم )/u;
/** "the Security Council of the housing estate": a body of those who live, learn or play together. */
const LOCAL_AFTER =
  /^ (?:of (?:the|our) (?:\p{L}+ ){0,2}(?:park|estate|club|school)|de[rs] \p{L}*(?:garten|vereins|schule)|باغ|پارک|محله|مجتمع|مدرسه)/u;
/** "Tobias Veldhoven Windows Ltd" */
const FIRM_AFTER = /^(?: (?:&|\p{Lu}[\p{L}-]*)){0,3} (?:Ltd|Limited|GmbH|Inc|LLC|KG|SARL|S\.L|S\.A)(?!\p{L})/u;

const INDEFINITE = '(?:an?|eine?|une?|una?|یک)';
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
  /^-\p{Nd}{3}(?!\p{Nd})|^(?: (?:tablet|capsule)s?)?(?: (?:of|de|von))? \p{Nd}+(?:[.,]\p{Nd}+)? ?(?:mg|µg|ml|mm|cm|ملغ|میلی‌?گرمی?)(?!\p{L})|^(?: \p{Ll}+){0,2},? (?:[Vv]ersi[oó]n|نسخه) \p{Nd}|^ cell line|^[ -]\p{L}*(?:[Ss]crew|plug|[Zz]ange|[Ss]tecker|[Ss]chraube\p{Ll}*|[Aa]rmband|[Ff]ilter|[Kk]uchen|[Ll]ampe)(?!\p{L})/u;

/** "an IRA": capitals of three letters are no name that is written with an accent. */
function isOtherAccent(block: Block, start: number, end: number, name: string): boolean {
  if (end - start > 3 || !isAllUpper(block.text, start, end) || isAllCapitals(block)) return false;
  return name.toUpperCase() !== name && name.toUpperCase() !== block.text.slice(start, end);
}

/** "مسیر ترامپ": a road that bears the name of somebody, where the sentence tells where it leads; else somebody's path. */
const ROAD_BEFORE = /(?:مسیر|جاده|راه|طريق|مسار|ممر) $/;
const ROAD = /ارمنستان|زنگزور|راه‌?آهن|ترانزیت|کیلومتر|أرمينيا|زنغزور|كيلومتر|السكة/;

/** "2 g of X", "ملعقة من X", "یک قاشق X" */
const QUANTITY_BEFORE =
  /\p{Nd} ?(?:[mk]?g|µg|[mc]?l|mmol|Gramm|Esslöffel|Teelöffel|cucharadas?|cuillerées?) (?:of |de |d['’])?$|(?:ملعقة|كوب) من $|قاشق $/u;

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
  if (isOtherAccent(block, start, end, info.text)) return true;
  if (info.entityKind === 'place') {
    // What people edit may be a village.
    if (!metaOf(index, info.entity).type) return false;
    if (VILLAGE_BEFORE.test(before)) return true;
    if (VILLAGE_AFTER.test(after)) return block.nouns || !IN.test(before);
    return after[0] === ',' && !before.endsWith(', ') && isInPart(indexes, index, block, hit, info);
  }
  if (NAME_OF.test(after) || isShopAfter(indexes, block, hit) || QUANTITY_BEFORE.test(before)) return true;
  if (info.entityKind !== 'person')
    return (
      VILLAGE_BEFORE.test(before) ||
      (metaOf(index, info.entity).type !== 'company' && isInLongerName(indexes, block, hit, false)) ||
      isThingBefore(indexes, block, before, isState(indexes, index, info)) ||
      isThingAfter(indexes, block, after) ||
      (to > from && LOCAL_AFTER.test(after)) ||
      isOtherLetters(indexes, index, block, hit, info)
    );
  if (FIRM_AFTER.test(after) || isAnimalAfter(indexes, after) || SHIP_BEFORE.test(before)) return true;
  if (ROAD_BEFORE.test(before) && (ROAD.test(before) || ROAD.test(after))) return true;
  if (isInLongerName(indexes, block, hit, true) || followsHead(indexes, block, hit)) return true;
  // In Arabic and Persian what stands so is somebody's: "Putin's yacht".
  if (!isCaseless(text, start) && !PEOPLE_BEFORE.test(before) && isThingBefore(indexes, block, before, false))
    return true;
  const trade = tradeBeside(indexes, block, before, after);
  if (trade === undefined) return false;
  const { cues = [], roles = [] } = metaOf(index, info.entity);
  const known = [...cues, ...roles.map(({ title }) => title ?? '')];
  return known.length > 0 && !known.some((word) => foldText(word).includes(trade));
}

/** "NATO (Network Address Translation Observer)", "IAEA module, Introduction to Advanced …": the words begin with the letters, and are those of no name of the body. */
const SPELLED_OUT = /^(?: \p{Ll}+)?(?: \(|, )(?:the )?(\p{Lu}\p{Ll}[^(),.;:]+)/u;

/** Whether letters, or a word in a script without capitals, stand for something else than the body. */
function isOtherLetters(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  hit: Hit,
  { entity }: NameInfo,
): boolean {
  const letters = block.text.slice(hit.start, hit.end);
  const after = block.text.slice(hit.end, hit.end + WITHIN);
  // Plugs and straps are made to what the European Union and the United States lay down.
  if (/^(?:\p{Lu}{3,8}|\p{Lo}+)$/u.test(letters) && (LETTERS_OF_THING.test(after) || isOfDevice(indexes, block, hit)))
    return true;
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
