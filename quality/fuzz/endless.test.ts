import { expect, test } from 'vitest';
import { endless, readEndless } from './endless.ts';

test.each(endless)('a tenth of %s is read to its end', (name) => {
  expect(() => readEndless(name, 0.1)).not.toThrow();
});
