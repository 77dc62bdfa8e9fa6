/** "Las elecciones presidenciales de 2022", انتخابات رئاسية عام 2024: an election by what is elected, its year, and a word of its country or the page's. */
import { type Block, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { placeAt, type View } from '../evidence.ts';
import { ELECTION_KINDS, electionKey } from '../name-index/nations.ts';
import { findEntity, metaOf } from '../name-index/read.ts';
import { ORDERS, stateNounsOf } from '../name-index/state-nouns.ts';
import { acceptedAt, type Noun, spansOf } from './noun-phrases.ts';
import { type Accepted, takenPlaces } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';

/** Folded, before the year or the day. */
const PREPOSITIONS = new Set(
  'of in on from for held the de del d en du des le la au vom von im am jahr jahre jahres aus dem der عام لعام العام سنه لسنه فی سال'.split(
    ' ',
  ),
);
/** Tokens within which the year stands. */
const WITHIN = 7;
/** Words between noun and year that are neither: those of the country, and the month. */
const OTHERS = 2;
/** By as much the Iranian year is behind ours, from spring to the end of our year and from then on. */
const IRANIAN = [621, 622] as const;

interface Year {
  /** Of our era; an Iranian year is part of two. */
  years: readonly number[];
  token: number;
}

/** Elections beside their year, where no name stands already. In steps of an election noun. */
export function* electionsOf(
  view: View,
  accepted: readonly Accepted[],
  page: PageCountries,
): Generator<void, Accepted[]> {
  const indexes = view.indexes.filter(({ nations }) => nations.length > 0);
  const nouns = stateNounsOf(view.indexes);
  if (indexes.length === 0 || nouns === undefined) return [];
  const taken = takenPlaces(accepted.filter(({ info }) => info.entityKind !== 'place'));
  const found: Accepted[] = [];
  for (const kind of ELECTION_KINDS)
    for (const order of ORDERS)
      for (const span of spansOf(view, nouns.elections[kind][order], order)) {
        yield;
        const block = view.blocks[span.block]!;
        if (taken.has(placeAt(span.block, span.from)) || taken.has(placeAt(span.block, span.to))) continue;
        const year = yearAfter(block, span, page) ?? (order === 'english' ? yearBefore(block, span, page) : undefined);
        if (year === undefined) continue;
        for (const country of countriesOf(block, span, year, page)) {
          const election = indexes.flatMap((index) => {
            const state = findEntity(index, country);
            const own = state < 0 ? undefined : metaOf(index, state).elections;
            const id = year.years.map((each) => own?.[electionKey(kind, each)]).find((each) => each !== undefined);
            return id === undefined ? [] : [{ index, entity: findEntity(index, id), id }];
          })[0];
          if (election === undefined) continue;
          found.push(acceptedAt(election, spanWith(block, span, year), block, String(year.years[0]), 'event'));
          break;
        }
      }
  return found;
}

/** "de 2022", "vom 28. Juli 2024", "in Brazil in October 2022" */
function yearAfter(block: Block, { to }: Noun, page: PageCountries): Year | undefined {
  let others = 0;
  for (let token = to + 1; token <= to + WITHIN; token++) {
    if (!isJoined(block, token - 1)) return undefined;
    const word = wordAt(block, token);
    const years = yearsOf(word);
    if (years) return { years, token };
    if (PREPOSITIONS.has(word) || /^\d{1,2}$/.test(word)) continue;
    // Right after the noun only its country may stand.
    if (++others > OTHERS || (token === to + 1 && page.countriesAfter(block, to).length === 0)) return undefined;
  }
  return undefined;
}

/** "the 2022 election", "the 2022 Brazilian election" */
function yearBefore(block: Block, { from }: Noun, page: PageCountries): Year | undefined {
  for (let token = from - 1; token >= from - 1 - OTHERS && isNextWord(block, token); token--) {
    const years = yearsOf(wordAt(block, token));
    if (years) return { years, token };
    if (page.countriesBefore(block, token).length === 0 && token === from - 1) return undefined;
  }
  return undefined;
}

function yearsOf(word: string): number[] | undefined {
  if (!/^(?:13|14|19|20)\d\d$/.test(word)) return undefined;
  return word < '15' ? IRANIAN.map((years) => Number(word) + years) : [Number(word)];
}

/** The next word follows, or a month the day before it: "28. Juli". */
function isJoined(block: Block, left: number): boolean {
  if (isNextWord(block, left)) return true;
  return left + 1 < block.count && /^\d{1,2}\. $/.test(block.text.slice(block.start[left], block.start[left + 1]));
}

/** Those whose words stand beside the noun or the year; without one that of the page, where the sentence before names no other. */
function countriesOf(block: Block, { from, to }: Noun, { token }: Year, page: PageCountries): readonly string[] {
  const first = Math.min(from, token);
  const beside = [
    ...page.countriesBefore(block, first - 1),
    ...page.countriesBefore(block, from - 1),
    ...page.countriesAfter(block, to),
    ...page.countriesAfter(block, Math.max(to, token)),
  ];
  if (beside.length > 0) return beside;
  const main = page.main()?.country;
  const named = page.sentenceBefore(block, first);
  return main !== undefined && (named.size === 0 || named.has(main)) ? [main] : [];
}

function spanWith(block: Block, span: Noun, { token }: Year): Noun {
  const [from, to] = [Math.min(span.from, token), Math.max(span.to, token)];
  return {
    ...span,
    from,
    to,
    start: Math.min(span.start, block.start[from]!),
    end: Math.max(span.end, block.end[to]!),
  };
}
