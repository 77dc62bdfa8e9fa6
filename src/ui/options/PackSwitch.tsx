import { useApp } from '../context.ts';

/** Switches a pack on or off, whoever made it. */
export function PackSwitch({ id, title, lang }: { id: string; title: string; lang?: string | undefined }) {
  const { settings, update } = useApp();
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={!settings.packsOff.includes(id)}
        onChange={(event) => {
          const off = !event.currentTarget.checked;
          update((now) => ({
            ...now,
            packsOff: off ? [...now.packsOff, id].sort() : now.packsOff.filter((each) => each !== id),
          }));
        }}
      />
      <strong lang={lang} dir="auto">
        {title}
      </strong>
    </label>
  );
}
