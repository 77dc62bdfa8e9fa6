/** Quotations in sentences: the words of who is quoted, or ours for them. */
import type { Citation, Entity, Source } from './schema.ts';
import { plainForm, quotationsIn } from './text.ts';

interface Unit {
  text: string;
  citations: readonly Citation[];
}

const unitsOf = ({ statements = [], disputes = [] }: Entity): Unit[] => [
  ...statements,
  ...disputes.flatMap(({ positions }) => positions),
];

/**
 * The sentences of an entity, as they are shown, that quote in a translation of ours: of those that are translated, where a quotation stands in no
 * stored passage of the sources; of those as they were written, where besides every source is in another language. Names of the entity are
 * nobody's translation.
 *
 * @param written the same entity in the language of its pack
 */
export function quotedByUs(
  shown: Entity,
  written: Entity,
  language: string,
  sources: Readonly<Record<string, Pick<Source, 'language'>>>,
): string[] {
  const names = (written.names ?? []).map(({ text }) => text);
  const before = unitsOf(written);
  return unitsOf(shown).flatMap(({ text, citations }, place) => {
    const original = before[place]!.text;
    const wanted = quotationsIn(original).length;
    if (wanted === 0) return [];
    const stored = [...citations.flatMap(({ quotes = [] }) => quotes), ...names].map(asWords);
    const verbatim = quotationsIn(text).filter((words) => stored.some((each) => each.includes(asWords(words))));
    if (verbatim.length >= wanted) return [];
    const foreign = citations.every(({ source }) => (sources[source]?.language ?? language) !== language);
    return text !== original || (foreign && citations.length > 0) ? [text] : [];
  });
}

const asWords = (text: string) => ` ${plainForm(text)} `;
