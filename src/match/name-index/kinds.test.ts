import { expect, test } from 'vitest';
import * as schema from '../../dataset/schema.ts';
import { kinds } from '../../settings/schema.ts';
import { entityKinds, nameKinds } from './kinds.ts';

test('the kinds that the index numbers and the settings offer are those of the schema, in its order', () => {
  expect(entityKinds).toEqual(schema.entityKinds);
  expect(nameKinds).toEqual(schema.nameKinds);
  expect(kinds).toEqual(schema.entityKinds);
});
