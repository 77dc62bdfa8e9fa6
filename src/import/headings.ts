/** What people write above the columns of a table, and what it means. */
import { type TableField, tableFields } from './fields.ts';

/** Field of each column, by column name; a column of names in one language is `names:fa`. Columns that are not in it are not read. */
export type Mapping = Readonly<Record<string, string>>;

/** Folded headings for each field, in our six languages and in those of files that programs write. The first of a row is the usual one. */
const headings: Record<TableField, string> = {
  id: 'id|identifier|key|ref|reference|kennung|identifiant|identificador|شناسه|معرف',
  name: 'name|label|title|full name|fullname|display name|caption|entity|person|organisation|organization|company|member|item label|itemlabel|preferred name|nom|nom complet|nombre|nombre completo|bezeichnung|vollständiger name|نام|نام کامل|الاسم|اسم',
  first_name:
    'first name|firstname|given name|givenname|given|forename|vorname|prénom|prenom|nombre de pila|نام کوچک|الاسم الأول',
  middle_name: 'middle name|middlename|middle names|middle|second name|additional name|zweiter vorname',
  patronymic: 'patronymic|patronymic name|father name|fathers name|father s name|vatersname|patronyme|نام پدر|اسم الأب',
  last_name:
    'last name|lastname|surname|family name|familyname|family|nachname|familienname|nom de famille|apellido|apellidos|نام خانوادگی|اسم العائلة|اللقب',
  kind: 'kind|type|schema|category|class|classification|entity type|typ|art|genre|tipo|clase|نوع|النوع',
  description:
    'description|desc|summary|about|item description|itemdescription|beschreibung|descripción|descripcion|توضیح|توضیحات|الوصف|وصف',
  names:
    'names|aliases|alias|aka|a k a|also known as|other names|other name|alternative names|variants|synonyms|item alt label|itemaltlabel|alt label|altlabel|aliasse|andere namen|alias connus|autres noms|otros nombres|نام های دیگر|نامهای دیگر|أسماء أخرى',
  acronym: 'acronym|acronyms|abbreviation|short name|abkürzung|kürzel|sigle|sigla|اختصار',
  handle: 'handle|handles|twitter|x|username',
  cues: 'cues|context|keywords|tags|stichwörter|mots clés|palabras clave|کلیدواژه',
  living: 'living|alive|lebt|vivant|vivo|زنده',
  born: 'born|birth date|birthdate|date of birth|dob|birthday|birth|birth year|year of birth|geboren|geburtsdatum|date de naissance|né|fecha de nacimiento|تاریخ تولد|تاريخ الميلاد',
  died: 'died|death date|deathdate|date of death|dod|death|death year|year of death|deceased|gestorben|todesdatum|date de décès|fecha de muerte|fallecimiento|تاریخ مرگ|تاريخ الوفاة',
  wikidata: 'wikidata|qid|wikidata id|wikidataid|item',
  wikipedia: 'wikipedia|wikipedia title|article',
  statement: 'statement|sentence|text|note|notes|fact|anmerkung|bemerkung|aussage|nota|یادداشت|ملاحظة',
  source_url: 'source url|source|url|link|reference url|sourceurl|quelle|lien|fuente|enlace|منبع|المصدر',
  source_title: 'source title|headline',
  publisher: 'publisher|source name|outlet|herausgeber|verlag|éditeur|editor|ناشر|الناشر',
  publisher_type: 'publisher type',
  relation: 'relation|relation to the matter',
  published: 'published|date|publication date|issued|datum|fecha|تاریخ|التاريخ',
};

const fields = new Map(
  tableFields.flatMap((field) => headings[field].split('|').map((heading) => [heading, field] as const)),
);

/** What the columns most likely hold, from their names alone. The first column that fits a field gets it. */
export function guessMapping(columns: readonly string[]): Mapping {
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  // Results of a query about ?person hold ?person, ?personLabel and so on: the first variable with a label is what the rows are about.
  const subject = columns.find((column) => columns.includes(`${column}Label`));
  for (const [ending, field] of subject === undefined ? [] : ofSubject) {
    if (!columns.includes(`${subject}${ending}`)) continue;
    taken.add(field);
    Object.defineProperty(mapping, `${subject}${ending}`, { value: field, enumerable: true });
  }
  for (const column of columns) {
    if (Object.hasOwn(mapping, column)) continue;
    const words = folded(column);
    const { base, lang } = languageOf(column) ?? {};
    const inLanguage = base === undefined ? undefined : fields.get(folded(base));
    const field =
      inLanguage === 'name' || inLanguage === 'names'
        ? `names:${lang}`
        : inLanguage === 'description'
          ? undefined
          : fields.get(words);
    if (field === undefined || taken.has(field)) continue;
    taken.add(field);
    Object.defineProperty(mapping, column, { value: field, enumerable: true });
  }
  if (!taken.has('name') && !taken.has('last_name')) {
    // "donor name", "Name of the member": what names the rows, where only one column does.
    const [only, ...others] = columns.filter((column) => !Object.hasOwn(mapping, column) && isSomeName(folded(column)));
    if (only !== undefined && others.length === 0)
      Object.defineProperty(mapping, only, { value: 'name', enumerable: true });
  }
  return mapping;
}

/** "Name (fa)", "name:fas", "label@fa", "name_fa": after a mere gap only two letters are a language, and "name id" is none. */
function languageOf(column: string): { base: string; lang: string } | undefined {
  const marked = /^(.*?)\s*(?:[:@]\s*([a-z]{2,3})|[([]\s*([a-z]{2,3})\s*[)\]])$/iu.exec(column.trim());
  const gap = /^(.*?)[\s_-]+(?!id|no|nr|of)([a-z]{2})$/iu.exec(column.trim());
  const [, base, one, other] = marked ?? gap ?? [];
  const lang = one ?? other;
  return base === undefined || lang === undefined ? undefined : { base, lang: lang.toLowerCase() };
}

const ofSubject: readonly [string, TableField][] = [
  ['', 'wikidata'],
  ['Label', 'name'],
  ['Description', 'description'],
  ['AltLabel', 'names'],
];

function isSomeName(words: string): boolean {
  return (
    /(?:^| )name$|^name (?:of|des|der|du|de) /u.test(words) &&
    !/(?:user|file|nick|middle|maiden|domain|host) ?name/u.test(words)
  );
}

function folded(column: string): string {
  return (
    column
      .normalize('NFC')
      // `birthDate` and `birth_date` are the words "birth date".
      .replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}:@]+/gu, ' ')
      .trim()
  );
}

/** Whether rows can be named by what a mapping holds. */
export function namesRows(mapping: Mapping): boolean {
  const found = new Set(Object.values(mapping));
  return found.has('name') || found.has('last_name') || [...found].some((field) => field.startsWith('names:'));
}

/** Columns that only a table of people has. */
export function isOfPeople(mapping: Mapping): boolean {
  const people: readonly string[] = ['first_name', 'last_name', 'patronymic', 'born', 'died', 'living'];
  return Object.values(mapping).some((field) => people.includes(field));
}
