import { defaultModel, Model } from '@opensanctions/followthemoney';
import { expect, test } from 'vitest';
import { entity, pack, person, source } from './builders.ts';
import { toFtm } from './ftm.ts';
import { entityKinds } from './kinds.ts';
import type { Entity } from './schema.ts';

const model = new Model(defaultModel);
const { sources } = pack([], [source('beta')]);

const whole: Partial<Entity> = {
  names: [
    { text: 'Bureau', kind: 'short' },
    { text: 'HB', kind: 'acronym' },
    { text: 'The House B', kind: 'variant' },
    { text: 'the Hammer', kind: 'epithet', usedBy: 'opponents' },
  ],
  description: 'A club',
  roles: [{ title: 'Mayor' }],
  wikipedia: 'House B (club)',
  wikidata: 'Q5',
};

test.each(entityKinds)('a %s fits the model of FollowTheMoney, or is left out', (kind) => {
  const line = toFtm({ ...entity('b', whole), kind }, 'test', sources);
  if (kind === 'place' || kind === 'term') {
    expect(line).toBeUndefined();
    return;
  }
  const schema = model.getSchema(line!.schema);
  for (const property of Object.keys(line!.properties)) expect(() => schema.getProperty(property)).not.toThrow();
  const read = model.getEntity(JSON.parse(JSON.stringify(line)));
  expect(read.getCaption()).toBe('House of b');
  expect(read.getProperty('sourceUrl')).toEqual(['https://alpha.example/report']);
  expect(read.getProperty('wikipediaUrl')).toEqual(['https://en.wikipedia.org/wiki/House_B_(club)']);
});

test("names that are somebody's words are left out, since the format cannot say whose", () => {
  expect(JSON.stringify(toFtm(person('b', whole), 'test', sources))).not.toContain('Hammer');
});

test('offices and weak names go to their own properties', () => {
  expect(toFtm(person('b', whole), 'test', sources)?.properties).toMatchObject({
    alias: ['The House B'],
    weakAlias: ['Bureau'],
    abbreviation: ['HB'],
    position: ['Mayor'],
  });
});

test('an entry that is only a name, or whose sources are elsewhere, is a line all the same', () => {
  const bare = toFtm({ id: 'x', kind: 'person', name: 'Person x' }, 'test', {});
  expect(bare).toMatchObject({ id: 'x', caption: 'Person x', schema: 'Person' });
  expect(toFtm(person('b'), 'test', {})?.properties).not.toHaveProperty('sourceUrl');
  const { URL: _, ...offline } = sources.alpha!;
  expect(toFtm(person('b'), 'test', { alpha: offline })?.properties).not.toHaveProperty('sourceUrl');
});
