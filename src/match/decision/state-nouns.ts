/** Nouns of every day for the bodies that every state has. */
import type { StateBody } from '../name-index/nations.ts';

/** Where a word of the country stands: before the noun, and where both ways, a name of it after "of", "von". */
export const ORDERS = ['english', 'german', 'romance', 'abjad'] as const;
export type Order = (typeof ORDERS)[number];

/** Of several bodies the first that a country has. Phrases with `|` between. In Romance languages and in Arabic letters the country follows. */
export interface StateNoun extends Partial<Record<Order, string>> {
  bodies: readonly StateBody[];
  /** Phrases that mean the body of the page's country where no country stands beside them. */
  alone?: Partial<Record<Order, string>>;
  /** What the body's name says in English where the noun is none of every day in all countries: there is a Senate in some. */
  named?: RegExp;
  /** What it does not say: no congress is called a parliament. */
  other?: RegExp;
  /** Only where the country has no other chamber. */
  single?: true;
  /** How a Romance noun is told from the adjective: by the article before it, or by its capital, too. */
  written?: 'capital' | 'article';
  /** The word after the noun and its country by which it is another body: "police iranienne des mœurs". Folded. */
  unlike?: RegExp;
  /** Who heads it is called by it: "head of Government". */
  headed?: true;
  /** Phrases by which a page is about a part of a country that has such a body, too. */
  regions?: string;
}

/** By these a page is about a part of a country. */
const PARTS =
  'Landtag|Landtags|Landeshauptmann|Landeshauptfrau|Landesregierung|Landesrat|Landesrätin|Generalitat|Xunta|lehendakari|comunidad autónoma|Comunidad de Madrid|Junta de Andalucía|gobierno regional|حكومة إقليم';

export const STATE_NOUNS: readonly StateNoun[] = [
  {
    bodies: ['government'],
    abjad: 'حكومة',
    alone: {
      english: 'government',
      german: 'Regierung',
      romance: 'gouvernement|gobierno',
      abjad: 'الحكومة|دولت',
    },
    headed: true,
    regions: PARTS,
  },
  {
    bodies: ['government'],
    alone: {
      english: 'cabinet',
      german: 'Kabinett|Kabinetts',
      romance: 'conseil des ministres|consejo de ministros',
      abjad:
        'مجلس الوزراء|هیئت دولت|هیات دولت|کابینه|دولت نهم|دولت دهم|دولت یازدهم|دولت دوازدهم|دولت سیزدهم|دولت چهاردهم|دولت پانزدهم',
    },
  },
  {
    bodies: ['parliament', 'lower-chamber'],
    abjad: 'برلمان',
    alone: { german: 'Parlament|Parlaments', romance: 'parlement|parlamento', abjad: 'البرلمان|پارلمان' },
    regions: PARTS,
  },
  {
    bodies: ['parliament'],
    other: /Congress/,
    alone: { english: 'parliament' },
  },
  {
    bodies: ['parliament'],
    single: true,
    abjad: 'مجلس',
  },
  {
    bodies: ['parliament'],
    named: /^مجلس شورای/,
    single: true,
    alone: { abjad: 'مجلس' },
  },
  {
    bodies: ['parliament', 'lower-chamber'],
    named: /Congress/,
    alone: { german: 'Kongress|Kongresses', romance: 'congrès|congreso', abjad: 'الكونغرس|الكونجرس|کنگره' },
  },
  {
    bodies: ['lower-chamber', 'parliament'],
    english: 'house of representatives|lower house',
    german: 'Abgeordnetenhaus',
    romance: 'chambre des représentants|chambre des députés|cámara de representantes|cámara de diputados',
    abjad: 'مجلس نمایندگان',
    alone: { german: 'Unterhaus|Unterhauses', abjad: 'مجلس النواب' },
  },
  {
    bodies: ['lower-chamber', 'parliament'],
    named: /Representatives/,
    alone: {
      german: 'Repräsentantenhaus',
      romance: 'chambre des représentants|cámara de representantes',
      abjad: 'مجلس نمایندگان',
    },
  },
  {
    bodies: ['lower-chamber', 'parliament'],
    named: /Deputies/,
    alone: { german: 'Abgeordnetenhaus|Abgeordnetenkammer', romance: 'chambre des députés|cámara de diputados' },
  },
  {
    bodies: ['lower-chamber', 'parliament'],
    named: /National Assembly/,
    alone: {
      english: 'national assembly',
      german: 'Nationalversammlung',
      romance: 'assemblée nationale|asamblea nacional',
      abjad: 'الجمعية الوطنية',
    },
  },
  {
    bodies: ['upper-chamber'],
    english: 'senate|upper house',
    german: 'Senat',
    romance: 'sénat|senado',
    abjad: 'مجلس الشيوخ|مجلس سنا|سنای',
    alone: { german: 'Oberhaus|Oberhauses' },
  },
  {
    bodies: ['upper-chamber'],
    named: /Senat/,
    alone: { english: 'senate', german: 'Senat|Senats', romance: 'sénat|senado', abjad: 'مجلس الشيوخ|مجلس سنا|سنای' },
  },
  {
    bodies: ['armed-forces'],
    english: 'military|armed forces|army',
    german: 'Streitkräfte|Streitkräften|Militär',
    romance: 'armée',
    abjad: 'جيش|القوات|نیروهای مسلح',
    alone: { german: 'Armee', romance: 'forces armées|fuerzas armadas|ejército', abjad: 'الجيش|القوات المسلحة|ارتش' },
  },
  {
    bodies: ['navy'],
    written: 'article',
    english: 'navy',
    german: 'Marine',
    romance: 'marine|armada',
    abjad: 'البحرية|القوات البحرية|سلاح البحرية|نیروی دریایی',
  },
  {
    bodies: ['air-force'],
    english: 'air force',
    german: 'Luftwaffe',
    romance: "armée de l'air|fuerza aérea",
    abjad: 'سلاح الجو|القوات الجوية|نیروی هوایی',
  },
  {
    bodies: ['coast-guard'],
    english: 'coast guard|coastguard',
    german: 'Küstenwache',
    romance: 'garde côtière|garde-côtes|gardes-côtes|guardia costera',
    abjad: 'خفر السواحل|حرس السواحل|گارد ساحلی',
  },
  {
    bodies: ['gendarmerie'],
    english: 'gendarmerie',
    german: 'Gendarmerie',
    romance: 'gendarmerie|gendarmería',
    abjad: 'الدرك|ژاندارمری',
  },
  {
    bodies: ['gendarmerie'],
    named: /^Gendarmer|National/,
    alone: { romance: 'gendarmerie nationale|gendarmería nacional' },
  },
  {
    bodies: ['police'],
    unlike: /^(?:des?|state|states|academy|dogs?|religi|moral|secre|politi|municipal|judicia|local|الدينيه|اخلاق)/,
    english: 'police',
    german: 'Polizei',
    romance: 'police|policía',
    abjad: 'الشرطة|شرطة|پلیس',
  },
  {
    bodies: ['electoral-commission'],
    alone: {
      english: 'electoral commission|election commission|electoral council|electoral tribunal',
      german: 'Wahlkommission|Wahlbehörde',
      romance: 'commission électorale|consejo electoral|comisión electoral|tribunal electoral|autoridad electoral',
      abjad: 'مفوضية الانتخابات|لجنة الانتخابات|کمیسیون انتخابات',
    },
  },
  {
    bodies: ['constitution'],
    alone: {
      english: 'constitution',
      german: 'Verfassung',
      romance: 'constitution|constitución',
      abjad: 'الدستور|قانون اساسی',
    },
  },
  {
    bodies: ['central-bank'],
    abjad: 'المركزي',
    alone: {
      english: 'central bank',
      german: 'Zentralbank|Notenbank',
      romance: 'banque centrale|banco central',
      abjad: 'البنك المركزي|المصرف المركزي|بانک مرکزی',
    },
    regions:
      'EZB|ECB|BCE|Euro|Euroraum|Eurozone|zone euro|zona euro|eurozona|European Central Bank|اليورو|منطقة اليورو|یورو',
  },
  {
    bodies: ['foreign'],
    english: 'foreign ministry|foreign office|ministry of foreign affairs|foreign affairs ministry',
    german: 'Außenministerium|Außenministeriums',
    romance:
      'ministère des Affaires étrangères|ministerio de relaciones exteriores|ministerio de asuntos exteriores|ministerio de exteriores|secretaría de relaciones exteriores|cancillería',
    abjad: 'وزارة الخارجية|الخارجية|وزارة خارجية|وزارت خارجه|وزارت امور خارجه',
  },
  {
    bodies: ['defence'],
    english: 'defense ministry|defence ministry|ministry of defense|ministry of defence',
    german: 'Verteidigungsministerium|Verteidigungsministeriums',
    romance: 'ministère de la Défense|ministère des Armées|ministerio de defensa',
    abjad: 'وزارة الدفاع|الدفاع|وزارة دفاع|وزارت دفاع',
  },
  {
    bodies: ['interior'],
    english: 'interior ministry|ministry of interior|ministry of the interior',
    german: 'Innenministerium|Innenministeriums',
    romance: "ministère de l'Intérieur|ministerio del interior",
    abjad: 'وزارة الداخلية|الداخلية|وزارة داخلية|وزارت کشور|وزارت داخله',
  },
  {
    bodies: ['supreme-court'],
    written: 'capital',
    romance: 'supremo',
  },
  {
    bodies: ['constitutional-court'],
    written: 'capital',
    romance: 'constitucional',
  },
  {
    bodies: ['supreme-court'],
    german: 'Oberster Gerichtshof|Oberstes Gericht|Obersten Gerichts|Obersten Gerichtshofs|Obersten Gerichtshofes',
    abjad: 'دیوان عالی کشور|دادگاه عالی',
    alone: {
      english: 'supreme court',
      german: 'Supreme Court|Oberste Gericht|Obersten Gericht|Oberste Gerichtshof|Obersten Gerichtshof',
      romance: 'cour suprême|corte suprema|suprema corte|tribunal supremo',
      abjad: 'المحكمة العليا|دیوان عالی',
    },
  },
  {
    bodies: ['constitutional-court'],
    alone: {
      english: 'constitutional court|constitutional council',
      german: 'Verfassungsgericht|Verfassungsgerichts|Verfassungsgerichtshof',
      romance:
        'conseil constitutionnel|cour constitutionnelle|tribunal constitucional|corte constitucional|corte de constitucionalidad',
      abjad: 'المحكمة الدستورية|المجلس الدستوري|دادگاه قانون اساسی|دیوان قانون اساسی',
    },
  },
];
