/** What a card says of its language: which texts nobody translated, and the way to the original and back. */
import type { Kept } from '../dataset/translations/card-texts.ts';
import type { Texts } from '../locale/texts.ts';
import type { CardData } from '../messages/protocol.ts';
import { button, type Child, h, say } from './dom.ts';
import { inTongue } from './tongue.ts';

/** A language in the words of another. */
export function nameOf(language: string, reader: string): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;
}

/** Why a text is in the language of its pack, in words. */
function reason(kept: Kept, { pack }: CardData, texts: Texts, reader: string): string {
  return say(texts, `card.kept.${kept}`, { language: nameOf(pack.language, reader) });
}

/**
 * What stands after a text: the code of the language where the text alone is in it, but for phrases, which are names mostly; and that it quotes in a
 * translation of ours.
 */
export function signs(data: CardData, texts: Texts, text: string, reader: string): Child[] {
  const kept = data.translation?.kept[text];
  return [
    kept &&
      kept !== 'phrase' &&
      h('abbr.kept', { title: reason(kept, data, texts, reader) }, data.pack.language.toUpperCase()),
    data.quotedByUs?.includes(text) && inTongue(reader, 'bdi.facts', {}, ` (${say(texts, 'card.quotedByUs')})`),
  ];
}

/** Nothing where the card is in no other language than the reader asked for. */
export function languageLine(
  data: CardData,
  texts: Texts,
  reader: string,
  turn: ((original: boolean) => void) | undefined,
): HTMLElement | null {
  const { pack, translation } = data;
  if (!translation) return null;
  const { state, kept, language } = translation;
  const reasons = state === 'missing' ? (['missing'] as const) : new Set(Object.values(kept));
  const notes = [...reasons].filter((why) => why !== 'phrase').map((why) => reason(why, data, texts, reader));
  const original = state === 'shown';
  const label = original
    ? say(texts, 'card.original', { language: nameOf(pack.language, reader) })
    : say(texts, 'card.translated', { language: nameOf(language, reader) });
  const click = () => turn?.(original);
  const control = turn && state !== 'missing' && button(click, { class: 'link turn' }, label);
  if (!control && notes.length === 0) return null;
  return h('p.language', {}, notes.join(' · '), notes.length > 0 && control && ' · ', control);
}
