import type { Calendar } from './calendar.ts'

type Row = [day: number, startsTime: string, endsTime: string, kind: string, title: string, room: string]

/** The programme skeleton of NDSS: Monday is day 0. */
export function ndssSessions(calendar: Calendar) {
  return ROWS.map(([day, startsTime, endsTime, kind, title, room]) => ({
    kind,
    title,
    heldOn: calendar.day(`2027-03-${22 + day}`),
    startsTime,
    endsTime,
    room,
    language: 'en',
  }))
}

const HALLS = ['Hall 1', 'Hall 2', 'Hall 3']
const MONDAY = [
  'Usable security',
  'Binary analysis',
  'Automotive and space security',
  'Learning about attacks',
  'Measurements and the web',
]
const FRIDAY = [...MONDAY.slice(1), 'DNS privacy', 'Security operations']
const SUBJECTS: Record<number, string[]> = {
  1: ['Network', 'Web', 'Machine learning'],
  2: ['Routing', 'Browsers', 'Models under attack'],
  3: ['Denial of service', 'Phishing', 'Private computation'],
  4: ['Wireless', 'Mobile', 'Fuzzing'],
  5: ['Internet of things', 'Authentication', 'Memory safety'],
  6: ['Censorship', 'Supply chain', 'Kernels'],
  7: ['DNS', 'Payments', 'Enclaves'],
  8: ['Vehicles', 'Privacy law and practice', 'Side channels'],
  9: ['Measurement', 'Human factors', 'Cryptography in use'],
}

function parallel(day: number, startsTime: string, endsTime: string, number: number): Row[] {
  return SUBJECTS[number]!.map((subject, at) => [
    day,
    startsTime,
    endsTime,
    'talk',
    `${number}${'ABC'[at]}: ${subject}`,
    HALLS[at]!,
  ])
}

function workshops(day: number, endsTime: string, titles: string[]): Row[] {
  return titles.map((title, at) => [day, '09:00', endsTime, 'workshop', `Workshop: ${title}`, `Room W${at + 1}`])
}

const ROWS: Row[] = [
  [0, '07:30', '09:00', 'other', 'Registration opens', 'Foyer'],
  ...workshops(0, '17:30', MONDAY),
  [0, '18:00', '19:30', 'social', 'Student mentoring', 'Hall 3'],
  [1, '08:45', '10:15', 'plenary', 'Opening and keynote', 'Hall 1'],
  ...parallel(1, '10:30', '12:00', 1),
  ...parallel(1, '13:30', '15:00', 2),
  ...parallel(1, '15:30', '17:10', 3),
  [1, '17:30', '19:30', 'social', 'Posters and reception', 'Foyer'],
  ...parallel(2, '09:00', '10:30', 4),
  ...parallel(2, '11:00', '12:30', 5),
  ...parallel(2, '13:30', '15:00', 6),
  [2, '15:30', '16:30', 'plenary', 'Test of time and awards', 'Hall 1'],
  [2, '18:30', '22:00', 'social', 'Banquet', 'Hall 1'],
  ...parallel(3, '09:00', '10:30', 7),
  ...parallel(3, '11:00', '12:30', 8),
  ...parallel(3, '13:30', '15:00', 9),
  [3, '15:30', '16:30', 'talk', 'Lightning talks', 'Hall 1'],
  [3, '16:30', '17:30', 'plenary', 'Business meeting', 'Hall 1'],
  ...workshops(4, '17:00', FRIDAY),
]
