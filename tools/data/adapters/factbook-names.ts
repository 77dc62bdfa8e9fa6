import type { Input } from '../source.ts';

/** Countries that carry the article inside a sentence. */
const withArticle =
  /^(?:United|Philippines|Netherlands|Bahamas|Maldives|Comoros|Gambia|Democratic|Vatican|Congo|Republic)|Islands$|Republic$/u;

/** "Senate" is the name of sixty chambers: "Senate of the Philippines" is the name of one. */
export function ofItsCountry(name: string, code: string, { countries }: Input): string {
  const country = countries.nameOf(code);
  if (name.includes(country)) return name;
  return `${name} of ${withArticle.test(country) ? 'the ' : ''}${country}`;
}
