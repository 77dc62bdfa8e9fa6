import { pathText } from './problem.ts';

/** What leaves nothing to see: controls, bidirectional overrides, fillers, joiners, variation selectors, tags, the empty Braille cell. */
const unseen = /\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}|\u2800/gu;

const joiner = /[\u200c\u200d]/u;
const selector = /\p{Variation_Selector}/u;
/** Flags of regions (England, Scotland) are written with tag characters after a black flag. */
const tag = /[\u{e0020}-\u{e007f}]/u;
const flag = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;
/** What a selector chooses a form of: signs, digits, and letters of scripts whose letters have several. */
const selectable = /[^\s\p{L}\p{M}]$|[\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Phags_Pa}]$/u;
/** Letters that no joiner joins, and the ends and spaces of a text. */
const plainBefore = /(?:^|[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}])$/u;
const plainAfter = /^(?:$|[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}])/u;

/** Whether the sign at `at` (UTF-16 code units) does something for its neighbours, as in Persian words and in emoji. */
function isMeant(text: string, char: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestFlag), at);
  if (joiner.test(char)) return !(plainBefore.test(before) && plainAfter.test(text.slice(at + char.length, at + 3)));
  if (selector.test(char)) return selectable.test(before);
  return tag.test(char) && flag.test(before);
}

/** UTF-16 code units of a flag and its tags. */
const longestFlag = 16;

/** The characters of a text that a reader cannot see and that could disguise it. */
export function disguisesIn(text: string): string[] {
  return [...text.matchAll(unseen)].filter(({ 0: char, index }) => !isMeant(text, char, index)).map(([char]) => char);
}

/** The text without them, each in its place exchanged by what `instead` gives. */
export function withoutDisguises(text: string, instead: (char: string) => string = () => ''): string {
  return text.replace(unseen, (char: string, at: number) => (isMeant(text, char, at) ? char : instead(char)));
}

/** Every text in a value, with its path. */
export function textsIn(value: unknown, base: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: base, text: value }];
  if (value === null || typeof value !== 'object') return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, item]) => textsIn(item, pathText(base, [key])));
}
