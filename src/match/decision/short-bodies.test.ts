import { expect, test } from 'vitest';
import states from '../../../data/nouns-of-states.json' with { type: 'json' };
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const body = (id: string, ...names: string[]): NamedEntity => ({
  id,
  kind: 'organisation',
  name: names[0]!,
  names: names.map((text) => ({ text, kind: 'full' as const })),
});
const index = openIndex(
  compileIndex(
    [
      body(
        'safety',
        'Conseil de sûreté',
        'Consejo de Seguro',
        'Veldhoven Safety Council',
        'مجلس الأمان',
        'شورای ایمنی',
      ),
      body('rivers', 'Conseil des rivières', 'Veldhoven Rivers Council', 'مجلس الأنهار'),
      body('court', 'Haute Cour fluviale', 'Fluvial Court', 'محكمة الأنهار'),
      body('bank', 'Bank of Veldhoven'),
      body('house', 'Veldhoven White House', 'House Rivers Committee'),
      body('commission', 'Veldhovener Kommission', 'EV-Kommission'),
    ],
    { states },
  ),
);
/** What stands for a body beside its whole names. */
const short = (lang: string, ...blocks: string[]) =>
  annotate(index, { blocks, lang })
    .filter(({ why }) => why.rule === 'short form')
    .map(({ block, start, end, entity }) => `${blocks[block]!.slice(start, end)} ${entity}`);

test.each([
  [
    'fr',
    'Le Conseil de sûreté siège. Le Conseil a voté, l’avis du Conseil suit.',
    ['Conseil safety', 'Conseil safety'],
  ],
  ['fr', 'La Haute Cour fluviale siège. La Haute Cour a jugé.', ['Haute Cour court']],
  ['es', 'El Consejo de Seguro habló. Al Consejo le gusta.', ['Consejo safety']],
  ['en', 'The Veldhoven Safety Council met in the morning. Later on the Council voted for it.', ['Council safety']],
  ['en', 'The Bank of Veldhoven closed. The Bank said so.', ['Bank bank']],
  ['de', 'Die EV-Kommission tagt. Das sagte die Kommission gestern.', ['Kommission commission']],
  ['ar', 'اجتمع مجلس الأمان. وقال المجلس إنه صوت.', ['المجلس safety']],
  ['ar', 'اجتمع مجلس الأمان. وأدان المجلس القصف.', ['المجلس safety']],
  ['fa', 'شورای ایمنی تشکیل شد. این شورا رای داد.', ['شورا safety']],
] as const)('after its whole name a body goes by the head of it: %s %s', (lang, text, expected) => {
  expect(short(lang, text)).toEqual(expected);
});

test.each([
  ['fr', 'Le Conseil a voté. Le Conseil de sûreté siège.', 'it stands before the whole name'],
  [
    'fr',
    'Le Conseil de sûreté siège. Le conseil a voté. Un Conseil, dit Conseil.',
    'in small letters, without an article',
  ],
  ['fr', 'Le Conseil de sûreté siège. Le Conseil régional et le Conseil de Bretagne votent.', 'with more of a name'],
  ['fr', 'Le Conseil de sûreté siège, le Conseil régional aussi. Le Conseil a voté.', 'after another of the kind'],
  ['fr', 'Le Conseil de sûreté et le Conseil des rivières siègent. Le Conseil vote.', 'two bodies of one head'],
  ['en', 'The Veldhoven White House waits. The House voted.', 'a head that must stand before "of"'],
  ['en', 'The House Rivers Committee met. The House voted.', 'a noun before another'],
  ['en', 'The Veldhoven Safety Council met. The Council House burned.', 'a capital after it'],
  ['en', 'The Veldhoven Safety Council met. The Council-owned Mill Burned.', 'a hyphen'],
  ['ar', 'اجتمع مجلس الأمان. وقال المجلس الأعلى كلاما. وصوت مجلس آخر.', 'a longer name'],
  ['ar', 'اجتمع مجلس الأمان. وصوت مجلس آخر. وقال المجلس كلاما.', 'after another of the kind'],
  ['fa', 'شورای ایمنی تشکیل شد. شورا رای داد.', 'in Persian without "this"'],
] as const)('the head alone is left: %s %s (%s)', (lang, text, why) => {
  expect(short(lang, text), why).toEqual([]);
});

test('a body named again is who is meant again', () => {
  const text = 'Le Conseil de sûreté siège, le Conseil régional aussi. Le Conseil de sûreté parle, le Conseil vote.';
  expect(short('fr', text)).toEqual(['Conseil safety']);
});
