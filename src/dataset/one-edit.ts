/** One letter added, left out, exchanged, or two neighbours swapped. `a` is not longer than `b`. */
export function withinOneEdit(a: string, b: string): boolean {
  if (b.length - a.length > 1 || a.length > b.length) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return right.length <= 1 || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}
