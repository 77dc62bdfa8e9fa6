import { useEffect, useState } from 'preact/hooks';
import { readStored, readSyncProblem, store } from '../../settings/index.ts';
import { defaultSettings, type Problem } from '../../settings/schema.ts';
import { exportSettings, importSettings } from '../../settings/transfer.ts';
import type { Settings } from '../../settings/types.ts';
import { useApp } from '../context.ts';
import { size } from '../packs/size.ts';
import { Section } from './Section.tsx';

/** Settings to a file and back, other browsers, and everything that is stored, in words and as it is. */
export function Data() {
  const { t, settings, update } = useApp();
  // The key, not the words: importing settings may change the language.
  const [done, setDone] = useState<Parameters<typeof t>>();
  const [before, setBefore] = useState<Settings>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [broken, setBroken] = useState<Problem[]>([]);
  const [syncProblem, setSyncProblem] = useState<string>();
  const lookAgain = () => {
    readSyncProblem().then(setSyncProblem);
    store.read().then((stored) => setBroken(stored.problems));
  };
  useEffect(lookAgain, [settings]);

  const read = async (file: File | undefined) => {
    if (!file) return;
    setProblems([]);
    try {
      const found = importSettings(await file.text());
      setProblems(found.problems);
      setBefore(settings);
      update(() => found.settings);
      setDone(['options.imported', { name: file.name }]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setDone(['options.notImported', { name: file.name, why }]);
    }
  };
  return (
    <Section id="data" title={t('section.data')}>
      <div class="bar start">
        <a
          class="button"
          download="sidelight-settings.json"
          href={`data:application/json;charset=utf-8,${encodeURIComponent(exportSettings(settings))}`}
        >
          {t('options.export')}
        </a>
        <label class="file">
          {t('options.import')}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => read(event.currentTarget.files?.[0])}
          />
        </label>
        <button
          type="button"
          class="reset"
          onClick={() => {
            setBefore(settings);
            update(() => defaultSettings());
            setDone(['options.wasReset']);
          }}
        >
          {t('options.reset')}
        </button>
      </div>
      <p role="status">{done && t(...done)}</p>
      {before && (
        <button
          type="button"
          onClick={() => {
            update(() => before);
            setBefore(undefined);
            setDone(undefined);
          }}
        >
          {t('options.undo')}
        </button>
      )}
      <Problems of={problems} />
      {broken.length > 0 && (
        <div class="broken">
          <p role="alert">{t('options.storedProblems')}</p>
          <Problems of={broken} />
          <button
            type="button"
            onClick={() => store.discard(broken.map(({ key }) => key)).then(lookAgain, () => undefined)}
          >
            {t('options.storedDiscard')}
          </button>
        </div>
      )}
      <label class="field">
        <span>
          <strong>{t('options.sync')}</strong>
          <span class="quiet">{t('options.syncWhen')}</span>
        </span>
        <input
          type="checkbox"
          checked={settings.sync}
          onChange={(event) => {
            const sync = event.currentTarget.checked;
            update((now) => ({ ...now, sync }));
          }}
        />
      </label>
      {settings.sync && syncProblem !== undefined && (
        <p role="alert">{t('options.syncProblem', { why: syncProblem })}</p>
      )}
    </Section>
  );
}

function Problems({ of: problems }: { of: Problem[] }) {
  const { t } = useApp();
  if (problems.length === 0) return null;
  return (
    <ul class="plain problems">
      {problems.map(({ key, expected }) => (
        <li key={key}>{t('options.importProblem', { key, expected })}</li>
      ))}
    </ul>
  );
}

export function Privacy() {
  const { t, settings, language } = useApp();
  const [stored, setStored] = useState<Record<string, unknown>>({});
  const [bytes, setBytes] = useState<number>();
  useEffect(() => {
    readStored().then(setStored);
    navigator.storage.estimate().then(({ usage }) => setBytes(usage));
  }, [settings]);
  return (
    <Section id="privacy" title={t('section.privacy')}>
      <p>{t('options.privacyNothing')}</p>
      <p>{t('options.privacyStored')}</p>
      {bytes !== undefined && <p>{t('options.privacySize', { size: size(bytes, language) })}</p>}
      <details>
        <summary>{t('options.privacyAll')}</summary>
        <pre dir="ltr">{JSON.stringify(stored, null, 2)}</pre>
      </details>
    </Section>
  );
}
