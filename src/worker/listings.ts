import type { Reply } from '../messages/index.ts';
import type { Ground } from './answers.ts';
import { saidIn } from './bundled-packs.ts';

/** The packs of the extension as lists show them, in a language where it says what they are. What asks knows it: when it has changed, what is stored may be older. */
export async function answerPacks(ground: Pick<Ground, 'packs'>, language: string): Promise<Reply<'packs'>> {
  return (await ground.packs.listings()).map((listing) => ({ ...listing, ...saidIn(listing, language) }));
}
