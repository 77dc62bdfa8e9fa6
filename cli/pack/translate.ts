import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalList } from '../../src/dataset/canonical.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { shortHash } from '../../src/dataset/short-hash.ts';
import { phrasesOf, phrasesOfPack, placesOf } from '../../src/dataset/translations/places.ts';
import {
  type LanguageTexts,
  type Phrase,
  phraseSchema,
  type SecondPass,
  type TranslatedText,
  translatedTextSchema,
} from '../../src/dataset/translations/schema.ts';
import { isRead, pairHash, staleTexts, translatedPlaces } from '../../src/dataset/translations/state.ts';
import { languages } from '../../src/settings/types.ts';
import { readDataset, readPackInfos, shownPath } from './files.ts';
import { phrasesFile, readSoundTranslations, translationFile } from './translate/files.ts';
import { phraseAt, readSheet, type SheetRow, sheetText } from './translate/sheet.ts';

const usage = `expected: translate export LANG [ENTITY…] [--unread [--blind]] [--out FILE]
      or: translate import LANG FILE [--on DATE] [--as "second reader"]
  LANG is one of ${languages.slice(1).join(', ')}
  export    a sheet of the texts that have no translation, or one of an earlier English
  --unread  of those that wait for a second reader; --blind: without the English
  import    the sheet with its columns translation and read ("same", "differs") filled`;

export async function translate(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      unread: { type: 'boolean', default: false },
      blind: { type: 'boolean', default: false },
      out: { type: 'string' },
      on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      as: { type: 'string', default: 'second reader' },
    },
  });
  const [action, language = '', ...rest] = positionals;
  if (!languages.slice(1).some((known) => known === language)) throw new Error(usage);
  const ground = await readGround(values.data, language);
  if (action === 'export') {
    const rows = values.unread ? unreadRows(ground, values.blind) : waitingRows(ground);
    const text = sheetText(rows.filter(({ entity }) => rest.length === 0 || rest.includes(entity)));
    if (values.out === undefined) process.stdout.write(text);
    else await writeFile(values.out, text);
    return 0;
  }
  const [file] = rest;
  if (action !== 'import' || file === undefined) throw new Error(usage);
  return take(ground, file, { on: values.on, as: values.as });
}

interface Ground {
  data: string;
  language: string;
  /** Of the edited packs, with the pack of each. */
  entities: Map<string, { entity: Entity; pack: string }>;
  /** Every phrase that the records use, and what is said of every pack. */
  phrases: string[];
  texts: LanguageTexts;
}

async function readGround(data: string, language: string): Promise<Ground> {
  const library = createLibrary((await readDataset(data)).map(({ pack }) => pack));
  const entities = new Map([...library.entities].map(([id, { entity, pack }]) => [id, { entity, pack: pack.id }]));
  const source = (id: string) => library.sources.get(id)?.source;
  const found = (await readSoundTranslations(data)).find((texts) => texts.language === language);
  return {
    data,
    language,
    entities,
    phrases: [
      ...new Set([
        ...[...entities.values()].flatMap(({ entity }) => phrasesOf(entity, source)),
        ...(await readPackInfos(data)).flatMap(phrasesOfPack),
      ]),
    ],
    texts: found ?? { language, entities: new Map(), phrases: [], glossary: [], loadedWords: [] },
  };
}

function waitingRows({ entities, phrases, texts }: Ground): SheetRow[] {
  const known = new Set(texts.phrases.map(({ en }) => en));
  return [
    ...[...entities.values()].flatMap(({ entity }) => {
      const own = texts.entities.get(entity.id) ?? [];
      return translatedPlaces(entity, own)
        .filter(({ translation }) => translation === undefined)
        .map(({ at, text, changed }) => {
          const earlier = changed && own.find((each) => each.at === at)?.text;
          return row(entity.id, at, text, { note: earlier ? `of an earlier English: ${earlier}` : '' });
        });
    }),
    ...phrases.filter((phrase) => !known.has(phrase)).map((phrase) => row('', phraseAt, phrase)),
  ];
}

function unreadRows({ entities, texts }: Ground, blind: boolean): SheetRow[] {
  const rows = [
    ...[...entities.values()].flatMap(({ entity }) =>
      translatedPlaces(entity, texts.entities.get(entity.id) ?? []).flatMap(({ at, text, translation }) =>
        translation && !isRead(text, translation) ? row(entity.id, at, text, { translation: translation.text }) : [],
      ),
    ),
    ...texts.phrases
      .filter((phrase) => !isRead(phrase.en, phrase))
      .map(({ en, text }) => row('', phraseAt, en, { translation: text })),
  ];
  return blind ? rows.map((each) => ({ ...each, english: '' })) : rows;
}

function row(entity: string, at: string, english: string, rest: Partial<SheetRow> = {}): SheetRow {
  return { entity, at, of: shortHash(english), english, translation: '', read: '', note: '', ...rest };
}

/** One line that names nothing of the dataset, and nothing is written; a line of an English that has changed is left out and told. */
async function take(ground: Ground, file: string, reader: Pick<SecondPass, 'on' | 'as'>): Promise<number> {
  const { rows, problems } = readSheet(await readFile(file, 'utf8'));
  const remarks: string[] = [];
  const filled = rows.filter(({ row }) => row.translation !== '');
  const phrases = new Map(ground.phrases.map((phrase) => [shortHash(phrase), phrase]));
  const taken = new Map<string, { english: string; row: SheetRow }[]>();
  for (const { row, line } of filled) {
    const known = ground.entities.get(row.entity);
    if (row.at !== phraseAt && known === undefined) {
      problems.push(`${line}: expected the id of an entity, found "${row.entity}"`);
      continue;
    }
    const english = row.at === phraseAt ? phrases.get(row.of) : textOf(known!.entity, row);
    if (english === undefined)
      remarks.push(`${line}: left out, since the English has changed or is gone: ${row.entity} ${row.at}`);
    else taken.set(row.entity, [...(taken.get(row.entity) ?? []), { english, row }]);
    if (row.read === 'differs')
      remarks.push(`${line}: not passed: ${row.entity} ${row.at}: ${row.note || row.translation}`);
  }
  const placed = (lines: string[]) => lines.map((line) => `${shownPath(file)}:${line}`).join('\n');
  if (problems.length > 0) throw new Error(`nothing was written; correct these lines first\n${placed(problems)}`);
  if (remarks.length > 0) console.log(placed(remarks));
  for (const [id, lines] of taken) {
    const known = ground.entities.get(id);
    const target = known
      ? translationFile(ground.data, known.pack, ground.language, id)
      : phrasesFile(ground.data, ground.language);
    const content = known
      ? canonicalList(
          mergedTexts(known.entity, ground.texts.entities.get(id) ?? [], lines, reader),
          translatedTextSchema,
        )
      : canonicalList(mergedPhrases(ground.phrases, ground.texts.phrases, lines, reader), phraseSchema);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const count = [...taken.values()].reduce((sum, lines) => sum + lines.length, 0);
  console.log(`${ground.language}: ${count} texts taken into ${taken.size} files, ${filled.length - count} left out`);
  return 0;
}

/** The English that a row is of: at its place, or where it stands now. */
function textOf(entity: Entity, { of }: SheetRow): string | undefined {
  return placesOf(entity).find(({ text }) => shortHash(text) === of)?.text;
}

interface Line {
  english: string;
  row: SheetRow;
}

function stamped<T extends { text: string; read?: SecondPass | undefined }>(
  before: T | undefined,
  { english, row }: Line,
  reader: Pick<SecondPass, 'on' | 'as'>,
): Partial<T> & Pick<T, 'text'> {
  const same = before?.text === row.translation;
  const { read: earlier, ...kept } = same ? before : ({} as Partial<T>);
  const read =
    row.read === 'same'
      ? { ...reader, verdict: 'same' as const, of: pairHash(english, row.translation) }
      : row.read === 'differs'
        ? undefined
        : earlier;
  return { ...kept, text: row.translation, ...(read && { read }) } as Partial<T> & Pick<T, 'text'>;
}

/** In the order of the record. Of what has changed the earlier translation stays while its place is there; what is gone goes. */
function mergedTexts(
  entity: Entity,
  before: readonly TranslatedText[],
  lines: readonly Line[],
  reader: Pick<SecondPass, 'on' | 'as'>,
): TranslatedText[] {
  const byHash = Map.groupBy(lines, ({ row }) => row.of);
  const stale = staleTexts(entity, before);
  return translatedPlaces(entity, before).flatMap(({ at, text, translation }) => {
    const of = shortHash(text);
    const fitting = byHash.get(of) ?? [];
    const line = fitting.find(({ row }) => row.at === at) ?? fitting[0];
    if (line) return { at, of, ...stamped(translation, line, reader) };
    if (translation) return { ...translation, at };
    return stale.filter((each) => each.at === at).slice(0, 1);
  });
}

/** In the order in which the packs use them; those that they no longer use go. */
function mergedPhrases(
  used: readonly string[],
  before: readonly Phrase[],
  lines: readonly Line[],
  reader: Pick<SecondPass, 'on' | 'as'>,
): Phrase[] {
  const known = new Map(before.map((phrase) => [phrase.en, phrase]));
  const filled = new Map(lines.map((line) => [line.english, line]));
  return used.toSorted().flatMap((en) => {
    const line = filled.get(en);
    const phrase = known.get(en);
    return line ? { en, ...stamped(phrase, line, reader) } : (phrase ?? []);
  });
}
