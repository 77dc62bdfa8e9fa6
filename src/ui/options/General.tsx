import { type Language, languages, type Settings } from '../../settings/types.ts';
import { useApp } from '../context.ts';
import { kindsInOrder } from '../kinds.ts';
import { PaintChoice } from '../PaintChoice.tsx';
import { Section } from './Section.tsx';

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

/** ms of each choice of how long to wait. */
const waits = { short: 250, usual: 500, long: 1000, longer: 2000 } as const;

function Wait() {
  const { t, language, settings, update } = useApp();
  const { dwell } = settings;
  const choices = Object.entries(waits) as [keyof typeof waits, number][];
  const seconds = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  return (
    <label class="field">
      <span>
        <strong>{t('options.dwell')}</strong>
        <span class="quiet">{t('options.dwellWhen')}</span>
      </span>
      <select
        id="dwell"
        value={dwell}
        onChange={(event) => {
          const wanted = Number(event.currentTarget.value);
          update((now) => ({ ...now, dwell: wanted }));
        }}
      >
        {choices.map(([name, ms]) => (
          <option key={name} value={ms}>
            {t(`options.dwell.${name}`)}
          </option>
        ))}
        {/* Another one came with settings of an earlier version or from a file. */}
        {!choices.some(([, ms]) => ms === dwell) && (
          <option value={dwell}>{t('options.dwell.own', { seconds: seconds.format(dwell / 1000) })}</option>
        )}
      </select>
    </label>
  );
}

export function General() {
  const { t } = useApp();
  return (
    <Section id="general" title={t('section.general')} open>
      <PaintChoice />
      <Choice of="open" />
      <details>
        <summary>{t('options.more')}</summary>
        <Wait />
        <Choice of="show" />
        <Badge />
        <Choice of="strictness" />
        <Kinds />
      </details>
    </Section>
  );
}

export function Look() {
  const { t } = useApp();
  return (
    <Section id="look" title={t('section.look')}>
      <LanguageChoice />
      <Choice of="cards" />
      <Choice of="theme" />
    </Section>
  );
}

function Badge() {
  const { t, settings, update } = useApp();
  return (
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
  );
}

function Kinds() {
  const { t, settings, update } = useApp();
  return (
    <fieldset>
      <legend>{t('options.kinds')}</legend>
      <p class="quiet">{t('options.kindsWhen')}</p>
      {kindsInOrder.map((kind) => (
        <label key={kind} class="tick">
          <input
            type="checkbox"
            checked={settings.kinds.includes(kind)}
            onChange={(event) => {
              const wanted = event.currentTarget.checked;
              update((now) => ({
                ...now,
                kinds: kindsInOrder.filter((each) => (each === kind ? wanted : now.kinds.includes(each))),
              }));
            }}
          />
          {t(`kinds.${kind}`)}
        </label>
      ))}
    </fieldset>
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
