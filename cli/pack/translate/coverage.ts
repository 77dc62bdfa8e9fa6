import { createLibrary, type LoadedPack } from '../../../src/dataset/library.ts';
import { type TranslationCoverage, translationCoverage } from '../../../src/dataset/translations/coverage.ts';
import type { LanguageTexts } from '../../../src/dataset/translations/schema.ts';

/** How much each language has of the edited packs, and of what is said of every pack. */
export function coverages(
  edited: readonly LoadedPack[],
  packs: readonly LoadedPack[],
  languages: readonly LanguageTexts[],
): TranslationCoverage[] {
  const library = createLibrary(edited);
  const entities = [...library.entities.values()].map(({ entity }) => entity);
  return languages.map((texts) => translationCoverage(entities, (id) => library.sources.get(id)?.source, packs, texts));
}

/** `fa: 320 of 331 cards whole; name 331 of 331, …`. */
export function coverageLine({ language, parts, whole }: TranslationCoverage): string {
  const counts = Object.entries(parts).map(([part, { held, of }]) => `${part} ${held} of ${of}`);
  return `${language}: ${whole.held} of ${whole.of} cards whole; ${counts.join(', ')}`;
}
