/**
 * "Councillor Tobias Veldhoven opened the fete": signs that a text is about somebody of the name who bakes, coaches or sings in a choir, in six languages.
 * They say little each, so that one word of what the pack says of its person outweighs them.
 */
import type { Block, Hit } from '../blocks.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';

/** UTF-16 units of the sentence on either side of the name that are looked at. */
const WITHIN = 80;

/** Titles of those of whom no pack tells. */
const TITLES =
  /(?<![\p{L}-])(?:neighbou?r|Nachbar(?:in)?|voisine?|vecin[oa]|همسایه|Councillor|Cllr\.?|Alderman|Constable|Coach|Chef|Nurse|Head ?(?:teacher|master|mistress)|(?:Stadt|Gemeinde)r[aä]t(?:in)?|Trainer(?:in)?|Lehrer(?:in)?|conseill(?:er|ère) municipale?|entraîneu(?:r|se)|instit(?:uteur|utrice)|gardien(?:ne)?|Landwirt|Schüler(?:in)?|élève|porter[oa]|concejala?|entrenadora?|maestr[oa]|(?:ال)?مدرب|المعلمة?|مربی|آموزگار|معلم)(?: \p{Lo}+)? $/iu;

/** What such texts are about. Arabic and Persian words may have letters of prefixes and endings. */
const MATTERS = new RegExp(
  '(?<!\\p{L})(?:(?:' +
    'bak(?:es|ed|ery)|scones?|f[eê]tes?|playground|allotments?|choirs?|parish|darts|raffle|tombola|bingo|knit(?:s|ted|ting)?|beekeeping|bees|kittens|puppies|kennels?|' +
    'piano|violin|guitars?|drums|ukulele|concerto|on loan|karaoke|ballet|yoga|kindergarten|pupils|classmates|wrestling|futsal|rugby|cricket|netball|badminton|snooker|judo|karate|tennis|golf|trumpet|trombone|lifeboat|bride|groom|aged (?:five|six|seven|eight|nine|ten)|scored|under-\\d\\d?s?|' +
    'metallurgy|chemistry|botany|zoology|dentistry|née|grandchildren|et al|' +
    'boulangerie|brioches?|kermesse|chorale|paroisse|pétanque|boulodrome|trompette|salle des fêtes|dictée|(?:\\d|1[0-4]) ans|fléchettes|tricote|potager|violon|guitare|maternelle|écoliers|métallurgie|chimie|botanique|' +
    '(?:Bäckerei|b[aä]ckt)|Brötchen|Brezeln|Kuchen|Spielplatz|(?:Schreber|Klein)g[aä]rten\\p{L}*|(?:Kirchen|Männer)chor|Kegel\\p{L}*|Klavier|Geige|Trompete|Blasorchester|Freibad|Gitarre|Schlagzeug|Grundschule|Kita|(?:Bezirks|Kreis)liga|' +
    'Metallurgie|Chemie|Botanik|' +
    'panadería|pasteles|parroquia|coro|petanca|trompeta|boda|dardos|huerto|violín|guitarra|parque infantil|metalurgia|química|botánica|peluquería|floristería|' +
    'نانوایی|شیرینی|مدرسه|دو گل|تیم ما|کیک|دبستان|مهدکودک|پیانو|ویولن|گیتار|شیمی|فوتسال|معلم بازنشسته' +
    ')|[وبلف]?(?:ال)?(?:مخبز|خبز|كعك|حلويات|روضة|تلاميذ|جوقة|نحل|بيانو|طفلة|مدرستها|مدرسته|كيمياء)' +
    ')(?!\\p{L})',
  'u',
);

/** Nobody of whom packs tell is so young, but for those who were killed. */
const CHILD = /^ ?[,،(] ?(?:[5-9]|1[0-5])(?: ?[,،]|\))/;

/** Whether the sentence of a full name tells of another life than any that a pack describes. */
export function isOfAnotherLife(
  index: MatchIndex,
  { text }: Block,
  { start, end }: Hit,
  { entity }: NameInfo,
): boolean {
  const { cues, roles } = metaOf(index, entity);
  if (!cues && !roles) return false;
  if (CHILD.test(text.slice(end, end + WITHIN))) return true;
  const before = text.slice(Math.max(0, start - WITHIN), start).replace(/.*[.!?؟]\s/s, '');
  return (
    TITLES.test(before) ||
    MATTERS.test(before) ||
    MATTERS.test(text.slice(end, end + WITHIN).split(/[.!?؟](?=\s|$)/)[0]!)
  );
}
