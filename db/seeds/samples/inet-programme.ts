import type { Calendar } from './calendar.ts'

type Slot = [startsTime: string, endsTime: string]
const MORNING: Slot = ['09:00', '10:30']
const NOON: Slot = ['11:00', '12:30']
const AFTERNOON: Slot = ['14:00', '15:30']
const LATE: Slot = ['16:00', '17:30']

type Row = [day: number, slot: Slot, kind: string, title: string, room: string, more?: object]

/** The programme skeleton of INET: Monday is day 0. */
export function inetSessions(calendar: Calendar) {
  return ROWS.map(([day, [startsTime, endsTime], kind, title, room, more = {}]) => ({
    kind,
    title,
    heldOn: calendar.day(`2027-06-${21 + day}`),
    startsTime,
    endsTime,
    room,
    ...more,
  }))
}

const plenary = {
  isStreamed: true,
  streamUrl: 'https://meet.plenary.example/inet/hall-a',
  language: 'en',
  interpretation: ['fr'],
}

/** As the venue counts them. */
export const INET_ROOMS = [
  { name: 'Hall A', seats: 900 },
  { name: 'Hall B', seats: 250 },
  { name: 'Hall C', seats: 200 },
  { name: 'Hall D', seats: 150 },
  { name: 'Hall E', seats: 120 },
  { name: 'Hall F', seats: 40 },
  { name: 'Foyer', seats: null },
]

function tutor(fullName: string, latinName?: string) {
  return { people: [{ role: 'lead-instructor', fullName, ...(latinName ? { latinName } : {}) }] }
}

/** Who chairs a track all week, and who speaks in it, a session each. */
const PEOPLE: Record<string, { chair: string; speakers: [fullName: string, affiliation: string][] }> = {
  T1: {
    chair: 'Hone Tauira',
    speakers: [
      ['Amina Beispiel', 'Example Exchange, Kigali'],
      ['Rohit Namuna', 'Sample Networks'],
      ['Ana Muestra', 'University of Ejemplo'],
      ['Lasse Esimerkki', 'Cables of Nowhere'],
      ['山田 例', 'Example Research Network'],
    ],
  },
  T2: {
    chair: 'Ingrid Specimen',
    speakers: [
      ['Tomás Ejemplo', 'Registro de Muestra'],
      ['Ivo Primjer', 'Sample Certificates'],
      ['Ngaio Testcase', 'Abuse Desk of Examples'],
      ['Grace Prototype', 'Response Team of Nowhere'],
      ['Dalia Namoudhaj', 'Open Source Sample'],
    ],
  },
  T3: {
    chair: 'Amadou Exemple',
    speakers: [
      ['Siti', 'Village Network of Contoh'],
      ['Fatou Spécimen', 'Réseau d’Exemple'],
      ['Lupe Muestra', 'Red de Prueba'],
      ['Juma Testi', 'Sunlight Masts'],
      ['Mei-Lin Sample', 'Commons of Access'],
    ],
  },
  T4: {
    chair: 'Vera Visa-Demo',
    speakers: [
      ['نور تجريبي', 'Observatory of Examples'],
      ['Luc Modèle', 'Institut d’Exemple'],
      ['Petra Mockova', 'Fund for Samples'],
      ['Sam Access-Demo', 'Users of Nowhere'],
      ['Тест Примеров', 'Names in Scripts'],
    ],
  },
  T5: {
    chair: 'Wanjiku Placeholder',
    speakers: [
      ['Kwame Sandbox', 'School of Networks'],
      ['Aïcha Exemple', 'Serveurs d’ici'],
      ['Contohwati', 'Research Network of Contoh'],
      ['Jean Échantillon', 'Bibliothèques ouvertes'],
      ['Þóra Dæmisdóttir', 'Small Applications'],
    ],
  },
}

function peopleOf(track: string, number: number) {
  const { chair, speakers } = PEOPLE[track]!
  const [fullName, affiliation] = speakers[number]!
  return [
    { role: 'speaker', fullName, affiliation },
    { role: 'chair', fullName: chair },
  ]
}

const ROOMS: Record<string, string> = { T1: 'Hall B', T2: 'Hall C', T3: 'Hall D', T4: 'Hall E', T5: 'Hall E' }

const SUBJECTS: Record<string, string[]> = {
  T1: [
    'Exchange points that stay',
    'IPv6 where it is hard',
    'Measuring what users feel',
    'Cables, power and weather',
    'Automation for small teams',
  ],
  T2: [
    'Routing security in practice',
    'When certificates fail',
    'Abuse desks that answer',
    'Incident response across borders',
    'Trust in open source',
  ],
  T3: [
    'Networks that villages own',
    'Spectrum for communities',
    'Backhaul without a business case',
    'Keeping the lights on',
    'Who pays, and how',
  ],
  T4: [
    'Shutdowns and their cost',
    'Rules that travel',
    'Universal service, again',
    'Who speaks for users',
    'Names in every script',
  ],
  T5: [
    'Teaching networks online',
    'Local content, local servers',
    'Research networks and schools',
    'Libraries as access',
    'Applications that need little',
  ],
}

/** The nth session of some tracks at the same time. */
function parallel(day: number, slot: Slot, number: number, tracks: string[]): Row[] {
  return tracks.map((track) => [
    day,
    slot,
    'talk',
    SUBJECTS[track]![number]!,
    track === 'T5' && tracks.includes('T4') ? 'Hall F' : ROOMS[track]!,
    { track, code: `${track}-${day}${slot[0].slice(0, 2)}`, language: 'en', people: peopleOf(track, number) },
  ])
}

const ROWS: Row[] = [
  [0, MORNING, 'tutorial', 'RPKI from the first signature', 'Hall B', { code: 'TUT-B1', ...tutor('Jean Échantillon') }],
  [0, MORNING, 'tutorial', 'Running the DNS', 'Hall C', { code: 'TUT-C1', ...tutor('Contohwati') }],
  [
    0,
    MORNING,
    'tutorial',
    'Starting an exchange point',
    'Hall D',
    { code: 'TUT-D1', ...tutor('نور تجريبي', 'Nour Tajribi') },
  ],
  [
    0,
    MORNING,
    'tutorial',
    'Measuring networks',
    'Hall E',
    { code: 'TUT-E1', ...tutor('Тест Примеров', 'Test Primerov') },
  ],
  [
    0,
    AFTERNOON,
    'tutorial',
    'RPKI: validating and dropping',
    'Hall B',
    { code: 'TUT-B2', ...tutor('Jean Échantillon') },
  ],
  [0, AFTERNOON, 'tutorial', 'Signing the DNS', 'Hall C', { code: 'TUT-C2', ...tutor('Contohwati') }],
  [0, AFTERNOON, 'plenary', 'Developing Countries Symposium', 'Hall A', { code: 'DCS', ...plenary }],
  [0, LATE, 'panel', 'Symposium panel: what ten years changed', 'Hall A', { code: 'DCS-P', ...plenary }],
  [0, ['18:30', '20:30'], 'social', 'Welcome reception', 'Foyer', { code: 'RECEPTION' }],
  [
    1,
    MORNING,
    'plenary',
    'Opening plenary',
    'Hall A',
    { code: 'OPENING', ...plenary, people: [{ role: 'chair', fullName: 'Wanjiku Placeholder' }] },
  ],
  ...parallel(1, NOON, 0, ['T1', 'T2', 'T3', 'T4']),
  ...parallel(1, AFTERNOON, 1, ['T1', 'T2', 'T3']),
  ...parallel(1, AFTERNOON, 0, ['T5']),
  [1, LATE, 'other', 'Birds of a feather', 'Hall F', { code: 'BOF-TUE' }],
  [
    2,
    MORNING,
    'plenary',
    'Reports from the hubs',
    'Hall A and forty hubs',
    { code: 'HUBS', ...plenary, people: [{ role: 'chair', fullName: 'Lupe Muestra' }] },
  ],
  ...parallel(2, NOON, 2, ['T1', 'T2']),
  ...parallel(2, NOON, 1, ['T4', 'T5']),
  [2, AFTERNOON, 'other', 'Posters', 'Foyer', { code: 'POSTERS' }],
  ...parallel(2, AFTERNOON, 2, ['T3']),
  [2, LATE, 'other', 'Birds of a feather', 'Hall F', { code: 'BOF-WED' }],
  [2, LATE, 'other', 'Meeting of the chapters', 'Hall B', { code: 'CHAPTERS' }],
  [2, ['19:00', '22:00'], 'social', 'Conference dinner', 'Terrace', { code: 'DINNER' }],
  ...parallel(3, MORNING, 3, ['T1', 'T2', 'T3']),
  ...parallel(3, MORNING, 2, ['T4']),
  [3, NOON, 'panel', 'Affordable access', 'Hall A', { code: 'ACCESS', ...plenary }],
  [
    3,
    AFTERNOON,
    'social',
    'Tour of the exchange point',
    'Bus at the main door',
    { code: 'TOUR', takesSignUps: true, capacity: 25 },
  ],
  ...parallel(3, AFTERNOON, 2, ['T5']),
  [3, AFTERNOON, 'lab', 'Hackathon: what was built', 'Hall D', { code: 'HACK' }],
  [3, LATE, 'talk', 'Lightning talks', 'Hall A', { code: 'LIGHTNING', ...plenary }],
  ...parallel(4, MORNING, 4, ['T1', 'T2']),
  ...parallel(4, MORNING, 3, ['T4']),
  [
    4,
    NOON,
    'plenary',
    'Closing plenary',
    'Hall A',
    { code: 'CLOSING', ...plenary, people: [{ role: 'chair', fullName: 'Tomás Ejemplo' }] },
  ],
]
