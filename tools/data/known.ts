/** Persons whom the sources before one know: who is in two of them is one. */
import { withinOneEdit } from '../../src/dataset/one-edit.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';
import { sameOf } from './same.ts';
import type { Input } from './source.ts';

export interface Known {
  /** Countries whose ministers a source tells. */
  ministers: ReadonlySet<string>;
  /** Whether a list of that day can tell of a head whom no earlier source knows: one that is newer than they, and a name that is no other spelling. */
  isNewHead(code: string, name: string, day: string): boolean;
  /** Persons of the country with one of the names. */
  find(code: string, names: readonly string[]): Entity[];
  /** The person with this item of Wikidata. */
  item(item: string): Entity | undefined;
}

export function knownIn({ earlier, tables }: Pick<Input, 'earlier' | 'tables'>): Known {
  const { same } = sameOf(tables);
  const persons = [...earlier.values()].filter(({ kind }) => kind === 'person');
  const items = new Map(persons.flatMap((person) => (person.wikidata ? [[person.wikidata, person] as const] : [])));
  const byCountry = new Map<string, Entity[]>();
  const ministers = new Set<string>();
  for (const person of persons) {
    for (const { id, kind } of person.related ?? [])
      if (kind === 'country') byCountry.set(id, [...(byCountry.get(id) ?? []), person]);
    // A prime minister alone, beside a president who heads the government, is no cabinet.
    for (const { property, value, within } of person.facts ?? [])
      if (property === 'office-held' && value !== 'Prime Minister' && within?.startsWith('country-'))
        ministers.add(within.slice(-2).toUpperCase());
  }
  const of = (code: string) => byCountry.get(`country-${code.toLowerCase()}`) ?? [];
  return {
    ministers,
    item: (item) => items.get(item) ?? earlier.get(same[`holder-${item.toLowerCase()}`] ?? ''),
    isNewHead: (code, name, day) => {
      const heads = of(code).filter(isHead);
      const told = heads.flatMap(({ facts = [] }) => facts.map(({ asOf }) => asOf));
      return told.every((asOf) => asOf < day) && !heads.some((head) => sharesWord(head.name, name));
    },
    find: (code, names) => {
      const wanted = wholeForms(names);
      return of(code).filter(({ name, names: others = [] }) =>
        wholeForms([name, ...others.map(({ text }) => text)]).some((form) =>
          wanted.some((want) => isOneName(form, want)),
        ),
      );
    },
  };
}

export function isHead({ facts = [] }: Entity): boolean {
  return facts.some(({ property }) => property.startsWith('head-of-'));
}

/** Letters of a word that few share. */
const long = 4;

/** Whether a long word of one name is in the other, or one letter off: Sisoulit and Sisoulith, Anuthin and Anutin. */
function sharesWord(a: string, b: string): boolean {
  const [ours, theirs] = [a, b].map((name) =>
    plainForm(name)
      .split(/[ -]/u)
      .filter((word) => word.length >= long),
  );
  return ours!.some((word) => theirs!.some((other) => withinOneEdit(word, other) || withinOneEdit(other, word)));
}

/** The words of each name that is no shorter form of another: Nguyen Chi Dung and Nguyen Tan Dung are both Nguyen Dung. */
function wholeForms(names: readonly string[]): string[][] {
  const forms = names.map((name) => plainForm(name).split(' '));
  return forms.filter((form) => !forms.some((other) => other.length > form.length && isOneName(form, other)));
}

/** The same first name, and all words of the shorter form, two at least, in the longer. */
function isOneName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 1 && short[0] === long[0] && short.every((word) => long.includes(word));
}

/** Finds a body of a country by one of its names, whatever their case and accents. */
export function bodiesIn({ earlier }: Pick<Input, 'earlier'>): (code: string, name: string) => Entity | undefined {
  const bodies = new Map<string, Entity>();
  for (const body of earlier.values())
    if (body.kind === 'organisation')
      for (const { id } of body.related ?? [])
        for (const name of [body.name, ...(body.names ?? []).map(({ text }) => text)])
          if (!bodies.has(`${id} ${formOf(name)}`)) bodies.set(`${id} ${formOf(name)}`, body);
  return (code, name) => bodies.get(`country-${code.toLowerCase()} ${formOf(name)}`);
}

/** "U.S. Navy" is "US Navy". */
function formOf(name: string): string {
  return plainForm(name.replaceAll('.', ''));
}
