import countries from '../../data/stems-of-countries.json' with { type: 'json' };
import words from '../../data/words-beside-names.json' with { type: 'json' };
import parties from '../../data/words-of-parties.json' with { type: 'json' };
import { annotate, compileIndex, type MatchOptions, type NamedEntity, openIndex } from './index.ts';

export const khomeini: NamedEntity = {
  id: 'khomeini',
  kind: 'person',
  name: 'Ruhollah Khomeini',
  names: [{ text: 'Ayatollah Khomeini', kind: 'short' }],
  cues: ['revolution'],
  distinctFrom: ['khamenei'],
};
export const khamenei: NamedEntity = {
  id: 'khamenei',
  kind: 'person',
  name: 'Ali Khamenei',
  names: [{ text: 'Ayatollah Khamenei', kind: 'short' }],
  distinctFrom: ['khomeini'],
};
export const mojtaba: NamedEntity = { id: 'mojtaba', kind: 'person', name: 'Mojtaba Khamenei' };
export const rehman: NamedEntity = {
  id: 'rehman',
  kind: 'person',
  name: 'Javaid Rehman',
  names: [{ text: '@JavaidRehman', kind: 'handle' }],
  cues: ['rapporteur', 'Iran'],
};
const pmoi: NamedEntity = {
  id: 'pmoi',
  kind: 'organisation',
  name: 'People’s Mojahedin Organization of Iran',
  names: [
    { text: 'PMOI', kind: 'acronym' },
    { text: 'MEK', kind: 'acronym', exactCase: true },
  ],
  cues: ['Iran', 'Rajavi', 'Ashraf'],
};
const decree: NamedEntity = {
  id: 'decree',
  kind: 'document',
  name: 'decree of 1988',
  names: [{ text: 'fatwa issued by Khomeini', open: true }],
};
const government: NamedEntity = {
  id: 'government',
  kind: 'organisation',
  name: 'Islamic Republic of Iran',
  names: [
    { text: 'Tehran', kind: 'variant', needs: ['regime', 'denies'] },
    { text: '🇮🇷', kind: 'short' },
  ],
  cues: ['Iran'],
};
const executions: NamedEntity = {
  id: 'executions',
  kind: 'event',
  name: '1988 executions',
  disputes: [
    {
      id: 'number-killed',
      cues: [
        'political prisoners',
        'prisoners',
        'executed',
        'زندانی سیاسی',
        'اعدام',
        'prisonniers politiques',
        'exécutés',
        'Gefangene',
        'hingerichtet',
        'presos políticos',
        'ejecutados',
        'سجين سياسي',
        'أعدم',
      ],
      positions: [
        { holder: 'a', relation: 'b', text: 'c', low: 2800, high: 5000, citations: [] },
        { holder: 'd', relation: 'e', text: 'f', low: 30_000, high: 30_000, citations: [] },
      ],
    },
  ],
};
export const everyone = [khomeini, khamenei, mojtaba, rehman, pmoi, decree, government, executions];

export function marks(entities: NamedEntity[], blocks: string[], options?: MatchOptions, lang = 'en') {
  return annotate(openIndex(compileIndex(entities, { ...words, countries, parties })), { blocks, lang }, options).map(
    ({ block, start, end, entity, dispute }) => `${blocks[block]!.slice(start, end)} → ${dispute ?? entity}`,
  );
}
