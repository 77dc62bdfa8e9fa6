/**
 * What the worker accepts. Content scripts run beside pages that may be hostile, so every request is checked where it
 * arrives, whatever the types promise.
 */
import * as z from 'zod/mini';
import { type CitationFormat, citationFormats } from '../cite/formats.ts';
import type { Request, WorkerMessage } from '../messages/index.ts';

/** UTF-16 code units of text a page may send at once: ten times the longest pages that were seen in news. */
const longestPage = 10_000_000;

const text = (length: number) => z.string().check(z.maxLength(length));
const id = () => text(200);
const entities = () => z.array(id()).check(z.maxLength(100_000));
const format = () => z.enum(Object.keys(citationFormats) as CitationFormat[]);
/** What is copied of an entry. */
const what = () =>
  z.union([
    z.object({ source: id() }),
    z.object({ dispute: id(), question: text(10_000) }),
    z.object({ text: text(10_000), holder: z.optional(text(1000)) }),
  ]);

/** Each is made when the first such request comes: a worker that starts is mostly asked for one thing. */
const requests = {
  hello: () => z.object({ host: text(300) }),
  annotate: () =>
    z.object({
      page: z.object({
        title: z.optional(text(10_000)),
        lang: z.optional(text(100)),
        published: z.optional(text(100)),
        dates: z.optional(
          z.object({
            json: z.array(text(100_000)).check(z.maxLength(100)),
            named: z.array(z.tuple([text(100), text(100)])).check(z.maxLength(100)),
            times: z.array(text(100)).check(z.maxLength(100)),
          }),
        ),
        blocks: z
          .array(z.string())
          .check(
            z.refine(
              (blocks) => blocks.reduce((sum, block) => sum + block.length, 0) <= longestPage,
              'too much text at once',
            ),
          ),
      }),
      known: entities(),
    }),
  card: () => z.object({ entity: id(), original: z.optional(z.boolean()) }),
  seen: () => z.object({ entity: id(), title: text(10_000) }),
  follow: () => z.object({ paint: z.boolean() }),
  marks: () => z.object({}),
  viewer: () => z.object({}),
  cite: () =>
    z.object({
      entity: id(),
      what: what(),
      format: z.union([format(), z.literal('text')]),
    }),
  picture: () => z.object({ entity: id(), what: what() }),
  report: () => z.object({ entities: entities() }),
  sources: () => z.object({ entities: entities(), format: format() }),
  search: () => z.object({ query: text(1000), limit: z.int().check(z.gte(1), z.lte(1000)) }),
  count: () => z.object({ count: z.int().check(z.gte(0)) }),
  browse: () => z.object({ entity: z.optional(id()) }),
  packs: () => z.object({ language: text(100) }),
  changes: () => z.object({}),
  'packs/changed': () => z.object({}),
  'packs/import': () => z.object({}),
  'packs/own': () => z.object({ tab: z.int(), mark: z.optional(z.boolean()) }),
  mute: () => z.object({ entity: id(), muted: z.boolean(), until: z.optional(z.literal('change')) }),
  site: () => z.object({ host: text(300), state: z.enum(['on', 'off']) }),
  activate: () => z.object({ tab: z.int() }),
} satisfies Record<WorkerMessage, () => z.core.$ZodType>;

const made = new Map<WorkerMessage, z.core.$ZodType>();

/** The request, or an error that names what was wrong with it. */
export function checked<Name extends WorkerMessage>(name: Name, request: unknown): Request<Name> {
  const schema = made.get(name) ?? requests[name]();
  made.set(name, schema);
  const result = z.safeParse(schema, request);
  if (result.success) return result.data as Request<Name>;
  const [issue] = result.error.issues;
  throw new Error(`expected another request: ${issue?.path.join('.') || 'the request'}: ${issue?.message}`);
}
