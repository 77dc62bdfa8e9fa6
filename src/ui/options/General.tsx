import type { EntityKind } from '../../dataset/schema.ts';
import { dwellLimits } from '../../settings/schema.ts';
import { type Language, languages, type Settings } from '../../settings/types.ts';
import { useApp } from '../context.ts';
import { PaintChoice } from '../PaintChoice.tsx';
import { Section } from './Section.tsx';

const kinds: EntityKind[] = ['person', 'organisation', 'event', 'document', 'law', 'role', 'place', 'term'];

/** Every choice of a setting that has a few of them; each has its text under `options.<setting>.<choice>`. */
const choices = {
  open: ['hover', 'modifier', 'click'],
  show: ['first', 'section', 'all'],
  strictness: ['strict', 'normal', 'generous'],
  theme: ['auto', 'light', 'dark'],
  cards: ['interface', 'original'],
} as const;

function Choice<Key extends keyof typeof choices>({ of }: { of: Key }) {
  const { t, settings, update } = useApp();
  return (
    <label class="field">
      <span>
        <strong>{t(`choice.${of}`)}</strong>
        <span class="quiet">{t(`choice.${of}When`)}</span>
      </span>
      <select
        value={settings[of]}
        onChange={(event) => {
          const value = event.currentTarget.value as Settings[Key];
          update((now) => ({ ...now, [of]: value }));
        }}
      >
        {choices[of].map((value) => (
          <option key={value} value={value}>
            {t(`choice.${of}.${value}` as Parameters<typeof t>[0])}
          </option>
        ))}
      </select>
    </label>
  );
}

export function General() {
  const { t, settings, update } = useApp();
  return (
    <Section id="general" title={t('section.general')}>
      <PaintChoice />
      <Choice of="open" />
      <label class="field">
        <span>
          <strong>{t('options.dwell')}</strong>
          <span class="quiet">{t('options.dwellWhen')}</span>
        </span>
        <input
          type="number"
          {...dwellLimits}
          step={50}
          value={settings.dwell}
          onChange={(event) => {
            const { valueAsNumber } = event.currentTarget;
            if (event.currentTarget.reportValidity()) update((now) => ({ ...now, dwell: valueAsNumber }));
          }}
        />
      </label>
      <Choice of="show" />
      <Choice of="strictness" />
      <Choice of="theme" />
      <LanguageChoice />
      <Choice of="cards" />
      <label class="field">
        <span>
          <strong>{t('options.badge')}</strong>
          <span class="quiet">{t('options.badgeWhen')}</span>
        </span>
        <input
          type="checkbox"
          checked={settings.badge}
          onChange={(event) => {
            const badge = event.currentTarget.checked;
            update((now) => ({ ...now, badge }));
          }}
        />
      </label>
      <fieldset>
        <legend>{t('options.kinds')}</legend>
        <p class="quiet">{t('options.kindsWhen')}</p>
        {kinds.map((kind) => (
          <label key={kind} class="tick">
            <input
              type="checkbox"
              checked={settings.kinds.includes(kind)}
              onChange={(event) => {
                const wanted = event.currentTarget.checked;
                update((now) => ({
                  ...now,
                  kinds: kinds.filter((each) => (each === kind ? wanted : now.kinds.includes(each))),
                }));
              }}
            />
            {t(`kinds.${kind}`)}
          </label>
        ))}
      </fieldset>
    </Section>
  );
}

function LanguageChoice() {
  const { t, settings, update } = useApp();
  return (
    <label class="field">
      <span>
        <strong>{t('options.language')}</strong>
        <span class="quiet">{t('options.languageWhen')}</span>
      </span>
      <select
        id="language"
        value={settings.language}
        onChange={(event) => {
          const language = event.currentTarget.value as Language | 'auto';
          update((now) => ({ ...now, language }));
        }}
      >
        <option value="auto">{t('options.language.auto')}</option>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {new Intl.DisplayNames(language, { type: 'language' }).of(language)}
          </option>
        ))}
      </select>
    </label>
  );
}
