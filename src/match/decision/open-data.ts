/**
 * Names of open data: thousands that nobody chose for being unmistakable. What says too little by itself counts only where the page speaks for it. An
 * entity of open data has a type in what the index knows of it; what people edit has none.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { type Block, type Hit, isHardGap, isUpper } from '../blocks.ts';
import { isParticle, wordAt } from '../context.ts';
import { foldedOf, type MatchIndex, metaOf, type NameInfo, nameTokens } from '../name-index/read.ts';
import { entitiesWith } from '../spelling/weight.ts';

/** Words in the names of more entities than these are those of which names of bodies are made: council, national, party. */
const RARE = 6;

/** Articles that begin names of outlets and parties; "the" is written small before a name, the others are not. */
const ARTICLES = new Set('the le la les die der das den il lo gli el los las'.split(' '));

/** Bodies of which there is one in the world, whatever words their names are made of. */
const UNIQUE = ['international-body', 'sanctions-list'];

/** Pieces of evidence that a name asks for: a country on the page is one. */
const LITTLE = { words: 1, word: 2 };

/** A part of a country mostly shares its name with its city, which is who is meant: New York, Geneva. */
export function isUnsaid(index: MatchIndex, block: Block, hit: Hit, { entityKind, entity }: NameInfo): boolean {
  if (entityKind === 'place') return metaOf(index, entity).type === 'subdivision';
  return entityKind === 'organisation' && isArticleWithNoun(index, block, hit, entity);
}

/** "die Zeit", "le monde": the article of a name, written small, makes a noun of it. */
function isArticleWithNoun(index: MatchIndex, block: Block, { from, to, start }: Hit, entity: number): boolean {
  return to > from && isArticle(block, from) && !isUpper(block.text, start) && isOpenData(index, entity);
}

function isArticle(block: Block, token: number): boolean {
  const word = wordAt(block, token);
  return word !== 'the' && ARTICLES.has(word);
}

/**
 * How much must speak for the name of a body of open data: nothing where one of its words stands in few names and is no word of every day, one piece where
 * all are words of which such names are made ("Social Democratic Alliance"), two where it is one such word ("Die Zeit") or where a sentence begins with the
 * article of the name, which says nothing then.
 */
export function evidenceFor(
  index: MatchIndex,
  block: Block,
  { name, from, to }: Hit,
  { entityKind, entity, kind }: NameInfo,
): number {
  if (entityKind === 'person' || entityKind === 'place' || kind === 'acronym' || kind === 'handle') return 0;
  const { type } = metaOf(index, entity);
  if (type === undefined || UNIQUE.includes(type)) return 0;
  const words = nameTokens(index, name).filter((token) => {
    const word = foldedOf(index, token);
    return !ARTICLES.has(word) && !isParticle(word);
  });
  const tells = (token: number) => !isCommonWord(foldedOf(index, token)) && entitiesWith(index, token) <= RARE;
  if (words.length === 1 && to > from && isArticle(block, from) && (from === 0 || isHardGap(block, from - 1)))
    return LITTLE.word;
  if (words.some(tells)) return 0;
  return words.length > 1 ? LITTLE.words : LITTLE.word;
}

/** Whether an entity comes from open data. */
export function isOpenData(index: MatchIndex, entity: number): boolean {
  return metaOf(index, entity).type !== undefined;
}

/**
 * Whether a surname alone can name the person: of those that open data knows only who heads a state or a government, or has done so in our time. The
 * thousands of members of parliaments bear every surname that there is.
 */
export function isKnownBySurname(index: MatchIndex, entity: number): boolean {
  const { type, head } = metaOf(index, entity);
  return type === undefined || head === true;
}
