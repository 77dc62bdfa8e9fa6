import type { Reply } from '../messages/index.ts';
import type { Ground } from './answers.ts';
import { saidIn } from './bundled-packs.ts';

/** The packs of the extension as lists show them: in the language of the interface, where it says what they are. */
export async function answerPacks(ground: Ground): Promise<Reply<'packs'>> {
  const { language } = await ground.texts(await ground.settings());
  return (await ground.packs.listings()).map((listing) => ({ ...listing, ...saidIn(listing, language) }));
}
