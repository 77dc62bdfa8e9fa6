import * as z from 'zod/mini';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { bodiesIn } from '../known.ts';
import { cleanText, readJson } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry } from '../source.ts';

const schema = z.object({
  items: z.array(
    z.object({
      displayName: z.string(),
      locationSet: z.object({ include: z.optional(z.array(z.unknown())) }),
      tags: z.record(z.string(), z.string()),
    }),
  ),
});

/** Codes of the index that are none of ISO: metropolitan France, the Canary Islands. */
const codes: Record<string, string> = { FX: 'FR', IC: 'ES', UK: 'GB' };
/** Towns, districts and registries of cars, which news of other countries does not name; the chamber has its own source. */
const local =
  /^(?:H\. )?(?:Ayuntamiento|Ajuntament|City of|Commune|Comunidad|Communauté|Ville|Stadt|Landeshauptstadt|Hansestadt|Kanton|Land|Regione|Municipalidad|Prefeitura|Gobierno|Governo|Freistaat|Poder Judicial|Deutscher Bundestag|Tribunal Regional|Junta|Generalitat|Xunta)\b|\b(?:GmbH|DMV|BMV|DPS|MVA|Water|Secretary of State)\b|^(?:Landeskriminalamt|Polizeidirektion)\b/u;
const ministry = /^(?:Department|Ministry|Ministerio|Ministerstvo)\b/u;
const acronym = /^\p{Lu}[\p{L}-]{2,9}$/u;
const languages = ['ar', 'de', 'es', 'fa', 'fr'];

/** Police forces and public bodies out of a list by which a map of the world names the operators of its buildings. */
export const readOsmBodies: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const known = bodiesIn(input);
  const entities = new Map<string, Entity>();
  for (const file of input.files)
    for (const [at, { displayName, locationSet, tags }] of readJson(file, schema).items.entries()) {
      const place = { file: file.path, line: `items[${at}]` };
      const item = tags['operator:wikidata'] ?? tags['brand:wikidata'];
      const shown = displayName.replace(/ \([^)]*\)$/u, '');
      const code = codeOf(locationSet.include ?? [], input);
      if (
        item === undefined ||
        code === undefined ||
        local.test(shown) ||
        !/^\p{sc=Latin}{2}.*\p{sc=Latin}/u.test(shown)
      )
        continue;
      const english = tags['operator:en'] ?? tags['name:en'];
      const name = cleanText(english ?? shown, place);
      const written = [
        { text: name, ...(english !== undefined && { lang: 'en' }) },
        { text: shown },
        ...languages.flatMap((lang) => (tags[`operator:${lang}`] ? [{ text: tags[`operator:${lang}`]!, lang }] : [])),
      ];
      const names = new Map<string, Name>();
      for (const each of written) {
        const text = cleanText(each.text, place);
        if (!names.has(text))
          names.set(
            text,
            acronym.test(text) && !/\p{Ll}{2}/u.test(text) ? acronymOf(text) : { ...each, text, kind: 'full' },
          );
      }
      const short = tags['operator:short'] ?? tags.short_name;
      if (short !== undefined && acronym.test(short) && !names.has(short)) names.set(short, acronymOf(short));
      const same = known(code, name) ?? known(code, shown);
      const id = same?.id ?? `body-${item.toLowerCase()}`;
      if (entities.has(id)) continue;
      entities.set(id, {
        id,
        kind: 'organisation',
        name: same?.name ?? name,
        names: [...names.values()],
        facts: [
          ...(same ? [] : [fact('type', ministry.test(name) ? 'ministry' : 'public-body', { locator: item })]),
          fact('country', code),
        ],
        related: ofCountry(code),
        ...(same === undefined && { wikidata: item }),
      });
    }
  return { asOf: input.day, entities: [...entities.values()] };
};

function acronymOf(text: string): Name {
  return { text, kind: 'acronym', exactCase: true };
}

/** The one country of all places where a body is: `us-ca.geojson` is in the United States. */
function codeOf(include: readonly unknown[], { countries }: Input): string | undefined {
  const found = new Set(
    include.map((each) => {
      const code = typeof each === 'string' ? each.slice(0, 2).toUpperCase() : '';
      return codes[code] ?? code;
    }),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined && countries.codes.includes(only) ? only : undefined;
}
