import { useState } from 'preact/hooks';
import type { OwnPack } from '../../own-packs/database.ts';
import { useApp } from '../context.ts';
import { PackSwitch } from '../options/PackSwitch.tsx';
import { save } from '../save.ts';
import { Import } from './Import.tsx';
import { size } from './size.ts';
import { type PacksOfReader, usePacks } from './use-packs.ts';

/** The packs that the reader brought, with all that can be done with them, and the way to bring more. */
export function OwnPacks() {
  const { t } = useApp();
  const packs = usePacks();
  return (
    <div id="own-packs">
      <h3>{t('own.heading')}</h3>
      <ul class="rows">
        {packs.packs.map((pack) => (
          <Row key={pack.id} pack={pack} packs={packs} />
        ))}
      </ul>
      <Import packs={packs} />
    </div>
  );
}

function Row({ pack, packs }: { pack: OwnPack; packs: PacksOfReader }) {
  const { t, language } = useApp();
  const [leaving, setLeaving] = useState(false);
  const { id, title, description, entities, names, sources, bytes, added, mark, license } = pack;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <li>
      <PackSwitch id={id} title={title} />
      <p dir="auto">{description}</p>
      <p class="quiet">
        {[
          t('options.packEntities', { count: entities }),
          t('own.names', { count: names }),
          t('options.packSources', { count: sources }),
          size(bytes, language),
          t('own.addedOn', { date: day.format(new Date(added)) }),
          license,
        ].join(' · ')}
      </p>
      {packs.lost.includes(id) && <p role="alert">{t('own.lost')}</p>}
      <label class="tick">
        <input
          type="checkbox"
          class="always"
          checked={mark === 'always'}
          onChange={(event) => packs.mark(id, event.currentTarget.checked)}
        />
        {t('own.always')}
      </label>
      <p class="quiet">{t('own.alwaysMeans')}</p>
      <div class="bar start">
        <button
          type="button"
          class="export"
          onClick={async () => {
            const file = await packs.file(id, 'pack');
            if (file) save(file, `${id}.sidelight.json`);
          }}
        >
          {t('own.export')}
        </button>
        <button
          type="button"
          class="export-ftm"
          onClick={async () => {
            const file = await packs.file(id, 'ftm');
            if (file) save(file, `${id}.ftm.json`);
          }}
        >
          {t('own.exportFtm')}
        </button>
        {leaving ? (
          <>
            <button type="button" class="remove" onClick={() => packs.remove(id)}>
              {t('own.removeForGood', { title })}
            </button>
            <button type="button" onClick={() => setLeaving(false)}>
              {t('own.keep')}
            </button>
          </>
        ) : (
          <button type="button" class="remove" onClick={() => setLeaving(true)}>
            {t('common.remove')}
          </button>
        )}
      </div>
    </li>
  );
}
