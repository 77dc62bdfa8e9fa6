import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { bracketed, personNames } from '../names.ts';
import { cleanText, isoDay, readJson } from '../reading.ts';
import { type Adapter, factsOf, fileAt, ofCountry, SourceError } from '../source.ts';

const path = 'data/deputes.json';

const schema = z.object({
  generatedAt: z.string(),
  deputes: z.array(
    z.object({
      uid: z.string(),
      prenom: z.string(),
      nom: z.string(),
      groupe: z.string(),
      groupeLibelle: z.string(),
      depNom: z.nullable(z.string()),
      circo: z.nullable(z.string()),
    }),
  ),
});

/** A house of the French parliament. Rates of presence and loyalty are scores of persons and are left. */
function readHouse(prefix: string, chamber: string): Adapter {
  return (input) => {
    const file = fileAt(input.files, path);
    const { generatedAt, deputes } = readJson(file, schema);
    const asOf = isoDay(generatedAt, { file: path, line: 'generatedAt' });
    const fact = factsOf(input.source, asOf);
    const entities = deputes.map((row, i): Entity => {
      const place = { file: path, line: `deputes[${i}]` };
      if (!/^[A-Z0-9]+$/u.test(row.uid)) throw new SourceError(place, 'an id in capitals and numbers', row.uid);
      // "Alpha Exemple (Gironde)": two members have one name.
      const { name } = bracketed(cleanText(`${row.prenom} ${row.nom}`, place));
      const department = row.depNom && cleanText(row.depNom, place);
      return {
        id: `${prefix}-${row.uid.toLowerCase()}`,
        kind: 'person',
        name,
        names: personNames(name, [], 'fr'),
        facts: [
          fact('member-of', chamber, { locator: row.uid }),
          ...(department ? [fact('constituency', row.circo ? `${department}, ${row.circo}` : department)] : []),
          ...(row.groupe === 'NI' ? [] : [fact('parliamentary-group', cleanText(row.groupeLibelle, place))]),
        ],
        related: ofCountry('FR'),
      };
    });
    return { asOf, entities };
  };
}

export const readAssembly = readHouse('fr-an', 'chamber-fr-lower');
export const readSenate = readHouse('fr-senat', 'chamber-fr-upper');
