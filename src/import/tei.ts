/** People, bodies and places in the lists of TEI (https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html). */
import type { Entity, EntityKind, Name } from '../dataset/schema.ts';
import { dayIn, dayStatement, livingBy } from './days.ts';
import type { Element } from './markup.ts';
import { formsOf, uninverted } from './person-names.ts';
import { finish, type ImportOptions, idOf, importedSource, type Outcome, plain, plainDescription } from './record.ts';

export interface TeiOptions extends ImportOptions {
  /** Put before ids, so that they cannot be taken for those of another pack. */
  prefix: string;
}

/** Elements that are entries, with the element of their names. */
const entries: Readonly<Record<string, { kind: EntityKind; name: string }>> = {
  person: { kind: 'person', name: 'persName' },
  org: { kind: 'organisation', name: 'orgName' },
  place: { kind: 'place', name: 'placeName' },
};
export const teiElements: ReadonlySet<string> = new Set([...Object.keys(entries), 'personGrp']);

export function readTei(element: Element, options: TeiOptions): Outcome {
  const entry = Object.hasOwn(entries, element.name) ? entries[element.name] : undefined;
  if (!entry) return { skipped: element.name, problems: [] };
  const { kind } = entry;
  const names = element.children.filter(({ name }) => name === entry.name).flatMap((each) => nameOf(each, kind));
  const main = names[0]?.text ?? '';
  const link = find(element, 'idno').find(({ text, attributes }) => /wikidata/iu.test(`${attributes.type}${text}`));
  const wikidata =
    /Q[1-9]\d*/u.exec(link?.text ?? '')?.[0] ??
    /wikidata\.org\/(?:wiki|entity)\/(Q\d+)/u.exec(element.attributes.ref ?? '')?.[1];
  const id = wikidata?.toLowerCase() ?? idOf(element.attributes['xml:id'] ?? main, options.prefix);
  const [born, died] = ['birth', 'death'].map((name) => find(element, name)[0]);
  const days = [dayStatement('Born', daysOf(born)), dayStatement('Died', daysOf(died))];
  const source = importedSource(`${id}-s1`, options, {
    title: `Entry ${element.attributes['xml:id'] ?? main}`,
    publisher: 'the imported file',
    relation: 'edition from which the pack was imported',
  });
  const statements = days.flatMap((day) =>
    day ? [{ ...day, kind: 'identity' as const, citations: [{ source: source.id, supports: 'direct' as const }] }] : [],
  );
  const living = kind === 'person' ? livingBy(died !== undefined, daysOf(born), options.today) : undefined;
  const draft: Entity = {
    id,
    kind,
    name: main,
    names,
    description: plainDescription(
      ['occupation', 'note', 'desc'].map((name) => find(element, name)[0]?.text).find(Boolean),
    ),
    ...(living === undefined ? {} : { living }),
    statements,
    ...(wikidata && { wikidata }),
  };
  return finish(draft, statements.length > 0 ? [source] : [], options);
}

function find({ children }: Element, name: string): Element[] {
  return children.filter((child) => child.name === name);
}

function nameOf(element: Element, kind: EntityKind): Name[] {
  const part = (...names: string[]) =>
    plain(
      element.children
        .filter(({ name }) => names.includes(name))
        .map(({ text }) => text)
        .join(' '),
    );
  const [, lang] = /^([a-z]{2,3})\b/u.exec(element.attributes['xml:lang'] ?? '') ?? [];
  const forms = formsOf({
    first: part('forename'),
    middle: '',
    patronymic: '',
    last: [part('nameLink'), part('surname')].filter(Boolean).join(' '),
  });
  const text = plain(element.text);
  const written = forms[0] ?? (kind === 'person' ? (uninverted(text) ?? text) : text);
  return written === '' ? [] : [{ text: written, kind: 'variant', ...(lang && { lang }) }];
}

function daysOf(element: Element | undefined): string[] {
  if (!element) return [];
  const { when, notBefore, notAfter } = element.attributes;
  const day = dayIn(when ?? '') ?? (notBefore || notAfter ? undefined : dayIn(plain(element.text)));
  return day === undefined ? [] : [day];
}
