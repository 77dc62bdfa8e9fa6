import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { bracketed } from '../names.ts';
import { firstDate } from '../plain.ts';
import { cleanText } from '../reading.ts';
import { factsOf, type Input, ofCountry, type Place } from '../source.ts';
import type { Profile } from './factbook.ts';
import { readElections } from './factbook-elections.ts';
import { ofItsCountry } from './factbook-names.ts';
import { readSeats, sizeOf } from './factbook-seats.ts';

export interface Chamber {
  id: string;
  code: string;
  type: 'parliament' | 'lower-chamber' | 'upper-chamber';
  english: string;
  local?: string;
  /** The parliament that the chamber is part of. */
  within?: string;
  /** The text of one of its fields. */
  text: (field: string) => string | undefined;
  place: Place;
  profile: Profile;
}

/** Parliaments and their chambers, with seats and elections. */
export function readChambers(profiles: readonly Profile[], input: Input): Entity[] {
  const chambers = profiles.flatMap(chambersOf);
  const shared = Map.groupBy(chambers, ({ english }) => english);
  return [
    ...chambers.map((chamber) => chamberEntity(chamber, shared.get(chamber.english)!.length > 1, input)),
    ...chambers.flatMap((chamber) => readSeats(chamber, input)),
    ...readElections(profiles, chambers, input),
  ];
}

const branch = 'Legislative branch';

/** A parliament of two chambers is three bodies; of one, the chamber is the parliament, whatever it is called. */
function chambersOf(profile: Profile): Chamber[] {
  const code = profile.code.toLowerCase();
  const of = (id: string, type: Chamber['type'], heading: string, key: string, within?: string): Chamber[] => {
    const place = { file: profile.file, line: `Government > ${heading} > ${key}` };
    const text = (field: string) => profile.text('Government', heading, field);
    // "National Assembly of People's Power (Asamblea…)": a second line is a remark.
    const written = text(key)?.split(/\n|;/u)[0];
    if (written === undefined || !/\p{L}{2}/u.test(written)) return [];
    const { name, inside } = bracketed(written);
    // "Parliament of Canada - Parlement du Canada": the same in two languages.
    const english = cleanText(name.split(/ - (?=\p{Lu})/u)[0]!, place);
    const local = inside && cleanText(inside.split(/ - | or /u)[0]!, place);
    return [
      {
        id,
        code: profile.code,
        type,
        english,
        ...(local && local !== english && local.length > 2 ? { local } : {}),
        ...(within === undefined ? {} : { within }),
        text,
        place,
        profile,
      },
    ];
  };
  const single = profile.text('Government', branch, 'number of seats') !== undefined;
  if (single) {
    const key = profile.text('Government', branch, 'chamber name') ? 'chamber name' : 'legislature name';
    return of(`chamber-${code}`, 'parliament', branch, key);
  }
  const whole = of(`parliament-${code}`, 'parliament', branch, 'legislature name');
  const within = whole[0]?.id;
  return [
    ...whole,
    ...of(`chamber-${code}-lower`, 'lower-chamber', `${branch} - lower chamber`, 'chamber name', within),
    ...of(`chamber-${code}-upper`, 'upper-chamber', `${branch} - upper chamber`, 'chamber name', within),
  ];
}

function chamberEntity(chamber: Chamber, generic: boolean, input: Input): Entity {
  const { id, code, type, english, local, within } = chamber;
  const fact = factsOf(input.source, input.day);
  const size = sizeOf(chamber);
  const last = firstDate(chamber.text('most recent election date') ?? '');
  const next = firstDate(chamber.text('expected date of next election') ?? '');
  const names: Name[] = [
    ...(generic ? [{ text: english, kind: 'short' as const, lang: 'en' }] : []),
    ...(local ? [{ text: local, kind: 'full' as const }] : []),
  ];
  return {
    id,
    kind: 'organisation',
    name: generic ? ofItsCountry(english, code, input) : english,
    ...(names.length > 0 ? { names } : {}),
    facts: [
      fact('type', type),
      fact('country', code),
      ...(within ? [fact('part-of', within)] : []),
      ...(size ? [fact('seats', size)] : []),
      ...(last && last <= input.day ? [fact('last-election', last)] : []),
      ...(next && next > input.day.slice(0, next.length) ? [fact('next-election', next)] : []),
    ],
    related: ofCountry(code),
  };
}
