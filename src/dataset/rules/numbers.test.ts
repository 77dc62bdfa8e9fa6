import { expect, test } from 'vitest';
import { quantitiesIn } from './numbers.ts';

test.each([
  ['over 30,000 prisoners were killed', ['30,000']],
  ['between 2,800 and 5,000 people', ['2,800', '5,000']],
  ['some 45 % of the seats', ['45']],
  ['1500 people were arrested', ['1500']],
  ['a fine of 2.5 million dollars', ['2.5']],
  ['members of 12 parties', ['12']],
])('%s states a quantity', (text, expected) => {
  expect(quantitiesIn(text)).toEqual(expected);
});

test.each([
  'Ebrahim Raisi died on 19 May 2024',
  'the vote of June 18, 2021',
  'in the executions of 1981–82 and 1988',
  'president from 1997 to 2005, and again in the 2010s',
  'its 55th session heard the report A/HRC/55/62',
  'resolution 2231 and resolutions 598 and 1929',
  'article 7 of the statute, arts. 6-8, section 209 and paragraph 12',
  'Flight PS752, Ashraf-3, the P5+1 and the G7',
  'between 28 July and 3 August 1988, on 5–7 June',
  'at 10:30 a.m. on 15 Khordad 1342',
  'Council Decision 2012/829/CFSP, Case 3 and Ward 350',
  'the Criminal Court found in July 2022',
])('%s counts nothing', (text) => {
  expect(quantitiesIn(text)).toEqual([]);
});
