const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|' +
  'Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand)';
const year = '(?:1[2-9]\\d\\d|20\\d\\d)';
const counted =
  '(?:people|persons?|prisoners?|men|women|children|protesters?|civilians?|victims?|dead|deaths?|killed|executions?|names|members|soldiers|cases|companies)';

/** Digits that count nothing: dates, years, ordinals, times, and the numbers by which documents, articles and things are called. */
const notCounts = [
  // A/HRC/55/67, S/RES/2231, 2010/413/CFSP
  /\b[\p{L}\d]+(?:\/[\p{L}\d.]+)+/gu,
  // Names with a number in them: PS752, Ashraf-3, P5+1, G7, COVID-19, F-14A
  /\p{L}[\p{L}.]*[-+]?\d[\p{L}\d+-]*/gu,
  new RegExp(
    `\\b(?:resolutions?|articles?|art\\.|arts\\.|paragraphs?|paras?\\.?|sections?|sect\\.|principles?|rules?|chapters?|parts?|clauses?|annex(?:es)?|` +
      `pages?|pp?\\.|volumes?|vol\\.|issue|numbers?|nos?\\.|laws?|decrees?|acts?|orders?|regulations?|directives?|flights?|wards?|blocks?|` +
      `branch(?:es)?|courts?|chambers?|case|lists?|protocols?|figures?|table|operation|phase|cell|camp|unit|line|route|amendments?|instruments?)` +
      `\\s+(?:nos?\\.\\s*)?\\d[\\d.,/()–-]*(?:(?:,| and| to|,? or)\\s+\\d[\\d/()–-]*)*`,
    'giu',
  ),
  new RegExp(
    `\\b\\d{1,2}(?:(?:\\s*[–-]\\s*|,\\s*|\\s+(?:and|to|or)\\s+)(?:\\d{1,2}))*\\s+(?:of\\s+)?${month}(?:,?\\s+${year})?\\b`,
    'gu',
  ),
  new RegExp(`\\b${month}\\s+\\d{1,2}(?:\\s*[–-]\\s*\\d{1,2})?(?:,?\\s+${year})?\\b`, 'gu'),
  /\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\b(?!\s*(?:%|per cent|million|billion))/gu,
  /\b\d+(?:st|nd|rd|th)\b/gu,
  new RegExp(
    `\\b${year}(?:s|(?:\\s*[–/-]\\s*(?:${year}|\\d\\d)))?(?![\\d,.]\\d)\\b(?!\\s+(?:\\w+\\s+)?${counted}\\b)`,
    'gu',
  ),
];

/** The numerals of a sentence that state a quantity: `over 30,000 prisoners`, `45 %`. */
export function quantitiesIn(text: string): string[] {
  const rest = notCounts.reduce((left, pattern) => left.replace(pattern, (match) => ' '.repeat(match.length)), text);
  return rest.match(/\p{Nd}[\p{Nd}.,]*\p{Nd}|\p{Nd}/gu) ?? [];
}
