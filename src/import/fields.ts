/** What a column of a spreadsheet may hold. `names` and `cues` may hold several, separated by `;`, `|` or line breaks. */
export const tableFields = [
  'id',
  'name',
  'first_name',
  'middle_name',
  'patronymic',
  'last_name',
  'kind',
  'description',
  'names',
  'acronym',
  'handle',
  'cues',
  'living',
  'born',
  'died',
  'wikidata',
  'wikipedia',
  'statement',
  'source_url',
  'source_title',
  'publisher',
  'publisher_type',
  'relation',
  'published',
] as const;

export type TableField = (typeof tableFields)[number];

/** A field, or `names:fa`: names in one language, by its tag. */
export function isTableField(text: string): boolean {
  return (tableFields as readonly string[]).includes(text) || /^names:[a-z]{2,3}$/.test(text);
}
