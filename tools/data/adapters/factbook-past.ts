/** Who headed states and governments before: earlier editions of the World Factbook, one after the other. */
import type { Entity } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { knownIn } from '../known.ts';
import { personNames } from '../names.ts';
import { slug } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry, pastOf } from '../source.ts';
import { closed, readProfile } from './factbook.ts';
import { type Held, type Holder, holdersOf, type LeaderTable } from './factbook-leaders.ts';

/** Months after an edition that still names somebody within which who is named next has followed. Between editions lies a quarter. */
const followed = 4;

/** Somebody in an office, in editions that follow each other. */
interface Term {
  code: string;
  property: Held['property'];
  holder: Holder;
  /** Other spellings in earlier editions. */
  spelt: string[];
  /** The last edition that names them. */
  last: string;
  /** When who is named next began. */
  next?: string | undefined;
}

/**
 * The editions say who holds an office and since when, never until when: the day on which the next one began ends a term, in months, since somebody may
 * have acted in between. Where the next one is named much later the office stood empty, or nobody knows: then it is an office held on the day of the last
 * edition that names the holder. Who holds the office in the newest edition is another source's.
 */
export const readFactbookPast: Adapter = (given) => {
  const input = { ...given, day: [given.day, closed].sort()[0]! };
  const known = knownIn(input);
  const people = new Map<string, Entity>();
  for (const term of termsIn(input)) {
    const { code, property, holder, spelt } = term;
    const country = `country-${code.toLowerCase()}`;
    const names = [holder.name, ...holder.others, ...spelt];
    const matches = known.find(code, names);
    const [same] = matches;
    const told = matches.flatMap(({ facts = [] }) => facts);
    if (matches.length > 1 || told.some((fact) => fact.property === property && fact.value === country)) continue;
    const id = same?.id ?? `leader-${slug(holder.name)}`;
    const person = people.get(id) ?? {
      id,
      kind: 'person' as const,
      name: same?.name ?? holder.name,
      names: personNames(same?.name ?? holder.name, names),
      facts: [],
      related: ofCountry(code),
    };
    const fact = factOf(term, input, country);
    if (fact === undefined) continue;
    if (!person.related!.some(({ id: other }) => other === country)) person.related!.push(...ofCountry(code));
    person.facts!.push(fact);
    people.set(id, person);
  }
  return { asOf: input.day, entities: [...people.values()] };
};

function factOf({ property, holder, last, next }: Term, input: Input, country: string) {
  const from = holder.since;
  if (next !== undefined && (from === undefined || from < next) && monthsBetween(last, next) <= followed)
    return factsOf(input.source, input.day)(property, country, { from, to: next.slice(0, 7) });
  return holder.title === ''
    ? undefined
    : factsOf(input.source, last)('office-held', holder.title, { from, within: country });
}

/** What older editions write after a name: a rank, another spelling, a note. */
const afterName = /(?:,| ;| - | note\b| (?:serves|serving|elected|tasked|dissolved)\b).*$/u;
/** Words that begin with a small letter inside a name. */
const small = /^(?:al|an|as|at|bin|bint|da|de|del|den|der|di|dos|du|e|ibn|la|of|ould|san|ul|van|von|y|za)$/u;
const noName = /\b(?:Elect|elect|Designate|Notification|Speaker|Presidents?|Ministers?|Statement|Council|Republic)\b/u;

/** A holder by a name and nothing else; none where the field says something else. */
function cleaned(holder: Holder, { tables }: Input): Holder | undefined {
  const bare = (text: string) =>
    text.replace(/^of (?:the )?(?:Islamic Republic of \p{Lu}\p{Ll}+|Republic|Interior) /u, '').replace(afterName, '');
  const name = bare(holder.name);
  const words = name.split(' ');
  const isName = words.every(
    (word, at) =>
      /^['’‘]?\p{Lu}/u.test(word) || (at > 0 && (small.test(word) || /^(?:al|ul|an|el|as|bin)-\p{Lu}/u.test(word))),
  );
  if (!isName || words.length > 6 || noName.test(name) || /\d/u.test(name)) return undefined;
  const reviewed = (tables.leaders as LeaderTable).names[name];
  if (reviewed !== undefined) return { ...holder, name: reviewed.name, others: [name, ...(reviewed.others ?? [])] };
  return {
    ...holder,
    name,
    others: holder.others.map(bare).filter((each) => each !== name && !noName.test(each) && /^\p{Lu}/u.test(each)),
  };
}

/** All terms but those that the newest edition still tells of. */
function termsIn(input: Input): Term[] {
  const editions = Map.groupBy(input.files, ({ path }) => pastOf(path)?.day ?? '');
  const days = [...editions.keys()].filter((day) => day !== '').sort();
  const running = new Map<string, Term>();
  const over: Term[] = [];
  for (const [at, day] of [...days, ''].entries())
    for (const file of editions.get(day)!) {
      const profile = readProfile(file, input);
      if (profile === undefined) continue;
      const { code } = profile;
      const held = new Map(
        holdersOf(profile, input).flatMap(({ property, holder }) => {
          const clean = cleaned(holder, input);
          return clean === undefined ? [] : [[property, clean] as const];
        }),
      );
      for (const property of ['head-of-state-of', 'head-of-government-of'] as const) {
        const key = `${code} ${property}`;
        const before = running.get(key);
        const holder = held.get(property);
        if (before !== undefined && holder !== undefined && isSame(before.holder, holder)) {
          const spelt = [...before.spelt, before.holder.name].filter((name) => name !== holder.name);
          running.set(key, { ...before, holder, spelt: [...new Set(spelt)] });
          continue;
        }
        if (before !== undefined) over.push({ ...before, last: days[at - 1]!, next: holder?.since });
        if (holder === undefined) running.delete(key);
        else running.set(key, { code, property, holder, spelt: [], last: day });
      }
    }
  return over;
}

/** One person, of whom editions write the name otherwise: the first and the last word, or the beginning of the office and a long word. */
function isSame(a: Holder, b: Holder): boolean {
  const [ours, theirs] = [a, b].map(({ name }) => plainForm(name).split(/[ -]/u));
  if (ours![0] === theirs![0] && ours!.at(-1) === theirs!.at(-1)) return true;
  return (
    a.since !== undefined && a.since === b.since && ours!.some((word) => word.length > 3 && theirs!.includes(word))
  );
}

function monthsBetween(before: string, after: string): number {
  const [from, to] = [before, after].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7) || 1));
  return to! - from!;
}
