/** Names and words of a country in any language, as evidence and as names. */
import { expect, test } from 'vitest';
import type { NamedEntity } from './index.ts';
import { marks } from './testing.ts';

const velmark: NamedEntity = {
  id: 'velmark',
  kind: 'place',
  name: 'Velmark',
  facts: [{ property: 'type', value: 'country-or-territory' }],
};

test('where a cue is the name of a country, another word of that country is as good for letters', () => {
  const agency: NamedEntity = {
    id: 'agency',
    kind: 'organisation',
    name: 'Harbour Energy Agency',
    names: [{ text: 'HENA', kind: 'acronym' }],
    cues: ['Velmark'],
  };
  const country = { ...velmark, cues: ['Velmarkian', 'velmarkien'] };
  const ofOther = { ...agency, cues: ['Otherland'] };
  expect(marks([agency, country], ['La HENA inspecte le site velmarkien.'], {}, 'fr')).toEqual(['HENA → agency']);
  expect(marks([agency, country], ['La HENA inspecte le site.'], {}, 'fr')).toEqual([]);
  expect(marks([ofOther, country], ['La HENA inspecte le site velmarkien.'], {}, 'fr')).toEqual([]);
});

test('a country after its article at the beginning of a sentence is a name in French', () => {
  const china: NamedEntity = { ...velmark, id: 'china', name: 'Chine', names: [{ text: 'Chine', kind: 'full' }] };
  expect(marks([china], ['La Chine a riposté hier.'], {}, 'fr')).toEqual(['Chine → china']);
  expect(marks([china], ['La chine a riposté hier.'], {}, 'fr')).toEqual([]);
});

test('a state with a frequent name is one in letters without case, where its name needs no word', () => {
  const state: NamedEntity = {
    ...velmark,
    id: 'us',
    name: 'Velmark',
    names: [{ text: 'آمریکا', kind: 'full', lang: 'fa' }],
  };
  const chamber: NamedEntity = {
    id: 'chamber',
    kind: 'organisation',
    name: 'Assembly of Velmark',
    related: ['us'],
    facts: [{ property: 'type', value: 'parliament' }],
  };
  const marked = (...entities: NamedEntity[]) => marks(entities, ['او در آمریکا زندگی می‌کند.'], {}, 'fa');
  expect(marked(state, chamber)).toEqual(['آمریکا → us']);
  expect(marked(state)).toEqual([]);
});

test('an event by its whole name in letters without case may be in another country than its own', () => {
  const spring: NamedEntity = {
    id: 'spring',
    kind: 'event',
    name: 'Harbour Spring',
    names: [
      { text: 'بهار بندر', kind: 'full', lang: 'fa' },
      { text: 'کشتار بندر', kind: 'epithet', lang: 'fa' },
    ],
  };
  const country = { ...velmark, names: [{ text: 'ولمارک', kind: 'full' as const }] };
  const on = (text: string) => marks([spring, country], [text], {}, 'fa').filter((mark) => !mark.endsWith('velmark'));
  expect(on('بهار بندر در ولمارک آغاز شد.')).toEqual(['بهار بندر → spring']);
  expect(on('کشتار بندر در ولمارک آغاز شد.')).toEqual([]);
});

test('a state with a frequent name is one at the beginning of a sentence, as far as no word after it makes another name', () => {
  const state: NamedEntity = { ...velmark, id: 'france', name: 'France' };
  const chamber: NamedEntity = {
    id: 'chamber',
    kind: 'organisation',
    name: 'Assembly of Velmark',
    related: ['france'],
    facts: [{ property: 'type', value: 'parliament' }],
  };
  const marked = (text: string) => marks([state, chamber], [text]);
  expect(marked('France voted against it. The bill failed.')).toEqual(['France → france']);
  expect(marked('France’s vote is near.')).toEqual(['France → france']);
  expect(marked('FRANCE VOTES ON THE BILL')).toEqual(['FRANCE → france']);
  expect(marked('France Orsolek sang.')).toEqual([]);
  expect(marks([state], ['France voted against it.'])).toEqual([]);
});

test('an Arabic name of a country that is also its adjective is no name after a noun with its article', () => {
  const state: NamedEntity = { ...velmark, names: [{ text: 'الولمارية', kind: 'full', lang: 'ar' }] };
  const marked = (text: string) => marks([state], [text], {}, 'ar');
  expect(marked('قالت الولمارية إنها سترد.')).toHaveLength(1);
  expect(marked('اجتمعت البلدان والولمارية أمس.')).toHaveLength(1);
  expect(marked('قالت الحكومة الولمارية إنها سترد.')).toEqual([]);
});
