import { ntwCallDays } from './calls/call-days.ts'
import { ntwCall } from './calls/ntw-call.ts'
import { yearly } from './calendar.ts'
import { NTW_ROOMS, NTW_TRACKS, ntwSessions } from './ntw-programme.ts'
import { commonQuestions, questionParts } from './questions.ts'
import { hiddenAfter, ticket } from './tickets.ts'
import { seriesOf } from '../series.ts'
import { topicsOf } from '../topics.ts'
import { type Instant } from '#app/values/moment.ts'

const ZONE = 'Africa/Kigali'

/** The Network Training Workshop in the week before INET, invented; one comes in by applying. */
export function ntwDocument(now: Instant) {
  const calendar = yearly(now, '2027-06-13')
  const year = calendar.year(2027)
  const { opensAt, closesAt } = ntwCall(ntwCallDays(now))
  const onSaleUntilAt = calendar.at('2027-05-15', '24:00', ZONE)
  const fee = (amount: number) => [{ kind: 'only', currency: 'USD', amountMinor: amount * 100 }]
  const seat = { quotas: ['seats'] }
  const shown = [
    ticket(
      'NTW-FULL',
      {
        en: [
          'Paid by you or your employer',
          'Lodging for seven nights, meals, materials, local transport and the INET pass; to be paid by 15 May.',
        ],
        fr: [
          'Payé par vous ou votre employeur',
          'Sept nuits, repas, documents, transport local et forfait INET ; à payer avant le 15 mai.',
        ],
      },
      { ...seat, scope: 'full', admission: 'application', onSaleUntilAt, priceSteps: fee(1100) },
    ),
    ticket(
      'NTW-CO',
      {
        en: ['Partial award', 'You pay a part; the same is included.'],
        fr: ['Bourse partielle', 'Vous payez une part ; les mêmes prestations.'],
      },
      { ...seat, admission: 'award', priceSteps: fee(200) },
    ),
    ticket(
      'NTW-AWD',
      {
        en: ['Full award', 'The same, with the flight, the visa and a daily allowance.'],
        fr: ['Bourse complète', 'De même, avec le vol, le visa et une indemnité.'],
      },
      { ...seat, admission: 'award' },
    ),
    ticket(
      'NTW-LOCAL',
      {
        en: ['Resident of Rwanda, without lodging', 'Meals, materials and the INET pass.'],
        fr: ['Résident du Rwanda, sans logement', 'Repas, documents et forfait INET.'],
      },
      {
        ...seat,
        audience: 'local',
        admission: 'application',
        eligibility: 'host-resident',
        proof: 'declaration',
        priceSteps: fee(250),
      },
    ),
    ticket(
      'NTW-EXT',
      {
        en: ['Stay on for INET', 'Lodging for five nights, 20 to 25 June.'],
        fr: ['Rester pour INET', 'Cinq nuits, du 20 au 25 juin.'],
      },
      { isAddon: true, scope: 'lodging', mains: ['NTW-CO', 'NTW-FULL'], priceSteps: fee(250) },
    ),
    ticket(
      'NTW-EXT-AWD',
      {
        en: ['Stay on for INET, with a full award', 'Lodging for five nights, 20 to 25 June, free.'],
        fr: ['Rester pour INET, avec une bourse complète', 'Cinq nuits, du 20 au 25 juin, gratuites.'],
      },
      { isAddon: true, audience: 'fellow', scope: 'lodging', mains: ['NTW-AWD'] },
    ),
  ]
  const perTrack = NTW_TRACKS.map((track) =>
    ticket(
      `NTW-AWD-${track.code}`,
      { en: [`Full award, track ${track.code}`], fr: [`Bourse complète, parcours ${track.code}`] },
      { admission: 'award', track: track.code, quotas: ['seats', `track-${track.code.toLowerCase()}`] },
    ),
  )
  const named = { scope: 'full', priceSteps: fee(1100), onSaleUntilAt }
  const byTrack = NTW_TRACKS.flatMap(({ code }) => {
    const seats = { track: code, quotas: ['seats', `track-${code.toLowerCase()}`] }
    return [
      ticket(
        `NTW-FULL-${code}`,
        {
          en: [`Paid by you or your employer, track ${code}`],
          fr: [`Payé par vous ou votre employeur, parcours ${code}`],
        },
        { ...named, ...seats, admission: 'application' },
      ),
      ticket(
        `NTW-CO-${code}`,
        { en: [`Partial award, track ${code}`], fr: [`Bourse partielle, parcours ${code}`] },
        { ...seats, admission: 'award', priceSteps: fee(200) },
      ),
    ]
  })
  const refresher = ticket(
    'NTW-REFRESH',
    { en: ['Instructor candidate'], fr: ['Candidat formateur'] },
    { admission: 'code', quotas: ['candidates'] },
  )
  const hidden = hiddenAfter(shown.length, [...perTrack, ...byTrack, refresher])
  const questions = questionParts(commonQuestions({ en: 'Rwanda', fr: 'au Rwanda' }, calendar.day('2027-08-31')), {
    onsite: shown.map((type) => type.code).filter((code) => !code.startsWith('NTW-EXT')),
    online: [],
    hidden: hidden.map((type) => type.code),
  })
  const quotas = [
    { key: 'seats', name: 'All tracks together', size: 144, track: null },
    ...NTW_TRACKS.map(({ code, seats }) => ({
      key: `track-${code.toLowerCase()}`,
      name: `Track ${code}`,
      size: seats,
      track: code,
    })),
  ]
  return {
    slug: `ntw-${year}-kigali`,
    series: seriesOf('ntw'),
    status: 'published',
    isSample: true,
    language: 'en',
    texts: { en: english(year), fr: french(year) },
    dates: {
      startsOn: calendar.day('2027-06-13'),
      endsOn: calendar.day('2027-06-19'),
      startsTime: '14:00',
      endsTime: '13:00',
      zone: ZONE,
    },
    place: {
      country: 'RW',
      city: 'Kigali',
      venue: 'Example University, labs L1–L5',
      address: null,
      latitude: -1.9441,
      longitude: 30.0619,
    },
    format: 'onsite',
    level: 'intermediate',
    languages: ['en', 'fr'],
    topics: topicsOf('routing', 'dns', 'network-operations', 'measurement', 'exchange-points'),
    host: { slug: 'isoc-rwanda', name: 'Internet Society Rwanda Chapter', kind: 'chapter', country: 'RW', url: null },
    neighbours: [{ event: `inet-${year}`, relation: 'after' }],
    contactEmail: 'ntw@plenary.example',
    admission: 'application',
    applications: { opensAt, closesAt },
    scholarships: { opensAt, closesAt },
    currency: 'USD',
    paymentMethods: ['card', 'bank-transfer'],
    confirmsOn: 'placing',
    tracks: NTW_TRACKS.map(({ code, language, level, room, texts }) => ({ code, language, level, room, texts })),
    people: NTW_TRACKS.flatMap(({ code, people }) => people.map((person) => ({ ...person, track: code }))),
    sessions: ntwSessions(calendar),
    quotas: quotas.map(({ key, size, track }) => ({ key, size, track })),
    ticketTypes: shown,
    questions: questions.open,
    private: {
      rooms: NTW_ROOMS,
      quotas: [
        ...quotas.map(({ key, name }) => ({ key, name })),
        { key: 'candidates', name: 'Instructor candidates', size: 6 },
      ],
      ticketTypes: hidden,
      questions: questions.secret,
      hiddenLinks: [
        { code: 'NTW-EXT', mains: byTrack.map((type) => type.code) },
        { code: 'NTW-EXT-AWD', mains: perTrack.map((type) => type.code) },
      ],
    },
  }
}

function english(year: number) {
  return {
    title: `NTW ${year} Kigali: five tracks, seven days`,
    summary:
      'Hands-on training for people who run networks. Bring a laptop; leave with a working design for your own network.',
    description:
      'Places are offered, not sold: we choose people who will use and pass on what they learn. Choose one track; you may name a second choice. Classes are from Monday to Friday, the exam and the certificates on Saturday morning, and INET begins on Monday.\n\nA course of ten hours online comes first, and must be finished by 6 June.',
    accessNote: 'The labs are on the ground floor. Tell us what you need when you apply.',
    visaNote: 'We write your invitation letter as soon as you have accepted your place.',
    preparation:
      'You help run a network, are at ease on a Unix command line, and your employer releases you for all seven days.',
    cancellationNote: 'Tell us as early as you can: your place goes to the next on the list.',
  }
}

function french(year: number) {
  return {
    title: `NTW ${year} Kigali : cinq parcours, sept jours`,
    summary:
      'Une formation pratique pour celles et ceux qui exploitent des réseaux. Venez avec un ordinateur, repartez avec un plan pour votre réseau.',
    description:
      'Les places sont offertes, pas vendues : nous choisissons des personnes qui utiliseront et transmettront ce qu’elles apprennent. Choisissez un parcours ; vous pouvez en nommer un second. Les cours ont lieu du lundi au vendredi, l’examen et les certificats le samedi matin, et INET commence le lundi.\n\nUn cours en ligne de dix heures précède l’atelier, à terminer avant le 6 juin.',
    accessNote: 'Les laboratoires sont au rez-de-chaussée. Dites-nous vos besoins dans votre candidature.',
    visaNote: 'Nous écrivons votre lettre d’invitation dès que vous avez accepté votre place.',
    preparation:
      'Vous aidez à exploiter un réseau, la ligne de commande Unix vous est familière, et votre employeur vous libère les sept jours.',
    cancellationNote: 'Prévenez-nous au plus tôt : votre place revient à la personne suivante.',
  }
}
