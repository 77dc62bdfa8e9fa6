import { SaxesParser } from 'saxes';
import { wordRank } from '../../../cli/pack/knowledge.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { recase } from '../names.ts';
import { cleanText, isoDay, slug } from '../reading.ts';
import {
  type Adapter,
  factsOf,
  fileAt,
  type Input,
  ofCountry,
  type Place,
  SourceError,
  type SourceFile,
} from '../source.ts';

/** Of `data/refresh/un-lists.json`, by the list's type in the file: the list as an entity, and the country of its regime where it has one. */
interface Lists {
  lists: Record<string, { id: string; name: string; country?: string }>;
  words: Record<string, string>;
  /** What stands in brackets behind a name without being a short form of it. */
  notNames: string[];
}

interface Listed {
  fields: Map<string, string[]>;
  place: Place;
}

const path = 'test/testdata/UN_consolidated.xml';
/** Letters after which a name in brackets is its short form: "(FDLR)". */
const shortForm = /^[A-Z][A-Za-z0-9-]{2,9}$/u;
const nameFields = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

/**
 * The consolidated list of the UN Security Council: groups and bodies, with the list, the day and the reference. Nothing of persons is
 * read, and none of the comments, which hold allegations. Branches of one body, listed one by one, are one entity with several listings.
 */
export const readUnList: Adapter = (input) => {
  const file = fileAt(input.files, path);
  const { generated, listed } = readEntities(file);
  const asOf = isoDay(generated.slice(0, 10), { file: path, line: 1 });
  const { lists } = input.tables['un-lists'] as Lists;
  const fact = factsOf(input.source, asOf);
  const bodies = listed.map(({ fields, place }): Entity => {
    const one = (key: string) => fields.get(key)?.[0]?.trim() ?? '';
    const list = lists[one('UN_LIST_TYPE')];
    if (list === undefined)
      throw new SourceError(place, `one of the lists ${Object.keys(lists).join(', ')}`, one('UN_LIST_TYPE'));
    const names = namesOf({ fields, place }, input);
    const name = names[0]!.text;
    // `2015-03-27-04:00`: some days carry a time zone.
    const day = isoDay(one('LISTED_ON').replace(/[-+]\d\d:\d\d$/u, ''), place);
    return {
      id: knownParty(names, input) ?? `un-listed-${slug(name)}`,
      kind: 'organisation',
      name,
      names: names.map((each) => (each.kind === 'variant' ? { ...each, exactCase: true } : each)),
      facts: [fact('listed-by', list.id, { from: day, locator: cleanText(one('REFERENCE_NUMBER'), place) })],
      ...(list.country ? { related: ofCountry(list.country) } : {}),
    };
  });
  return { asOf, entities: [...listEntities(lists, input, asOf), ...bodies] };
};

/** A party to a conflict that an earlier source has by one of these names. */
function knownParty(names: readonly Name[], { earlier }: Input): string | undefined {
  const wanted = new Set(names.filter(({ kind }) => kind !== 'acronym').map(({ text }) => plainForm(text)));
  return earlier
    .values()
    .find(
      ({ id, names: others = [] }) =>
        id.startsWith('conflict-party-') &&
        others.some(({ text, kind }) => kind !== 'acronym' && wanted.has(plainForm(text))),
    )?.id;
}

function listEntities(lists: Lists['lists'], input: Input, asOf: string): Entity[] {
  const fact = factsOf(input.source, asOf);
  return Object.values(lists).map(({ id, name, country }) => ({
    id,
    kind: 'document',
    name,
    facts: [fact('type', 'sanctions-list')],
    ...(country ? { related: ofCountry(country) } : {}),
  }));
}

/**
 * Names of a row, the best first: " ; " stands between two of them, a short form in brackets behind one. A single word in capitals is a short
 * form when it is an alias of up to six letters, or a name of up to four; else it is a name.
 */
function namesOf({ fields, place }: Listed, input: Input): Name[] {
  const { words, notNames } = input.tables['un-lists'] as Lists;
  const kept = new Map(Object.entries(words));
  const parts = (key: string, separator: RegExp) =>
    (fields.get(key) ?? []).flatMap((text) => text.split(separator)).filter((part) => /\p{L}/u.test(part));
  const written = nameFields.flatMap((key) => parts(key, /$^/u)).join(' ');
  const named = (text: string, longestShort: number): Name[] => {
    const base = text.replace(/:\s.*\bBRANCH$/iu, '').trim();
    const name = cleanText(base.replace(/\s*\([^()]*\)/gu, '') || base, place);
    const isShort = /^[A-Z0-9-]+$/u.test(name) && name.length <= longestShort;
    const inside = /\(([^()]+)\)/u.exec(base)?.[1] ?? '';
    return [
      isShort ? acronym(name) : { text: recase(name, kept), kind: 'variant' as const },
      ...(shortForm.test(inside) && input.countries.fromName(inside) === undefined ? [acronym(inside)] : []),
    ];
  };
  const own = written.split(/ ; | \/ /u).flatMap((text) => named(text, 4));
  const aliases = parts('ALIAS_NAME', /;/u)
    .flatMap((text) => named(text, 6))
    .filter(isTelling);
  const original = parts('NAME_ORIGINAL_SCRIPT', /$^/u)
    .filter((text) => /[^\p{Script=Latin}\p{P}\s]/u.test(text))
    .map((text): Name => ({ text: cleanText(text, place), kind: 'full' }));
  const usable = [...own, ...aliases].filter(
    ({ text }) => !/[()"]/u.test(text) && text.length > 2 && text.length <= 110 && !notNames.includes(text),
  );
  const best = usable.find(({ kind }) => kind !== 'acronym') ?? usable[0];
  if (best === undefined) throw new SourceError(place, 'a name', written);
  const seen = new Set<string>();
  return [{ text: best.text, kind: 'full' as const }, ...usable, ...original].filter(
    ({ text }) => !seen.has(text) && seen.add(text),
  );
}

function acronym(text: string): Name {
  return { text, kind: 'acronym', exactCase: true };
}

/** An alias of English words ("Living Together") would be found on every page: one word at least is in no English dictionary. */
function isTelling({ text, kind }: Name): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return kind === 'acronym' || (words.length > 1 && words.some((word) => wordRank(word) === undefined));
}

/** Fields of each `ENTITY`, as lists, since names and aliases repeat. The parser is strict: a cut file has an unclosed element. */
function readEntities({ path: file, text }: SourceFile): { generated: string; listed: Listed[] } {
  const parser = new SaxesParser({ position: true });
  const listed: Listed[] = [];
  let generated = '';
  let current: Listed | undefined;
  let content = '';
  parser.on('error', (error) => {
    throw new SourceError({ file, line: parser.line }, 'whole XML', error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'CONSOLIDATED_LIST') generated = String(attributes.dateGenerated ?? '');
    if (name === 'ENTITY') current = { fields: new Map(), place: { file, line: parser.line } };
    content = '';
  });
  parser.on('text', (part) => {
    content += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'ENTITY' && current) {
      listed.push(current);
      current = undefined;
    } else current?.fields.set(name, [...(current.fields.get(name) ?? []), content]);
    content = '';
  });
  parser.write(text).close();
  if (listed.length === 0) throw new SourceError({ file, line: 1 }, 'rows of ENTITY', 'none');
  return { generated, listed };
}
