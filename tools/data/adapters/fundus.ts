import type { Entity } from '../../../src/dataset/schema.ts';
import { cleanText, slug } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError } from '../source.ts';

/** Folders that are named by another code than ISO 3166 gives. */
const folders: Record<string, string> = { ind: 'IN', isl: 'IS', uk: 'GB' };

/** Fundus: news outlets, with their host and country. The file of each country is Python; of each `Publisher(…)`, two arguments are read. */
export const readFundus: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const outlets = new Map<string, Entity>();
  for (const { path, text } of input.files) {
    const folder = /publishers\/([a-z]+)\/__init__\.py$/u.exec(path)?.[1] ?? '';
    const code = folders[folder] ?? folder.toUpperCase();
    if (!input.countries.codes.includes(code)) continue;
    const blocks = text.split(/=\s*Publisher\(/u);
    for (const [i, block] of blocks.slice(1).entries()) {
      const place = {
        file: path,
        line: blocks
          .slice(0, i + 1)
          .join('')
          .split('\n').length,
      };
      const argument = (key: string) => new RegExp(`^\\s*${key}="([^"]+)"`, 'mu').exec(block)?.[1];
      const [written, domain] = [argument('name'), argument('domain')];
      if (written === undefined || domain === undefined || !URL.canParse(domain))
        throw new SourceError(place, 'name="…" and domain="https://…"', block.split('\n').slice(0, 3).join(' '));
      const name = cleanText(written.replace(/\s*\([^)]*\)$/u, ''), place);
      const host = new URL(domain).host.replace(/^www\./u, '');
      const id = `media-${code.toLowerCase()}-${slug(name) || slug(host)}`;
      // One letter is a word of every text, whoever prints it.
      if (name.length < 2) continue;
      outlets.set(id, {
        id,
        kind: 'organisation',
        name,
        facts: [fact('type', 'news-outlet'), fact('country', code), fact('website', host)],
        related: ofCountry(code),
      });
    }
  }
  if (outlets.size === 0) throw new SourceError({ file: 'src/fundus/publishers', line: 1 }, 'publishers', 'none');
  return { asOf: input.day, entities: [...outlets.values()] };
};
