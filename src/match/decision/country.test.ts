import { describe, expect, test } from 'vitest';
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex as compile, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const compileIndex = (entities: readonly NamedEntity[]) => compile(entities, words);

const needs = ['Examplia', 'Examplian'];
const of = (country: string, id: string, name: string, type: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: type }],
  related: [country],
  cues: country === 'land' ? needs : ['Otheria', 'Otherian'],
  ...more,
});
const member = (id: string, name: string): NamedEntity =>
  of('land', id, name, '', { kind: 'person', facts: [{ property: 'member-of', value: 'house' }] });
const place = (id: string, names: string[], cues: string[] = []): NamedEntity => ({
  id,
  cues,
  kind: 'place',
  name: names[0]!,
  names: names.map((text) => ({ text, kind: 'full' as const })),
  facts: [{ property: 'type', value: 'country-or-territory' }],
});
const acronym = (text: string, words: string[]) => [{ text, kind: 'acronym' as const, needs: words, exactCase: true }];

const entities: NamedEntity[] = [
  place('land', ['Examplia', 'Exemplien'], ['Examplian']),
  place('other', ['Otheria', 'Andersland'], ['Otherian']),
  of('land', 'house', 'Volksthing', 'lower-chamber'),
  of('land', 'workers', 'Workers of Examplia', 'political-party', { names: acronym('WXP', needs) }),
  of('other', 'walkers', 'Walkers of Otheria', 'political-party', { names: acronym('WXP', ['Otheria', 'Otherian']) }),
  of('land', 'farmers', 'Farmers of Examplia', 'political-party', { names: acronym('FZ', needs) }),
  of('land', 'outlet', 'Outlet of Examplia', 'news-outlet', { names: acronym('OXW', needs) }),
  member('anna', 'Anna Quendelstrauch'),
  member('bert', 'Bertold Zwirnwickel'),
  member('cora', 'Cora Pfeffersack'),
  member('smith', 'John Smith'),
];
const index = openIndex(compileIndex(entities));
const found = (...blocks: string[]) => annotate(index, { blocks, lang: 'de' }).map(({ entity }) => entity);
const persons = 'Anna Quendelstrauch, Cora Pfeffersack und Bertold Zwirnwickel stimmten ab.';

test('an acronym of a party stands where its country or enough of its politics does, in any language and block', () => {
  expect(found('Die WXP will das nicht.')).toEqual([]);
  expect(found('Das Volksthing tagt.', persons, 'Die WXP will das nicht.')).toContain('workers');
  expect(found('In Exemplien gilt das.', persons, 'Die WXP will das nicht.')).toContain('workers');
  expect(found('In Exemplien gilt das.', 'Die WXP will das nicht.')).toEqual(['land']);
});

test('what somebody chose for the name alone, its country does not stand for', () => {
  const chosen = of('land', 'workers', 'Workers of Examplia', 'political-party', { names: acronym('WXP', ['strike']) });
  const other = openIndex(compileIndex(entities.map((each) => (each.id === 'workers' ? chosen : each))));
  const marked = (last: string) =>
    annotate(other, { blocks: ['Das Volksthing tagt in Exemplien.', persons, last], lang: 'de' }).map(
      ({ entity }) => entity,
    );
  expect(marked('Die WXP will das nicht.')).not.toContain('workers');
  expect(marked('Die WXP will strike und Lohn.')).toContain('workers');
});

test('two letters ask for more, and what is no body of politics for the word of its country beside it', () => {
  expect(found('Das Volksthing tagt.', 'Die FZ will das nicht.')).toEqual(['house']);
  expect(found('Das Volksthing tagt.', persons, 'Die FZ will das nicht.')).not.toContain('farmers');
  expect(found('Das Volksthing von Exemplien tagt.', persons, 'Die FZ will das nicht.')).toContain('farmers');
  expect(found('Das Volksthing tagt.', persons, 'Da hing OXW.')).not.toContain('outlet');
});

test('an acronym of parties of two countries that both stand there is left alone', () => {
  expect(found('Exemplien und Andersland.', 'Das Volksthing tagt.', 'WXP stimmt zu.')).toContain('workers');
  expect(found('Examplia and Otheria, Examplian and Otherian.', 'WXP stimmt zu.')).toEqual(['land', 'other']);
});

test('a member is known by the company of others, a word of the country or an office, and not by a name alone', () => {
  expect(found('Dann kam Anna Quendelstrauch mit dem Zug.')).toEqual([]);
  expect(found('Dann kam Anna Quendelstrauch mit dem Zug nach Exemplien.')).toContain('anna');
  expect(found('Dann kam Senator Anna Quendelstrauch mit dem Zug.')).toEqual(['anna']);
  expect(found('Das Volksthing tagt.', 'Dann kam Anna Quendelstrauch.')).toEqual(['house', 'anna']);
  expect(found('Anna Quendelstrauch und Cora Pfeffersack kamen.')).toEqual([]);
  expect(found(persons)).toEqual(['anna', 'cora', 'bert']);
});

test('what people describe of a state, and a person of an office of it, are company for those of open data', () => {
  const edited = openIndex(
    compileIndex([
      { id: 'land', kind: 'organisation', name: 'Republic of Examplia' },
      { id: 'guards', kind: 'organisation', name: 'Sturmhaubengarde', related: ['land'] },
      { id: 'presidency', kind: 'role', name: 'Weltenvorsitz', related: ['land'] },
      { id: 'leader', kind: 'person', name: 'Dorothea Wurzelsepp', related: ['presidency'] },
    ]),
  );
  const both = (text: string) => annotate([edited, index], { blocks: [text], lang: 'de' }).map(({ entity }) => entity);
  expect(both('Dann kam Anna Quendelstrauch mit dem Zug.')).toEqual([]);
  expect(both('Die Sturmhaubengarde und Anna Quendelstrauch kamen.')).toEqual(['guards', 'anna']);
  expect(both('Dorothea Wurzelsepp und Anna Quendelstrauch kamen.')).toEqual(['leader', 'anna']);
});

test('a frequent name is that of the member among two others of the country', () => {
  expect(found('Dann kam John Smith mit dem Zug.')).toEqual([]);
  expect(found('Senatorin Anna Quendelstrauch kam.', 'Dann kam John Smith mit dem Zug.')).toEqual(['anna']);
  expect(found(persons, 'Dann kam John Smith mit dem Zug.')).toContain('smith');
});

describe('a country of which a page speaks in another language than its cues', () => {
  const words = (id: string, name: string, cues: string[]): NamedEntity => ({ ...place(id, [name]), cues });
  const spoken = openIndex(
    compileIndex([
      words('land', 'Exemplien', ['Examplian', 'exemplisch', 'exemplische', 'exemplischen']),
      words('other', 'Andersland', ['Otherian', 'andersche', 'anderschen']),
      { ...place('other-city', ['Andersstadt']), facts: [{ property: 'type', value: 'capital' }], related: ['other'] },
      of('land', 'workers', 'Workers of Examplia', 'political-party', { names: acronym('WXP', needs) }),
      of('land', 'greens', 'Die Grünen', 'political-party', { names: [{ text: 'Grüne', kind: 'short', needs }] }),
      of('land', 'house', 'House of Examplia', 'parliament', {
        names: [{ text: 'Parlament', kind: 'short', lang: 'de', needs }],
      }),
      of('land', 'foreign', 'Foreign ministry of Examplia', 'ministry', {
        names: [{ text: 'Außenministerium', kind: 'short', lang: 'de' }],
      }),
      { ...member('anna', 'Anna Smith'), facts: [{ property: 'head-of-government-of', value: 'land', from: '2020' }] },
    ]),
  );
  const about = (...blocks: string[]) =>
    annotate(spoken, { blocks, lang: 'de' }).flatMap(({ entity }) => (entity.startsWith('land') ? [] : entity));

  test('an acronym has what it needs beside a word of the country, a word of every day has not', () => {
    expect(about('Die WXP will das nicht.')).toEqual([]);
    expect(about('Die WXP will die exemplischen Steuern nicht.')).toEqual(['workers']);
    expect(about('Die WXP will in Exemplien keine Steuern.')).toEqual(['workers']);
    expect(about('Grüne Wiesen, exemplische Steuern.')).toEqual([]);
  });

  test('a head of a government with a frequent name is known by it', () => {
    expect(about('Dann kam Anna Smith mit dem Zug.')).toEqual([]);
    expect(about('Dann kam Anna Smith mit dem Zug.', 'Das war exemplische Politik.')).toEqual(['anna']);
  });

  test('a person who heads nothing is known by a word of the country in the block, that is no part of a name', () => {
    const others = openIndex(
      compileIndex([
        words('land', 'Exemplien', ['Examplian', 'exemplische', 'Zwirnwickel']),
        member('bert', 'Bertold Zwirnwickel'),
        member('cora', 'Cora Pfeffersack'),
      ]),
    );
    const persons = (...blocks: string[]) => annotate(others, { blocks, lang: 'de' }).map(({ entity }) => entity);
    expect(persons('Die exemplische Politikerin Cora Pfeffersack kam.')).toEqual(['cora']);
    expect(persons('Cora Pfeffersack kam.', 'Die exemplische Politik ruht.')).toEqual([]);
    expect(persons('Bertold Zwirnwickel kam.')).toEqual([]);
  });

  test('a body that every country has is that of the country of which the words are, and not beside another or in its capital', () => {
    const page = 'Der exemplische Staat, exemplische Politik und die exemplischen Städte.';
    expect(about('Das Außenministerium schwieg.')).toEqual([]);
    expect(about('Das Außenministerium schwieg.', page)).toEqual(['foreign']);
    expect(about('Das andersche Außenministerium schwieg.', page)).toEqual([]);
    expect(about('Das Außenministerium in Andersstadt schwieg.', page)).toEqual(['other-city']);
    expect(about('Das Parlament schwieg.', page)).toEqual(['house']);
    expect(about('Das andersche Parlament schwieg.', page)).toEqual([]);
  });
});

test('an office and a word of the country before a frequent name are enough', () => {
  const found = (text: string) =>
    annotate(
      openIndex(
        compileIndex([
          { ...place('land', ['Exemplien']), cues: ['exemplien', 'exemplische'] },
          { ...member('anna', 'Anna Smith') },
          {
            ...of('other', 'anna-too', 'Anna Smith', '', { kind: 'person' }),
            facts: [{ property: 'member-of', value: 'x' }],
          },
        ]),
      ),
      { blocks: [text], lang: 'fr' },
    ).map(({ entity }) => entity);
  expect(found("Le secrétaire d'Etat exemplien Anna Smith a dit non.")).toEqual(['anna']);
  expect(found('Die exemplische Außenministerin Anna Smith sagte nein.')).toEqual(['anna']);
  expect(found('Die exemplische Bäckerin Anna Smith sagte nein.')).toEqual([]);
});

describe('a head of a government', () => {
  const led = openIndex(
    compileIndex([
      ...entities,
      {
        ...member('kilian', 'Kilian Wetz'),
        facts: [{ property: 'head-of-government-of', value: 'land', from: '2020' }],
      },
      {
        ...member('heard', 'Ute Blauregen'),
        facts: [{ property: 'head-of-government-of', value: 'land', from: '2015' }],
      },
    ]),
  );
  const about = (...blocks: string[]) => annotate(led, { blocks, lang: 'de' }).map(({ entity }) => entity);

  test('speaks for the party that stands in brackets after the name or directly before it', () => {
    expect(about('Dort kam Kilian Wetz (WXP) an.')).toEqual(['kilian', 'workers']);
    expect(about('Dort kam WXP-Chef Kilian Wetz an.')).toEqual(['workers', 'kilian']);
    expect(about('Dort kam Kilian Wetz an, und WXP stand am Wagen.')).toEqual(['kilian']);
    expect(about('Dort kam Kilian Wetz an (die Farbe: WXP).')).toEqual(['kilian']);
    expect(about('Dort kam Anna Quendelstrauch (WXP) an.')).toEqual([]);
  });

  test('is known by the surname where the page speaks of the politics of the country, by one of four letters where it says more', () => {
    const politics = ['Das Volksthing tagt, auch in der WXP von Exemplien.', persons];
    expect(about('Dann sprach Blauregen lange.')).toEqual([]);
    expect(about('Das Volksthing tagt.', 'Dann sprach Blauregen lange.')).toEqual(['house']);
    expect(about(...politics, 'Dann sprach Blauregen lange.')).toContain('heard');
    expect(about(...politics, 'Dann sprach Wetz lange.')).toContain('kilian');
    expect(about('In Exemplien regnet es.', 'Dann sprach Wetz lange.')).toEqual(['land']);
  });
});

test('a page that names a chamber of one country is not about another alone, however often it names that', () => {
  const supreme = (country: string, id: string): NamedEntity =>
    of(country, id, `Supreme Court of ${id}`, 'high-court', {
      names: [{ text: 'Supreme Court', kind: 'short', needs }],
    });
  const index = openIndex(compileIndex([...entities, supreme('other', 'court')]));
  const about = (text: string) =>
    annotate(index, { blocks: [text] }).flatMap(({ entity }) => (entity === 'other' ? [] : entity));
  const plan = 'The Andersland plan goes to Andersland, says Andersland, and the Supreme Court waits.';
  expect(about(plan)).toEqual(['court']);
  expect(about(`The Volksthing met. ${plan}`)).toEqual(['house']);
});

test('where every noun has a capital a country is known, though its name is frequent, and no part of another name', () => {
  const index = openIndex(compileIndex([place('china', ['China'])]));
  const about = (text: string) => annotate(index, { blocks: [text], lang: 'de' }).map(({ entity }) => entity);
  expect(about('Die Staaten stimmten zu, auch China.')).toEqual(['china']);
  expect(about('Das Institut heißt Bode China.')).toEqual([]);
});
