/** Numbered citations and the list of sources behind them. */

import { type CitationFormat, citationFormats } from '../cite/formats.ts';
import { textFragment } from '../cite/fragment.ts';
import type { Citation, Source } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import { formatDate, partialDate } from './dates.ts';
import { disclosure } from './disclose.ts';
import { externalLink, h, safeUrl, say, sayKind } from './dom.ts';

export interface SourceView {
  /** The numbers of citations as links to the cited passages; nothing where nothing is cited. */
  marks(citations: readonly Citation[] | undefined): HTMLElement | null;
  /** The list of every source that is cited, in the order of the numbers. */
  list(): HTMLElement;
  readonly count: number;
}

export interface SourceOptions {
  texts: Texts;
  language: string;
  /** Words of the dataset as an element. */
  own(text: string): HTMLElement;
  /** Puts a citation on the clipboard; without it no copy menu is shown. */
  copy?: ((source: Source, format: CitationFormat) => void) | undefined;
  /** Shows the source with this number in the list, for sources that have no address to open. */
  reveal(number: number): void;
}

/** Numbers the sources in the order in which `cited` names them, which is that of reading. */
export function sourceView(
  sources: Readonly<Record<string, Source>>,
  cited: readonly Citation[],
  options: SourceOptions,
): SourceView {
  const { texts, language } = options;
  const ids = [...new Set(cited.map(({ source }) => source))].filter((id) => sources[id]);

  function dateOf(source: Source): string {
    const issued = partialDate(source.issued);
    return issued ? formatDate(issued, language) : say(texts, 'card.undated');
  }

  function mark(citation: Citation, source: Source): HTMLElement {
    const number = ids.indexOf(source.id) + 1;
    const parts = [
      source.publisher,
      dateOf(source),
      sayKind(texts, 'publisher', source.publisherType),
      citation.locator,
    ];
    if (citation.supports === 'background') parts.push(say(texts, 'card.background'));
    const title = parts.filter(Boolean).join(' · ');
    const attributes = { title, 'aria-label': say(texts, 'card.source', { number, title }) };
    const address = safeUrl(source.URL);
    return address
      ? externalLink(textFragment(address, citation.quotes?.[0]), attributes, String(number))
      : h('button', { type: 'button', ...attributes, click: () => options.reveal(number) }, String(number));
  }

  function copyMenu(source: Source, copy: NonNullable<SourceOptions['copy']>): HTMLElement {
    const formats = Object.keys(citationFormats) as CitationFormat[];
    return disclosure({ class: 'copy' }, say(texts, 'card.copy'), () => [
      h(
        'span',
        { class: 'row' },
        ...formats.map((format) =>
          h('button', { type: 'button', click: () => copy(source, format) }, citationFormats[format]),
        ),
      ),
    ]);
  }

  function item(source: Source): HTMLElement {
    const address = safeUrl(source.URL);
    const archive = safeUrl(source.archive_location);
    const { title, publisher } = source;
    const facts = [
      publisher === source['container-title'] ? undefined : source['container-title'],
      publisher,
      dateOf(source),
    ].filter((fact) => fact !== undefined);
    const checked = sayKind(texts, 'checked', source.checked.how, { date: formatDate(source.checked.on, language) });
    return h(
      'li',
      { tabindex: '-1' },
      address
        ? externalLink(address, { lang: source.language }, h('bdi', {}, title))
        : h('cite', { lang: source.language }, h('bdi', {}, title)),
      // Each by itself: a name in Latin letters and a date in Arabic ones would otherwise change places.
      h('p', { class: 'facts' }, ...facts.flatMap((fact, at) => [at > 0 ? ' · ' : '', h('bdi', {}, fact)])),
      h(
        'p',
        { class: 'facts' },
        sayKind(texts, 'publisher', source.publisherType),
        ' · ',
        options.own(source.relation),
      ),
      h('p', { class: 'facts' }, checked),
      source.origin ? h('p', { class: 'facts' }, say(texts, 'card.origin', { origin: source.origin })) : null,
      archive ? externalLink(archive, { class: 'facts' }, say(texts, 'card.archived')) : null,
      options.copy ? copyMenu(source, options.copy) : null,
    );
  }

  return {
    marks(citations) {
      const known = (citations ?? []).flatMap((citation) => {
        const source = sources[citation.source];
        return source ? [mark(citation, source)] : [];
      });
      return known.length > 0 ? h('span', { class: 'cites' }, ...known) : null;
    },
    list: () => h('ol', { class: 'sources' }, ...ids.map((id) => item(sources[id]!))),
    count: ids.length,
  };
}
