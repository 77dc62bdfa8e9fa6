/** Numbered citations: a press shows what the source says and who says it; the list of sources is behind "more". */

import { type CopyFormat, citationFormats } from '../cite/formats.ts';
import { textFragment } from '../cite/fragment.ts';
import type { Citation, Source } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import { formatDate, partialDate } from './dates.ts';
import { disclosure } from './disclose.ts';
import { button, externalLink, h, rightToLeft, safeUrl, say, sayKind } from './dom.ts';
import type { Taken } from './excerpt.ts';
import { numberFormat } from './formats.ts';
import { nameOf } from './language.ts';
import { directionOf, inTongue } from './tongue.ts';

export interface SourceView {
  /**
   * The numbers of citations, which show the cited passages at the end of their line; nothing where nothing is cited. With `sentence`, which cites
   * them, a passage offers to copy it.
   */
  marks(citations: readonly Citation[] | undefined, sentence?: Taken): HTMLElement | null;
  /** Puts `taken` on the clipboard in one of `formats`; nothing where nothing can be copied. */
  copyMenu(label: string, taken: Copied, formats: readonly CopyFormat[]): HTMLElement | null;
  /** The list of every source that is cited, in the order of the numbers. */
  list(): HTMLElement;
  readonly count: number;
}

export interface SourceOptions {
  texts: Texts;
  language: string;
  /** Words of the dataset as an element. */
  own(text: string): HTMLElement;
  /** Puts a citation or an excerpt on the clipboard; without it no copy menu is shown. */
  copy?: ((taken: Copied, format: CopyFormat) => void) | undefined;
}

/** A source as a citation, or an excerpt. */
export type Copied = { source: string } | Taken;

/** Formats of a citation, and of a sentence with its sources. */
const ofSource = Object.keys(citationFormats) as CopyFormat[];
const ofSentence: readonly CopyFormat[] = ['text', ...ofSource];

/** What a cited passage is shown in: the end of it is where the passage goes. */
const line = 'li, dd, .roles';

/** Publishers that speak for a side: where nobody else says so, the line says who does. */
const interested = ['party to the matter', 'state media'];

/** Passages are named for the numbers that open them, and a document may show several entities. */
let passages = 0;

/** The direction of words in `language`; where that is not known, of their first letter that has one. */
function directionOfWords(words: string, language: string | undefined): 'ltr' | 'rtl' {
  if (language) return directionOf(language);
  return rightToLeft.test(/\p{L}/u.exec(words)?.[0] ?? '') ? 'rtl' : 'ltr';
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

  /** Publisher, date, language and place in the source, each by itself: Latin names and Arabic dates would otherwise change places. */
  function facts(...words: (string | undefined)[]): HTMLElement {
    const known = words.filter((one) => one !== undefined);
    return h('p.facts', {}, ...known.flatMap((one, at) => [at > 0 ? ' · ' : '', h('bdi', {}, one)]));
  }

  /** Who publishes, and from where the words come when not from there. */
  function standing(source: Source): HTMLElement[] {
    const { publisherType, relation, origin } = source;
    const kind = sayKind(texts, 'publisher', publisherType);
    return [
      h('p.facts', {}, kind, ' · ', options.own(relation)),
      ...(origin ? [h('p.facts', {}, say(texts, 'card.origin', { origin }))] : []),
    ];
  }

  function titleOf(source: Source, address: string | undefined): HTMLElement {
    // In brackets stands what we call a source that has no title, or none in Latin letters: in English, whatever the source is in.
    const attributes = { lang: /^\[\p{Script=Latin}/u.test(source.title) ? 'en' : source.language };
    const title = h('bdi', {}, source.title);
    return address ? externalLink(address, attributes, title) : h('cite', attributes, title);
  }

  function archive(source: Source): HTMLElement | null {
    const address = safeUrl(source.archive_location);
    return address ? externalLink(address, { class: 'facts' }, say(texts, 'card.archived')) : null;
  }

  /** What the source says, in its own language, and who says it; only then the way to it. */
  function passage(
    citation: Citation,
    source: Source,
    sentence: Taken | undefined,
    attributes: { id: string; 'aria-label': string },
  ): HTMLElement {
    const { quotes = [], locator, supports } = citation;
    const { language, type } = source;
    const address = safeUrl(source.URL);
    const said = h(
      'blockquote',
      { lang: language, dir: directionOfWords(quotes.join(' '), language) },
      ...quotes.map((words) => h('q', {}, words)),
    );
    return inTongue(
      options.language,
      'div.passage',
      { role: 'group', ...attributes },
      quotes.length > 0 && said,
      // A dataset has values, not sentences.
      quotes.length === 0 && type !== 'dataset' && h('p.facts', {}, say(texts, 'card.unquoted')),
      facts(
        source.publisher,
        dateOf(source),
        language && language !== options.language ? nameOf(language, options.language) : undefined,
        locator,
        supports === 'background' ? say(texts, 'card.background') : undefined,
      ),
      ...standing(source),
      titleOf(source, address && textFragment(address, quotes[0])),
      archive(source),
      sentence ? copyMenu('card.copySentence', sentence, ofSentence) : null,
    );
  }

  function mark(citation: Citation, source: Source, sentence: Taken | undefined): HTMLElement {
    const number = numberFormat(language).format(ids.indexOf(source.id) + 1);
    const title = `${source.publisher} · ${dateOf(source)}`;
    const label = say(texts, 'card.source', { number, title });
    const id = `passage-${++passages}`;
    let shown: HTMLElement | undefined;
    const control = button(click, { title, 'aria-label': label, 'aria-expanded': 'false' }, number);

    function click() {
      control.setAttribute('aria-expanded', String(!shown));
      if (shown) {
        shown.remove();
        shown = undefined;
        return;
      }
      shown = passage(citation, source, sentence, { id, 'aria-label': label });
      control.setAttribute('aria-controls', id);
      control.closest(line)?.append(shown);
      // Only as far as it takes: the sentence stays in view.
      shown.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
    return control;
  }

  /** Who alone says so, where all that say it directly speak for a side. */
  function onlyFrom(citations: readonly Citation[]): HTMLElement | null {
    const direct = citations.filter(({ supports }) => supports === 'direct');
    const types = new Set((direct.length > 0 ? direct : citations).map(({ source }) => sources[source]!.publisherType));
    if (![...types].every((type) => interested.includes(type))) return null;
    const kinds = [...types].map((type) => sayKind(texts, 'publisher', type)).join(' · ');
    return inTongue(language, 'bdi.facts', {}, ` (${say(texts, 'card.onlySource', { kinds })})`);
  }

  function copyMenu(label: string, taken: Copied, formats: readonly CopyFormat[]): HTMLElement | null {
    const { copy } = options;
    if (!copy) return null;
    return disclosure('.copy', say(texts, label), () => [
      h(
        'span.row',
        {},
        ...formats.map((format) =>
          button(() => copy(taken, format), {}, citationFormats[format as 'ris'] ?? say(texts, `card.copy.${format}`)),
        ),
      ),
    ]);
  }

  function item(source: Source): HTMLElement {
    const { publisher, checked } = source;
    const container = source['container-title'];
    return h(
      'li',
      {},
      titleOf(source, safeUrl(source.URL)),
      facts(publisher === container ? undefined : container, publisher, dateOf(source)),
      ...standing(source),
      h('p.facts', {}, sayKind(texts, 'checked', checked.how, { date: formatDate(checked.on, language) })),
      archive(source),
      copyMenu('card.copy', { source: source.id }, ofSource),
    );
  }

  return {
    marks(citations = [], sentence) {
      const known = citations.filter(({ source }) => sources[source]);
      if (known.length === 0) return null;
      const numbers = known.map((citation) => mark(citation, sources[citation.source]!, sentence));
      return h('span', {}, onlyFrom(known), h('span.cites', {}, ...numbers));
    },
    copyMenu,
    list: () => h('ol.sources', {}, ...ids.map((id) => item(sources[id]!))),
    count: ids.length,
  };
}
