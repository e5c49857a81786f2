/** Somebody on a participant list of a sample; invented. */
export interface SamplePerson {
  fullName: string
  latinName?: string
  email: string
  country: string
  affiliation?: string
  /** How long before the last of them they registered; left out: at the same time. */
  daysBefore?: number
}

type Row = [fullName: string, country: string, latinName?: string]

/** Names that have broken lists: a mononym, several scripts, one letter, a formula of a spreadsheet. */
const ROSTER: Row[] = [
  ['Contohwati', 'ID'],
  ['Þóra Dæmisdóttir', 'IS'],
  ['María de los Ángeles Muestra y Prueba', 'GT'],
  ['Nguyễn Thị Mẫu', 'VN'],
  ['山田 例', 'JP', 'Rei Yamada-Rei'],
  ['نور تجريبي', 'EG', 'Nour Tajribi'],
  ['ሙከራ ምሳሌ', 'ET', 'Mukera Misale'],
  ['O’Test-Case, Siobhán', 'IE'],
  ['A', 'IN'],
  ['Тест Примеров', 'KZ', 'Test Primerov'],
  ['=SUM(A1) Formula', 'CA'],
  ['Ng', 'SG'],
]

export const ROSTER_PEOPLE: SamplePerson[] = ROSTER.map(([fullName, country, latinName], at) => ({
  fullName,
  ...(latinName ? { latinName } : {}),
  email: `roster-${String(at + 1).padStart(2, '0')}@plenary.example`,
  country,
  affiliation: 'Example Network',
}))

const GIVEN = [
  'Alofa',
  'Sina',
  'Tevita',
  'Mele',
  'Jone',
  'Айгүл',
  'Данияр',
  'Нурлан',
  'Жылдыз',
  'Бакыт',
  'Fatou',
  'Moussa',
]
const FAMILY = ['Fakataukei', 'Muestra', 'Exemple', 'Үлгүбеков', 'Primjer', 'Namuna', 'Specimen']

/** As many invented people as a sample needs; the same prefix gives the same ones. */
export function crowd(prefix: string, count: number, country: string): SamplePerson[] {
  return Array.from({ length: count }, (_, at) => ({
    fullName: `${GIVEN[at % GIVEN.length]} ${FAMILY[Math.floor(at / 2) % FAMILY.length]}`,
    email: `${prefix}-${at + 1}@plenary.example`,
    country,
  }))
}

/** Where the people of an online workshop live, the more often the more of them do. */
const WORLD =
  'UA UA PL UA UA PL KE DE UA FR GH GE UA IN PL UA RO NG UA KZ MD UA DE EE UA RO UA LT AR UA RW TR UA GE NP UA DE UA BR ID ET'.split(
    ' ',
  )

/** Invented people from all over the world who registered one after the other, most of them towards the end. */
export function worldCrowd(prefix: string, count: number, days: number): SamplePerson[] {
  return crowd(prefix, count, 'UA').map((person, at) => ({
    ...person,
    country: WORLD[(at * 7) % WORLD.length]!,
    affiliation: `Example Network ${(at * 5) % 23}`,
    daysBefore: Math.round(days * (1 - Math.sqrt((at + 1) / count))),
  }))
}
