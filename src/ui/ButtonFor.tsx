import type { ComponentChildren } from 'preact';

interface Props {
  /** What the button is about, for who hears it apart from its row: "Remove: example.org". */
  of: string;
  class?: string;
  onClick(): void;
  children: ComponentChildren;
}

/** A button of a row in a list. Its visible words begin its name, so that it can be called by what can be seen. */
export function ButtonFor({ of, class: className, onClick, children }: Props) {
  return (
    <button type="button" class={className} onClick={onClick}>
      {children}
      <span class="unseen">: {of}</span>
    </button>
  );
}
