/** Records for tests: whole and sound unless a test changes them. People and papers in them are nobody's. */
import type { Fact } from './facts.ts';
import { createLibrary, type LoadedPack } from './library.ts';
import type { RuleContext } from './rules/rule.ts';
import type { Citation, Dispute, Entity, Position, Source, Statement } from './schema.ts';
import { unitHash } from './short-hash.ts';
import { unitsOf } from './units.ts';

export const today = '2026-11-22';

export function source(id: string, change: Partial<Source> = {}): Source {
  return {
    id,
    type: 'article-newspaper',
    title: `Report of ${id}`,
    publisher: `Paper ${id}`,
    URL: `https://${id}.example/report`,
    accessed: { 'date-parts': [[2026, 11, 20]] },
    publisherType: 'newspaper or broadcaster',
    relation: 'newspaper, not a party',
    checked: { on: '2026-11-20', how: 'stored copy', by: 'editor' },
    ...change,
  };
}

export function cite(...ids: string[]): Citation[] {
  return ids.map((id) => ({ source: id, supports: 'direct' }));
}

export function statement(text: string, change: Partial<Statement> = {}): Statement {
  return { text, kind: 'identity', citations: cite('alpha'), ...change };
}

export function fact(property: Fact['property'], value: Fact['value'], change: Partial<Fact> = {}): Fact {
  return { property, value, asOf: '2026-11-01', source: 'alpha', ...change };
}

export function position(holder: string, text: string, change: Partial<Position> = {}): Position {
  return { holder, relation: 'not a party', text, citations: cite('alpha'), ...change };
}

export function dispute(change: Partial<Dispute> = {}): Dispute {
  return {
    id: 'why',
    question: 'Why was it closed?',
    positions: [position('The council', 'For want of money.'), position('The union', 'To punish the strike.')],
    ...change,
  };
}

export function entity(id: string, change: Partial<Entity> = {}): Entity {
  return {
    id,
    kind: 'organisation',
    name: `House of ${id}`,
    reviewBy: '2027-05-01',
    statements: [statement('It was a club.')],
    ...change,
  };
}

export function person(id: string, change: Partial<Entity> = {}): Entity {
  return entity(id, { kind: 'person', name: `Person ${id}`, living: false, ...change });
}

/** A copy of the entity in which a second reader has passed every statement, position and role as it stands. */
export function passed(record: Entity): Entity {
  const copy = structuredClone(record);
  for (const unit of unitsOf(copy))
    unit.record.review = [{ on: today, as: 'second reader', verdict: 'supported', of: unitHash(unit) }];
  return copy;
}

/** A pack of these entities with the sources that they cite (`alpha`, `beta`, …) and any others given. */
export function pack(entities: Entity[], sources: Source[] = [], id = 'test'): LoadedPack {
  const all = [source('alpha'), ...sources];
  return {
    id,
    title: 'Test pack',
    description: 'Made for a test.',
    language: 'en',
    license: 'CC-BY-4.0',
    released: today,
    entities,
    sources: Object.fromEntries(all.map((record) => [record.id, record])),
  };
}

export function context(packs: LoadedPack | LoadedPack[], change: Partial<RuleContext> = {}): RuleContext {
  return {
    library: createLibrary([packs].flat()),
    today,
    deniedHosts: [{ host: 'copies.example', why: 'a site of copies' }],
    publishers: [
      { host: 'example', types: ['newspaper or broadcaster'], why: 'papers of these tests' },
      { host: 'library.example', types: ['academic'], carrier: true, why: 'a library of these tests' },
    ],
    loadedWords: [
      { forms: ['terrorist', 'terrorists'], why: 'write who listed whom' },
      { forms: ['regime'], neutralIn: ['sanctions regime'], why: 'write government' },
      { forms: ['massacre'], why: 'write what happened' },
    ],
    isCommonWord: (word) => ['post', 'mark', 'court'].includes(word),
    countries: [{ region: 'BE', words: ['Belgian'] }],
    limitingWords: [{ says: 'a negation', words: ['not'], carriedBy: ['not', 'den*'] }],
    spell: () => [],
    ...change,
  };
}
