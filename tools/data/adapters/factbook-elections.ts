import type { Entity } from '../../../src/dataset/schema.ts';
import { firstDate } from '../plain.ts';
import { factsOf, type Input, ofCountry } from '../source.ts';
import type { Profile } from './factbook.ts';
import type { Chamber } from './factbook-chambers.ts';

const fields = [
  ['last', 'most recent election date'],
  ['next', 'expected date of next election'],
] as const;

interface Election {
  id: string;
  code: string;
  adjective: string;
  /** "parliamentary", "presidential". */
  word: string;
  date: string;
  type: 'legislative-election' | 'presidential-election';
  to: string;
}

/**
 * The last and the next election of each first chamber and of presidents whom the people elect. An election has no name in the Factbook:
 * it is called by its year, the adjective of the country and what is elected. Upper chambers are often renewed in parts, and left.
 */
export function readElections(profiles: readonly Profile[], chambers: readonly Chamber[], input: Input): Entity[] {
  const legislative = chambers
    .filter(({ type, text }) => type !== 'upper-chamber' && text('number of seats') !== undefined)
    .flatMap(({ id, code, profile, text }) =>
      fields.flatMap(([when, field]) =>
        electionsOf(profile, code, id, 'parliamentary', firstDate(text(field) ?? ''), when, input.day),
      ),
    );
  const presidential = profiles.filter(electsPresident).flatMap((profile) =>
    fields.flatMap(([when, field]) => {
      const text = profile.text('Government', 'Executive branch', field) ?? '';
      return electionsOf(
        profile,
        profile.code,
        `country-${profile.code.toLowerCase()}`,
        'presidential',
        firstDate(text.replace(/^president(?: and vice president)?:\s*/iu, '')),
        when,
        input.day,
      );
    }),
  );
  const unique = new Map([...legislative, ...presidential].map((election) => [election.id, election]));
  return [...unique.values()].map((election) => electionEntity(election, input));
}

/** "President directly elected …": not where the people elect a president whom the Factbook calls by another word. */
function electsPresident({ text }: Profile): boolean {
  const process = text('Government', 'Executive branch', 'election/appointment process') ?? '';
  return /^(?:the )?president(?: and (?:first |1st |2nd )?vice presidents?)? (?:is )?directly elected/iu.test(process);
}

function electionsOf(
  { adjective }: Profile,
  code: string,
  to: string,
  word: string,
  date: string | undefined,
  when: 'last' | 'next',
  day: string,
): Election[] {
  if (date === undefined || adjective === undefined) return [];
  const past = date <= day.slice(0, date.length);
  // A vote that was expected before the day of the data was put off, or is over: the field does not say which.
  if (past !== (when === 'last') || (past && date.length < 10)) return [];
  const id = `election-${code.toLowerCase()}-${word}-${date.slice(0, 4)}`;
  const type = word === 'presidential' ? 'presidential-election' : 'legislative-election';
  return [{ id, code, adjective, word, date, type, to }];
}

function electionEntity({ id, code, adjective, word, date, type, to }: Election, input: Input): Entity {
  const fact = factsOf(input.source, input.day);
  const year = date.slice(0, 4);
  const past = date <= input.day.slice(0, date.length);
  return {
    id,
    kind: 'event',
    name: `${year} ${adjective} ${word} election`,
    names: [
      ...(word === 'parliamentary'
        ? [{ text: `${year} ${adjective} legislative election`, kind: 'variant' as const, lang: 'en' }]
        : []),
      { text: `${adjective} ${word} election of ${year}`, kind: 'variant', lang: 'en' },
    ],
    facts: [
      fact('type', type),
      fact('election-to', to),
      past ? fact('held-on', date) : fact('expected-on', date),
      fact('country', code),
    ],
    related: ofCountry(code),
  };
}
