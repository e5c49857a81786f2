import type { Typed } from './fill-form.ts'

/** Section C of the examples: the Network Training Workshop, as its organizers type it. */
export const SLUG = 'ntw-2027-kigali'
export const TITLE = 'NTW 2027 Kigali: five tracks, seven days'
export const FRENCH_TITLE = 'NTW 2027 Kigali : cinq parcours, sept jours'

export const NEW_EVENT: Typed = {
  title: TITLE,
  startsOn: '2027-06-13',
  endsOn: '2027-06-19',
  zone: 'Africa/Kigali',
  country: 'RW',
  city: 'Kigali',
  summary: 'Hands-on training for people who run networks. Leave with a working design for your own.',
  accessNote: 'The labs are on the ground floor. Tell us what you need when you apply.',
}

export const DETAILS: Typed = {
  slug: SLUG,
  description: 'Places are offered, not sold. **One track each**; classes from Monday to Friday, exam on Saturday.',
  visaNote: 'We write your invitation letter as soon as you have accepted your place.',
  preparation: 'A course of ten hours online, finished by 6 June. Lodging in Example Hall, single or twin.',
  cancellationNote: 'Tell us as early as you can: your place goes to the next on the list.',
  'languages[0]': 'en',
  'languages[1]': 'fr',
  startsTime: '14:00',
  endsTime: '13:00',
  venue: 'Example University, labs L1–L5',
  address: 'Example Avenue 1',
  coordinates: '-1.9441, 30.0619',
  venueSeats: '180',
  level: 'intermediate',
  hostId: 'Example Chapter of Rwanda',
  contactEmail: 'ntw@plenary.example.org',
  admission: 'application',
}

export const FRENCH_DETAILS: Typed = {
  title: FRENCH_TITLE,
  summary: 'Une formation pratique pour celles et ceux qui exploitent des réseaux.',
  description: 'Les places sont offertes, pas vendues. **Un parcours chacun** ; examen le samedi.',
  accessNote: 'Les laboratoires sont au rez-de-chaussée. Dites-nous vos besoins.',
  visaNote: 'Nous écrivons votre lettre d’invitation dès que vous avez accepté votre place.',
  preparation: 'Un cours en ligne de dix heures, à terminer avant le 6 juin.',
  cancellationNote: 'Prévenez-nous au plus tôt : votre place revient à la personne suivante.',
}

export interface Track {
  code: string
  title: string
  french: string
  language: 'en' | 'fr'
  room: string
  seats: number
  lead: string
  instructors: string[]
  assistants: string[]
}

const track = (
  code: string,
  [title, french]: [string, string],
  [room, seats, language]: [string, number, 'en' | 'fr'],
  [lead, instructors, assistants = []]: [string, string[], string[]?],
): Track => ({ code, title, french, language, room, seats, lead, instructors, assistants })

export const TRACKS = [
  track(
    'T1',
    ['Host-based internetworking: Linux & TCP/IP, DNS basics', 'Linux et TCP/IP, bases du DNS'],
    ['L1', 30, 'en'],
    ['Kwame Sandbox', ['Petra Mockova'], ['Juma Testi', 'Aïcha Exemple']],
  ),
  track(
    'T2',
    ['Backbone routing: OSPF/IS-IS, BGP, RPKI, IXPs', 'Routage dorsal : OSPF/IS-IS, BGP, RPKI, IXP'],
    ['L2', 30, 'en'],
    ['Lasse Esimerkki', ['Rohit Namuna', 'Ana Muestra'], ['Siti']],
  ),
  track(
    'T2-F',
    ['IP network infrastructure (same content, in French)', 'Infrastructure réseaux IP (même contenu)'],
    ['L3', 28, 'fr'],
    ['Fatou Spécimen', ['Luc Modèle']],
  ),
  track(
    'T3',
    ['Network services: DNSSEC, mail, web, directory', 'Services réseau : DNSSEC, courrier, web, annuaire'],
    ['L4', 28, 'en'],
    ['Grace Prototype', ['山田 例'], ['Ivo Primjer']],
  ),
  track(
    'T4',
    ['Network management & monitoring, NOC, security', 'Gestion et supervision, NOC, sécurité'],
    ['L5', 28, 'en'],
    ['Hone Tauira', ['Dalia Namoudhaj']],
  ),
]

/** Everybody who is named, with what they do. */
export const PEOPLE = TRACKS.flatMap(({ code, title, lead, instructors, assistants }) =>
  [
    { role: 'lead-instructor', names: [lead] },
    { role: 'instructor', names: instructors },
    { role: 'assistant', names: assistants },
  ].flatMap(({ role, names }) =>
    names.map((fullName): Typed => ({
      fullName,
      role,
      trackId: `${code}: ${title}`,
      ...(fullName === '山田 例' && { latinName: 'Rei Yamada-Rei' }),
    })),
  ),
)
