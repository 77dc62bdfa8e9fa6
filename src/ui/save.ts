/** Gives the reader a file, by the browser's own way of saving. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it over by the next minute, whatever its size.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
