import { ndssCallDays } from './calls/call-days.ts'
import { ndssCall } from './calls/ndss-call.ts'
import { yearly } from './calendar.ts'
import { ndssSessions } from './ndss-programme.ts'
import { ndssPrivate, ndssRules } from './ndss-rules.ts'
import { ndssTickets } from './ndss-tickets.ts'
import { commonQuestions, questionParts } from './questions.ts'
import type { HistoryDocument } from '../history.ts'
import { seriesOf } from '../series.ts'
import { topicsOf } from '../topics.ts'
import type { Instant } from '#app/values/moment.ts'

const ZONE = 'Asia/Seoul'

/**
 * NDSS in Seoul: its dates and city are real, everything else is invented. While it is the symposium that history has
 * announced, it takes the place of that record and keeps what the record knows.
 */
export function ndssDocument(now: Instant, history: HistoryDocument[]) {
  const calendar = yearly(now, '2027-03-22')
  const year = calendar.year(2027)
  const { opensAt, closesAt } = ndssCall(ndssCallDays(now))
  const known = history.find((document) => document.slug === `ndss-${year}`)
  const tickets = ndssTickets(calendar, ZONE)
  const questions = questionParts(
    [...commonQuestions({ en: 'Korea', fr: 'en Corée' }, calendar.day('2027-05-31')), ...QUESTIONS],
    tickets.asked,
  )
  return {
    slug: `ndss-${year}`,
    series: seriesOf('ndss'),
    edition: known?.edition ?? null,
    status: 'published',
    isSample: true,
    language: 'en',
    texts: { en: english(year), fr: french(year) },
    dates: {
      startsOn: calendar.day('2027-03-22'),
      endsOn: calendar.day('2027-03-26'),
      startsTime: '09:00',
      endsTime: '17:30',
      zone: ZONE,
    },
    place: {
      country: 'KR',
      city: 'Seoul',
      venue: 'Example Convention Center',
      address: null,
      latitude: 37.5665,
      longitude: 126.978,
    },
    format: 'onsite',
    level: 'advanced',
    languages: ['en'],
    topics: topicsOf('security'),
    contactEmail: 'ndss@plenary.example',
    admission: 'registration',
    scholarships: { opensAt, closesAt },
    currency: 'USD',
    paymentMethods: ['card', 'bank-transfer', 'invoice', 'desk'],
    confirmsOn: 'payment',
    people: PEOPLE,
    sessions: ndssSessions(calendar),
    quotas: tickets.quotas,
    ticketTypes: tickets.shown,
    questions: questions.open,
    priceRules: tickets.priceRules,
    ...ndssRules(calendar, ZONE),
    history: known?.history ?? null,
    sources: known?.sources ?? [],
    private: {
      quotas: tickets.secretQuotas,
      ticketTypes: tickets.hidden,
      questions: questions.secret,
      hiddenLinks: tickets.hiddenLinks,
      ...ndssPrivate(calendar, ZONE),
    },
  }
}

function english(year: number) {
  return {
    title: `NDSS Symposium ${year}`,
    summary:
      'Three days of research on the security of networks and distributed systems, between two days of workshops.',
    description:
      'Co-located workshops on Monday and Friday; the symposium from Tuesday to Thursday in three parallel sessions, with posters on Tuesday and the banquet on Wednesday.\n\nThe **student support grant** pays the pass and helps with the journey. Do not register before the decision: whoever gets no grant keeps the early student price until 12 February.',
    accessNote:
      'Step-free throughout, with reserved places in front in every hall. Tell us what you need when you register.',
    visaNote:
      'Depending on your passport you need a visa or an electronic travel authorization for Korea. We write letters for those whose registration is paid, and for authors, speakers and grant holders.',
    preparation: 'The desk opens on Monday at 07:30. Students bring proof of enrolment.',
    cancellationNote:
      'Until 1 February everything but US$50, until 5 March half. If your visa is refused and you applied by 5 February, everything. Another person of your organization may come in your place until 12 March.',
  }
}

function french(year: number) {
  return {
    title: `Symposium NDSS ${year}`,
    summary:
      'Trois jours de recherche sur la sécurité des réseaux et des systèmes répartis, entre deux journées d’ateliers.',
    description:
      'Ateliers associés le lundi et le vendredi ; le symposium du mardi au jeudi en trois séances parallèles, avec les affiches le mardi et le banquet le mercredi.\n\nL’**aide aux étudiants** paie le forfait et une partie du voyage. Ne vous inscrivez pas avant la décision : sans aide, vous gardez le tarif étudiant précoce jusqu’au 12 février.',
    accessNote:
      'Sans marches partout, avec des places réservées devant dans chaque salle. Dites-nous vos besoins en vous inscrivant.',
    visaNote:
      'Selon votre passeport, il vous faut un visa ou une autorisation électronique pour la Corée. Nous écrivons des lettres pour les inscriptions payées, les auteurs, les intervenants et les boursiers.',
    preparation: 'L’accueil ouvre le lundi à 7 h 30. Les étudiants apportent une preuve d’inscription.',
    cancellationNote:
      'Jusqu’au 1er février tout sauf 50 USD, jusqu’au 5 mars la moitié. Visa refusé et demandé avant le 5 février : tout. Une autre personne de votre organisation peut venir à votre place jusqu’au 12 mars.',
  }
}

const STUDENTS = ['SYM-S', 'WEEK-S', 'WS-S-FRI', 'WS-S-MON']

const QUESTIONS = [
  {
    code: 'papers',
    kind: 'text',
    texts: { en: ['Papers you present, by their numbers'], fr: ['Articles que vous présentez, par numéro'] },
    purpose: 'One author cover for each paper',
  },
  {
    code: 'institution',
    kind: 'text',
    isRequired: true,
    only: STUDENTS,
    texts: { en: ['Your institution'], fr: ['Votre établissement'] },
    purpose: 'Checking student prices',
  },
  {
    code: 'graduation',
    kind: 'date',
    only: STUDENTS,
    texts: { en: ['When you expect to graduate'], fr: ['Date prévue de votre diplôme'] },
    purpose: 'Checking student prices',
  },
  {
    code: 'group',
    kind: 'text',
    audience: 'finance',
    texts: { en: ['Code of your company’s group'], fr: ['Code du groupe de votre entreprise'] },
    purpose: 'Ten per cent for groups of five',
  },
  {
    code: 'handle',
    kind: 'text',
    isOnsite: true,
    texts: {
      en: ['PGP fingerprint or Signal name on your badge'],
      fr: ['Empreinte PGP ou nom Signal sur votre badge'],
    },
    purpose: 'Printed on the badge',
  },
  {
    code: 'pseudonym',
    kind: 'yesno',
    isOnsite: true,
    texts: {
      en: ['Shall your badge carry a pseudonym?', 'Write it as the name on your badge.'],
      fr: ['Votre badge doit-il porter un pseudonyme ?', 'Indiquez-le comme nom sur le badge.'],
    },
    purpose: 'Printed on the badge',
  },
  {
    code: 'first-time',
    kind: 'yesno',
    texts: { en: ['Is this your first NDSS?'], fr: ['Est-ce votre premier NDSS ?'] },
    purpose: 'Mentoring',
  },
  {
    code: 'childcare',
    kind: 'yesno',
    isOnsite: true,
    texts: { en: ['Do you need child care?'], fr: ['Avez-vous besoin d’une garde d’enfants ?'] },
    purpose: 'Booking carers',
  },
] satisfies Parameters<typeof questionParts>[0]

const PEOPLE = [
  { role: 'general-chair', fullName: '김예시', latinName: 'Dr. Han Sample-Kim', country: 'KR' },
  { role: 'programme-chair', fullName: 'A. Mockwell' },
  { role: 'programme-chair', fullName: 'B. Dummyson' },
  { role: 'chair', fullName: 'Prof. Olga Testova', affiliation: 'Student support grants' },
  {
    role: 'contact',
    fullName: '이예제',
    latinName: 'Minjun Example',
    country: 'KR',
    affiliation: 'Local arrangements, visas',
  },
  { role: 'contact', fullName: 'R. Fixture', affiliation: 'Registration' },
  { role: 'contact', fullName: 'Q. Ledger-Mock', affiliation: 'Finance' },
]
