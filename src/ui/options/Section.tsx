import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  /** Unfolded from the start: what most readers come for. */
  open?: boolean;
  children: ComponentChildren;
}

/** A part of the options, folded to its title. */
export function Section({ id, title, open = false, children }: Props) {
  return (
    <details id={id} class="section" open={open}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
