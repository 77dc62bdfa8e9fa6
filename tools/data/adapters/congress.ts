import * as z from 'zod/mini';
import type { Fact } from '../../../src/dataset/facts.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { personNames } from '../names.ts';
import { partyFacts } from '../parties.ts';
import { cleanText, isoDay, readYaml } from '../reading.ts';
import {
  type Adapter,
  factsOf,
  fileAt,
  type Input,
  ofCountry,
  type Place,
  pastOf,
  SourceError,
  type SourceFile,
} from '../source.ts';

const term = z.object({
  type: z.enum(['rep', 'sen', 'prez', 'viceprez']),
  start: z.string(),
  end: z.string(),
  state: z.optional(z.string()),
  district: z.optional(z.number()),
  party: z.optional(z.string()),
});
type Term = z.infer<typeof term>;
const people = z.array(
  z.object({
    id: z.object({
      bioguide: z.optional(z.string()),
      govtrack: z.optional(z.number()),
      wikidata: z.optional(z.string()),
      wikipedia: z.optional(z.string()),
    }),
    name: z.object({
      first: z.string(),
      last: z.string(),
      suffix: z.optional(z.string()),
      nickname: z.optional(z.string()),
      official_full: z.optional(z.string()),
    }),
    terms: z.array(term).check(z.minLength(1)),
  }),
);
type Person = z.infer<typeof people>[number];
const committees = z.array(z.object({ type: z.string(), name: z.string(), thomas_id: z.string() }));

const chamberOf: Record<string, string> = {
  rep: 'chamber-us-lower',
  sen: 'chamber-us-upper',
  house: 'chamber-us-lower',
  senate: 'chamber-us-upper',
};

/**
 * The Congress of the United States: members and those of the last years, presidents and vice-presidents, committees. Every term has a day on which it ends.
 */
export const readCongress: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const personOf = (person: Person, facts: Fact[], place: Place): Entity => {
    const { first, last, suffix, nickname, official_full } = person.name;
    const whole = (given: string) => cleanText([given, last, suffix].filter(Boolean).join(' '), place);
    // A nickname in quotation marks inside the name is one of the other names.
    const name = official_full ? cleanText(official_full.replace(/\s*["“][^"”]*["”]/u, ''), place) : whole(first);
    const title = person.id.wikipedia?.replace(/\s*\(.*\)$/u, '');
    return {
      id: idOf(person, place),
      kind: 'person',
      name,
      names: personNames(name, [
        whole(first),
        cleanText(`${first} ${last}`, place),
        nickname && whole(nickname),
        title,
      ]),
      facts,
      related: ofCountry('US'),
      ...(person.id.wikipedia ? { wikipedia: person.id.wikipedia } : {}),
      ...(person.id.wikidata ? { wikidata: person.id.wikidata } : {}),
    };
  };
  const read = (path: string, factsFrom: (person: Person, place: Place) => Fact[]) =>
    readYaml(fileAt(input.files, path), people).map((person, i): Entity => {
      const place = { file: path, line: `[${i}]` };
      return personOf(person, factsFrom(person, place), place);
    });
  const members = read('legislators-current.yaml', (person, place) => memberFacts(input, person, place));
  const executive = read('executive.yaml', (person, place) =>
    person.terms.flatMap((each) => executiveFacts(input, each, place)),
  ).filter(({ facts }) => facts!.length > 0);
  const sitting = new Set(members.map(({ id }) => id));
  const former = formerMembers(input.files)
    .filter(({ person, place }) => !sitting.has(idOf(person, place)))
    .map(({ person, day, place }) => personOf(person, formerFacts(input, person, day, place), place));
  const bodies = readYaml(fileAt(input.files, 'committees-current.yaml'), committees).map((body, i): Entity => {
    const name = cleanText(body.name, { file: 'committees-current.yaml', line: `[${i}]` });
    const turned = turnedName(name);
    return {
      id: `us-committee-${body.thomas_id.toLowerCase()}`,
      kind: 'organisation',
      name,
      ...(turned !== undefined && { names: turned.map((text): Name => ({ text, kind: 'variant', lang: 'en' })) }),
      facts: [
        fact('type', 'committee', { locator: body.thomas_id }),
        fact('part-of', chamberOf[body.type] ?? 'parliament-us'),
        fact('country', 'US'),
      ],
      related: ofCountry('US'),
    };
  });
  return { asOf: input.day, entities: [...members, ...executive, ...former, ...bodies] };
};

/** "House Committee on Foreign Affairs" is called the House Foreign Affairs Committee, and "… on the Judiciary" the Judiciary Committee. */
function turnedName(name: string): string[] | undefined {
  const [, chamber, select = '', subject] =
    /^(House|Senate) ((?:Permanent |Special )?(?:Select )?)Committee on (?:the )?(.+)$/u.exec(name) ?? [];
  if (chamber === undefined || subject === undefined) return undefined;
  return [`${chamber} ${subject} Committee`, ...(select === '' ? [] : [`${chamber} ${select}${subject} Committee`])];
}

function idOf({ id }: Person, place: Place): string {
  const key = id.bioguide ?? (id.govtrack && `govtrack-${id.govtrack}`);
  if (!key) throw new SourceError(place, 'an id of bioguide or govtrack', 'none');
  return `us-congress-${key.toLowerCase()}`;
}

/** Members of the lists of the past, each as the last list has them. */
function formerMembers(files: readonly SourceFile[]): { person: Person; day: string; place: Place }[] {
  const lists = files
    .map((file) => ({ file, past: pastOf(file.path) }))
    .filter(({ past }) => past?.path === 'legislators-current.yaml')
    .sort((a, b) => (a.past!.day < b.past!.day ? -1 : 1));
  const last = new Map<string, { person: Person; day: string; place: Place }>();
  // Of lists of the past some lack the last line break, which tells a whole file from a cut one.
  for (const { file, past } of lists)
    for (const [i, person] of readYaml({ ...file, text: `${file.text}\n` }, people).entries()) {
      const place = { file: file.path, line: `[${i}]` };
      last.set(idOf(person, place), { person, day: past!.day, place });
    }
  // Who has just been elected has no id of bioguide in the first list.
  const named = new Set([...last.values()].flatMap(({ person: { id } }) => (id.bioguide && id.govtrack) || []));
  return [...last.values()].filter(({ person: { id } }) => id.bioguide !== undefined || !named.has(id.govtrack!));
}

/** Days before the end of a term on which who is on the list stays to the end. */
const atTheEnd = 14;

/** Somebody who left before the end of the term was a member on the day of the last list, and nothing here says until when. */
function formerFacts(input: Input, person: Person, day: string, place: Place): Fact[] {
  const facts = memberFacts({ ...input, day }, person, place).filter(
    ({ property }) => property === 'member-of' || property === 'party' || property === 'party-name',
  );
  return facts.map(({ to, ...rest }) =>
    to !== undefined && daysApart(to, day) <= atTheEnd ? { ...rest, to, asOf: input.day } : rest,
  );
}

/** Membership from the first of the terms that follow each other without a gap in one chamber, to the end of the last. */
function memberFacts(input: Input, { terms, id }: Person, place: Place): Fact[] {
  const fact = factsOf(input.source, input.day);
  const last = terms.at(-1)!;
  const chamber = chamberOf[last.type];
  if (chamber === undefined || last.state === undefined)
    throw new SourceError(place, 'a last term in the House or the Senate, with its state', last.type);
  let first = last;
  for (const each of terms.toReversed().slice(1)) {
    if (each.type !== last.type || each.state !== last.state || daysApart(each.end, first.start) > 60) break;
    first = each;
  }
  const state = ['territory', 'country']
    .map((kind) => `${kind}-${kind === 'territory' ? 'us-' : ''}${last.state!.toLowerCase()}`)
    .find((each) => input.earlier.has(each));
  return [
    fact('member-of', chamber, {
      from: isoDay(first.start, place),
      to: isoDay(last.end, place),
      locator: id.bioguide,
    }),
    state ? fact('represents', state) : fact('constituency', last.state),
    ...(last.type === 'rep' && last.district
      ? [fact('constituency', `${input.earlier.get(state ?? '')?.name ?? last.state}, district ${last.district}`)]
      : []),
    ...partyFacts(input, fact, 'US', last.party),
  ];
}

/** Members of Congress stand in the other file: here only terms as president and vice-president count. */
function executiveFacts(input: Input, { type, start, end, party }: Term, place: Place): Fact[] {
  if (type !== 'prez' && type !== 'viceprez') return [];
  const fact = factsOf(input.source, input.day);
  const span = { from: isoDay(start, place), to: isoDay(end, place) };
  if (type === 'viceprez') return [fact('office-held', 'Vice President', { ...span, within: 'country-us' })];
  return [
    fact('head-of-state-of', 'country-us', span),
    fact('head-of-government-of', 'country-us', span),
    ...(end > input.day ? partyFacts(input, fact, 'US', party) : []),
  ];
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(b) - Date.parse(a)) / 86_400_000;
}
