import { useState } from 'preact/hooks';
import type { ImportJob } from '../../own-packs/database.ts';
import type { Progress } from '../../own-packs/prepare.ts';
import { useApp } from '../context.ts';
import { Choices } from './Choices.tsx';
import { ImportPreview, Problems } from './ImportPreview.tsx';
import { size } from './size.ts';
import type { PacksOfReader } from './use-packs.ts';

const accepted =
  '.json,.jsonl,.ndjson,.gz,.csv,.tsv,.txt,.xlsx,.ods,.jsonld,.ris,.bib,.xml,.html,.htm,application/json,text/csv,text/tab-separated-values';

/** Each has its text under `own.format.<name>`. */
const formats = ['pack', 'csv', 'sources', 'wikidata', 'ftm', 'popolo', 'tei', 'claimreview'] as const;

/** Where files are brought, and the imports that are under way. */
export function Import({ packs }: { packs: PacksOfReader }) {
  const { t } = useApp();
  const [over, setOver] = useState(false);
  return (
    <div class="import">
      <section
        aria-label={t('own.heading')}
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          for (const file of event.dataTransfer?.files ?? []) packs.bring(file);
        }}
      >
        <p>{t('own.addMeans')}</p>
        <label class="file">
          {t('own.choose')}
          <input
            type="file"
            accept={accepted}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) packs.bring(file);
              // The same file can be chosen again after it was corrected.
              event.currentTarget.value = '';
            }}
          />
        </label>{' '}
        <span class="quiet">{t('own.drop')}</span>
        <details>
          <summary>{t('own.kinds')}</summary>
          <ul class="plain">
            {formats.map((format) => (
              <li key={format}>{t(`own.format.${format}`)}</li>
            ))}
          </ul>
        </details>
      </section>
      {packs.failure && <p role="alert">{`${t(`own.refusal.${packs.failure.why}`)} ${packs.failure.detail}`}</p>}
      {packs.jobs.map((job) => (
        <section key={job.id} class={`job ${job.state}`} aria-label={job.name}>
          <h3>
            <bdi>{job.name}</bdi>
          </h3>
          {job.state === 'reading' && <Reading job={job} progress={packs.progress[job.id]} />}
          {job.state === 'ready' && <ImportPreview job={job} />}
          {job.state === 'refused' && <Refused job={job} />}
          {job.state !== 'reading' && <Choices job={job} onChange={(choices) => packs.again(job.id, choices)} />}
          <div class="bar start">
            {job.preview && (
              <button type="button" class="accept" onClick={() => packs.accept(job.id)}>
                {t(job.preview.update ? 'own.replace' : 'own.accept')}
              </button>
            )}
            <button type="button" class="discard" onClick={() => packs.discard(job.id)}>
              {t(job.state === 'reading' ? 'own.cancel' : 'own.discard')}
            </button>
          </div>
        </section>
      ))}
    </div>
  );
}

function Reading({ job, progress }: { job: ImportJob; progress: Progress | undefined }) {
  const { t, language } = useApp();
  const step = progress?.step ?? 'reading';
  const label = t(`own.step.${step}`);
  return (
    <>
      <p>
        <label>
          {label} <progress {...(step === 'reading' ? { value: progress?.share ?? 0 } : {})} />
        </label>{' '}
        <span class="quiet">
          {[size(job.size, language), t('options.packEntities', { count: progress?.entities ?? 0 })].join(' · ')}
        </span>
      </p>
      <p role="status" class="quiet">
        {label} {t('own.goesOn')}
      </p>
    </>
  );
}

function Refused({ job: { refusal } }: { job: ImportJob }) {
  const { t } = useApp();
  if (!refusal) return null;
  return (
    <>
      <p role="alert">{t(`own.refusal.${refusal.why}`)}</p>
      {refusal.detail && (
        <p class="quiet" dir="auto">
          {refusal.detail}
        </p>
      )}
      {refusal.problems && (
        <Problems list={refusal.problems} title={t('own.problems', { count: refusal.problems.count })} />
      )}
    </>
  );
}
