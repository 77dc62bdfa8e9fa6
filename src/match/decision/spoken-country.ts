/** What a page says of a country in whatever language it is written: cues of open data are English. */
import { isCommonWord } from '../../text/common-words.ts';
import type { Hit } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { stands, type View } from '../evidence.ts';
import type { Meta } from '../name-index/entity-facts.ts';
import { namesOf } from '../name-index/places.ts';
import { entityId, entityOf, findEntity, type MatchIndex, metaOf, nameText } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';
import { isCountryName, nationsFrom } from './nation-words.ts';
import type { PageCountries } from './page-countries.ts';

/** Whether the page is about one of the countries. */
export function isAbout(related: readonly string[], { main }: PageCountries): boolean {
  return related.includes(main()?.country ?? '');
}

/** How much a page says of countries by their names and words in any language: 0 to 2. */
export function spokenOf(related: readonly string[], { isNamed, hasWord }: PageCountries): number {
  return Math.max(0, ...related.map((id) => (isNamed(id) ? 1 : 0) + (hasWord(id) ? 1 : 0)));
}

/** Whether a cue is the name of a country of which the page has a word: "iraní" is as good as "Iran". */
function isCountryOnPage({ indexes }: View, cues: readonly string[], { spoken }: PageCountries): boolean {
  return indexes.some((index) =>
    [...spoken()].some((id) => {
      const country = findEntity(index, id);
      return country >= 0 && Array.from(namesOf(index, country)).some((name) => cues.includes(nameText(index, name)));
    }),
  );
}

/**
 * What speaks for a name where none of the cues does, which are of one language or two. For a body or a person of open data a name of its country, or a word
 * of it; for a person who heads no state it stands in the same block. For one word of what people edit, the country that a cue names.
 */
export function spokenCues(view: View, candidate: Candidate, page: PageCountries): number {
  const { index, info, wants, from, to } = candidate;
  const { type, related = [], cues = [], head } = metaOf(index, info.entity);
  if (type === undefined) return from === to && cues.length > 0 && isCountryOnPage(view, cues, page) ? 1 : 0;
  if (info.entityKind === 'person' && !head) {
    return from < to && isCountryBeside(view, candidate, page) ? 1 : 0;
  }
  if (info.entityKind !== 'person' && info.entityKind !== 'organisation') return 0;
  // Every country may have its Greens: the page has to be about this one.
  if (wants !== undefined) return isAbout(related, page) ? 1 : 0;
  return spokenOf(related, page) > 0 ? 1 : 0;
}

/** Whether the block of a name says, elsewhere, the country of its bearer. */
export function isCountryBeside(view: View, candidate: Candidate, page: PageCountries): boolean {
  const countries = page.countriesIn(view.blocks[candidate.block]!);
  const { related = [] } = metaOf(candidate.index, candidate.info.entity);
  return related.some((id) => countries.has(id) && !isInName(view, candidate, id));
}

/** Whether a name has a word of the country: العراقي is a surname, too. */
function isInName({ blocks, indexes, scratch }: View, { block, from, to }: Candidate, country: string): boolean {
  for (let token = from; token <= to; token++)
    for (const index of indexes)
      if (nationsFrom(index, scratch, blocks[block]!, token).some(({ entity }) => entityId(index, entity) === country))
        return true;
  return false;
}

/**
 * Whether the country whose words a name needs is spoken of in another language than English, in which packs have them: by its name, or a word of it. One
 * word of every day that is a party, too, asks for more.
 */
export function isCountrySpoken(
  view: View,
  number: number,
  { from, to }: Pick<Hit, 'from' | 'to'>,
  { index, info }: Pick<Candidate, 'index' | 'info'>,
  counts: (block: number) => boolean,
): boolean {
  const { type, related = [] } = metaOf(index, info.entity);
  if (type === undefined) return false;
  const word = from === to && info.kind !== 'acronym' ? wordAt(view.blocks[number]!, from) : undefined;
  if (word !== undefined && (type === 'political-party' || isCommonWord(word))) return false;
  const span = { block: number, from, to };
  return related.some((id) => {
    const country = countryIn(view.indexes, id);
    if (country === undefined || !info.rule.needs?.some((need) => country.cues?.includes(need))) return false;
    if (country.cues?.some((cue) => stands(view, cue, span, counts))) return true;
    for (let block = Math.max(0, number - 1); block <= number + 1 && block < view.blocks.length; block++)
      if (counts(block) && namesCountry(view, block, id)) return true;
    return false;
  });
}

/** Whether a block has the name of a country. */
function namesCountry({ blocks, indexes, scratch }: View, number: number, id: string): boolean {
  const block = blocks[number]!;
  return indexes.some((index, i) => {
    const entity = findEntity(index, id);
    return (
      entity >= 0 &&
      block.hits[i]!.some((hit) => entityOf(index, hit.name) === entity && isCountryName(index, scratch, block, hit))
    );
  });
}

/** What the first index that has the entity knows of it. */
export function metaIn(indexes: readonly MatchIndex[], id: string): Meta {
  for (const index of indexes) {
    const entity = findEntity(index, id);
    if (entity >= 0) return metaOf(index, entity);
  }
  return NOTHING;
}

/** What open data knows of a country; of a state that people describe, too, which `metaIn` tells the description of. */
export function countryIn(indexes: readonly MatchIndex[], id: string): Meta | undefined {
  for (const index of indexes) {
    const entity = findEntity(index, id);
    if (entity >= 0 && metaOf(index, entity).type === 'country-or-territory') return metaOf(index, entity);
  }
  return undefined;
}

const NOTHING: Meta = {};
