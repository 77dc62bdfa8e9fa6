import { useState } from 'preact/hooks';
import type { CitationFormat } from '../cite/formats.ts';
import { useApp } from './context.ts';
import {
  type Found,
  type ReportFormat,
  reportFile,
  reportFormats,
  sourceFormats,
  sourcesFile,
} from './report-files.ts';
import { save } from './save.ts';

/** Saves what was found in a text, or the sources of all of it, as a file. `find` is asked when it is saved. */
export function SaveReport({ find }: { find(): Promise<Found | null | undefined> }) {
  const { t, texts } = useApp();
  const [failed, setFailed] = useState(false);
  const write = (work: (found: Found) => Promise<{ file: Blob; name: string }>) => async () => {
    setFailed(false);
    try {
      const found = await find();
      if (!found) return;
      const { file, name } = await work(found);
      save(file, name);
    } catch {
      setFailed(true);
    }
  };
  return (
    <details class="save-report">
      <summary>{t('report.save')}</summary>
      <Formats
        title={t('report.mentions')}
        formats={reportFormats}
        onSave={(format: ReportFormat) => write((found) => reportFile(found, format, texts))()}
      />
      <Formats
        title={t('report.sources')}
        formats={sourceFormats}
        onSave={(format: CitationFormat) => write((found) => sourcesFile(found, format))()}
      />
      {failed && <p role="alert">{t('report.failed')}</p>}
    </details>
  );
}

interface FormatsProps<T> {
  title: string;
  formats: { id: T; name: string }[];
  onSave(format: T): void;
}

function Formats<T extends string>({ title, formats, onSave }: FormatsProps<T>) {
  return (
    <fieldset class="bar start">
      <legend>{title}</legend>
      {formats.map(({ id, name }) => (
        <button key={id} type="button" data-format={id} onClick={() => onSave(id)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
