/**
 * The single definition of a pack: what people edit under `data/`, what is imported from a file, what the worker holds.
 * `zod/mini` with `jitless`, because the full build of zod is flagged as `eval` by the store's linter.
 */
import * as z from 'zod/mini';
import { factSchema } from './facts.ts';
import { entityKinds, nameKinds } from './kinds.ts';
import { fullDate, httpUrl, id, partialDate, text } from './primitives.ts';

const statementKinds = ['identity', 'role', 'event', 'figure', 'designation', 'finding', 'allegation'] as const;
export const publisherTypes = [
  'intergovernmental',
  'government',
  'court',
  'academic',
  'NGO',
  'news agency',
  'newspaper or broadcaster',
  'state media',
  'party to the matter',
  'encyclopedia',
  /** A law firm, a legal publisher, a consultancy, a commercial reference site: it sells something, and nobody reviews what it writes. */
  'company',
  /** Imported records whose maker did not say; refused in the project's own dataset. */
  'not stated',
] as const;
export const sourceTypes = [
  'article',
  'article-journal',
  'article-newspaper',
  'article-magazine',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'entry-encyclopedia',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'pamphlet',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'speech',
  'thesis',
  'treaty',
  'webpage',
] as const;

export const citationSchema = z.strictObject({
  source: id,
  /** Page, paragraph or section, as a reader would look it up: "para. 70", "p. 12". */
  locator: z.optional(text),
  supports: z.enum(['direct', 'background']),
  /** Each under 15 words, verbatim from the source: together they carry the sentence, and the first opens the cited passage. */
  quotes: z.optional(z.array(text).check(z.minLength(1))),
});

/** Something in the sentence that no quotation carries, and the reason for which it may stand. */
const exceptionSchema = z.strictObject({ text, because: text });
const uncarried = z.optional(z.array(exceptionSchema).check(z.minLength(1)));

const verdicts = ['supported', 'partly', 'unsupported'] as const;
/** What a second reader, who did not write it, found on comparing it with its sources. Stays in the project: packs that ship have none. */
export const verdictSchema = z.strictObject({
  on: fullDate,
  /** Who read, by role: "second reader". */
  as: text,
  verdict: z.enum(verdicts),
  /** `unitHash` of what was read: it no longer fits when the words, quotations or dates have changed. */
  of: z.string().check(z.regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits')),
});
const review = z.optional(z.array(verdictSchema).check(z.minLength(1)));

export const nameSchema = z.strictObject({
  text,
  kind: z.optional(z.enum(nameKinds)),
  lang: z.optional(text),
  script: z.optional(text),
  /** Who uses an epithet, a pejorative or a self-designation: shown as "whose word it is". */
  usedBy: z.optional(text),
  /** The name counts only where one of these words stands in the same block of text; of words joined by ` + `, all. */
  needs: z.optional(z.array(text)),
  /** A description rather than a proper name ("fatwa issued by Khomeini"): names inside it are marked too. */
  open: z.optional(z.boolean()),
  /** Upper and lower case must be exactly as written (a name that is also a common word). */
  exactCase: z.optional(z.boolean()),
  /** Nothing and nobody else has the name: it needs no evidence, however frequent its words ("Financial Times"). */
  unique: z.optional(z.boolean()),
});

export const statementSchema = z.strictObject({
  text,
  kind: z.enum(statementKinds),
  /** What held for a time. */
  from: z.optional(partialDate),
  to: z.optional(partialDate),
  /** When something happened. */
  date: z.optional(partialDate),
  /** When something that may change was last known to be so. */
  asOf: z.optional(partialDate),
  citations: z.array(citationSchema),
  uncarried,
  review,
});

export const positionSchema = z.strictObject({
  /** Who says so, as it should be read: "Amnesty International", "the Iranian government". */
  holder: text,
  holderEntity: z.optional(id),
  /** Who the holder is to the matter: "human-rights NGO", "party to the matter". */
  relation: text,
  /** One of the dispute's `sides`; absent for a holder that belongs to neither. */
  side: z.optional(text),
  text,
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  date: z.optional(partialDate),
  method: z.optional(text),
  citations: z.array(citationSchema),
  uncarried,
  review,
});

export const disputeSchema = z.strictObject({
  id,
  question: text,
  /** The two camps whose words are weighed against each other. */
  sides: z.optional(z.tuple([text, text])),
  /** What a number counts: "people killed". */
  unit: z.optional(text),
  /** Words that, beside a number on a page about this entity, say that the number belongs to this dispute. */
  cues: z.optional(z.array(text)),
  positions: z.array(positionSchema),
});

export const roleSchema = z.strictObject({
  /** The office as it reads in a sentence: "President of Iran". */
  title: text,
  /** The entity of the office, where the pack has one. */
  office: z.optional(id),
  from: z.optional(partialDate),
  to: z.optional(partialDate),
  citations: z.optional(z.array(citationSchema)),
  uncarried,
  review,
});

const relationSchema = z.strictObject({ id, kind: text });

export const entitySchema = z.strictObject({
  id,
  kind: z.enum(entityKinds),
  name: text,
  names: z.optional(z.array(nameSchema)),
  /** BCP 47 tag of the language in which it names itself: that of a person's country, a body's seat, a document's text. None where several are. */
  ownLanguage: z.optional(text),
  description: z.optional(text),
  /** Persons only: whether the rules for living people apply. */
  living: z.optional(z.boolean()),
  statements: z.optional(z.array(statementSchema)),
  /** Values from open data, rendered by templates. */
  facts: z.optional(z.array(factSchema)),
  disputes: z.optional(z.array(disputeSchema)),
  roles: z.optional(z.array(roleSchema)),
  /** Words that, on a page, speak for this entity against a namesake. */
  cues: z.optional(z.array(text)),
  related: z.optional(z.array(relationSchema)),
  distinctFrom: z.optional(z.array(id)),
  /** Title of the English Wikipedia article. */
  wikipedia: z.optional(text),
  wikidata: z.optional(z.string().check(z.regex(/^Q[1-9]\d*$/, 'expected a Wikidata item such as Q42'))),
  reviewBy: z.optional(fullDate),
  review: z.optional(z.array(z.strictObject({ on: fullDate, as: text }))),
});

const cslName = z.union([z.strictObject({ family: text, given: z.optional(text) }), z.strictObject({ literal: text })]);
const cslDate = z.strictObject({
  'date-parts': z.tuple([z.array(z.int()).check(z.minLength(1), z.maxLength(3))]),
});

/** CSL-JSON fields under their CSL names, and what Sidelight adds: who publishes, and how it was checked. */
export const sourceSchema = z.strictObject({
  id,
  type: z.enum(sourceTypes),
  title: text,
  author: z.optional(z.array(cslName)),
  issued: z.optional(cslDate),
  publisher: text,
  'container-title': z.optional(text),
  number: z.optional(text),
  page: z.optional(text),
  DOI: z.optional(text),
  ISBN: z.optional(text),
  URL: z.optional(httpUrl),
  language: z.optional(text),
  accessed: z.optional(cslDate),
  archive_location: z.optional(httpUrl),
  publisherType: z.enum(publisherTypes),
  /** One neutral line on the publisher's relation to the matter: "state media of Iran". */
  relation: text,
  /** Of a dataset: the licence of its data, as an SPDX identifier where there is one. */
  license: z.optional(text),
  /** Of a dataset: the commit or release that was read. */
  version: z.optional(text),
  /**
   * Where the text or figure comes from, when not from the publisher: an agency, a ministry, another outlet, Wikipedia. A name as a reader
   * should see it, with the day where it is known: "Reuters, 3 May 2020". Two sources with one origin are one.
   */
  origin: z.optional(text),
  checked: z.strictObject({
    on: fullDate,
    how: z.enum(['live page', 'stored copy', 'library record']),
    by: text,
  }),
});

export const packInfoSchema = z.strictObject({
  id,
  title: text,
  description: text,
  language: text,
  license: text,
  /** Form for mistakes; `{entity}` and `{report}` stand for the entity's id and a prefilled text. Without it the text is copied. */
  corrections: z.optional(httpUrl),
  released: fullDate,
});

/** The exchange format, `*.sidelight.json`. */
export const packSchema = z.extend(packInfoSchema, {
  format: z.literal('sidelight-pack'),
  formatVersion: z.literal(1),
  entities: z.array(entitySchema),
  sources: z.record(id, sourceSchema),
});

export type { EntityKind, NameKind } from './kinds.ts';
export type Citation = z.infer<typeof citationSchema>;
export type Exception = z.infer<typeof exceptionSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Name = z.infer<typeof nameSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Position = z.infer<typeof positionSchema>;
export type Dispute = z.infer<typeof disputeSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type Source = z.infer<typeof sourceSchema>;
export type PackInfo = z.infer<typeof packInfoSchema>;
export type Pack = z.infer<typeof packSchema>;
