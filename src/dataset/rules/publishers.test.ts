import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cite, context, entity, pack, source, statement } from '../builders.ts';
import type { Entity, Source } from '../schema.ts';
import { knownPublishers, statedOrigins } from './publishers.ts';
import type { PublisherHost, RuleContext } from './rule.ts';
import { independentNumbers } from './statements.ts';

const contextOf = (alpha: Partial<Source>, others: Source[] = [], entities: Entity[] = []): RuleContext =>
  context(pack(entities, [source('alpha', alpha), ...others]));
const rules = (alpha: Partial<Source>) =>
  [...knownPublishers(contextOf(alpha)), ...statedOrigins(contextOf(alpha))].map(({ rule, path }) => `${rule} ${path}`);

test.each<[string, Partial<Source>, string[]]>([
  ['of the type that the table has', {}, []],
  ['of another type', { publisherType: 'academic' }, ['publisher-type sources/alpha.publisherType']],
  ['that speaks about itself', { publisherType: 'party to the matter' }, []],
  ['with somebody else’s text and type', { publisherType: 'news agency', origin: 'Reuters' }, []],
  ['on a host that nobody judged', { URL: 'https://other.org/x' }, ['known-publisher sources/alpha.URL']],
  ['on a host whose name only ends alike', { URL: 'https://notexample/x' }, ['known-publisher sources/alpha.URL']],
  ['on a subdomain with www', { URL: 'https://www.paper.example/x' }, []],
  ['without an address', { URL: undefined }, []],
  [
    'in a library',
    { URL: 'https://library.example/x', publisherType: 'academic' },
    ['stated-origin sources/alpha.origin'],
  ],
  ['in a library, with its origin', { URL: 'https://library.example/x', origin: 'United Nations' }, []],
  ['with an id as its origin', { origin: 'alpha' }, ['stated-origin sources/alpha.origin']],
  ['that carries an agency', { relation: 'newspaper, carrying AP' }, ['stated-origin sources/alpha.origin']],
  [
    'that took its text from Wikipedia',
    { relation: 'site; text taken from Wikipedia' },
    ['stated-origin sources/alpha.origin'],
  ],
  ['with the text of a law', { relation: 'site with the text of the treaty' }, ['stated-origin sources/alpha.origin']],
  ['that is the law', { relation: 'text of the decision itself' }, []],
])('a source %s: %j', (_, alpha, expected) => {
  expect(rules(alpha)).toEqual(expected);
});

describe('two sources of a number are independent', () => {
  const agency = entity('agency', { name: 'Allied Press', names: [{ text: 'AlP', kind: 'acronym' }] });
  const number = entity('a', { statements: [statement('It had 300 members.', { citations: cite('alpha', 'beta') })] });

  test.each<[string, Partial<Source>, Partial<Source>, boolean]>([
    ['with two publishers', {}, {}, true],
    ['with one origin on two days', { origin: 'Ministry, 3 May 1990' }, { origin: 'Ministry, 4 May 1990' }, false],
    ['with one origin under two of its names', { origin: 'AlP, 3 May 1990' }, { origin: 'Allied Press' }, false],
    ['with the other’s publisher under another name', { origin: 'AlP' }, { publisher: 'Allied Press' }, false],
    ['with two origins', { origin: 'Ministry' }, { origin: 'Court' }, true],
    ['with a text of Wikipedia', {}, { origin: 'Wikipedia' }, false],
  ])('%s: %s', (_, alpha, beta, independent) => {
    const found = independentNumbers(contextOf(alpha, [source('beta', beta)], [number, agency]));
    expect(found.map(({ rule }) => rule)).toEqual(independent ? [] : ['independent-sources']);
  });
});

test('each host of the table stands once, in order, without www, and with a reason', () => {
  const table: PublisherHost[] = JSON.parse(readFileSync('data/publishers.json', 'utf8'));
  const hosts = table.map(({ host }) => host);
  expect(hosts).toEqual([...new Set(hosts)].sort());
  expect(
    table.filter(({ host, why, types }) => host.startsWith('www.') || why.length < 3 || types.length === 0),
  ).toEqual([]);
});
