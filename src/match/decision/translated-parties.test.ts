import { describe, expect, test } from 'vitest';
import countries from '../../../data/stems-of-countries.json' with { type: 'json' };
import parties from '../../../data/words-of-parties.json' with { type: 'json' };
import { foldText } from '../../text/fold.ts';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const country = (id: string, name: string, cues: string[], names: string[]): NamedEntity => ({
  id,
  kind: 'place',
  name,
  names: [name, ...names].map((text) => ({ text, kind: 'full' })),
  cues,
  facts: [{ property: 'type', value: 'country-or-territory' }],
});
const party = (of: string, id: string, name: string, founded?: string, names: string[] = []): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  names: [name, ...names].map((text) => ({ text, kind: 'full', needs: ['Examplian'] })),
  facts: [
    { property: 'type', value: 'political-party' },
    ...(founded ? [{ property: 'founded' as const, value: founded }] : []),
  ],
  related: [of],
});
const index = openIndex(
  compileIndex(
    [
      country(
        'land',
        'Examplia',
        ['Examplian', 'exemplische', 'exemplien'],
        ['Exemplie', 'Exemplien', 'Ejemplia', 'مثاليا', 'نمونستان'],
      ),
      country('other', 'Otheria', ['Otherian', 'otherisch'], ['Autrie', 'Andersland', 'غيريا']),
      party('land', 'freedom', 'Examplian Freedom Party'),
      party('land', 'solidarity', 'Party of Action and Solidarity'),
      party('land', 'republicans', 'The Republicans'),
      party('land', 'islamic', 'Islamic Republican Party'),
      party('land', 'free', 'Free Democrats'),
      party('land', 'home', 'Democracy at Home Party'),
      party('land', 'democrats', 'Democratic Party'),
      party('land', 'workers', 'Workers’ Party', '1990'),
      party('land', 'hope', 'Movement for Hope'),
      party('land', 'greens', 'Green Alliance', undefined, ['Verdaro']),
      party('land', 'greens-before', 'Green Alliance'),
      party('land', 'left', 'United Left Front'),
      party('land', 'leftists', 'Left United Front'),
      party('other', 'otherian', 'People’s Party'),
      party('land', 'people', 'People’s Party of Examplia'),
    ],
    { parties },
  ),
);
const found = (text: string, lang: string, published?: string) =>
  annotate(index, { blocks: [text], lang, ...(published && { published }) })
    .filter(({ entity }) => !['land', 'other'].includes(entity))
    .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`);

describe('a party by its name in the language of the text', () => {
  test.each([
    [
      'de',
      'In Examplia gewann die Freiheitspartei, die Partei für Aktion und Solidarität verlor.',
      ['Freiheitspartei → freedom', 'Partei für Aktion und Solidarität → solidarity'],
    ],
    [
      'fr',
      'En Exemplie, le Parti de la liberté et le Parti action et solidarité négocient.',
      ['Parti de la liberté → freedom', 'Parti action et solidarité → solidarity'],
    ],
    ['es', 'En Ejemplia, el Partido de la Libertad ganó.', ['Partido de la Libertad → freedom']],
    [
      'ar',
      'في مثاليا فاز حزب الحرية وحزب العمال والحزب الديمقراطي.',
      ['حزب الحرية → freedom', 'حزب العمال → workers', 'الحزب الديمقراطي → democrats'],
    ],
    ['fa', 'در نمونستان حزب آزادی در انتخابات برنده شد.', ['حزب آزادی → freedom']],
    [
      'fr',
      'Le Parti populaire exemplien et le Parti populaire d’Autrie.',
      ['Parti populaire exemplien → people', 'Parti populaire → otherian'],
    ],
    ['fr', 'En Exemplie, le parti Démocratie à la maison est élu.', ['parti Démocratie à la maison → home']],
    ['de', 'In Exemplien ziehen die Freien Demokraten ins Parlament ein.', ['Freien Demokraten → free']],
    ['fr', 'En Exemplie, l’Alliance verte recule.', ['Alliance verte → greens']],
  ])('%s: %s', (lang, text, marks) => {
    expect(found(text, lang)).toEqual(marks);
  });

  test.each([
    ['de', 'Die Freiheitspartei gewann.', 'no country'],
    ['de', 'In Andersland gewann die Freiheitspartei.', 'a country without such a party'],
    ['fr', 'En Exemplie, un Parti de la liberté est né.', 'some party'],
    ['fr', 'En Exemplie, le Parti de la liberté kosovarien gagne.', 'an adjective makes another name'],
    ['fr', 'En Exemplie, le Parti de la liberté de Bordurie gagne.', 'another place'],
    ['fr', 'En Exemplie, le Parti de la liberté en Autrie gagne.', 'another country'],
    ['fr', 'En Exemplie, le Parti démocratie à la famille gagne.', 'a longer name that no party has'],
    ['fr', 'En Exemplie, le Parti républicain gagne.', 'no party by that word'],
    ['de', 'In Examplia gewann die Vereinigte Linksfront.', 'two parties'],
    ['de', 'In Examplia wählt das Parlament der Islamischen Republik.', 'the name has the word "party"'],
    ['de', 'In Examplia will eine liberale und freie Partei ins Parlament.', 'no capitals'],
    ['ar', 'في مثاليا حزب حرية جديد.', 'indefinite'],
    ['ar', 'في مثاليا فاز حزب الحرية الشمالي.', 'an adjective after the name'],
    ['fa', 'در نمونستان حزب آزادی کوهستان برنده شد.', 'a noun after the name'],
    ['fa', 'در نمونستان جنبش امید است.', 'a noun of every day'],
    ['fr', 'Exemplie dort. En Autrie, le Parti de la liberté gagne.', 'another country in the sentence'],
  ])('%s: not "%s" (%s)', (lang, text) => {
    expect(found(text, lang)).toEqual([]);
  });

  test('a name of one such word is nobody’s where its country is not named', () => {
    const liberals: NamedEntity = {
      id: 'liberals',
      kind: 'organisation',
      name: 'The Liberals',
      facts: [{ property: 'type', value: 'political-party' }],
      related: ['other'],
      cues: ['Otheria', 'Otherian'],
    };
    const places = [country('land', 'Examplia', ['Examplian'], []), country('other', 'Otheria', ['Otherian'], [])];
    const packs = openIndex(compileIndex([...places, liberals], { parties }));
    const on = (text: string) =>
      annotate(packs, { blocks: [text] }).filter(({ entity }) => entity === 'liberals').length;
    expect(on('In Examplia, the Liberals won the vote.')).toBe(0);
    expect(on('In Otheria, said Otherian voters, The Liberals won the vote.')).toBe(1);
  });

  test('was not yet founded when the page was written', () => {
    const text = 'En Exemplie, le Parti des travailleurs gagne.';
    expect(found(text, 'fr', '2001-05-01')).toEqual(['Parti des travailleurs → workers']);
    expect(found(text, 'fr', '1981-05-01')).toEqual([]);
  });

  test('words of parties are no other words of parties', () => {
    const seen = new Map<string, string>();
    for (const [idea, lines] of Object.entries({ countries, ...parties.beside, ...parties.kinds, ...parties.ideas }))
      for (const word of lines.flatMap((line) => foldText(line).split(' '))) {
        expect(seen.get(word) ?? idea, word).toBe(idea);
        seen.set(word, idea);
      }
  });
});
