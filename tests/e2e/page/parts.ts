/** Runs inside a test page: the parts of `src/page` with a matcher of the test's own in the place of the worker. */

import { candidatesIn, firstDate, type StatedDates } from '../../../src/dataset/publication-date.ts';
import type { EntityKind } from '../../../src/dataset/schema.ts';
import type { Mention } from '../../../src/match/types.ts';
import type { Annotation, PageReport } from '../../../src/messages/protocol.ts';
import type { Block } from '../../../src/page/blocks.ts';
import { watched } from '../../../src/page/changes.ts';
import { type Collected, collect } from '../../../src/page/collect.ts';
import { distanceOf } from '../../../src/page/distance.ts';
import { divided } from '../../../src/page/divide.ts';
import { elementRules } from '../../../src/page/elements.ts';
import { createMarks, type PageMarks } from '../../../src/page/marks.ts';
import { isReadable, type PageMeta, readMeta } from '../../../src/page/meta.ts';
import { createReader } from '../../../src/page/reader.ts';
import { createSession, type PageSession } from '../../../src/page/session.ts';
import { inSlices, slices } from '../../../src/page/slice.ts';
import { gatherInto, noChanges } from '../../../src/page/watch.ts';
import type { PageSettings } from '../../../src/settings/types.ts';

export { isReadable, readMeta };

async function collected(page: Document, caps = { nodes: 1e6, text: 1e7 }): Promise<Collected> {
  const out: Collected = { blocks: [], visited: new Set(), roots: [], hosts: [], nodes: 0 };
  const root = page.documentElement;
  await inSlices(collect(root, root, caps, out, distanceOf), new AbortController().signal);
  return out;
}

function plain({ text }: Block): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text of every block of the page, white space drawn together. */
export async function blocks(caps?: { nodes: number; text: number }, page = document, form = plain): Promise<string[]> {
  const found = await collected(page, caps);
  return found.blocks.flatMap(divided).map(form);
}

/** The text of a block with its line feeds. */
export function lines({ text }: Block): string {
  return text.replace(/ +/g, ' ').trim();
}

/** Reads what has changed since `follow`. @returns the blocks that are known of the page then */
export let followed: () => Promise<string[]>;

/** Puts markup into the page and reads it, to go on from there. */
export async function follow(html: string): Promise<void> {
  document.body.setHTMLUnsafe(html);
  let changes = noChanges();
  const observer = new MutationObserver((records) => gatherInto(changes, records));
  const { list, read } = createReader({
    page: document,
    caps: { nodes: 1e6, text: 1e7 },
    signal: new AbortController().signal,
    collect,
    rules: elementRules,
    slices,
    onRoot: (root) => observer.observe(root, watched),
  });
  await read({ ...noChanges(), all: true });
  observer.observe(document, watched);
  followed = async () => {
    await read(changes);
    changes = noChanges();
    return list.blocks.map(lines);
  };
}

/** Looks at a document in HTML whose scripts do not run, laid out in a window of the usual size. */
async function inFrame<T>(html: string, look: (inner: Document) => Promise<T>): Promise<T> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.width = '1000';
  frame.height = '800';
  frame.srcdoc = html;
  await new Promise((done) => {
    frame.onload = done;
    document.body.append(frame);
  });
  const seen = await look(frame.contentDocument!);
  frame.remove();
  return seen;
}

/** The text of its blocks as they are read, and what it says of itself. */
export function blocksOf(html: string): Promise<{ blocks: string[]; meta: PageMeta }> {
  return inFrame(html, async (inner) => ({
    blocks: (await collected(inner)).blocks.map(({ text }) => text),
    meta: readMeta(inner),
  }));
}

/** `blocks` of such a document. */
export function blocksInFrame(html: string): Promise<string[]> {
  return inFrame(html, (inner) => blocks(undefined, inner));
}

export interface Term {
  text: string;
  entity?: string;
  kind?: EntityKind;
  /** Known but not painted. */
  quiet?: true;
  /** On how many points sources differ about it. */
  disputed?: number;
  /** Counts only when this entity is mentioned in the text or known from elsewhere on the page: a surname. */
  after?: string;
}

const settings: PageSettings = {
  show: 'all',
  open: 'hover',
  dwell: 500,
  strictness: 'normal',
  kinds: ['person', 'organisation', 'event', 'document', 'place', 'role', 'law', 'term'],
  muted: [],
  theme: 'auto',
};

/** Finds `terms` as they are written; spaces match any white space. */
function literalMatcher(terms: readonly Term[]) {
  return async (
    page: { blocks: string[]; dates?: StatedDates; published?: string | undefined },
    known: string[],
  ): Promise<Annotation> => {
    const found: Mention[] = [];
    const spans = (term: Term, block: number) => {
      const pattern = new RegExp(term.text.replaceAll(' ', '\\s+'), 'g');
      for (const { index, 0: text } of page.blocks[block]!.matchAll(pattern)) {
        found.push({
          block,
          start: index,
          end: index + text.length,
          kind: 'name',
          entity: term.entity ?? term.text,
          score: 1,
          why: { rule: 'name' },
          name: term.text,
          alternatives: [],
        });
      }
    };
    const seen = new Set(known);
    for (const round of [terms.filter(({ after }) => !after), terms.filter(({ after }) => after)]) {
      for (let block = 0; block < page.blocks.length; block++) {
        for (const term of round) if (!term.after || seen.has(term.after)) spans(term, block);
      }
      for (const { entity } of found) seen.add(entity);
    }
    // A shorter name within a longer one is the longer one.
    const mentions = found.filter(
      (a) =>
        !found.some(
          (b) =>
            a.block === b.block && b.start <= a.start && b.end >= a.end && b !== a && b.end - b.start > a.end - a.start,
        ),
    );
    const of = <T>(value: (term: Term) => T) =>
      Object.fromEntries(terms.map((term) => [term.entity ?? term.text, value(term)]));
    const published = page.published ?? (page.dates && firstDate(candidatesIn(page.dates)));
    return {
      mentions,
      kinds: of(({ kind }) => kind ?? 'person'),
      names: of(({ text }) => text),
      quiet: terms.filter(({ quiet }) => quiet).map(({ text, entity }) => entity ?? text),
      light: [],
      disputed: of(({ disputed = 0 }) => disputed),
      ...(published && { published }),
    };
  };
}

export interface Started {
  session: PageSession;
  /** As in the extension, only there when there is a mention. */
  marks?: PageMarks;
  report(): PageReport;
  errors: string[];
  /** How often the matcher was asked, and for how many blocks. */
  asked: number[];
  /** The matcher refuses this often before it answers. */
  refuse: number;
}

export function start(terms: Term[], wanted: Partial<PageSettings> = {}): Started {
  const match = literalMatcher(terms);
  const started: Started = { session: undefined as never, report, errors: [], asked: [], refuse: 0 };
  function report(): PageReport {
    return started.marks?.report() ?? started.session.summary();
  }
  started.session = createSession({
    page: document,
    settings: { ...settings, ...wanted },
    collect,
    readMeta,
    rules: elementRules,
    slices,
    annotate: (page, known) => {
      started.asked.push(page.blocks.length);
      return started.refuse-- > 0 ? Promise.reject(new Error('no worker')) : match(page, known);
    },
    async loadMarks(session) {
      started.marks = createMarks(session, {
        announcement: (text, index, count) => `${text} ${index}/${count}`,
        onError: (error) => started.errors.push(String(error)),
      });
      return started.marks;
    },
    onChange: () => undefined,
    onBeat: () => undefined,
    onError: (error) => started.errors.push(String(error)),
  });
  started.session.start();
  return started;
}
