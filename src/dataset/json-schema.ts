import * as z from 'zod/mini';
import { entitySchema, packInfoSchema, packSchema, sourceSchema } from './schema.ts';
import { glossarySchema, loadedWordsSchema, phrasesSchema, translationSchema } from './translations/schema.ts';

/** What editors can check a file against, by the kind of file. */
const schemas = {
  pack: packSchema,
  entity: entitySchema,
  source: sourceSchema,
  info: packInfoSchema,
  translation: translationSchema,
  phrases: phrasesSchema,
  glossary: glossarySchema,
  'loaded-words': loadedWordsSchema,
};

export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as SchemaName[];

/** The JSON Schema (2020-12) of one kind of file, made from the zod schema that reads it. */
export function jsonSchema(name: SchemaName): object {
  return z.toJSONSchema(schemas[name]);
}
