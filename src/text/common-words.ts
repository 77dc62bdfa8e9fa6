/** Words that are no evidence of a name when they are capitalised at the beginning of a sentence or in a headline. */
const WORDS = new Set(
  (
    'the a an and or but nor for so yet if when while as at by from in into of off on onto out over to up with about after before ' +
    'against between during through under until upon within without since than that this these those there here he she it they we ' +
    'you i his her its their our your my him them us who whom whose which what where why how not no yes is are was were be been ' +
    'being has have had do does did will would shall should can could may might must also only even just still such same other ' +
    'some any all both each few more most many much one two three first last new old said says say told like however meanwhile ' +
    'although because though despite according following former late then now today yesterday tomorrow monday tuesday wednesday ' +
    'thursday friday saturday sunday january february march april may june july august september october november december'
  ).split(' '),
);

export function isCommonWord(folded: string): boolean {
  return WORDS.has(folded);
}
