/** Puts text on the clipboard during a click; rejects when the browser refuses. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages without TLS have no `clipboard`: the copy command does it there, and the page never sees the event.
    const take = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
    };
    window.addEventListener('copy', take, { capture: true, once: true });
    const done = document.execCommand('copy');
    window.removeEventListener('copy', take, true);
    if (!done) throw new Error('The browser did not allow the copy.');
  }
}
