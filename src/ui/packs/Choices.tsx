import { useState } from 'preact/hooks';
import type { EntityKind } from '../../dataset/schema.ts';
import { type ImportFormat, importFormats } from '../../import/detect.ts';
import { tableFields } from '../../import/fields.ts';
import type { ImportChoices, ImportJob } from '../../own-packs/database.ts';
import { defaultSettings } from '../../settings/schema.ts';
import { useApp } from '../context.ts';

/** What can be chosen of Wikidata, as on the command line. */
const wikidataFields = [
  { field: 'languages', label: 'own.languages', means: 'own.languagesMean' },
  { field: 'classes', label: 'own.classes', means: 'own.qids' },
  { field: 'countries', label: 'own.countries', means: 'own.qids' },
  { field: 'items', label: 'own.items', means: 'own.qids' },
] as const;

interface Props {
  job: ImportJob;
  onChange(choices: ImportChoices): void;
}

/** What was guessed of a file, to be put right: its kind, what each column holds, the pack's names. */
export function Choices({ job: { choices, preview, refusal, name }, onChange }: Props) {
  const { t } = useApp();
  const format = choices.format ?? preview?.format ?? refusal?.format;
  const [draft, setDraft] = useState<ImportChoices>(choices);
  const set = (change: ImportChoices) => setDraft({ ...draft, ...change });
  const chosen = draft.format ?? format;
  const table = preview?.table ?? refusal?.table;
  return (
    <details class="choices" open={!preview}>
      <summary>{t('own.choices')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange(draft);
        }}
      >
        <label class="field">
          <span>{t('own.format')}</span>
          <select
            name="format"
            value={chosen ?? ''}
            onChange={(event) => set({ format: event.currentTarget.value as ImportFormat })}
          >
            {chosen === undefined && <option value="" />}
            {importFormats.map((each) => (
              <option key={each} value={each}>
                {t(`own.format.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {chosen !== 'pack' && (
          <>
            <label class="field">
              <span>{t('own.title')}</span>
              <input
                name="title"
                dir="auto"
                value={draft.title ?? preview?.info.title ?? name}
                onInput={(event) => set({ title: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              <span>
                {t('own.id')}
                <span class="quiet">{t('own.idMeans')}</span>
              </span>
              <input
                name="id"
                dir="ltr"
                pattern="[a-z0-9]+(-[a-z0-9]+)*"
                value={draft.id ?? preview?.info.id ?? ''}
                onInput={(event) => set({ id: event.currentTarget.value })}
              />
            </label>
          </>
        )}
        {chosen === 'wikidata' &&
          wikidataFields.map(({ field, label, means }) => (
            <label key={field} class="field">
              <span>
                {t(label)}
                <span class="quiet">{t(means)}</span>
              </span>
              <input
                name={field}
                dir="ltr"
                value={draft[field] ?? ''}
                onInput={(event) => set({ [field]: event.currentTarget.value })}
              />
            </label>
          ))}
        {chosen === 'csv' && (
          <>
            <label class="field">
              <span>{t('own.kind')}</span>
              <select
                name="kind"
                value={draft.kind ?? ''}
                onChange={(event) => set({ kind: (event.currentTarget.value || undefined) as EntityKind })}
              >
                <option value="">{t('own.kindGuessed')}</option>
                {defaultSettings().kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`card.kind.${kind}`)}
                  </option>
                ))}
              </select>
            </label>
            {table && (
              <fieldset class="columns">
                <legend>{t('own.columns')}</legend>
                {table.columns.map((column) => (
                  <Field
                    key={column}
                    column={column}
                    value={draft.columns?.[column] ?? table.mapping[column] ?? ''}
                    onChange={(field) => set({ columns: { ...draft.columns, [column]: field } })}
                  />
                ))}
              </fieldset>
            )}
          </>
        )}
        <button type="submit">{t('own.readAgain')}</button>
      </form>
    </details>
  );
}

interface FieldProps {
  column: string;
  value: string;
  onChange(field: string): void;
}

function Field({ column, value, onChange }: FieldProps) {
  const { t } = useApp();
  // A column of names in one language was guessed from its heading; it stays among the choices.
  const known = value === '' || (tableFields as readonly string[]).includes(value);
  return (
    <label class="field">
      <span dir="auto">{column}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('own.notRead')}</option>
        {(known ? tableFields : [...tableFields, value]).map((field) => (
          <option key={field} value={field}>
            {field}
          </option>
        ))}
      </select>
    </label>
  );
}
