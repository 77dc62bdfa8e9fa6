/** Reads a file of records into a collection, and what is to be said of it into the preview. */
import type { ImportFormat } from '../import/detect.ts';
import { type Mapping, namesRows } from '../import/headings.ts';
import type { Opened } from '../import/input.ts';
import { readFile } from '../import/read-file.ts';
import { placeText } from '../import/record.ts';
import type { WikidataChoice } from '../import/wikidata.ts';
import type { ImportChoices, ImportJob } from './database.ts';
import { ImportError } from './input.ts';
import type { Surroundings } from './prepare.ts';
import { addSample, note, type Preview } from './preview.ts';
import type { Collection } from './records.ts';

export async function readLines(
  opened: Opened,
  { choices }: ImportJob,
  format: Exclude<ImportFormat, 'pack'>,
  draft: Preview,
  collection: Collection,
  { today, wordRank, libraries, isOutdated, pause }: Surroundings,
): Promise<void> {
  const skipped = new Map<string, number>();
  const outcomes = readFile(opened, format, {
    today,
    wordRank,
    languages: languagesIn(choices.languages),
    choice: choiceOf(choices),
    labels: new Map(),
    columns: choices.columns ?? {},
    prefix: draft.info.id,
    kind: choices.kind,
    libraries,
    onMapping(mapping: Mapping, columns: readonly string[]) {
      // Of several sheets the first with names is shown.
      if (!draft.table || !namesRows(draft.table.mapping)) draft.table = { columns, mapping };
    },
  });
  for await (const { record, skipped: reason, problems, remark, ...place } of outcomes) {
    const others = pause?.();
    if (others) await others;
    if (isOutdated()) throw new ImportError('changed');
    for (const problem of problems) note(remark ? draft.remarks : draft.problems, { ...problem, ...place });
    const { refused, joined } = record ? collection.add(record, placeText(place)) : {};
    if (refused !== undefined)
      note(draft.problems, {
        ...place,
        rule: 'unique-id',
        path: 'id',
        expected: 'an id that no earlier record has',
        found: refused,
        todo: 'the record was left out; give each an id of its own',
      });
    if (remark) continue;
    if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    else if (!record || refused !== undefined) draft.counts.refused++;
    else if (joined) draft.counts.joined++;
    else addSample(draft, record.entity);
  }
  draft.skipped = [...skipped];
}

/** Language tags in what a reader typed; English when there is none. */
function languagesIn(text = ''): string[] {
  const tags = text.toLowerCase().match(/[a-z]{2,3}(?:-[a-z0-9]+)*/g);
  return tags ? [...new Set(tags)] : ['en'];
}

function choiceOf({ classes, countries, items }: ImportChoices): WikidataChoice {
  const chosen = { classes: idsIn(classes), countries: idsIn(countries), ids: idsIn(items) };
  return Object.fromEntries(Object.entries(chosen).filter(([, ids]) => ids.size > 0));
}

/** Q-ids in any text, as a list, addresses, or a column of a table. */
function idsIn(text = ''): Set<string> {
  return new Set(text.toUpperCase().match(/\bQ[1-9]\d*\b/g));
}
