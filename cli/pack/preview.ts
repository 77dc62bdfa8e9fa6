import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { changelog } from '../../src/dataset/changelog.ts';
import { createLibrary, type Library, type LoadedPack } from '../../src/dataset/library.ts';
import { cardData } from '../../src/dataset/link.ts';
import type { Problem } from '../../src/dataset/problem.ts';
import { withTitles } from '../../src/entry-view/tongue.ts';
import type { CardData } from '../../src/messages/protocol.ts';
import { languages } from '../../src/settings/types.ts';
import { sentence } from './diff.ts';
import { readDataset, readOpenDataset } from './files.ts';
import { readKnowledge } from './knowledge.ts';
import { versionBefore } from './preview/before.ts';
import type { PreviewCard, PreviewData } from './preview/data.ts';
import { translator } from './preview/translated.ts';
import { problemsOf } from './problems.ts';
import { readSoundTranslations } from './translate/files.ts';

/**
 * `pack preview [ID…] [--since REV|FILE] [--lang LANG] [--out DIR]`: one page with the cards as readers see them, which opens from disk.
 * With `--since` the changed cards come first, each with the card before it: REV is a revision of git, FILE another version of a pack.
 * Packs of open data show only the cards that changed or are named.
 */
export async function preview(args: string[]): Promise<number> {
  const { values, positionals: ids } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      since: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      out: { type: 'string', default: '.output/preview' },
    },
  });
  const language = languages.find((one) => one === values.lang);
  if (language === undefined)
    throw new Error(`expected --lang to be one of ${languages.join(', ')}, found "${values.lang}"`);
  const [edited, openData] = [await readDataset(values.data), await readOpenDataset(values.data)];
  const library = createLibrary([...edited, ...openData].map(({ pack }) => pack));
  const unknown = ids.filter((id) => !library.entities.has(id));
  if (unknown.length > 0)
    throw new Error(`expected ids of entities, as in data/*/entities/ID.json; found none named ${unknown.join(', ')}`);
  const today = new Date().toISOString().slice(0, 10);
  const problems = problemsOf({ dir: values.data, edited, openData }, { today, ...(await readKnowledge(values.data)) });
  const before = values.since === undefined ? undefined : await versionBefore(values.since, values.data);
  const shown = edited.flatMap(({ pack }) => pack.entities.map(({ id }) => id));
  const translate = translator(
    library,
    edited.map(({ pack }) => pack.id),
    (await readSoundTranslations(values.data)).find((texts) => texts.language === language),
  );
  const card = (of: Library, id: string) => withTitles(translate(cardData(of, id, today, language)!), language);
  const cards = cardsOf({ library, before, card, ids, shown, problems });
  const data: PreviewData = {
    language,
    today,
    texts: JSON.parse(await readFile(`locales/${language}.json`, 'utf8')),
    since: before === undefined ? undefined : values.since,
    cards,
    problems: problems.filter(({ path }) => !cards.some((card) => belongsTo(card.id, path))),
  };
  const file = join(values.out, 'index.html');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await pageOf(data));
  console.log(`${cards.length} cards: ${pathToFileURL(file)}`);
  return 0;
}

function belongsTo(id: string, path: string): boolean {
  return path === `entities/${id}` || path.startsWith(`entities/${id}.`);
}

interface Wanted {
  library: Library;
  before: readonly LoadedPack[] | undefined;
  /** The card on an entity of a library. */
  card(of: Library, id: string): CardData;
  /** Ids that the editor names; none for all. */
  ids: readonly string[];
  /** Ids that are shown although nothing changed. */
  shown: readonly string[];
  problems: readonly Problem[];
}

/** Changed, new and removed cards, then the others. */
function cardsOf({ library, before, card, ids, shown, problems }: Wanted): PreviewCard[] {
  const problemsFor = (id: string) => problems.filter(({ path }) => belongsTo(id, path));
  const cardNow = (id: string): PreviewCard => {
    const now = card(library, id);
    return { id, name: now.entity.name, state: 'same', now, problems: problemsFor(id) };
  };
  const changed = before === undefined ? [] : differing(library, before, card, cardNow);
  const rest = (ids.length > 0 ? ids : shown).filter((id) => !changed.some((card) => card.id === id));
  return [...changed.filter(({ id }) => ids.length === 0 || ids.includes(id)), ...rest.map(cardNow)];
}

function differing(
  library: Library,
  before: readonly LoadedPack[],
  card: Wanted['card'],
  cardNow: (id: string) => PreviewCard,
): PreviewCard[] {
  const old = createLibrary(before);
  const logs = before.flatMap((pack) => {
    const now = library.packs.find(({ id }) => id === pack.id);
    return now ? [changelog(pack, now)] : [];
  });
  const cardBefore = (id: string) => card(old, id);
  return [
    ...logs.flatMap(({ changed }) =>
      changed.map(({ id, changes }): PreviewCard => {
        return { ...cardNow(id), state: 'changed', before: cardBefore(id), changes: changes.map(sentence) };
      }),
    ),
    ...logs.flatMap(({ added }) => added.map(({ id }): PreviewCard => ({ ...cardNow(id), state: 'added' }))),
    ...logs.flatMap(({ removed }) =>
      removed.map(
        ({ id, name }): PreviewCard => ({ id, name, state: 'removed', before: cardBefore(id), problems: [] }),
      ),
    ),
  ];
}

/** The page with its script and data inside: what it shows is made by the code that makes the card. */
async function pageOf(data: PreviewData): Promise<string> {
  const entry = join(import.meta.dirname, 'preview', 'page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as { output: { code: string }[] };
  const script = output[0]!.code.replaceAll('</script', '<\\/script');
  const hash = createHash('sha256').update(script).digest('base64');
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Preview of the cards</title>
<main></main>
<script type="application/json" id="data">${json}</script>
<script type="module">${script}</script>
</html>
`;
}
