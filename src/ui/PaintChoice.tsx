import type { Settings } from '../settings/types.ts';
import { useApp } from './context.ts';

const choices: Settings['paint'][] = ['politics', 'contested'];

/** Whether all that open data knows is painted, or only what people wrote of contested subjects; what is chosen takes effect at once. */
export function PaintChoice() {
  const { t, settings, update } = useApp();
  return (
    <fieldset class="access paint">
      <legend>{t('paint.question')}</legend>
      {choices.map((paint) => (
        <label key={paint} class="choice">
          <input
            type="radio"
            name="paint"
            checked={settings.paint === paint}
            onChange={() => update((now) => ({ ...now, paint }))}
          />
          <span>
            <strong>{t(`paint.${paint}`)}</strong>
            <span class="quiet">{t(`paint.${paint}Means`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
