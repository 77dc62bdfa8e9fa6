/** Parties that the World Factbook lists, with those that are younger than other sources, and who led them. */
import { wordRank } from '../../../cli/pack/knowledge.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { type Known, knownIn } from '../known.ts';
import { holdsCapitals, personNames, withoutTitles } from '../names.ts';
import { cleanText, slug } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry, type Place, pastOf } from '../source.ts';
import { closed, type Profile, readProfile } from './factbook.ts';
import { type LeaderTable, nameOf } from './factbook-leaders.ts';
import { distinctive, knownParty, partiesOf, wordsOf } from './factbook-seats.ts';

/** What a bracket says that holds no other name of the party. */
const remark =
  /^(?:aka|also|includ|electoral|coalition|dissolved|affiliated|merger|merged|alliance|led|banned|dominant|ruling|note|formed|founded|part|an? |the |in |of |ally|allied|opposition|pro-|anti-|faction|[\p{L} .'-]+ faction|\d)/iu;
/** Codes of the members of a coalition. */
const codes = /^[\p{Lu}\d-]+(?:(?:,| and|, and) [\p{Lu}\d-]+)*$/u;
/** Lines that are no party: several together, nobody, and what a sentence says. */
const nobody =
  /^(?:none|independents?|others?|note|various|no |political parties|there |coalition|all )|[:;]|\bcoalition of\b|\bopposition parties\b/iu;
const code = /^\p{Lu}[\p{L}\d-]{2,9}$/u;
const mostWords = 9;
const headings = ['Political parties', 'Political parties and leaders'];

interface Party {
  name: string;
  shorts: string[];
  others: string[];
  leaders: string;
}

/** What is known of a country while its parties are read. */
interface Ground {
  profile: Profile;
  input: Input;
  /** Parties of other sources, then those that the newest edition adds. */
  parties: Entity[];
  ownWords: readonly string[];
  /** Whether names of parties are made of the word. */
  isMaterial: (word: string) => boolean;
}

/** Parties in whose names a word is none of their own: "democratic". */
const manyParties = 3;

function materialOf({ earlier }: Input): (word: string) => boolean {
  const parties = new Map<string, number>();
  for (const { id, name } of earlier.values())
    if (id.startsWith('party-'))
      for (const word of new Set(plainForm(name).split(' '))) parties.set(word, (parties.get(word) ?? 0) + 1);
  return (word) => wordRank(word) !== undefined || (parties.get(word) ?? 0) >= manyParties;
}

/**
 * The newest edition names the parties: what it calls one that another source has, and those that no other source has. An earlier one, which still told who
 * led them, gives their leaders on its day.
 */
export const readFactbookParties: Adapter = (given) => {
  const input = { ...given, day: [given.day, closed].sort()[0]! };
  const entities = new Map<string, Entity>();
  const leaders = new Map<string, Entity>();
  const grounds = new Map<string, Ground>();
  const known = knownIn(input);
  const isMaterial = materialOf(input);
  for (const file of input.files.toSorted((a, b) => (dayOf(a.path) < dayOf(b.path) ? 1 : -1))) {
    const profile = readProfile(file, input);
    if (profile === undefined) continue;
    const { code } = profile;
    const parties = partiesOf(code, input);
    const ground = grounds.get(code) ?? { profile, input, parties, ownWords: wordsOf(profile, input), isMaterial };
    grounds.set(code, ground);
    const past = pastOf(file.path)?.day;
    const place = { file: file.path, line: 'Government > Political parties' };
    const [field = ''] = headings.flatMap((name) => profile.text('Government', name) ?? []);
    for (const party of field.split('\n').flatMap((line) => partyIn(line, place) ?? [])) {
      if (past === undefined) addParty(entities, party, ground);
      else {
        const same = sameParty(party, ground);
        if (same !== undefined) addLeaders(leaders, party, same.id, past, ground, known, place);
      }
    }
  }
  return { asOf: input.day, entities: [...entities.values(), ...leaders.values()] };
};

function dayOf(path: string): string {
  return pastOf(path)?.day ?? '9999';
}

/** "National Rally or RN (formerly National Front or FN) [Marine LE PEN]" */
function partyIn(line: string, place: Place): Party | undefined {
  const leaders = /\[([^\]]*)\]/u.exec(line)?.[1] ?? '';
  const text = line.replace(/\[[^\]]*\]?/gu, ' ');
  const brackets = [...text.matchAll(/\(([^()]*)\)/gu)].map(([, inside]) => inside!.trim());
  // "CPI(M)" is not CPI.
  const outside = text
    .replace(/ or \S+\([^()]*\)/gu, ' ')
    .replace(/\([^()]*\)?/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (outside === '' || nobody.test(outside) || !/\p{L}{3}/u.test(outside)) return undefined;
  const native = brackets.flatMap((inside) => {
    const former = /^(?:formerly|aka|also known as|previously) (.*)$/iu.exec(inside)?.[1];
    return former ?? (remark.test(inside) || codes.test(inside) ? [] : inside);
  });
  const [named = '', ...short] = outside.split(/ or /u);
  const others = [...short, ...native.flatMap((inside) => inside.split(/ or |, |; (?:aka )?/u))].map((each) =>
    each.trim(),
  );
  const name = cleanText(named.replace(/["“”]/gu, ''), place).replace(/[,.]$/u, '');
  if (name.split(' ').length > mostWords || name.length < 4 || /\d{4}|\//u.test(name)) return undefined;
  return {
    name,
    shorts: [...short, ...others].filter((each) => code.test(each) && each === each.toUpperCase() && each !== name),
    others: others.filter(
      (each) => /^\p{Lu}.* \p{L}/u.test(each) && each.split(' ').length <= mostWords && each !== name,
    ),
    leaders,
  };
}

/** The party of another source with the name, else the one that has the name at home, which stands beside the English one: "Green Left (Socialist People's Party)". */
function sameParty({ name, shorts: [short], others }: Party, { parties, ownWords }: Ground): Entity | undefined {
  const same = knownParty({ name, ...(short && { short }) }, distinctive(name, ownWords), parties, ownWords);
  if (same !== undefined) return same;
  const wanted = others.map(plainForm);
  const [only, ...more] = parties.filter((party) =>
    [party.name, ...(party.names ?? []).map((each) => each.text)].some((text) => wanted.includes(plainForm(text))),
  );
  return more.length > 0 ? undefined : only;
}

function addParty(entities: Map<string, Entity>, party: Party, ground: Ground): void {
  const { input, profile, parties, ownWords } = ground;
  const same = sameParty(party, ground);
  // "Democratic Party": two words of its own, or one that is rare, make a name that can be looked for.
  const [word, ...words] = distinctive(party.name, ownWords);
  if (same === undefined && (word === undefined || (words.length === 0 && ground.isMaterial(word)))) return;
  const has = new Set([same?.name ?? '', ...(same?.names ?? []).map(({ text }) => text)].map(plainForm));
  const names = [
    ...[party.name, ...party.others.filter((text) => !isPartOfCountry(text, ground))].map(
      (text): Name => ({ text, kind: text === party.name ? 'full' : 'variant' }),
    ),
    ...[...new Set(party.shorts)].map((text): Name => ({ text, kind: 'acronym', exactCase: true })),
  ].filter(({ text }) => !has.has(plainForm(text)));
  if (same !== undefined && names.length === 0) return;
  const fact = factsOf(input.source, input.day);
  const id = same?.id ?? `party-${profile.code.toLowerCase()}-${slug(party.name)}`;
  const entity: Entity = {
    id,
    kind: 'organisation',
    name: same?.name ?? party.name,
    names: [...(entities.get(id)?.names ?? []), ...names],
    facts: [fact('type', 'political-party'), fact('country', profile.code)],
    related: ofCountry(profile.code),
  };
  entities.set(id, entity);
  if (same === undefined) parties.push(entity);
}

/** "Sinn Fein (Northern Ireland)" says where the party stands. */
function isPartOfCountry(text: string, { input, profile: { code } }: Ground): boolean {
  const country = input.earlier.get(`country-${code.toLowerCase()}`);
  const names = [country?.name ?? '', ...(country?.names ?? []).map((each) => each.text)];
  return names.some((name) => ` ${plainForm(name)} `.includes(` ${plainForm(text)} `));
}

function addLeaders(
  people: Map<string, Entity>,
  party: Party,
  id: string,
  day: string,
  { input, profile }: Ground,
  known: Known,
  place: Place,
): void {
  const fact = factsOf(input.source, day);
  for (const words of leadersIn(party.leaders, place)) {
    const { name, others } = nameOf(words, undefined, input.tables.leaders as LeaderTable);
    const [same, ...more] = known.find(profile.code, [name, ...others]);
    const own = same?.id ?? `leader-${slug(name)}`;
    if (more.length > 0 || people.has(own)) continue;
    people.set(own, {
      id: own,
      kind: 'person',
      name: same?.name ?? name,
      names: personNames(same?.name ?? name, [name, ...others]),
      facts: [fact('office-held', 'Party leader', { within: id }), fact('party', id)],
      related: ofCountry(profile.code),
    });
  }
}

/** The words of each name: "Marine LE PEN", of several the first two. What is no name says so by a small word. */
function leadersIn(text: string, place: Place): string[][] {
  return text
    .split(/,|;|\/| and /u)
    .map((part) =>
      part
        .replace(/\([^)]*\)?|["“”][^"“”]*["“”]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((part) => /^\p{Lu}[\p{L} .'’-]+$/u.test(part))
    .map((part) => withoutTitles(cleanText(part, place)).split(' '))
    .filter(
      (words) =>
        words.length > 1 &&
        words.length < 6 &&
        words.some((word) => holdsCapitals(word)) &&
        !words.every((word) => holdsCapitals(word)),
    )
    .slice(0, 2);
}
