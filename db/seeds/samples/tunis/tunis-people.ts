import { ROSTER_PEOPLE } from '../roster.ts'

/** Somebody of the course, invented, with all that is known of them by now. */
export interface CoursePerson {
  fullName: string
  latinName?: string
  email: string
  country: string
  affiliation: string
  track: string
  /** By the codes of the questions. */
  answers: Record<string, string | string[]>
  /**
   * Ten halves of days from Monday morning: `p` present, `a` absent, `e` excused, `l` marked as absent and then come, `?`
   * two people marked it differently.
   */
  marks: string
  /** When the name on the certificate was agreed to; `never`, or only after certificates were issued. */
  agreed: 'in-time' | 'late' | 'never'
  /** As it was written for the certificate, where it is another one. */
  certificateName?: string
  /** As it was put right after the certificate was issued; issued anew by now, or not yet. */
  corrected?: { name: string; isReissued: boolean }
  /** Why the certificate was taken back. */
  revoked?: string
  /** Filled in nothing at the end. */
  isSilent?: boolean
  /** Left the list after it was frozen, or came after that. */
  change?: 'left' | 'came'
}

type Row = [fullName: string, country: string, more?: Partial<CoursePerson>]

const DIETS = ['vegetarian', 'halal', 'halal', 'vegan', 'no-nuts']

const ENGLISH: Row[] = [
  ...ROSTER_PEOPLE.map(({ fullName, latinName, country }): Row => [fullName, country, latinName ? { latinName } : {}]),
  ['Wanjiku Mfano', 'KE'],
  ['Kwame Sandbox', 'GH'],
  ['Айгүл Үлгүбекова', 'KG', { latinName: 'Aigul Ulgubekova' }],
]

const FRENCH: Row[] = [
  ['Aïcha Exemple', 'SN'],
  ['Moussa Spécimen', 'ML'],
  ['Clémence Échantillon', 'CM', { agreed: 'never' }],
  ['Jean-Bosco Modèle', 'CD'],
  ['Adjoa Gabarit', 'TG'],
  ['Koffi Essai', 'CI', { isSilent: true }],
  ['Mariam Exemple', 'BF'],
  ['Dieudonné Gabarit', 'BJ'],
  ['Hawa Modèle', 'GN', { change: 'left' }],
  ['Issa Échantillon', 'NE'],
  ['Amadou Essai', 'TD', { marks: 'ppppppaaaa' }],
  ['Fatou Gabarit', 'MG'],
  ['Moussa Modèle', 'GA'],
]

const ARABIC: Row[] = [
  ['سلمى نموذجي', 'TN', { latinName: 'Salma Namudhaji' }],
  ['يوسف تجريبي', 'EG', { latinName: 'Youssef Tajribi' }],
  ['ليلى مثالي', 'MA', { latinName: 'Layla Mithali', corrected: { name: 'ليلى المثالي', isReissued: false } }],
  ['عمر افتراضي', 'SD', { latinName: 'Omar Iftiradi' }],
  ['هدى نموذجي', 'JO', { latinName: 'Huda Namudhaji' }],
  ['كريم تجريبي', 'LB', { latinName: 'Karim Tajribi', revoked: 'Issued by mistake: the marks were somebody else’s.' }],
  ['نور مثالي', 'PS', { latinName: 'Nour Mithali' }],
  ['سامي نموذجي', 'YE', { latinName: 'Sami Namudhaji', agreed: 'late' }],
  ['سلمى افتراضي', 'MR', { latinName: 'Salma Iftiradi' }],
  ['يوسف مثالي', 'SY', { latinName: 'Youssef Mithali' }],
  ['هدى تجريبي', 'TN', { latinName: 'Huda Tajribi' }],
  ['عمر نموذجي', 'EG', { latinName: 'Omar Namudhaji' }],
  ['كريم مثالي', 'MA', { latinName: 'Karim Mithali', change: 'came' }],
]

/** What is told of some by name: the rest is the same for everybody. */
const TOLD: Record<string, Partial<CoursePerson>> = {
  Contohwati: { marks: 'lppppppppp' },
  'Nguyễn Thị Mẫu': { certificateName: 'Nguyen Thi Mau', corrected: { name: 'Nguyễn Thị Mẫu', isReissued: true } },
  'O’Test-Case, Siobhán': { certificateName: 'Siobhán O’Test-Case' },
  A: { marks: 'ppaaaaaaaa' },
  'Тест Примеров': { marks: 'ppppp?pppp' },
  Ng: { marks: 'ppppppeepp' },
  'Wanjiku Mfano': { marks: 'ppppapppap' },
}

const CALLED: Record<string, [called: string, said: string]> = {
  'Þóra Dæmisdóttir': ['Thora', 'THOH-ra'],
  'María de los Ángeles Muestra y Prueba': ['Marielos', 'ma-RYE-los'],
  'Nguyễn Thị Mẫu': ['Mẫu', 'mao'],
  '山田 例': ['Rei', 'ray'],
  'O’Test-Case, Siobhán': ['Siobhán', 'shi-VAWN'],
  Ng: ['Ng', 'ing'],
}

const ACCESS: Record<string, string> = {
  'ሙከራ ምሳሌ': 'A seat in front: I read lips.',
  'Jean-Bosco Modèle': 'Un accès sans marches.',
}

/** Everybody of the course, in the order in which they registered. */
export const TUNIS_PEOPLE: CoursePerson[] = [
  ...ENGLISH.map((row) => ['RT-E', row] as const),
  ...FRENCH.map((row) => ['RT-F', row] as const),
  ...ARABIC.map((row) => ['DNS-A', row] as const),
].map(([track, [fullName, country, more]], at) => ({
  fullName,
  email: `tunis-${String(at + 1).padStart(2, '0')}@plenary.example`,
  country,
  affiliation: ['Example Network', 'Example University', 'Registry of Example'][at % 3]!,
  track,
  answers: answersOf(fullName, at),
  marks: 'pppppppppp',
  agreed: 'in-time' as const,
  ...TOLD[fullName],
  ...more,
}))

function answersOf(fullName: string, at: number): CoursePerson['answers'] {
  const [called, said] = CALLED[fullName] ?? []
  return {
    laptop: at % 6 === 5 ? 'no' : 'yes',
    'share-email': at % 3 === 2 ? 'no' : 'yes',
    emergency: `${['A sister', 'My brother', 'A friend'][at % 3]}, +999 555 01${String(at).padStart(2, '0')}`,
    ...(at % 4 === 3 ? {} : { diet: [DIETS[at % DIETS.length]!] }),
    ...(called ? { 'called-name': called, pronunciation: said! } : {}),
    ...(ACCESS[fullName] ? { access: ACCESS[fullName] } : {}),
  }
}
