/**
 * Letters of other alphabets in Latin ones, for comparison only, never for display. The values follow the romanisations of the news
 * (kh, gh, sh), not a scholarly standard; vowels that a script does not write are not invented.
 */
const CYRILLIC: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu',
  я: 'ya', ђ: 'dj', ћ: 'ch', љ: 'lj', њ: 'nj', џ: 'dzh', қ: 'q', ғ: 'gh', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', ҳ: 'h', ҷ: 'j',
}; // biome-ignore format: a table reads better in rows
const GREEK: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};
const ARABIC: Record<string, string> = {
  ا: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'dh',
  ط: 't',
  ظ: 'dh',
  ع: '',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'v',
  ه: 'h',
  ی: 'y',
  ڤ: 'v',
  ڨ: 'g',
  ڭ: 'g',
  ٹ: 't',
  ڈ: 'd',
  ڑ: 'r',
  ں: 'n',
  ڕ: 'r',
  ڵ: 'l',
};
const HEBREW: Record<string, string> = {
  א: '',
  ב: 'v',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'v',
  ז: 'z',
  ח: 'kh',
  ט: 't',
  י: 'y',
  כ: 'k',
  ל: 'l',
  מ: 'm',
  נ: 'n',
  ס: 's',
  ע: '',
  פ: 'p',
  צ: 'ts',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
};
const LETTERS = new Map(Object.entries({ ...CYRILLIC, ...GREEK, ...ARABIC, ...HEBREW }));

/** Latin, Greek and Cyrillic letters, and those without case, are alphabets of their own: two bits. */
export function alphabetOf(unit: number): number {
  return unit < 0x0370 ? 0 : unit < 0x0400 ? 1 : unit < 0x0530 ? 2 : WITHOUT_CASE;
}

/** The alphabet of all tokens that have sounds and are written without vowels. */
export const WITHOUT_CASE = 3;

/** Whether a folded token is written in a script that leaves short vowels out. */
export function isAbjad(folded: string): boolean {
  const unit = folded.charCodeAt(0);
  return (unit >= 0x0590 && unit < 0x0700) || (unit >= 0x0750 && unit < 0x0780);
}

/** Latin letters of one folded letter of another script; undefined for scripts that have no table here. */
export function romanLetter(letter: string): string | undefined {
  return LETTERS.get(letter);
}

/** A folded token in a-z and digits, or '' for scripts that have no table here (Chinese, Thai ...). */
export function romanise(folded: string): string {
  const unit = folded.charCodeAt(0);
  if (unit < 0x0250) return folded;
  let roman = '';
  for (let i = 0; i < folded.length; i++) {
    const letter = LETTERS.get(folded[i]!);
    if (letter === undefined) return '';
    roman += letter;
  }
  return roman;
}

/** The token without its Arabic article, which Latin letters write apart or leave out; '' when it has none. */
export function withoutArticle(folded: string): string {
  return folded.startsWith('ال') && folded.length > 4 ? folded.slice(2) : '';
}
