/** Words by which the files of the trade say what a thing is, for all formats alike. */
import type { EntityKind } from '../dataset/schema.ts';

/** In lower case; those of FollowTheMoney, schema.org, Popolo and Wikidata, and those of tables in our six languages. */
const words: Record<EntityKind, string> = {
  person:
    'person|people|individual|human|politician|official|man|woman|journalist|activist|victim|suspect|defendant|prisoner|individu|personne|persona|individuo|natürliche person|شخص|فرد',
  organisation:
    'organisation|organization|org|legalentity|legal entity|entity|company|corporation|business|firm|bank|enterprise|ngo|non-profit|nonprofit|charity|foundation|publicbody|public body|agency|government|ministry|department|authority|court|parliament|legislature|party|political party|faction|group|armed group|militia|army|military unit|union|association|institution|institute|university|school|newspaper|media|newsmediaorganization|news agency|broadcaster|outlet|publisher|club|team|committee|commission|council|chamber|cabinet|governmentorganization|collegeoruniversity|unternehmen|firma|behörde|partei|organisationseinheit|société|entreprise|parti|empresa|organización|organizacion|partido|شرکت|سازمان|حزب|نهاد|شركة|منظمة|حزب سياسي',
  event:
    'event|conference|meeting|election|war|battle|conflict|protest|demonstration|massacre|attack|strike|trial|courtcase|court case|case|hearing|ereignis|veranstaltung|événement|evento|رویداد|حدث',
  document:
    'document|report|book|article|pages|plaintext|hypertext|contract|resolution|paper|creativework|work|publication|letter|dokument|bericht|buch|rapport|livre|documento|informe|libro|سند|گزارش|کتاب|وثيقة|تقرير|كتاب',
  place:
    'place|city|town|village|country|state|region|province|district|location|area|settlement|municipality|constituency|prison|building|address area|river|mountain|island|ort|stadt|land|lieu|ville|pays|lugar|ciudad|país|pais|شهر|کشور|مکان|مدينة|دولة|مكان',
  role: 'role|position|office|post|occupation|job|title|amt|fonction|poste|cargo|سمت|منصب',
  law: 'law|statute|act|treaty|regulation|legislation|bill|convention|gesetz|loi|ley|قانون|معاهدة',
  term: 'term|word|concept|phrase|slogan|thing|taxon|species|vessel|ship|airplane|aircraft|vehicle|product|software|website|asset|award|begriff|terme|término|termino|schiff|واژه|مصطلح',
};

const kinds = new Map(
  Object.entries(words).flatMap(([kind, list]) => list.split('|').map((word) => [word, kind as EntityKind] as const)),
);

/** Things without a name that a text would use. */
const unnamed = new Set(
  'cryptowallet|bankaccount|passport|identification|address|sanction|ownership|directorship|membership|employment|family|associate|representation|occupancy|unknownlink|security|note|payment|debt|interest|succession|documentation|mention|page|email|message|folder|image|video|audio|package|table|call|callforproposals'.split(
    '|',
  ),
);

/**
 * The kind for a word, in the singular or plural, in any case, also as the end of an address (`schema:Person`, `https://schema.org/Person`);
 * `unnamed` for things that are no names; nothing for a word that nobody listed.
 */
export function kindOfWord(word: string): EntityKind | 'unnamed' | undefined {
  const text = word
    .trim()
    .toLowerCase()
    .replace(/^.*[/#:](?=[^/#:]+$)/u, '');
  for (const form of [text, text.replace(/ies$/u, 'y'), text.replace(/s$/u, ''), text.replace(/es$/u, '')]) {
    const kind = kinds.get(form);
    if (kind) return kind;
    if (unnamed.has(form)) return 'unnamed';
  }
  return undefined;
}
