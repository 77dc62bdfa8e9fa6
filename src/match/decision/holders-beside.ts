/** "Senate President Jane Doe", "Jorge Rodríguez, presidente de la Asamblea Nacional": a body is of the country of who leads it or speaks for it. */
import type { Block } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { Noun } from './noun-phrases.ts';
import type { Accepted } from './overlaps.ts';

/** Folded. */
const OFFICES =
  /^(?:presiden(?:t[ea]?|tin)|prasident(?:in|en)?|speaker|leader|chief|chairman|chairwoman|head|secretary|justice|judge|spokes(?:man|woman|person)|vorsitzender?n?|sprecher(?:in|s)?|chef(?:fe|in)?|parole|juge|portavoz|vocer[oa]|jef[ea]|titular|secretari[oa]|رییسه?|المتحدثه?|متحدثه?|الناطقه?|سخنگوی?|فرمانده)$/u;
/** Between an office and its noun. */
const OF = new Set('of for the de des der du del d la l le von vom im باسم'.split(' '));
/** Words of an office or title before a noun, and between a noun and a name. */
const MOST = 4;
const COMMA = /^[,،]? ?["'“„«]?$/;
const BETWEEN = /^[,،] (?:(?:the|der|die|le|la|el|ex|porte) ?)?[-‐‑]?$/;
const SPACE = /^(?: |['’])$/;

/** The person named beside a noun, in the office of one who leads the body or speaks for it; `nameAt`: what is named at a token. */
export function holderBeside(
  block: Block,
  { from, to }: Pick<Noun, 'from' | 'to'>,
  nameAt: (token: number) => Accepted | undefined,
): Accepted | undefined {
  const personAt = (token: number) => {
    const name = nameAt(token);
    return name?.info.entityKind === 'person' ? name : undefined;
  };
  const office = officeBefore(block, from);
  if (office !== undefined) {
    // "Jorge Rodríguez, presidente de la Asamblea Nacional"
    for (let token = office - 1; token >= office - 2; token--) {
      const person = personAt(token);
      if (person) return BETWEEN.test(block.text.slice(person.end, block.start[office])) ? person : undefined;
    }
  }
  let named = office !== undefined;
  for (let token = to + 1; token <= to + MOST && COMMA.test(gapAfter(block, token - 1)); token++) {
    const person = personAt(token);
    if (person) return named ? person : undefined;
    // "chef du cabinet de Jacques Chirac"
    if (OF.has(wordAt(block, token))) return undefined;
    named ||= OFFICES.test(wordAt(block, token));
  }
  return undefined;
}

/** The token of an office that is that of the noun: "presidente de la", "رئيس". */
function officeBefore(block: Block, from: number): number | undefined {
  for (let token = from - 1; token >= from - MOST; token--) {
    if (!SPACE.test(gapAfter(block, token))) return undefined;
    const word = wordAt(block, token);
    if (OFFICES.test(word)) return token;
    if (!OF.has(word)) return undefined;
  }
  return undefined;
}

function gapAfter({ text, start, end, count }: Block, token: number): string {
  return token < 0 || token + 1 >= count ? '.' : text.slice(end[token], start[token + 1]);
}
