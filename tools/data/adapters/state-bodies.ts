import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { readJson } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry, SourceError } from '../source.ts';
import { codeOf, dayOf, directory, officeOf } from './cabinets.ts';
import { ofItsCountry } from './factbook-names.ts';

/** Of `data/refresh/portfolios.json`, by the key of the portfolio. */
type Portfolios = Record<
  string,
  {
    /** Regular expression on the title of the minister. */
    office: string;
    /** The ministry by what it does, in English: countries call it by many names. */
    name: string;
    /** What texts call it, by language: none says of which country. */
    names: Record<string, string[]>;
  }
>;

/** Ministers of a whole ministry. */
const ministers = /^(?:First |Senior )?(?:Minister|Secretary)(?! of State\b)/u;

/**
 * Governments, and the ministries that their members head, by the directory of chiefs of state and cabinet members. It names offices and not bodies, so a
 * ministry is called by what it does. A ministry that an earlier source has under its own name gets the others too.
 */
export const readStateBodies: Adapter = (input) => {
  const [file] = input.files;
  if (file === undefined) throw new SourceError({ file: 'ingest', line: 1 }, 'the file of the lists', 'none');
  const portfolios = Object.entries(input.tables.portfolios as Portfolios).map(([key, each]) => ({
    ...each,
    key,
    office: new RegExp(each.office, 'u'),
  }));
  const known = ministriesIn(input);
  const days: string[] = [];
  const entities = readJson(file, directory).flatMap((list, at): Entity[] => {
    const place = { file: file.path, line: `[${at}]` };
    const code = codeOf(list.country, input, place);
    const day = dayOf(list, input, place);
    if (day === undefined) return [];
    days.push(day);
    const fact = factsOf(input.source, day);
    const body = (id: string, type: string, name: string, names: Name[], locator?: string): Entity => ({
      id,
      kind: 'organisation',
      name,
      ...(names.length > 0 && { names }),
      facts: [fact('type', type, { locator }), fact('country', code)],
      related: ofCountry(code),
    });
    const offices = list.leaders.map(({ title }, i) =>
      officeOf(title, false, { file: file.path, line: `[${at}].leaders[${i}]` }),
    );
    const found = portfolios.flatMap(({ key, office, name, names }): Entity[] => {
      const held = offices.find((title) => ministers.test(title) && office.test(title));
      if (held === undefined) return [];
      const same = known.find((each) => each.code === code && office.test(each.name));
      const written = Object.entries(names).flatMap(([lang, texts]) =>
        texts.map((text): Name => ({ text, kind: 'short', lang })),
      );
      const id = same?.id ?? `ministry-${code.toLowerCase()}-${key}`;
      return [body(id, 'ministry', same?.name ?? ofItsCountry(name, code, input), written, held)];
    });
    const government = body(
      `government-${code.toLowerCase()}`,
      'government',
      ofItsCountry('Government', code, input),
      [],
    );
    return [government, ...found];
  });
  return { asOf: days.sort().at(-1) ?? input.day, entities };
};

function ministriesIn({ earlier }: Input): { code: string; id: string; name: string }[] {
  return [...earlier.values()].flatMap(({ id, name, facts = [] }) => {
    const value = (wanted: string) => facts.find(({ property }) => property === wanted)?.value;
    return value('type') === 'ministry' ? [{ code: String(value('country')), id, name }] : [];
  });
}
