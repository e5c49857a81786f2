import { inetCallDays } from './calls/call-days.ts'
import { inetCall } from './calls/inet-call.ts'
import { yearly } from './calendar.ts'
import { INET_ROOMS, inetSessions } from './inet-programme.ts'
import { inetPrivate, inetRules } from './inet-rules.ts'
import { inetTickets } from './inet-tickets.ts'
import { AFFILIATION, commonQuestions, HEADSET, HEARD, HUB_SEATS, MEMBERSHIP, questionParts } from './questions.ts'
import { seriesOf } from '../series.ts'
import { topicsOf } from '../topics.ts'
import type { Instant } from '#app/values/moment.ts'

const ZONE = 'Africa/Kigali'

/** INET in Kigali, invented: its dates as they were planned while these are ahead, later in the same week of a later year. */
export function inetDocument(now: Instant) {
  const calendar = yearly(now, '2027-06-13')
  const year = calendar.year(2027)
  const { opensAt, closesAt } = inetCall(inetCallDays(now))
  const tickets = inetTickets(calendar, ZONE)
  const questions = questionParts(
    [
      ...commonQuestions({ en: 'Rwanda', fr: 'au Rwanda' }, calendar.day('2027-08-31')),
      HEADSET,
      AFFILIATION,
      HEARD,
      MEMBERSHIP,
      HUB_SEATS,
    ],
    tickets.asked,
  )
  return {
    slug: `inet-${year}`,
    series: seriesOf('inet'),
    status: 'published',
    isSample: true,
    language: 'en',
    texts: { en: english(year), fr: french(year) },
    dates: {
      startsOn: calendar.day('2027-06-21'),
      endsOn: calendar.day('2027-06-25'),
      startsTime: '09:00',
      endsTime: '17:30',
      zone: ZONE,
    },
    place: {
      country: 'RW',
      city: 'Kigali',
      venue: 'Example Convention Centre',
      address: 'KG 2 Roundabout, Kigali',
      latitude: -1.9536,
      longitude: 30.0926,
    },
    format: 'hybrid',
    languages: ['en', 'fr'],
    topics: topicsOf('network-operations', 'security', 'access', 'community-networks', 'internet-governance'),
    host: { slug: 'isoc-rwanda', name: 'Internet Society Rwanda Chapter', kind: 'chapter', country: 'RW', url: null },
    neighbours: [{ event: `ntw-${year}-kigali`, relation: 'before' }],
    contactEmail: 'inet@plenary.example',
    admission: 'registration',
    scholarships: { opensAt, closesAt },
    currency: 'USD',
    paymentMethods: ['card', 'bank-transfer', 'mobile-money', 'invoice', 'desk'],
    confirmsOn: 'payment',
    tracks: TRACKS,
    people: PEOPLE,
    sessions: inetSessions(calendar),
    quotas: tickets.quotas,
    ticketTypes: tickets.shown,
    questions: questions.open,
    priceRules: tickets.priceRules,
    ...inetRules(calendar, ZONE),
    private: {
      onlineUrl: 'https://meet.plenary.example/inet',
      rooms: INET_ROOMS,
      quotas: tickets.secretQuotas,
      ticketTypes: tickets.hidden,
      questions: questions.secret,
      hiddenLinks: tickets.hiddenLinks,
      ...inetPrivate(calendar, ZONE),
    },
  }
}

function english(year: number) {
  return {
    title: `INET ${year} Kigali`,
    summary:
      'Five days on keeping the Internet open, resilient and within everyone’s reach, hosted by the Rwanda chapter.',
    description:
      'Tutorials and the Developing Countries Symposium on Monday; plenaries, five tracks and hands-on sessions from Tuesday to Friday. Plenaries are interpreted between English and French, and every plenary is streamed to the hubs of the chapters.\n\n- **Tuesday**: opening plenary, first sessions of all tracks\n- **Wednesday**: reports from forty hubs, posters, conference dinner\n- **Thursday**: affordable access, a tour of the exchange point\n- **Friday**: closing plenary',
    accessNote:
      'All halls are reached without steps. There are hearing loops in halls A and B, captions in English and French in the plenaries, and a quiet room on the first floor.',
    visaNote:
      'Visitors from every country can get a visa on arrival or beforehand; ask for an invitation letter when you register, and we send it within two working days.',
    preparation: 'Bring your passport to the desk on your first day. Tutorials need a laptop.',
    cancellationNote:
      'Until 30 April you get everything back but US$25, until 6 June half, then nothing. If your visa is refused and you applied by 10 May, everything. Another person of your organization may come in your place until 18 June.',
  }
}

function french(year: number) {
  return {
    title: `INET ${year} Kigali`,
    summary:
      'Cinq jours pour garder l’Internet ouvert, solide et à la portée de tous, accueillis par le chapitre du Rwanda.',
    description:
      'Tutoriels et symposium des pays en développement le lundi ; plénières, cinq parcours et ateliers pratiques du mardi au vendredi. Les plénières sont interprétées entre l’anglais et le français et diffusées vers les relais des chapitres.\n\n- **Mardi** : plénière d’ouverture, premières séances de tous les parcours\n- **Mercredi** : comptes rendus de quarante relais, affiches, dîner de la conférence\n- **Jeudi** : l’accès abordable, visite du point d’échange\n- **Vendredi** : plénière de clôture',
    accessNote:
      'Toutes les salles sont accessibles sans marches. Boucles auditives dans les salles A et B, sous-titres en anglais et en français aux plénières, salle calme au premier étage.',
    visaNote:
      'Les visiteurs de tous les pays obtiennent un visa à l’arrivée ou à l’avance ; demandez une lettre d’invitation en vous inscrivant, nous l’envoyons en deux jours ouvrables.',
    preparation:
      'Apportez votre passeport à l’accueil le premier jour. Les tutoriels demandent un ordinateur portable.',
    cancellationNote:
      'Jusqu’au 30 avril, tout est remboursé sauf 25 USD, jusqu’au 6 juin la moitié, ensuite rien. Si votre visa est refusé et demandé avant le 10 mai, tout. Une autre personne de votre organisation peut venir à votre place jusqu’au 18 juin.',
  }
}

const TRACKS = [
  track('T1', 'Network technology and operations', 'Technologie et exploitation des réseaux'),
  track('T2', 'Trust and security', 'Confiance et sécurité'),
  track('T3', 'Access and community networks', 'Accès et réseaux communautaires'),
  track('T4', 'Policy and governance', 'Politiques et gouvernance'),
  track('T5', 'Education, content and applications', 'Éducation, contenus et applications'),
]

function track(code: string, en: string, fr: string) {
  return { code, language: 'en', texts: { en: { title: en }, fr: { title: fr } } }
}

const PEOPLE = [
  { role: 'general-chair', fullName: 'Wanjiku Placeholder', country: 'KE' },
  { role: 'programme-chair', fullName: 'Tomás Ejemplo', country: 'UY' },
  { role: 'instructor', fullName: 'Jean Échantillon', country: 'FR', affiliation: 'RPKI' },
  { role: 'instructor', fullName: 'Contohwati', country: 'ID', affiliation: 'DNS' },
  {
    role: 'instructor',
    fullName: 'Тест Примеров',
    latinName: 'Test Primerov',
    country: 'KZ',
    affiliation: 'Measurement',
  },
  {
    role: 'instructor',
    fullName: 'نور تجريبي',
    latinName: 'Nour Tajribi',
    country: 'EG',
    affiliation: 'Exchange points',
  },
  { role: 'contact', fullName: 'Ingrid Specimen', country: 'SE', affiliation: 'Registration and finance' },
  { role: 'contact', fullName: 'Vera Visa-Demo', affiliation: 'Visa officer' },
  { role: 'contact', fullName: 'Sam Access-Demo', affiliation: 'Access officer' },
  { role: 'contact', fullName: 'Lupe Muestra', affiliation: 'Hub coordinator' },
]
