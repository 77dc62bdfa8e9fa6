import type { Source } from '../dataset/schema.ts';
import { dateParts } from './csl.ts';

/** A parenthesis after a bracket too: readers there are that take it for an address though the bracket is escaped (marked 18). */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~[\]<>]|(?<=\])\(/g, '\\$&').replace(/\s+/g, ' ');
}

function name(author: NonNullable<Source['author']>[number]): string {
  return 'literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' ');
}

/**
 * A footnote's definition: `[^id]: Author, "[Title](address)", Container, Publisher, 2024-07-22 (accessed 2026-11-22).`
 *
 * @param words for the reader, `{date}` for the day
 */
export function toMarkdown(source: Source, words = 'accessed {date}'): string {
  const title = escapeMarkdown(source.title);
  const parts = [
    ...(source.author ?? []).map((author) => escapeMarkdown(name(author))),
    // An address in angle brackets may hold parentheses.
    source.URL ? `"[${title}](<${source.URL}>)"` : `"${title}"`,
    source['container-title'] && escapeMarkdown(source['container-title']),
    source.publisher !== source['container-title'] && escapeMarkdown(source.publisher),
    dateParts(source.issued).join('-'),
  ];
  const day = dateParts(source.accessed).join('-');
  const accessed = day && ` (${words.replace('{date}', day)})`;
  return `[^${source.id}]: ${parts.filter(Boolean).join(', ')}${accessed}.`;
}
