import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inYears } from './timeline.ts';

test('a date stands on the line as far as its source knows it', () => {
  expect(inYears('1988')).toBe(1988);
  expect(inYears('1988-07')).toBe(1988.5);
  expect(inYears('-0044-03-15')).toBeCloseTo(-43.8, 1);
});

test('later days stand further along the line', () => {
  const day = fc
    .date({ min: new Date('0100-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(fc.property(day, day, (one, other) => one === other || one < other === inYears(one) < inYears(other)));
});
