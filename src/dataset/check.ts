import { createLibrary, type LoadedPack } from './library.ts';
import type { Problem } from './problem.ts';
import { carriedSentences, fewExceptions, wholeQuotations } from './rules/carried.ts';
import { tidyTexts, visibleTexts } from './rules/characters.ts';
import { endedRoles, livingPersons, realDates, reviewDates } from './rules/dates.ts';
import { balancedSides, orderedNumbers, severalHolders } from './rules/disputes.ts';
import { datedFacts, soundFacts, usedSources } from './rules/facts.ts';
import { knownEntities, knownSources, referencedSources, uniqueIds } from './rules/links.ts';
import {
  attributedNames,
  commonWords,
  distinctPeople,
  matchableNames,
  sharedNames,
  wellFormedNames,
} from './rules/names.ts';
import { knownPublishers, statedOrigins } from './rules/publishers.ts';
import { fittingReviews, passedReviews } from './rules/reviews.ts';
import type { Rule, RuleContext, SoundRule } from './rules/rule.ts';
import {
  allowedHosts,
  allowedLocators,
  datedSources,
  findableSources,
  statedPublishers,
  uniqueAddresses,
  validAddresses,
} from './rules/sources.ts';
import {
  citedStatements,
  datedPresent,
  independentNumbers,
  locatedQuotations,
  shortDescription,
  shortQuotations,
  shortSentences,
} from './rules/statements.ts';
import { neutralWords } from './rules/words.ts';

/** Links and texts that must hold in every pack, whoever made it. */
export const soundness: readonly SoundRule[] = [
  uniqueIds,
  knownSources,
  knownEntities,
  visibleTexts,
  realDates,
  validAddresses,
  matchableNames,
  soundFacts,
];

/** What the project asks of its own dataset (`data/POLICY.md`). */
const editorial: readonly Rule[] = [
  referencedSources,
  tidyTexts,
  citedStatements,
  independentNumbers,
  neutralWords,
  shortSentences,
  shortDescription,
  shortQuotations,
  locatedQuotations,
  datedPresent,
  reviewDates,
  livingPersons,
  endedRoles,
  severalHolders,
  balancedSides,
  orderedNumbers,
  sharedNames,
  commonWords,
  attributedNames,
  wellFormedNames,
  distinctPeople,
  allowedHosts,
  allowedLocators,
  uniqueAddresses,
  datedSources,
  findableSources,
  statedPublishers,
  fittingReviews,
  carriedSentences,
  fewExceptions,
  wholeQuotations,
  knownPublishers,
  statedOrigins,
  passedReviews,
];

/** What extracts of open data owe. Nobody writes them by hand, so the rules for sentences and for people's care are not theirs. */
const openDataRules: readonly Rule[] = [tidyTexts, datedFacts, usedSources, allowedLocators];

/** Every problem of the packs of the library, in the order of the rules. `openData` are those of them that programs make. */
export function checkDataset(context: RuleContext, openData: readonly LoadedPack[] = []): Problem[] {
  const edited = createLibrary(context.library.packs.filter((pack) => !openData.includes(pack)));
  return [
    ...soundness.flatMap((rule) => rule(context)),
    ...editorial.flatMap((rule) => rule({ ...context, library: edited })),
    ...openDataRules.flatMap((rule) => rule({ ...context, library: createLibrary(openData) })),
  ];
}
