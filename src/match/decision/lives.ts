/** Sentences that tell of a life: who stands in one under a surname alone is a person, and mostly the one whom the page is about. */
import type { Block } from '../blocks.ts';

/** UTF-16 units beside the surname that are looked at. */
const WITHIN = 64;

/** What only people are. */
const PEOPLE =
  'student|pupil|professor|lecturer|teacher|resident|assistant|fellow|recipient|citizen|native|graduate|astronaut|physicist|chemist|scientist|engineer|' +
  'mathematician|economist|physician|doctor|nurse|lawyer|attorney|judge|bishop|priest|cleric|writer|author|poet|novelist|painter|actor|actress|singer|dancer|' +
  'journalist|photographer|historian|philosopher|politician|senator|congressman|congresswoman|lawmaker|mayor|diplomat|ambassador|colonel|soldier|' +
  'dissident|activist|prisoner|refugee|coach|widow|widower|bachelor|father|mother|son|daughter|brother|sister|grandson|granddaughter';
/** What is only done to people. */
const DONE =
  'arrested|detained|jailed|imprisoned|executed|hanged|beheaded|assassinated|murdered|tortured|extradited|deported|exiled|pardoned|sentenced|convicted|knighted|' +
  'ordained|hospitali[sz]ed|buried|interrogated|martyred';
/** What people do, and bodies seldom are said to. (Of whom "said" is said, companies are: it names them wrongly.) */
const ACTS =
  'befriended|resigned|retired|emigrated|wept|smiled|laughed|joked|recalled|quipped|arrived|returned|visited|flew|met|spoke|criticized|criticised|praised|' +
  'insisted|argued|vowed|testified|wrote|tweeted';
/** What only people earn. */
const EARNED =
  'degree|doctorate|diploma|fellowship|scholarship|professorship|Ph\\.?D|B\\.?A|M\\.?A|position as|post of|Nobel Prize';

/**
 * After the name: what only people do or have done to them ("was born", "studied", "wurde geboren"), a relative ("'s widow"), what is theirs
 * ("received her doctorate"), an age (", 63,", ", a shy 21-year-old"), "who".
 */
const AFTER = new RegExp(
  [
    "^ ?['’]s (?:(?:late|former|elder|older|younger|eldest|only|first|second|own) )?(?:wife|husband|son|sons|daughter|daughters|mother|father|widow|widower|brother|sister|parents|children|funeral|birthday|childhood)\\b",
    '^ (?:(?:then|later|also|first|had|has) )?(?:studied|graduated|taught|married|attended (?:\\p{Lu}|the University|elementary|high|primary|secondary|school|lectures|gymnasium))',
    '^ (?:was|had been) (?:born|educated|raised|widowed|orphaned|buried|married|baptised|baptized)\\b',
    '^ died\\b(?! down| out| away| off)',
    `^ (?:was|were|is|became|had been|has been) (?:(?:an?|the|his|her) )?(?:[\\p{L}.-]+ ){0,3}?(?:${PEOPLE})\\b`,
    `^ (?:was|is|had been|has been) (?:${DONE})\\b`,
    `^ (?:received|held|accepted|earned|obtained|won) (?:an?|the|his|her) (?:[\\p{L}.-]+ ){0,4}?(?:${EARNED})\\b`,
    `^ (?:${ACTS})\\b`,
    '^ (?:\\p{Ll}+ )?\\p{Ll}+ (?:his|her|himself|herself)\\b',
    '^ ?,? ?(?:\\p{Ll}+ ){1,3}(?:he|she)\\b',
    '^ ?, (?:then |aged )?\\d{2} ?,',
    '^ ?, an? (?:\\p{Ll}+ )?\\d{2}-year-old\\b',
    '^ ?, who\\b(?!le)',
    '^ (?:studierte|promovierte|habilitierte|heiratete|starb|wurde (?:\\P{Lu}+ )?(?:geboren|beerdigt)|étudia|naquit|mourut|épousa|est née?|estudió|nació|murió|se casó)(?!\\p{L})',
  ].join('|'),
  'u',
);
/** Before it. */
const BEFORE = /\b\d{2}-year-old $/;

/** Whether the words around a surname, from `start` to `end` (UTF-16), are of a life. */
export function isOfLife({ text }: Block, start: number, end: number): boolean {
  return AFTER.test(text.slice(end, end + WITHIN)) || BEFORE.test(text.slice(Math.max(0, start - WITHIN), start));
}
