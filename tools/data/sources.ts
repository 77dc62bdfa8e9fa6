/**
 * The datasets behind the packs of open data, in the order in which their records are joined: where two tell the name of one entity, the
 * first stands, and adapters may look at the records of those before them.
 */
import type { PackInfo } from '../../src/dataset/schema.ts';
import type { Description } from './source.ts';
import { bodies } from './sources/bodies.ts';
import { parliaments } from './sources/parliaments.ts';
import { formalNames, places } from './sources/places.ts';

export const packInfos: Omit<PackInfo, 'released'>[] = [
  {
    id: 'world',
    title: 'The world from open data',
    description:
      'Countries, parliaments and their members, governments, parties, courts, armed conflicts and listed groups: dated facts from open datasets.',
    language: 'en',
    license: 'CC-BY-4.0',
  },
  {
    id: 'world-sharealike',
    title: 'International bodies, central banks and leaders from open data',
    description:
      'International bodies with their names in many languages, central banks, and leaders of thirty countries, from share-alike datasets.',
    language: 'en',
    license: 'CC-BY-SA-4.0',
  },
];

export const descriptions: readonly Description[] = [...places, ...parliaments, ...bodies, ...formalNames];
