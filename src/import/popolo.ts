/** Popolo, in which parliaments and their observers keep who sits where (https://www.popoloproject.com/specs/). */
import type { Entity, Name, Role, Source, Statement } from '../dataset/schema.ts';
import { dayIn, dayStatement, livingBy } from './days.ts';
import { kindOfWord } from './kind-words.ts';
import { formsOf, uninverted } from './person-names.ts';
import {
  address,
  finish,
  type ImportOptions,
  idOf,
  importedSource,
  isRecord,
  type Outcome,
  plain,
  plainDescription,
  texts,
} from './record.ts';

export interface PopoloOptions extends ImportOptions {
  /** Put before ids, so that they cannot be taken for those of another pack. */
  prefix: string;
}

type Item = Record<string, unknown>;
type Lists = (key: string) => Item[];

/** People with their offices, and bodies. Events and areas are left out: they are terms of office and constituencies. */
export function readPopolo(values: readonly unknown[], options: PopoloOptions): Outcome[] {
  const lists: Lists = (key) =>
    values.filter(isRecord).flatMap((value) => (Array.isArray(value[key]) ? value[key].filter(isRecord) : []));
  const bodies = new Map(lists('organizations').map((body) => [String(body.id), plain(body.name)]));
  const posts = new Map(lists('posts').map((post) => [String(post.id), plain(post.label) || plain(post.role)]));
  const memberships = Map.groupBy(lists('memberships'), ({ person_id }) => String(person_id));
  const left = ['posts', 'areas', 'events'].flatMap((key) =>
    lists(key).map((): Outcome => ({ skipped: key, problems: [] })),
  );
  return [
    ...lists('persons').map((person) =>
      personOf(
        person,
        [...(memberships.get(String(person.id)) ?? []), ...listOf(person.memberships)],
        bodies,
        posts,
        options,
      ),
    ),
    ...lists('organizations').map((body) => bodyOf(body, options)),
    ...left,
  ];
}

function listOf(value: unknown): Item[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function personOf(
  person: Item,
  memberships: readonly Item[],
  bodies: ReadonlyMap<string, string>,
  posts: ReadonlyMap<string, string>,
  options: PopoloOptions,
): Outcome {
  const forms = formsOf({
    first: plain(person.given_name),
    middle: plain(person.additional_name),
    patronymic: plain(person.patronymic_name),
    last: plain(person.family_name),
  });
  const written = plain(person.name) || forms[0] || '';
  const name = uninverted(written) ?? written;
  const id = idOfItem(person, name, options);
  const source = sourceOf(person, id, name, options);
  const cited = [{ source: source.id, supports: 'direct' as const }];
  const [born, died] = [person.birth_date, person.death_date].map((day) => dayIn(plain(day)));
  const days = [dayStatement('Born', born ? [born] : []), dayStatement('Died', died ? [died] : [])];
  const statements = days.flatMap((day): Statement[] => (day ? [{ ...day, kind: 'identity', citations: cited }] : []));
  const roles = memberships.flatMap((membership): Role[] => {
    const body =
      bodies.get(String(membership.organization_id)) ??
      plain(isRecord(membership.organization) ? membership.organization.name : '');
    const office =
      plain(membership.label) || posts.get(String(membership.post_id)) || plain(membership.role) || 'member';
    if (!body) return [];
    const [from, to] = [membership.start_date, membership.end_date].map((day) => dayIn(plain(day)));
    const title = office.toLowerCase().includes(body.toLowerCase()) ? office : `${office} of ${body}`;
    return [{ title, ...(from && { from }), ...(to && { to }), citations: cited }];
  });
  const living = livingBy(plain(person.death_date) !== '', born ? [born] : [], options.today);
  const draft: Entity = {
    id,
    kind: 'person',
    name,
    names: [...forms.map((text): Name => ({ text, kind: 'variant' })), ...otherNames(person)],
    description: plainDescription(person.summary) || plainDescription(person.biography),
    ...(living === undefined ? {} : { living }),
    statements,
    roles: uniqueRoles(roles),
    ...wikidataOf(person),
  };
  return finish(draft, statements.length + roles.length > 0 ? [source] : [], options);
}

/** A register has a row for each term of office: the same one with the same days is one. */
function uniqueRoles(roles: readonly Role[]): Role[] {
  return [...new Map(roles.map((role) => [`${role.title}\n${role.from}\n${role.to}`, role])).values()];
}

function bodyOf(body: Item, options: PopoloOptions): Outcome {
  const name = plain(body.name);
  const kind = kindOfWord(plain(body.classification));
  const draft: Entity = {
    id: idOfItem(body, name, options),
    kind: kind === 'place' || kind === 'event' ? kind : 'organisation',
    name,
    names: otherNames(body),
    description: plainDescription(body.abstract) || plainDescription(body.description),
    ...wikidataOf(body),
  };
  return finish(draft, [], options);
}

function otherNames(item: Item): Name[] {
  return listOf(item.other_names).flatMap((other): Name[] => {
    const lang = /^[a-z]{2,3}(?:-\w+)*$/u.exec(plain(other.lang) || plain(other.language))?.[0];
    return plain(other.name) === '' ? [] : [{ text: plain(other.name), kind: 'variant', ...(lang && { lang }) }];
  });
}

function wikidataOf(item: Item): { wikidata?: string } {
  const found = listOf(item.identifiers).find(({ scheme }) => plain(scheme).toLowerCase() === 'wikidata');
  const id = /^Q[1-9]\d*$/u.exec(plain(found?.identifier))?.[0];
  return id === undefined ? {} : { wikidata: id };
}

function idOfItem(item: Item, name: string, { prefix }: PopoloOptions): string {
  const { wikidata } = wikidataOf(item);
  return wikidata?.toLowerCase() ?? idOf(plain(item.id) || name, prefix);
}

function sourceOf(person: Item, id: string, name: string, options: PopoloOptions): Source {
  const links = [...listOf(person.sources), ...listOf(person.links)];
  const link = links.flatMap(({ url }) => address(url) ?? [])[0];
  return importedSource(`${id}-s1`, options, {
    title: `Record of ${name}`,
    publisher: texts(person.source)[0] ?? (link ? new URL(link).hostname : 'the imported file'),
    relation: 'register from which the pack was imported',
    ...(link && { URL: link }),
  });
}
