import type { Calendar } from './calendar.ts'

interface TrackSeed {
  code: string
  language: string
  level: string
  room: string
  seats: number
  texts: Record<string, { title: string; summary: string; prerequisites: string }>
  people: { role: string; fullName: string; latinName?: string; country?: string }[]
  /** What is taught from Monday to Friday. */
  days: string[]
}

function text(title: string, summary: string, prerequisites: string) {
  return { title, summary, prerequisites }
}

const ROUTING_DAYS = [
  'Addressing and OSPF',
  'IS-IS and the topology of the lab',
  'BGP I',
  'BGP II and policy',
  'RPKI, exchange points, feedback',
]

export const NTW_TRACKS: TrackSeed[] = [
  {
    code: 'T1',
    language: 'en',
    level: 'introductory',
    room: 'Lab L1',
    seats: 30,
    texts: {
      en: text(
        'Host-based internetworking',
        'Linux and TCP/IP, the basics of the DNS. For people new to running a network.',
        'You have used a Unix command line.',
      ),
      fr: text(
        'Interconnexion à partir des hôtes',
        'Linux et TCP/IP, les bases du DNS. Pour débuter dans l’exploitation d’un réseau.',
        'Vous avez utilisé une ligne de commande Unix.',
      ),
    },
    people: [
      { role: 'lead-instructor', fullName: 'Kwame Sandbox' },
      { role: 'instructor', fullName: 'Petra Mockova' },
      { role: 'assistant', fullName: 'Juma Testi' },
      { role: 'assistant', fullName: 'Aïcha Exemple' },
    ],
    days: [
      'Linux on a server',
      'Addresses and routes of a host',
      'Names and zones',
      'Mail and web on one machine',
      'Watching and mending',
    ],
  },
  {
    code: 'T2',
    language: 'en',
    level: 'intermediate',
    room: 'Lab L2',
    seats: 30,
    texts: {
      en: text('Backbone routing', 'OSPF and IS-IS, BGP, RPKI, exchange points.', 'You have configured a router.'),
      fr: text('Routage de dorsale', 'OSPF et IS-IS, BGP, RPKI, points d’échange.', 'Vous avez configuré un routeur.'),
    },
    people: [
      { role: 'lead-instructor', fullName: 'Lasse Esimerkki' },
      { role: 'instructor', fullName: 'Rohit Namuna' },
      { role: 'instructor', fullName: 'Ana Muestra' },
      { role: 'assistant', fullName: 'Siti' },
    ],
    days: ROUTING_DAYS,
  },
  {
    code: 'T2-F',
    language: 'fr',
    level: 'intermediate',
    room: 'Lab L3',
    seats: 28,
    texts: {
      fr: text(
        'Infrastructure réseaux IP',
        'OSPF et IS-IS, BGP, RPKI, points d’échange : le même contenu, en français.',
        'Vous avez configuré un routeur.',
      ),
      en: text(
        'IP network infrastructure, in French',
        'OSPF and IS-IS, BGP, RPKI, exchange points: the same content.',
        'You have configured a router.',
      ),
    },
    people: [
      { role: 'lead-instructor', fullName: 'Fatou Spécimen' },
      { role: 'instructor', fullName: 'Luc Modèle' },
    ],
    days: [
      'Adressage et OSPF',
      'IS-IS et la topologie du laboratoire',
      'BGP I',
      'BGP II et politiques',
      'RPKI, points d’échange, bilan',
    ],
  },
  {
    code: 'T3',
    language: 'en',
    level: 'intermediate',
    room: 'Lab L4',
    seats: 28,
    texts: {
      en: text('Network services', 'DNSSEC, mail, web and directories.', 'You run a server that others use.'),
      fr: text(
        'Services réseau',
        'DNSSEC, messagerie, web et annuaires.',
        'Vous exploitez un serveur utilisé par d’autres.',
      ),
    },
    people: [
      { role: 'lead-instructor', fullName: 'Grace Prototype' },
      { role: 'instructor', fullName: '山田 例', latinName: 'Rei Yamada' },
      { role: 'assistant', fullName: 'Ivo Primjer' },
    ],
    days: [
      'Signing zones',
      'Mail that arrives',
      'The web under load',
      'Directories and sign-in',
      'All of it after a failure',
    ],
  },
  {
    code: 'T4',
    language: 'en',
    level: 'advanced',
    room: 'Lab L5',
    seats: 28,
    texts: {
      en: text(
        'Network management and monitoring',
        'Operations centres, monitoring and security.',
        'You are on call for a network.',
      ),
      fr: text(
        'Gestion et supervision des réseaux',
        'Centres d’exploitation, supervision et sécurité.',
        'Vous êtes d’astreinte pour un réseau.',
      ),
    },
    people: [
      { role: 'lead-instructor', fullName: 'Hone Tauira' },
      { role: 'instructor', fullName: 'Dalia Namoudhaj' },
    ],
    days: ['What to measure', 'Flows and logs', 'Tickets and people', 'Incidents', 'Reading your own graphs honestly'],
  },
]

type Slot = [startsTime: string, endsTime: string, kind: string, en: string, fr: string, code: string]

const DAY: Slot[] = [
  ['08:30', '09:00', 'other', 'Sign-in and questions', 'Émargement et questions', 'A'],
  ['09:00', '10:45', 'lab', 'lecture and lab', 'cours et travaux pratiques', 'B'],
  ['11:15', '13:00', 'lab', 'lecture and lab, continued', 'cours et travaux pratiques, suite', 'C'],
  ['14:00', '15:45', 'lab', 'lab', 'travaux pratiques', 'D'],
  ['16:15', '18:00', 'lab', 'lab, continued', 'travaux pratiques, suite', 'E'],
  ['20:00', '22:00', 'lab', 'Open lab', 'Laboratoire ouvert', 'F'],
]

/** The week: registration on Sunday, classes in every track from Monday to Friday, exam and certificates on Saturday. */
export function ntwSessions(calendar: Calendar) {
  const day = (number: number) => calendar.day(`2027-06-${13 + number}`)
  const classes = NTW_TRACKS.flatMap((track) =>
    track.days.flatMap((subject, number) =>
      DAY.map(([startsTime, endsTime, kind, en, fr, code]) => ({
        code: `${track.code}-${number + 1}${code}`,
        kind,
        title: titleOf(subject, track.language === 'fr' ? fr : en),
        track: track.code,
        language: track.language,
        heldOn: day(number + 1),
        startsTime,
        endsTime,
        room: track.room,
        people: code === 'B' || code === 'C' ? track.people.filter(({ role }) => role !== 'assistant').map(taught) : [],
      })),
    ),
  )
  return [
    {
      code: 'DESK',
      kind: 'other',
      title: 'Registration',
      heldOn: day(0),
      startsTime: '14:00',
      endsTime: '18:00',
      room: 'Example Hall',
    },
    ...classes,
    {
      code: 'NAMES',
      kind: 'other',
      title: 'Check the name on your certificate',
      track: 'T2',
      heldOn: day(4),
      startsTime: '13:00',
      endsTime: '13:30',
      room: 'Lab L2',
    },
    {
      code: 'EXAM',
      kind: 'other',
      title: 'Exam',
      heldOn: day(6),
      startsTime: '09:00',
      endsTime: '11:30',
      room: 'Labs L1–L5',
    },
    {
      code: 'CLOSING',
      kind: 'plenary',
      title: 'Certificates and closing',
      heldOn: day(6),
      startsTime: '12:00',
      endsTime: '13:00',
      room: 'Great hall',
    },
  ]
}

function taught({ role, fullName, latinName }: TrackSeed['people'][number]) {
  return { role, fullName, ...(latinName ? { latinName } : {}) }
}

/** The labs hold as many as their tracks have seats. */
export const NTW_ROOMS = [
  { name: 'Example Hall', seats: 200 },
  ...NTW_TRACKS.map(({ room, seats }) => ({ name: room, seats: seats + 4 })),
  { name: 'Great hall', seats: 400 },
]

/** Class hours carry the subject of the day; signing in and the open lab are what they are. */
function titleOf(subject: string, part: string): string {
  return /^\p{Lu}/u.test(part) ? part : `${subject}: ${part}`
}
