/** What people translate of a pack, as it lies in `data/`: a text beside the hash of the English that it says (docs/adr/0015). */
import * as z from 'zod/mini';
import { fullDate, text } from '../primitives.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits'));

/** A reader who had not seen the English put the translation back into it, and it claims the same. */
const secondPassSchema = z.strictObject({
  on: fullDate,
  /** Who read, by role: "second reader". */
  as: text,
  verdict: z.literal('same'),
  /** `pairHash` of what was read: it no longer fits when either text has changed. */
  of: hash,
});

/** A rule that the text breaks, and the reason for which it may. */
const exceptions = z.optional(z.array(z.strictObject({ rule: text, because: text })).check(z.minLength(1)));

export const translatedTextSchema = z.strictObject({
  /** Where in the entity the English stood when it was translated: `name`, `statements[2]`, `disputes[0].positions[1]`. */
  at: z
    .string()
    .check(
      z.regex(
        /^(?:name|description|(?:statements|roles)\[\d+\]|disputes\[\d+\](?:\.positions\[\d+\])?)$/,
        'expected name, description, statements[0], roles[0], disputes[0] or disputes[0].positions[0]',
      ),
    ),
  /** `shortHash` of the English. */
  of: hash,
  text,
  read: z.optional(secondPassSchema),
  except: exceptions,
});

/** `data/<pack>/translations/<lang>/<entity>.json`. */
export const translationSchema = z.array(translatedTextSchema);

/** What recurs in many records: holders, their relations, sides, units, methods, kinds of relation. The English is the key. */
export const phraseSchema = z.strictObject({ en: text, text, read: z.optional(secondPassSchema), except: exceptions });

/** `data/phrases/<lang>.json`. */
export const phrasesSchema = z.array(phraseSchema);

/** `data/glossary/<lang>.json`: a recurring term, the forms that count as it, and where such a form was read in that language. */
export const glossarySchema = z.array(
  z.strictObject({ en: text, forms: z.array(text).check(z.minLength(1)), seen: z.optional(text) }),
);

/** `data/loaded-words/<lang>.json`: words that are never ours, and how the English words begin for which they stand. */
export const loadedWordsSchema = z.array(
  z.strictObject({ en: z.array(text).check(z.minLength(1)), forms: z.array(text).check(z.minLength(1)) }),
);

export type SecondPass = z.infer<typeof secondPassSchema>;
export type TranslatedText = z.infer<typeof translatedTextSchema>;
export type Phrase = z.infer<typeof phraseSchema>;
export type GlossaryTerm = z.infer<typeof glossarySchema>[number];
export type LoadedForms = z.infer<typeof loadedWordsSchema>[number];

/** All that is there in one language. */
export interface LanguageTexts {
  /** BCP 47 tag. */
  language: string;
  /** By the id of the entity. */
  entities: ReadonlyMap<string, readonly TranslatedText[]>;
  phrases: readonly Phrase[];
  glossary: readonly GlossaryTerm[];
  loadedWords: readonly LoadedForms[];
}
