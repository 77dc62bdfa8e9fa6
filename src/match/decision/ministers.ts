/** Ministers whom a page calls by their office and surname: "Israeli Defence Minister Katz", „US-Außenminister Rubio“. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan, foldText } from '../../text/fold.ts';
import { isFrequentSurname } from '../../text/frequent-names.ts';
import { hashFolded, SUFFIX } from '../../text/token-list.ts';
import { type Block, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { isParticle, isTitle, wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { namesWith } from '../name-index/postings.ts';
import type { Post } from '../name-index/posts.ts';
import { entityId, entityOf, findToken, foldedOf, isPerson, metaOf, nameText } from '../name-index/read.ts';
import { entitiesWith } from '../spelling/weight.ts';
import type { PageCountries } from './page-countries.ts';
import { isAbout, spokenOf } from './spoken-country.ts';
import { surnameTokens } from './surname-forms.ts';

const OFFICES = new Set(
  'minister secretary ministre secrétaire chef cheffe ministro ministra secretario secretaria jefe jefa canciller وزير وزيرة الوزير وزیر'
    .split(' ')
    .map((word) => hashFolded(foldText(word))),
);
/** Folded. */
const GERMAN = /(aussen|verteidigungs|innen|finanz|justiz)minister(?:in|s)?$/;
const SHORTEST_GERMAN = 13;
const OF_GERMAN: Partial<Record<string, Post>> = {
  aussen: 'foreign',
  verteidigungs: 'defence',
  innen: 'interior',
  finanz: 'finance',
  justiz: 'justice',
};
const POSTS: ReadonlyMap<string, Post> = new Map(
  Object.entries({
    foreign: 'foreign canciller etrangeres diplomatie exteriores diplomacia الخارجیه خارجه خارجیه',
    defence: 'defense defence defensa armees الدفاع دفاع',
    interior: 'interior home interieur linterieur الداخلیه داخله کشور',
    finance: 'finance treasury finances finanzas hacienda المالیه دارایی',
    justice: 'justice justicia العدل دادگستری',
  } satisfies Record<Post, string>).flatMap(([post, words]) =>
    words.split(' ').map((word): [string, Post] => [word, post as Post]),
  ),
);
/** Whose secretary leads the foreign ministry: "secrétaire d'Etat américain". */
const STATE = /^(?:d?etat|estado|state)$/;
/** What else stands between an office and a surname. */
const BETWEEN = new Set('of for the and de la des du del los l d y et a relaciones asuntos affaires امور'.split(' '));
/** Words of such a phrase before the office, and after it. */
const MOST = { before: 4, after: 8 };
/** Names with a surname that are read. */
const MOST_NAMES = 400;
/** A surname of so few in the pack needs no country beside its office. */
const RARE = 4;

/** Where the surname of a minister stands after the office, and whose it is. */
export interface Called {
  block: number;
  token: number;
  id: string;
}

export function ministersCalled(view: View, page: PageCountries, published: string | undefined): Called[] {
  const found: Called[] = [];
  for (const [number, block] of view.blocks.entries()) {
    for (let token = 0; token < block.count; token++) {
      const post = germanPost(block, token);
      if (post === undefined && !OFFICES.has(block.hash[token]!)) continue;
      const phrase = phraseOf(block, token, post, page);
      if (phrase === undefined || phrase.posts.size === 0) continue;
      const id = ministerOf(view, block, phrase, page, published);
      if (id !== undefined) found.push({ block: number, token: phrase.surname, id });
    }
  }
  return found;
}

function germanPost(block: Block, token: number): Post | undefined {
  const { nouns, start, end } = block;
  if (!nouns || end[token]! - start[token]! < SHORTEST_GERMAN || !isCapitalised(block, token)) return undefined;
  return OF_GERMAN[GERMAN.exec(wordAt(block, token))?.[1] ?? ''];
}

interface Phrase {
  posts: Set<Post>;
  countries: Set<string>;
  /** „Bundesaußenminister“ */
  federal: boolean;
  /** Token. */
  surname: number;
}

/** The office at the token with what it is of, up to the surname. */
function phraseOf(block: Block, office: number, german: Post | undefined, page: PageCountries): Phrase | undefined {
  const posts = new Set(german === undefined ? [] : [german]);
  const federal = wordAt(block, office).startsWith('bundes');
  const isSecretary = wordAt(block, office).startsWith('secret');
  const countries = new Set<string>();
  const read = (token: number) => {
    const word = wordAt(block, token);
    const post = isSecretary && STATE.test(word) ? 'foreign' : POSTS.get(word);
    if (post !== undefined) posts.add(post);
    const named = page.countriesBefore(block, token);
    for (const country of named) countries.add(country);
    return post !== undefined || named.length > 0;
  };
  for (let token = office; token >= office - MOST.before && (token === office || isNextWord(block, token)); token--)
    read(token);
  for (let token = office + 1; token <= office + MOST.after && isNextWord(block, token - 1); token++) {
    if (read(token) || isTitle(block, token) || isJoined(block, token)) continue;
    const word = wordAt(block, token);
    if (isCaseless(block.text, block.start[token]!)) return { posts, countries, federal, surname: token };
    if (page.placesAt(block, token).length > 0 || BETWEEN.has(word) || isParticle(word)) continue;
    return isCapitalised(block, token) ? { posts, countries, federal, surname: token } : undefined;
  }
  return undefined;
}

/** "sud-coréen", "Kosiniak-Kamysz" */
function isJoined({ text, start, end }: Block, left: number): boolean {
  return /^[-‐‑]$/.test(text.slice(end[left], start[left + 1]));
}

/** Id of the one who has led a ministry of the phrase, by the surname. */
function ministerOf(
  view: View,
  block: Block,
  { posts, countries, federal, surname }: Phrase,
  page: PageCountries,
  published: string | undefined,
): string | undefined {
  const word = wordAt(block, surname);
  if (word.length < 3) return undefined;
  const ids = new Set<string>();
  const add = (hash: number, letters: string) => {
    for (const index of view.indexes) {
      if (!index.openData) continue;
      const token = findToken(index, hash, () => letters);
      if (token < 0 || foldedOf(index, token) !== letters) continue;
      const rare = !isFrequentSurname(letters) && !isCommonWord(letters) && entitiesWith(index, token) <= RARE;
      for (const name of namesWith(index, token, MOST_NAMES)) {
        if (!isPerson(index, name)) continue;
        const { posts: led, since, related = [] } = metaOf(index, entityOf(index, name));
        if (!led?.some((post) => posts.has(post))) continue;
        if (published !== undefined && since !== undefined && published.slice(0, 4) < String(since)) continue;
        if (!surnameTokens(view, nameText(index, name)).some((form) => form.at(-1) === hash)) continue;
        const own =
          countries.size > 0
            ? related.some((country) => countries.has(country))
            : rare
              ? federal || spokenOf(related, page) > 0
              : isAbout(related, page);
        if (own) ids.add(entityId(index, entityOf(index, name)));
      }
    }
  };
  add(block.hash[surname]!, word);
  for (let r = block.firstReading[surname]! - 1; r >= 0 && block.readings[r]?.token === surname; r++) {
    const { kind, hash, letters, start, end } = block.readings[r]!;
    if (kind === SUFFIX && ids.size === 0) add(hash, letters ?? foldSpan(block.text, start, end));
  }
  const [only] = ids;
  return ids.size === 1 ? only : undefined;
}
