import { wordRank } from '../../../cli/pack/knowledge.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { bodiesIn } from '../known.ts';
import { bracketed, splitOutside } from '../names.ts';
import { cleanText, slug } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry } from '../source.ts';
import { type Profile, readProfiles } from './factbook.ts';
import { ofItsCountry } from './factbook-names.ts';

const heading = ['Military and Security', 'Military and security forces'] as const;

/** What names of such bodies are made of. */
const forces =
  /\b(?:armed forces|defen[cs]e forces?|military|army|navy|air force|self-defen[cs]e force|coast guard)\b/iu;
const others =
  /\b(?:police|gendarmerie|guards?|carabinieri|security (?:agency|bureau|service)|intelligence (?:agency|service))\b/iu;
const code = /^\p{Lu}{3,6}$/u;
const mostWords = 9;

/**
 * Armed forces, police, guards: "Armed Forces of the Philippines (AFP): Army, Navy; Department of Transportation: Philippine Coast Guard (PCG) (2025)". A
 * body is taken where its name, or what stands in brackets behind it, is its own: "Army" is the name of a hundred.
 */
export const readForces: Adapter = (given) => {
  const { input, profiles } = readProfiles(given, [heading]);
  const known = bodiesIn(input);
  const entities = profiles.flatMap((profile) => bodiesOf(profile, input, known));
  return { asOf: input.day, entities: [...new Map(entities.map((each) => [each.id, each])).values()] };
};

function bodiesOf(profile: Profile, input: Input, known: ReturnType<typeof bodiesIn>): Entity[] {
  const { code: country, file, text } = profile;
  const place = { file, line: heading.join(' > ') };
  const fact = factsOf(input.source, input.day);
  // The year in brackets at the end is that of the field.
  const field = (text(...heading) ?? '').replace(/\(\d{4}\)\s*$/u, '');
  return partsOf(field).flatMap((part): Entity[] => {
    const { name: written, inside = '' } = bracketed(part);
    const name = written.replace(/^the /iu, '').trim();
    const isForces = forces.test(name);
    if (!(isForces || others.test(name)) || !/^\p{Lu}/u.test(name) || name.split(' ').length > mostWords) return [];
    const words = [input.countries.nameOf(country), profile.adjective ?? ''].filter((word) => word !== '');
    const own =
      words.some((word) => ` ${plainForm(name)} `.includes(` ${plainForm(word)} `)) ||
      namesCountry(name, country, input);
    const names = namesIn(inside, country);
    if (!own && names.length === 0) return [];
    const english = cleanText(name, place);
    const whole = own ? english : ofItsCountry(english, country, input);
    // "US Army" is the United States Army.
    const spelt = whole.replace(/^\p{Lu}{2,3}(?= )/u, input.countries.nameOf(country));
    const same = [whole, spelt, ...names.flatMap(({ kind, text }) => (kind === 'full' ? [text] : []))]
      .map((each) => known(country, each))
      .find((each) => each !== undefined);
    return [
      {
        id: same?.id ?? `forces-${country.toLowerCase()}-${slug(english)}`,
        kind: 'organisation',
        name: same?.name ?? whole,
        ...(names.length > 0 && { names: names.map((each) => ({ ...each, text: cleanText(each.text, place) })) }),
        facts: [...(same ? [] : [fact('type', isForces ? 'armed-forces' : 'public-body')]), fact('country', country)],
        related: ofCountry(country),
      },
    ];
  });
}

/** Whether the name begins or ends with another name of the country: "Republic of Korea Navy", "US Army". */
function namesCountry(name: string, country: string, { countries }: Input): boolean {
  const words = name.split(' ');
  return words.some(
    (_, i) =>
      countries.fromName(words.slice(0, i + 1).join(' ')) === country ||
      countries.fromName(words.slice(i).join(' ')) === country,
  );
}

/** "A (B): C, D; E: F" is A (B), C, D, F and E, which is mostly a ministry. */
function partsOf(field: string): string[] {
  return field
    .split('\n')
    .flatMap((line) => splitOutside(line, ';'))
    .flatMap((part) => splitOutside(part, ':'))
    .flatMap((part) => splitOutside(part, ','))
    .filter((part) => !/ (?:is|are|has|have|includes?) /u.test(part.replace(/\(.*$/su, '')));
}

/** Of a bracket the codes, and the name in the language of the country; not what is part of the body, and no words of English. */
function namesIn(inside: string, country: string): Name[] {
  return inside
    .split(/[,;(]| or /u)
    .map((piece) => piece.replace(/^(?:or|aka|also known as|in \p{L}+:?) |[)"“”]/giu, '').trim())
    .filter((piece) => /^\p{Lu}/u.test(piece) && !/^includes?\b|\d/u.test(piece))
    .flatMap((piece): Name[] => {
      if (code.test(piece))
        return piece === country || piece === 'USA' ? [] : [{ text: piece, kind: 'acronym', exactCase: true }];
      const words = plainForm(piece).split(/[ -]/u);
      const english = words.every((word) => word.length < 4 || wordRank(word) !== undefined);
      return english || piece.length < 5 || words.length > mostWords ? [] : [{ text: piece, kind: 'full' }];
    });
}
