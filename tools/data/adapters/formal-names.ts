/** Formal names of states, as treaties, communiqués and the news write them: "Reino de Suecia", "Königreich Dänemark", دولة قطر. */
import * as z from 'zod/mini';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { foldText } from '../../../src/text/fold.ts';
import { cleanText, readTable } from '../reading.ts';
import { type Adapter, factsOf, fileAt, type Input, type Place, SourceError } from '../source.ts';

/** A formal name of a country in one language, as the source has it or derived from that. */
interface Formal {
  code: string;
  texts: readonly string[];
  lang: string;
}

/** Columns of the table of the United Nations, and the articles with which its names begin. */
const columns = [
  { lang: 'en', formal: 'UNTERM English Formal', short: 'UNTERM English Short', article: /^the /u },
  { lang: 'fr', formal: 'UNTERM French Formal', short: 'UNTERM French Short', article: /^(?:l['’]|les? |la )/u },
  { lang: 'es', formal: 'UNTERM Spanish Formal', short: 'UNTERM Spanish Short', article: /^(?:el|la|los|las) /u },
  { lang: 'ar', formal: 'UNTERM Arabic Formal', short: 'UNTERM Arabic Short', article: /^(?=\p{L})/u },
] as const;
const codeColumn = 'ISO3166-1-Alpha-2';
export const untermPath = 'data/country-codes.csv';

/** UNTERM, the names that states have in documents of the United Nations. What is no state has no name there. */
export const readUnterm: Adapter = (input) => {
  const file = fileAt(input.files, untermPath);
  if (!file.text.endsWith('\n'))
    throw new SourceError(
      { file: file.path, line: file.text.split('\n').length },
      'a line break at the end',
      file.text.slice(-20),
    );
  const rows = readTable(file, [codeColumn, ...columns.flatMap(({ formal, short }) => [formal, short])]);
  const names = rows.flatMap(({ row, place }): Formal[] => {
    if (columns.every(({ formal }) => row[formal] === '')) return [];
    const code = countryOf(row[codeColumn]!, place, input);
    return columns.map(({ lang, formal, short, article }) => {
      const text = writtenName(row[formal]!, place).replace(article, '');
      return { code, lang, texts: [text, ...inNews(text, row[short]!, lang, code, input)] };
    });
  });
  return { asOf: input.day, entities: entitiesOf(names, input) };
};

/**
 * Asterisks say that the state is no member. In Arabic a dash stands between words that news writes without it.
 * @throws {SourceError} for an empty name, and for brackets, commas and other signs that no name has
 */
function writtenName(raw: string, place: Place): string {
  const text = cleanText(raw, place)
    .replace(/ ?\*{1,2}$/u, '')
    .replace(/ ?- (?=\p{sc=Arabic})/gu, ' ');
  if (!/^[\p{L}\p{M}'’ -]+$/u.test(text)) throw new SourceError(place, 'a name of letters', raw);
  return text;
}

/**
 * The United Nations writes "República Islámica del Pakistán" and "Reino de Bahrein", news also "… de Pakistán" and "Reino de Baréin": the
 * same without the article that its short name has in brackets, and with the country's usual names in place of the short one.
 */
function inNews(formal: string, short: string, lang: string, code: string, input: Input): string[] {
  if (lang !== 'es' && lang !== 'ar') return [];
  const country = short.replace(/ ?\*{1,2}$/u, '').replace(/ \([^)]*\)$/u, '');
  if (country === formal || !` ${formal} `.includes(` ${country} `)) return [];
  const without =
    lang === 'es' && /\((?:el|la)\)/u.test(short) ? formal.replace(/ (?:del|de la) (?=\S)/u, ' de ') : formal;
  // A usual name that holds the short one is a longer name already: "República del Sudán del Sur".
  const others = usualNames(code, lang, input).filter((name) => !` ${spelt(name)} `.includes(` ${spelt(country)} `));
  return [without, ...others.map((name) => ` ${without} `.replace(` ${country} `, ` ${name} `).trim())];
}

/** Names of a country that need nothing beside them: those of CLDR, and those of the table of usual names. */
function usualNames(code: string, lang: string, { earlier, tables }: Input): string[] {
  const id = idOf(code);
  return [...(earlier.get(id)?.names ?? []), ...(usualSchema.parse(tables['usual-names'])[id] ?? [])]
    .filter((name) => name.lang === lang && name.kind === 'full' && name.needs === undefined)
    .map(({ text }) => text);
}

const usualSchema = z.record(
  z.string(),
  z.array(
    z.object({
      text: z.string(),
      kind: z.optional(z.string()),
      lang: z.optional(z.string()),
      needs: z.optional(z.array(z.string())),
    }),
  ),
);

export const statesPath = 'sdk/dotnet/src/xjustiz.core-dotnet/Models/Codes/Staat/StaatCode.cs';
/** What is said of each state, in this order: "/// Staatenname-voll: die Republik Albanien<br/>". */
const labels = ['Staatenname-kurz', 'Staatenname-voll', 'Schluessel-Staat', 'ISO-3', 'ISO-2'];

/** The states of the Federal Statistical Office, with the names that German authorities use, as comments of a list of codes. */
export const readGermanStates: Adapter = (input) => {
  const { text, path } = fileAt(input.files, statesPath);
  const lines = text.trimEnd().split(/\r?\n/u);
  if (lines.at(-1) !== '}')
    throw new SourceError({ file: path, line: lines.length }, 'the end of the list', lines.at(-1));
  const names: Formal[] = [];
  let said: string[] = [];
  for (const [i, line] of lines.entries()) {
    const place = { file: path, line: i + 1 };
    const [, label, value] = /^\s*\/\/\/ ([\w-]+): (.*)<br\/>$/u.exec(line) ?? [];
    if (label === undefined || value === undefined) {
      if (line.includes('Staatenname')) throw new SourceError(place, 'a label and its value', line.trim());
      continue;
    }
    if (label !== labels[said.length]) throw new SourceError(place, `${labels[said.length]}`, label);
    said.push(value);
    if (said.length < labels.length) continue;
    names.push({
      code: countryOf(value, place, input),
      lang: 'de',
      texts: declined(cleanText(said[1]!, place), place),
    });
    said = [];
  }
  return { asOf: input.day, entities: entitiesOf(names, input) };
};

/** Letters of a German noun whose genitive the matcher does not cut. */
const longestCut = 8;

/**
 * The forms of a German name that the matcher does not make of one another: it cuts most genitives and endings of adjectives, but not those
 * of participles ("der Vereinigten Republik Tansania") and of plurals, nor the genitive of short nouns ("des Staates Katar").
 * @throws {SourceError} for a name that is more than letters, a list of parts in brackets aside
 */
function declined(full: string, place: Place): string[] {
  const [, article, name] = /^(?:(die|das|der) )?([\p{L}\p{M}’. -]+?)(?: \([^)]*\))?$/u.exec(full) ?? [];
  if (name === undefined) throw new SourceError(place, 'a name of letters, with its article', full);
  if (article === undefined) return [name];
  const adjectives = /^(?:\p{Lu}\p{Ll}+en? )+(?=\p{Lu})/u.exec(name)?.[0] ?? '';
  const rest = name.slice(adjectives.length);
  const ending = (other: string) => adjectives.replace(/en? /gu, `${other} `) + rest;
  // "die Vereinigten Arabischen Emirate": with no article "Vereinigte Arabische Emirate", and "in den … Emiraten".
  if (adjectives.endsWith('en ')) return [ending('e'), name, name.replace(/(?<=\p{Ll}{4}e)$/u, 'n')];
  const noun = /^\p{L}+/u.exec(rest)![0];
  const genitive = `${noun}${noun.length > 5 ? 's' : 'es'}`;
  const isParticiple = adjectives.endsWith('te ');
  const strong = article === 'das' ? 'es' : article === 'der' ? 'er' : 'e';
  return [
    ...(isParticiple ? [ending(strong), ending('en')] : []),
    name,
    ...(article === 'die' || noun.length > longestCut ? [] : [ending('en').replace(noun, genitive)]),
  ];
}

function countryOf(code: string, place: Place, { countries }: Input): string {
  if (!countries.codes.includes(code)) throw new SourceError(place, 'the code of a country', code);
  return code;
}

const idOf = (code: string) => `country-${code.toLowerCase()}`;

/** A name as the matcher reads it: two spellings of one are one, "Viet Nam" and "Vietnam" two. */
const spelt = (text: string) => plainForm(text).split(' ').map(foldText).join(' ');

/** The names that nothing before has in the same letters: "Irlanda" is formal and common, "Kingdom of Sweden" another source's. */
function entitiesOf(formal: readonly Formal[], { source, day, earlier, countries }: Input): Entity[] {
  const fact = factsOf(source, day);
  return [...Map.groupBy(formal, ({ code }) => code)].flatMap(([code, all]): Entity[] => {
    const id = idOf(code);
    const name = countries.nameOf(code);
    const before = earlier.get(id);
    const seen = new Set([name, ...(before?.names ?? []).map(({ text }) => text)].map(spelt));
    const names = all.flatMap(({ lang, texts }) =>
      texts.flatMap((text): Name[] => {
        if (seen.has(spelt(text))) return [];
        seen.add(spelt(text));
        return [{ text, kind: 'full', lang }];
      }),
    );
    const facts = [fact('country', code, { locator: code })];
    return names.length === 0 ? [] : [{ id, kind: 'place', name, names, facts }];
  });
}
