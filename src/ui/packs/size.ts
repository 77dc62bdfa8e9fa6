import type { Language } from '../../settings/types.ts';

/** Bytes as a reader counts them. */
export function size(bytes: number, language: Language): string {
  const [unit, value] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit: unit as string, maximumFractionDigits }).format(
    value as number,
  );
}
