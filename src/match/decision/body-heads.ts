/** Nouns that name a body by themselves once its whole name has stood: "Conseil" after "Conseil de sécurité". Phrases with `|` between. */

/** Of Latin letters, which stand so with a capital. */
export const LATIN_HEADS = {
  /** Where they begin the name: "Corte Constitucional". */
  first:
    'conseil|cour|haute cour|assemblée|commission|gardiens|fonds|agence|comité|chambre|congrès|tribunal|parlement|ligue|alliance|organisation|union|autorité|' +
    'bureau|banque|ministère|parquet|consejo|corte|asamblea|fiscalía|comisión|agencia|cámara|congreso|parlamento|liga|alianza|organización|' +
    'unión|fondo|junta|guardia|procuraduría|contraloría|defensoría|secretaría|registraduría|ministerio|sala',
  /** Where "of" stands after them, or "Department": "House of Representatives", "Treasury Department". */
  before: 'house|treasury|bank|court|council|office|commission|board|bureau|ministry|corte',
  /** Where they end it: "Security Council", "EU-Kommission". */
  last:
    'council|court|high court|commission|tribunal|assembly|bureau|agency|board|committee|fund|department|ministry|authority|secretariat|league|union|parliament|bank|' +
    'kommission|rat|gerichtshof|strafgerichtshof|behörde|agentur|terrorliste|parlament',
};

/** In Arabic letters: as they begin a name, and as they stand alone; in Persian after "this". */
export const ABJAD_HEADS: readonly (readonly [named: string, alone: string])[] = [
  ...'مجلس محكمة مفوضية إطار حزب حركة وزارة هيئة لجنة منظمة وكالة اتحاد بنك صندوق جماعة ائتلاف جمعية تيار تحالف حرس مصرف جامعة'
    .split(' ')
    .map((word) => [word, `ال${word}`] as const),
  ...'شورای:شورا سازمان اتحادیه آژانس دادگاه کمیسیون وزارت جنبش بانک نهاد'
    .split(' ')
    .map((pair) => [pair.split(':')[0]!, pair.split(':')[1] ?? pair] as const),
];
