import { useRef, useState } from 'preact/hooks';
import { withMuted } from '../settings/sites.ts';
import { useApp } from './context.ts';

/** Marks an entity nowhere any more, says so, and takes it back. */
export function MuteSwitch({ entity, name }: { entity: string; name: string }) {
  const { t, settings, update } = useApp();
  const [done, setDone] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const muted = settings.muted.includes(entity);
  const mute = (wanted: boolean) => {
    setDone(true);
    update((now) => withMuted(now, entity, wanted));
  };
  return (
    <>
      <button type="button" class="mute" ref={button} aria-pressed={muted} onClick={() => mute(!muted)}>
        {t('entity.mute')}
      </button>
      <p role="status" class="said">
        {done && t(muted ? 'entity.muted' : 'entity.unmuted', { name })}
        {done && muted && (
          <button
            type="button"
            class="undo"
            onClick={() => {
              mute(false);
              // This button goes.
              button.current?.focus();
            }}
          >
            {t('options.undo')}
          </button>
        )}
      </p>
    </>
  );
}
