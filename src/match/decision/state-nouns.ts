/** Nouns of every day for the bodies that every state has. */
import type { StateBody } from '../name-index/nations.ts';

/** Where a word of the country stands: before the noun, and where both ways, a name of it after "of", "von". */
export type Order = 'english' | 'german' | 'romance' | 'abjad';

/** Of several bodies the first that a country has. Phrases with `|` between. In Romance languages and in Arabic letters the country follows. */
export const STATE_NOUNS: readonly (Record<Order, string> & { bodies: readonly StateBody[] })[] = [
  {
    bodies: ['government'],
    english: 'government',
    german: 'Regierung',
    romance: 'gouvernement|gobierno',
    abjad: 'حكومة|الحكومة|دولت',
  },
  {
    bodies: ['parliament'],
    english: 'parliament',
    german: 'Parlament|Parlaments',
    romance: 'parlement|parlamento',
    abjad: 'برلمان|البرلمان|پارلمان',
  },
  {
    bodies: ['lower-chamber', 'parliament'],
    english: 'house of representatives|lower house',
    german: 'Repräsentantenhaus|Unterhaus|Abgeordnetenhaus',
    romance:
      'assemblée nationale|chambre des représentants|chambre des députés|cámara de representantes|cámara de diputados',
    abjad: 'مجلس النواب|مجلس نمایندگان',
  },
  {
    bodies: ['upper-chamber'],
    english: 'senate|upper house',
    german: 'Senat|Oberhaus',
    romance: 'sénat|senado',
    abjad: 'مجلس الشيوخ|مجلس سنا|سنای',
  },
  {
    bodies: ['armed-forces'],
    english: 'military|armed forces|army',
    german: 'Armee|Streitkräfte|Streitkräften|Militär',
    romance: 'armée|forces armées|fuerzas armadas',
    abjad: 'جيش|الجيش|القوات المسلحة|القوات|ارتش|نیروهای مسلح',
  },
  {
    bodies: ['foreign'],
    english: 'foreign ministry|ministry of foreign affairs|foreign affairs ministry',
    german: 'Außenministerium|Außenministeriums',
    romance:
      'ministère des Affaires étrangères|ministerio de relaciones exteriores|ministerio de asuntos exteriores|ministerio de exteriores|cancillería',
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
    abjad: 'وزارة الداخلية|الداخلية|وزارة داخلية|وزارت کشور',
  },
  {
    bodies: ['supreme-court'],
    english: 'supreme court',
    german: 'Supreme Court|Oberste Gericht|Obersten Gericht|Oberste Gerichtshof|Obersten Gerichtshof',
    romance: 'cour suprême|corte suprema|tribunal supremo',
    abjad: 'المحكمة العليا|دیوان عالی',
  },
  {
    bodies: ['constitutional-court'],
    english: 'constitutional court|constitutional council',
    german: 'Verfassungsgericht|Verfassungsgerichts|Verfassungsgerichtshof',
    romance: 'conseil constitutionnel|cour constitutionnelle|tribunal constitucional|corte constitucional',
    abjad: 'المحكمة الدستورية|دادگاه قانون اساسی',
  },
];
