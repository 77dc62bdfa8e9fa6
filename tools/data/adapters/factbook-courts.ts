import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { splitOutside } from '../names.ts';
import { cleanText, slug } from '../reading.ts';
import { factsOf, type Input, ofCountry } from '../source.ts';
import type { Profile } from './factbook.ts';
import { ofItsCountry } from './factbook-names.ts';

/** What the name of a court ends or begins with, in the languages that the Factbook writes. */
const court = /court|tribunal|council|chamber|judicial committee|bench|cassation/iu;

/**
 * The highest courts: "Supreme Court or Cour Suprême (consists of …); Constitutional Court (…)". What stands behind a name in brackets, and
 * whole sentences between the courts, are left.
 */
export function readCourts(profiles: readonly Profile[], input: Input): Entity[] {
  const fact = factsOf(input.source, input.day);
  const found = profiles.flatMap(({ code, file, text }) => {
    const place = { file, line: 'Government > Judicial branch > highest court(s)' };
    const field = text('Government', 'Judicial branch', 'highest court(s)') ?? '';
    const parts = splitOutside(field.replaceAll('\n', ';'), ';')
      .flatMap((part) => splitOutside(part.replace(/(?:\(| - ).*$/su, ''), ','))
      .filter(
        (part) =>
          /^\p{Lu}/u.test(part) &&
          part.length < 70 &&
          court.test(part) &&
          !part.includes('"') &&
          part.split(' ').length <= 9,
      )
      .filter((part) => !/ (?:is|are|was|were|has|have|serves?|consists?) |^(?:Note|The) /u.test(part));
    return parts.map((part) => {
      const [english = '', ...local] = part
        .split(/ or (?=\p{Lu})/u)
        .map((name) => cleanText(name.replace(/[,\s]+$/u, ''), place));
      return { code, english, local };
    });
  });
  const shared = Map.groupBy(found, ({ english }) => english);
  const records = found.map(({ code, english, local }): Entity => {
    const generic = shared.get(english)!.length > 1;
    const name = generic ? ofItsCountry(english, code, input) : english;
    const names: Name[] = [
      ...(generic ? [{ text: english, kind: 'short' as const, lang: 'en' }] : []),
      ...local.map((text): Name => ({ text, kind: 'full' })),
    ];
    return {
      id: `court-${code.toLowerCase()}-${slug(english)}`,
      kind: 'organisation',
      name,
      ...(names.length > 0 ? { names } : {}),
      facts: [fact('type', 'high-court'), fact('country', code)],
      related: ofCountry(code),
    };
  });
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
