/** Surnames after the signs and the words of a sentence that look like a piece of a name. */
import { expect, test } from 'vitest';
import type { NamedEntity } from './index.ts';
import { marks } from './testing.ts';

const veldhoven: NamedEntity = { id: 'veldhoven', kind: 'person', name: 'Tobias Veldhoven' };
const marked = (text: string, lang: string) => marks([veldhoven], [text], {}, lang);

test('the end of a sentence is no part of the surname that begins the next one', () => {
  const text = 'Tobias Veldhoven llegó con el canciller Iván Gil. Veldhoven visitó el puerto.';
  expect(marked(text, 'es')).toEqual(['Tobias Veldhoven → veldhoven', 'Veldhoven → veldhoven']);
  const other = 'Tobias Veldhoven llegó. Allí estaba Gil Veldhoven.';
  expect(marked(other, 'es')).toEqual(['Tobias Veldhoven → veldhoven']);
});

test('a noun that is a given name elsewhere hides no genitive', () => {
  const text = 'Tobias Veldhoven ist tot. Sie gaben den Tod Veldhovens bekannt.';
  expect(marked(text, 'de')).toEqual(['Tobias Veldhoven → veldhoven', 'Veldhoven → veldhoven']);
  const other = 'Tobias Veldhoven ist tot. Das sagte Tod Veldhoven.';
  expect(marked(other, 'de')).toEqual(['Tobias Veldhoven → veldhoven']);
});

test.each([
  'Spaniens Regierungschef Veldhoven lehnt ab.',
  'Hafenchef Veldhoven kam.',
  'Die Politik des Ministerpräsidenten Veldhoven schadet.',
  'Oppositionsführerin Veldhoven trat auf.',
])('an office before a surname is a title in German, of whatever it is made: %s', (text) => {
  expect(marked(`Tobias Veldhoven ist hier. ${text}`, 'de')).toHaveLength(2);
});

test.each(['Küchenchef Veldhoven kocht.', 'Jana Veldhoven kocht.', 'Bäcker Tod Veldhoven backt.'])(
  'but a local one says that somebody else bears it: %s',
  (text) => {
    expect(marked(`Tobias Veldhoven ist hier. ${text}`, 'de')).toHaveLength(1);
  },
);

test('what is called after somebody is no other bearer of the surname', () => {
  const text = 'Tobias Veldhoven is here. The Tobias Veldhoven Foundation says so. Veldhoven came.';
  expect(marked(text, 'en')).toEqual(['Tobias Veldhoven → veldhoven', 'Veldhoven → veldhoven']);
});

test('an article that is part of the surname may be left out, also of one that many bear', () => {
  const nuri: NamedEntity = { id: 'nuri', kind: 'person', name: 'Nuri al-Maliki' };
  const text = 'Nuri al-Maliki came. Mr. Maliki left, and al-Maliki returned.';
  expect(marks([nuri], [text], {}, 'en')).toEqual(['Nuri al-Maliki → nuri', 'Maliki → nuri', 'al-Maliki → nuri']);
  const other = { ...nuri, name: 'Nora Berner-Smith' };
  expect(marks([other], ['Nora Berner-Smith came. Mr. Smith left.'], {}, 'en')).toHaveLength(1);
});
