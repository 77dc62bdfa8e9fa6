/**
 * "Councillor Tobias Veldhoven opened the fete": signs that a text is about somebody of the name who bakes, coaches or sings in a choir, in six languages.
 * They say little each, so that one word of what the pack says of its person outweighs them.
 */
import { foldText } from '../../text/fold.ts';
import type { Block, Hit } from '../blocks.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';
import { WORD_CLASSES as OF } from '../name-index/word-classes.ts';
import { classesOfWord, lifeBeside } from './words-beside.ts';

/** UTF-16 units of the sentence on either side of the name that are looked at. */
const WITHIN = 80;

/** Titles of two words; those of one are in the packs. In Arabic letters a word may stand between. */
const TITLES = /(?:Head (?:teacher|master|mistress)|conseill(?:er|ère) municipale?) $/i;
const WORDS_BEFORE = /(?<![\p{L}-])(\p{L}+)\.?(?: (\p{Lo}+))? $/u;

/** What such texts are about in more than one word; single words are in the packs. */
const MATTERS =
  /(?<!\p{L})(?:on loan|aged (?:five|six|seven|eight|nine|ten)|under-\d\d?s?|née|et al|finished (?:second|third|last) at|salle des fêtes|(?:\d|1[0-4]) ans|marqué (?:un but|deux|trois)|parque infantil|دو گل|تیم ما|معلم بازنشسته)(?!\p{L})/u;

/** "X, 52, of Elm Road", „X, 38, aus Gera“, "X, ۲۶ ساله، … اهل": an age or a trade and a home are told of those of whom no pack tells. */
const AT_HOME =
  /^ ?[,،(] ?(?:de )?\p{Nd}{2}(?: \p{L}+){0,2} ?[,،)]? (?:(?:[^\s.,،]+ ){0,2})(?:of \p{Lu}\p{Ll}+ (?:Road|Street|Lane|Avenue|Close|Drive)|(?:from|aus|اهل) )|^ ?[,،] \p{L}+ (?:aus|اهل) /u;

/** Nobody of whom packs tell is so young, but for those who were killed. */
const CHILD = /^ ?[,،(] ?(?:[5-9]|1[0-5])(?: ?[,،]|\))/;

/** Whether the sentence of a full name tells of another life than any that a pack describes. */
export function isOfAnotherLife(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  hit: Hit,
  { entity }: NameInfo,
): boolean {
  const { cues, roles } = metaOf(index, entity);
  if (!cues && !roles) return false;
  const { text } = block;
  const { start, end } = hit;
  const after = text.slice(end, end + WITHIN);
  if (CHILD.test(after) || AT_HOME.test(after)) return true;
  const before = text.slice(Math.max(0, start - WITHIN), start).replace(/.*[.!?؟]\s/s, '');
  return (
    TITLES.test(before) ||
    isTitled(indexes, before) ||
    MATTERS.test(before) ||
    MATTERS.test(after.split(/[.!?؟](?=\s|$)/)[0]!) ||
    lifeBeside(indexes, block, hit, WITHIN, OF.life) > 0 ||
    isOfAnotherField(indexes, block, hit)
  );
}

function isTitled(indexes: readonly MatchIndex[], before: string): boolean {
  const words = WORDS_BEFORE.exec(before)?.slice(1) ?? [];
  return words.some((word) => word && (classesOfWord(indexes, foldText(word)) & OF.title) !== 0);
}

/** Words of a kitchen, a laboratory, a stable beside a name that say that a body of politics is not meant. */
const ENOUGH = 2;

/** Whether the sentence of a name is about a field in which it stands for something else: "spread the X with butter, add two eggs". */
export function isOfAnotherField(indexes: readonly MatchIndex[], block: Block, hit: Hit): boolean {
  return lifeBeside(indexes, block, hit, WITHIN, OF.life | OF.matter) >= ENOUGH;
}
