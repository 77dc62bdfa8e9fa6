/** Names that need a word beside them: once they stand they hold, and never for another country. */
import { expect, test } from 'vitest';
import type { NamedEntity } from './index.ts';
import { marks } from './testing.ts';

const office: NamedEntity = {
  id: 'office',
  kind: 'role',
  name: 'Supreme Leader of Iran',
  names: [
    { text: 'Supreme Leader', kind: 'short', needs: ['Iran', 'Iranian'] },
    { text: 'líder supremo', kind: 'short', needs: ['Irán', 'iraní'] },
    { text: 'المرشد الأعلى', kind: 'short', needs: ['إيران'] },
    { text: 'oberster Führer', kind: 'short', needs: ['iranischer', 'Iran'] },
  ],
};
const velmark: NamedEntity = {
  id: 'velmark',
  kind: 'place',
  name: 'Velmark',
  names: [{ text: 'New Velmarks', kind: 'full' }],
  facts: [{ property: 'type', value: 'country-or-territory' }],
};
const massacre: NamedEntity = {
  id: 'massacre',
  kind: 'event',
  name: 'Harbour killings of 1988',
  names: [
    { text: 'massacre in the summer of 1988', kind: 'epithet' },
    { text: '1988 massacre', kind: 'epithet', needs: ['Iran', 'prisoners'] },
    { text: 'massacre de 1988', kind: 'epithet', needs: ['Iran', 'prisonniers'] },
  ],
  cues: ['Iran'],
};
const guard: NamedEntity = {
  id: 'guard',
  kind: 'organisation',
  name: 'Revolutionary Guard Corps',
  names: [{ text: 'Revolutionary Guards', kind: 'short', needs: ['Iran', 'Iranian', 'Syria'] }],
  cues: ['Iran'],
};

const prison: NamedEntity = {
  id: 'prison',
  kind: 'place',
  name: 'Harl Prison',
  names: [{ text: 'Harl', kind: 'short', needs: ['prison', 'Iran'] }],
};

test('a name with needs holds on a page that has another name of its entity', () => {
  const text = ['The Supreme Leader of Iran spoke.', 'Nobody contradicts the supreme leader.'];
  expect(marks([office], text)).toEqual(['Supreme Leader of Iran → office', 'supreme leader → office']);
  expect(marks([office], text.slice(1))).toEqual([]);
});

test('a year that a name needs is not lent by another name of the page', () => {
  const killings: NamedEntity = {
    ...massacre,
    names: [
      ...(massacre.names ?? []),
      { text: 'mass killings', kind: 'short', needs: ['Iran + 1988', 'ایران + ۱۳۶۷'] },
    ],
  };
  const text = ['The massacre in the summer of 1988 came later.', 'In Iran mass killings of 1981 had gone before.'];
  expect(marks([killings], text)).toEqual(['massacre in the summer of 1988 → massacre']);
  expect(marks([killings], ['In Iran mass killings came in 1988.'])).toEqual(['mass killings → massacre']);
});

test('paragraphs of a sentence or two that follow each other lend what a name needs, headings and long ones do not', () => {
  const meeting = 'They met the Supreme Leader on Monday.';
  const found = ['Supreme Leader → office'];
  expect(marks([office], ['Envoys of Iran came on Sunday.', meeting])).toEqual(found);
  expect(marks([office], [meeting, '“Iran will answer,” they said.'])).toEqual(found);
  expect(marks([office], ['Talks with Iran', meeting])).toEqual([]);
  expect(marks([prison], ['Envoys of Iran came on Sunday.', 'Harl and Osk opened a bakery.'])).toEqual([]);
  expect(marks([office], ['Envoys of Iran came.', 'It rained all day.', meeting])).toEqual([]);
  expect(marks([office], [`Envoys of Iran came. ${'It rained all day. '.repeat(25)}`, meeting])).toEqual([]);
});

test('what one name of a person needs is not said by another', () => {
  const brewer: NamedEntity = {
    id: 'brewer',
    kind: 'person',
    name: 'Tobias Veldhoven',
    names: [{ text: 'Brewer', kind: 'epithet', needs: ['harbour'] }],
  };
  expect(marks([brewer], ['Tobias Veldhoven came.', 'Brewer is a trade.'])).toEqual(['Tobias Veldhoven → brewer']);
});

test.each([
  ['North Korea’s Supreme Leader met envoys of Iran.', 'en'],
  ['Envoys of Iran met the Supreme Leader of North Korea.', 'en'],
  ['Envoys of Iran went to Velmark’s Supreme Leader.', 'en'],
  ['Envoys of Iran met the Supreme Leader of the New Velmarks.', 'en'],
  ['Enviados de Irán vieron al líder supremo norcoreano.', 'es'],
  ['التقى وفد إيران المرشد الأعلى الكوري.', 'ar'],
  ['Iran schrieb, ein nordkoreanischer oberster Führer komme.', 'de'],
])('another country beside the name is whose it is: %s', (text, lang) => {
  expect(marks([office, velmark], [text], undefined, lang).filter((mark) => mark.endsWith('office'))).toEqual([]);
});

test('what open data says is of the country beside it is its own', () => {
  const court: NamedEntity = {
    id: 'court',
    kind: 'organisation',
    name: 'Supreme Court of Velmark',
    names: [{ text: 'Supreme Court', kind: 'short', needs: ['judges'] }],
    facts: [{ property: 'type', value: 'high-court' }],
    related: ['velmark'],
  };
  const found = marks([velmark, court], ['The judges of Velmark’s Supreme Court agreed.']);
  expect(found).toContain('Supreme Court → court');
});

test.each([
  'The massacre in the summer of 1988 in Burundi was never tried.',
  'Iran asked about the 1988 massacre in Burundi.',
  'L’Iran évoque le massacre de 1988 au Burundi.',
])('what happened in another country is another event: %s', (text) => {
  expect(marks([massacre], [text])).toEqual([]);
});

test.each([
  ['The Revolutionary Guards in Iraq answer to Iran.', 'Revolutionary Guards'],
  ['The Revolutionary Guards of Syria and Iran met.', 'Revolutionary Guards'],
  ['Iranian Revolutionary Guards fought in Iraq.', 'Revolutionary Guards'],
])('a body is its country’s also abroad, and where its own country is beside it: %s', (text, found) => {
  expect(marks([guard], [text])).toEqual([`${found} → guard`]);
});

test('quotation marks around a word of an event’s name are no gap', () => {
  const text = 'They asked about the 1988 "massacre" of prisoners.';
  expect(marks([massacre], [text])).toEqual(['1988 "massacre" → massacre']);
});

test('an Arabic name with its article is found after "for"', () => {
  const body: NamedEntity = { id: 'body', kind: 'organisation', name: 'الحرس الثوري' };
  for (const word of ['للحرس', 'وللحرس', 'وبالحرس', 'بالحرس'])
    expect(marks([body], [`دعم ${word} الثوري`], undefined, 'ar')).toHaveLength(1);
  expect(marks([body], ['دعم ملحرس الثوري'], undefined, 'ar')).toEqual([]);
});

test.each([
  ['رئیس‌جمهور آمریکا از ایران گفت.', 0],
  ['رئیس‌جمهور سابق آمریکا از ایران گفت.', 0],
  ['رئیس‌جمهور از ایران گفت.', 1],
])('in Persian the country follows its office: %s', (text, found) => {
  const president: NamedEntity = {
    id: 'president',
    kind: 'role',
    name: 'President of Iran',
    names: [{ text: 'رئیس‌جمهور', kind: 'short', needs: ['ایران'] }],
  };
  expect(marks([president], [text], undefined, 'fa')).toHaveLength(found);
});

const regime: NamedEntity = {
  id: 'regime',
  kind: 'organisation',
  name: 'Duchy of Veld',
  names: [{ text: 'Veldhaven', kind: 'short', needs: ['regime', 'régime'] }],
};

test.each([
  ['The regime fell in Veldhaven.', 0],
  ['Le régime tomba à Veldhaven.', 0],
  ['The regime of Veldhaven fell.', 1],
  ['Le régime accusa Veldhaven.', 1],
])('a city after a word of place is no government: %s', (text, found) => {
  expect(marks([regime], [text])).toHaveLength(found);
});

test('a movement in another country is that country’s', () => {
  const movement: NamedEntity = {
    id: 'movement',
    kind: 'organisation',
    name: 'Iranian Grey Movement',
    names: [{ text: 'Grey Movement', kind: 'short', needs: ['Iran'] }],
  };
  expect(marks([movement], ['Iran watched the Grey Movement in Germany.'])).toEqual([]);
  expect(marks([movement], ['Iran watched the Grey Movement in Iran.'])).toHaveLength(1);
});

test('names that are read alike keep what each needs, and the case in which each stands', () => {
  const guards: NamedEntity = {
    id: 'guards',
    kind: 'organisation',
    name: 'Guards of Velmark',
    names: [
      { text: 'Gardiens du port', lang: 'fr', kind: 'short', needs: ['Velmark'] },
      { text: 'gardiens du port', lang: 'fr', kind: 'short', needs: ['Velmark'] },
      { text: 'Velmár', lang: 'es', kind: 'short', needs: ['sanciones'], exactCase: true },
      { text: 'Vélmar', lang: 'fr', kind: 'short', needs: ['négociations'], exactCase: true },
    ],
  };
  const found = (text: string) => marks([guards], [text]);
  expect(found('À Velmark, les Gardiens du port tirent.')).toEqual(['Gardiens du port → guards']);
  expect(found('À Velmark, les gardiens du port tirent.')).toEqual(['gardiens du port → guards']);
  expect(found('Les gardiens du port tirent.')).toEqual([]);
  expect(found('Las sanciones contra Velmár vuelven.')).toEqual(['Velmár → guards']);
  expect(found('Vélmar rejette les négociations.')).toEqual(['Vélmar → guards']);
  expect(found('Las sanciones contra Vélmar vuelven.')).toEqual([]);
});

test('a capital that stands for its government asks for its words in each block, in German too, and is the city after where-words', () => {
  const government: NamedEntity = {
    id: 'government',
    kind: 'organisation',
    name: 'Republic of Velmark',
    names: [
      { text: 'Osk', kind: 'short', needs: ['Sanktionen', 'sanciones'], exactCase: true },
      { text: 'أوسكان', kind: 'short', needs: ['العقوبات'], exactCase: true },
    ],
  };
  const found = (blocks: string[], lang: string) => marks([government], blocks, {}, lang);
  const sanctions = 'Wegen der Sanktionen warnte Osk die Nachbarn.';
  expect(found([sanctions, 'Es regnet auf den Straßen von Osk.'], 'de')).toEqual(['Osk → government']);
  expect(found(['Die Sanktionen gelten, sagte er nach der Rückkehr aus Osk.'], 'de')).toEqual([]);
  expect(found(['Las sanciones preocupan en Osk.'], 'es')).toEqual([]);
  expect(found(['Las sanciones contra Osk vuelven.'], 'es')).toEqual(['Osk → government']);
  expect(found(['العقوبات المفروضة على أوسكان', 'شوارع هادئة وأوسكان جميلة'], 'ar')).toEqual(['أوسكان → government']);
  expect(found(['بعد العقوبات عاد الوفد إلى أوسكان'], 'ar')).toEqual([]);
  expect(found(['قال عن العقوبات بأوسكان كلاما'], 'ar')).toEqual([]);
});

test('one name in several languages needs a word of any of them, and none where one of them needs none', () => {
  const names: NamedEntity['names'] = [
    { text: 'OLK', kind: 'acronym', lang: 'en', needs: ['harbour'], exactCase: true },
    { text: 'OLK', kind: 'acronym', lang: 'de', needs: ['Hafen'], exactCase: true },
  ];
  const league: NamedEntity = { id: 'league', kind: 'organisation', name: 'Orsolek League', names };
  expect(marks([league], ['OLK left the harbour.'])).toHaveLength(1);
  expect(marks([league], ['OLK verließ den Hafen.'], undefined, 'de')).toHaveLength(1);
  expect(marks([league], ['OLK left.'])).toEqual([]);
  const hall = { text: 'Great Orsolek Hall', kind: 'full' } as const;
  const free: NamedEntity = { ...league, names: [{ ...hall, needs: ['harbour'] }, hall] };
  expect(marks([free], ['The Great Orsolek Hall closed.'])).toHaveLength(1);
});

test('the letters of a body hold on a page that has its name, without the words that they need', () => {
  const union: NamedEntity = {
    id: 'union',
    kind: 'organisation',
    name: 'Unión de Velmark',
    names: [{ text: 'UVX', kind: 'acronym', needs: ['comisión'], exactCase: true }],
  };
  const later = 'Las primeras medidas de la UVX son de ayer.';
  expect(marks([union], [later])).toEqual([]);
  expect(marks([union], ['La Unión de Velmark se reunió.', later])).toEqual([
    'Unión de Velmark → union',
    'UVX → union',
  ]);
});

test.each([
  ['fr', 'Le DSX de basket a eu lieu hier.', []],
  ['fr', 'Le DSX de l’UE entre en vigueur.', ['DSX → act']],
  ['en', 'The DSX was agreed in the E.U. last year.', ['DSX → act']],
  ['en', 'The DSX was agreed in the EU last year.', ['DSX → act']],
  ['de', 'Das DSX kam mit dem Bus.', []],
  ['en', 'The DSX applies to Nato too.', ['DSX → act']],
  ['en', 'DSX, A NEW LAW OF THE EU', ['DSX → act']],
])('letters that a name needs are letters, and no word: %s, %s', (lang, text, expected) => {
  const act: NamedEntity = {
    id: 'act',
    kind: 'document',
    name: 'Digital Sample Act',
    names: [{ text: 'DSX', kind: 'acronym', needs: ['EU', 'UE', 'MIT', 'NATO'] }],
  };
  expect(marks([act], [text], {}, lang)).toEqual(expected);
});
