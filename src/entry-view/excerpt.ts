/** What a reader takes along from an entry: a sentence, or a dispute with all its sides, each with its sources. No document is needed for it. */
import { escapeMarkdown, toMarkdown } from '../cite/markdown.ts';
import type { Citation, Position, Source, Statement } from '../dataset/schema.ts';
import type { Texts } from '../locale/texts.ts';
import type { CardData } from '../messages/protocol.ts';
import { formatDate, formatPeriod, partialDate, startOf } from './dates.ts';
import { figures } from './dispute.ts';
import { rightToLeft, say, sayKind } from './dom.ts';
import { tongueOf } from './tongue.ts';

/** A sentence of an entry, by its words (and whose position it is), or a dispute; the words tell a translation from its original. */
export type Taken = { text: string; holder?: string | undefined } | { dispute: string; question: string };

/** One sentence: who says so of a dispute, when, how many, and from which of the excerpt's sources (places in it). */
export interface Said {
  who?: string;
  when?: string;
  figures?: string;
  range?: { low?: number | undefined; high?: number | undefined };
  text: string;
  sources: number[];
}

export interface Excerpt {
  /** Of the entry. */
  name: string;
  question?: string;
  unit?: string;
  /** A dispute with two sides has a group for each, and one for all others. */
  groups: { side?: string; said: Said[] }[];
  sources: Source[];
  /** When a source was read, in words of the reader with `{date}`. */
  accessed?: string | undefined;
  /** Each source in one line, in the language of the reader, without its address. */
  lines: string[];
  /** That it is our translation, where it is; and where it comes from. */
  notes: string[];
}

/** `null` where the entry has no such sentence or dispute. */
export function excerptOf(data: CardData, taken: Taken, texts: Texts, language: string): Excerpt | null {
  const { entity, pack } = data;
  const ids: string[] = [];
  const locators = new Map<string, string>();
  const used: string[] = [];
  const [start, end] = rightToLeft.test(texts['card.copied'] ?? '') ? ['\u2068', '\u2069'] : ['', ''];
  const apart = (words: string) => start + words + end;

  function cited(citations: readonly Citation[] = []): number[] {
    const known = citations.filter(({ source }) => data.sources[source]);
    for (const { source, locator } of known) {
      if (!ids.includes(source)) ids.push(source);
      if (locator) locators.set(source, locator);
    }
    return [...new Set(known.map(({ source }) => ids.indexOf(source)))];
  }

  function statement(one: Statement): Said {
    used.push(one.text);
    const from = startOf(one);
    return {
      ...(from && { when: formatPeriod(from, one.to, language) }),
      text: one.text,
      sources: cited(one.citations),
    };
  }

  function position(one: Position): Said {
    used.push(one.text);
    const numeric = one.low !== undefined || one.high !== undefined;
    return {
      who: `${apart(one.holder)} (${apart(one.relation)})`,
      ...(one.date && { when: formatPeriod(one.date, undefined, language) }),
      ...(numeric && { figures: figures(one, { texts, language }), range: { low: one.low, high: one.high } }),
      text: one.text,
      sources: cited(one.citations),
    };
  }

  function lineOf(source: Source): string {
    const issued = partialDate(source.issued);
    return [
      `${apart(source.publisher)} (${sayKind(texts, 'publisher', source.publisherType)})`,
      apart(`“${source.title}”`),
      issued ? formatDate(issued, language) : say(texts, 'card.undated'),
      locators.get(source.id),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  function made(rest: Pick<Excerpt, 'question' | 'unit' | 'groups'>): Excerpt {
    const sources = ids.map((id) => data.sources[id]!);
    const own = new Intl.DisplayNames(language, { type: 'language' }).of(pack.language) ?? pack.language;
    const isOurs = used.some((text) => tongueOf(data, text) !== pack.language);
    return {
      name: entity.name,
      ...rest,
      sources,
      lines: sources.map(lineOf),
      accessed: texts['cite.accessed'],
      notes: [
        ...(isOurs ? [say(texts, 'card.copy.translated', { language: own })] : []),
        `Sidelight · ${say(texts, 'card.pack', { title: pack.title, date: formatDate(pack.released, language) })}`,
      ],
    };
  }

  if ('dispute' in taken) {
    const dispute = entity.disputes?.find(({ id, question }) => id === taken.dispute && question === taken.question);
    if (!dispute) return null;
    const { question, unit, positions, sides = [] } = dispute;
    used.push(question);
    const named: readonly string[] = sides;
    const others = positions.filter(({ side }) => !side || !named.includes(side));
    const groups = [
      ...named.map((side) => ({ side, said: positions.filter((one) => one.side === side).map(position) })),
      { said: others.map(position) },
    ].filter(({ said }) => said.length > 0);
    return made({ question, ...(unit && { unit: `${say(texts, 'card.unit')} ${unit}` }), groups });
  }
  const { text, holder } = taken;
  const sentence =
    holder === undefined
      ? entity.statements?.find((one) => one.text === text)
      : entity.disputes
          ?.flatMap(({ positions }) => positions)
          .find((one) => one.text === text && one.holder === holder);
  if (!sentence) return null;
  return made({ groups: [{ said: ['holder' in sentence ? position(sentence) : statement(sentence)] }] });
}

const leadOf = ({ who, when }: Said) => [who, when].filter(Boolean).join(', ');

/** One sentence in one line, with who says so and when. */
export function sentenceLine(said: Said): string {
  const lead = leadOf(said);
  return [lead && `${lead}:`, said.figures && `${said.figures}.`, said.text].filter(Boolean).join(' ');
}

const numbers = (sources: readonly number[]) => sources.map((place) => `[${place + 1}]`).join('');

export function excerptText({ name, question, unit, groups, sources, lines, notes }: Excerpt): string {
  const head = question === undefined ? [name] : [question, name, ...(unit ? [unit] : [])];
  const many = question !== undefined;
  const said = groups.flatMap(({ side, said }) => [
    ...(side ? ['', side] : ['']),
    ...said.map((one) => `${many ? '• ' : ''}${sentenceLine(one)} ${numbers(one.sources)}`.trimEnd()),
  ]);
  const cited = lines.flatMap((line, place) => {
    const { URL } = sources[place]!;
    return [`[${place + 1}] ${line}`, ...(URL ? [URL] : [])];
  });
  return [...head, ...said, '', ...cited, '', ...notes, ''].join('\n');
}

/** With a footnote for each source. */
export function excerptMarkdown({ name, question, unit, groups, sources, accessed, notes }: Excerpt): string {
  const many = question !== undefined;
  const line = (said: Said) => {
    const lead = leadOf(said);
    const words = [said.figures && `${said.figures}.`, said.text].filter(Boolean).join(' ');
    const marks = said.sources.map((place) => `[^${sources[place]!.id}]`).join('');
    return `${many ? '- ' : ''}${lead && `**${escapeMarkdown(lead)}:** `}${escapeMarkdown(words)}${marks}`;
  };
  const head = many
    ? [
        `### ${escapeMarkdown(question)}`,
        '',
        [name, unit]
          .filter(Boolean)
          .map((one) => escapeMarkdown(one!))
          .join(' · '),
        '',
      ]
    : [];
  const said = groups.flatMap(({ side, said }) => [
    ...(side ? [`**${escapeMarkdown(side)}**`, ''] : []),
    ...said.map(line),
    '',
  ]);
  const about = many ? notes : [name, ...notes];
  return [
    ...head,
    ...said,
    `*${about.map(escapeMarkdown).join(' · ')}*`,
    '',
    ...sources.map((source) => toMarkdown(source, accessed)),
    '',
  ].join('\n');
}
