/** The token sequences under which one entity is found. */
import type { NameKind } from '../dataset/schema.ts';
import { createTokens, foldedToken } from '../text/token-list.ts';
import { tokenise } from '../text/tokens.ts';
import { MAX_NAME_TOKENS } from './layout.ts';
import type { NamedEntity } from './types.ts';

export interface Spelling {
  folded: string[];
  /** Original letters of each token. */
  surface: string[];
  /** The name as the pack writes it: what a mention shows as its name. */
  text: string;
  kind: NameKind;
  /** Has `needs`, `open` or `exactCase`. */
  ruled: boolean;
}

const tokens = createTokens();

/** Names as written, then names with hyphens closed, initials run together, and Persian joiners opened. */
export function spellingsOf(entity: NamedEntity): Spelling[] {
  const spellings: Spelling[] = [];
  const seen = new Set<string>();
  const add = (written: string, text: string, kind: NameKind, ruled: boolean) => {
    tokenise(kind === 'handle' && !written.startsWith('@') ? `@${written}` : written, tokens);
    if (tokens.count === 0 || tokens.count > MAX_NAME_TOKENS) return;
    const folded = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
    const key = folded.join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    const surface = folded.map((_, i) => tokens.text.slice(tokens.start[i]!, tokens.end[i]!));
    spellings.push({ folded, surface, text, kind, ruled });
  };
  const names = [
    { text: entity.name, kind: 'full' as NameKind, ruled: false },
    ...(entity.names ?? []).map(({ text, kind, needs, open, exactCase }) => ({
      text,
      kind: kind ?? ('variant' as NameKind),
      ruled: Boolean(needs || open || exactCase),
    })),
  ];
  // A name given again with a rule is meant with the rule.
  const ruled = new Set(names.filter((name) => name.ruled).map((name) => name.text));
  for (const { text, kind } of names) add(text, text, kind, ruled.has(text));
  for (const { text, kind } of names) {
    for (const other of otherWritings(text)) add(other, text, kind, ruled.has(text));
  }
  return spellings;
}

function otherWritings(text: string): string[] {
  const others: string[] = [];
  if (/\p{L}[-‐‑]\p{L}/u.test(text)) others.push(text.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ''));
  if (/(?<!\p{L})\p{L}\. ?\p{L}\./u.test(text)) others.push(text.replace(/(?<!\p{L})(\p{L})\. ?(?=\p{L}\.)/gu, '$1'));
  if (/\p{L}\u200c\p{L}/u.test(text)) others.push(text.replaceAll('\u200c', ' '));
  return others;
}
