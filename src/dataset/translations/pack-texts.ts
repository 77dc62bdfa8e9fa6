import type { PackInfo } from '../schema.ts';
import { heldPhrases } from './card-texts.ts';
import { phrasesOfPack } from './places.ts';
import type { LanguageTexts } from './schema.ts';

/** What is said of a pack itself. */
export type PackTexts = Pick<PackInfo, 'title' | 'description'>;

/** By language; only where both hold, since one alone would be half translated. */
export function packTexts(
  info: PackTexts,
  languages: readonly Pick<LanguageTexts, 'language' | 'phrases'>[],
): Record<string, PackTexts> {
  return Object.fromEntries(
    languages.flatMap((texts) => {
      const held = heldPhrases(texts);
      const [title, description] = phrasesOfPack(info).map((phrase) => held.get(phrase));
      return title === undefined || description === undefined ? [] : [[texts.language, { title, description }]];
    }),
  );
}
