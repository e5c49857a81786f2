import type { Calendar } from './calendar.ts'
import { hiddenAfter, prices, type PriceWindow, ticket, wholePrices } from './tickets.ts'

/** Five of the halls have tutorials on Monday, each with forty seats in the morning and in the afternoon. */
const TUTORIALS: [code: string, en: string, fr: string][] = [
  ['RPKI', 'Routing security', 'La sécurité du routage'],
  ['DNS', 'DNS operations', 'Exploiter le DNS'],
  ['IXP', 'Starting an exchange point', 'Lancer un point d’échange'],
  ['MEAS', 'Measurement', 'La mesure'],
]

const HALVES = [
  { half: 'AM', en: 'Monday morning', fr: 'lundi matin' },
  { half: 'PM', en: 'Monday afternoon', fr: 'lundi après-midi' },
] as const

const tutorialKey = (half: string, code: string) => `${half}-${code}`.toLowerCase()

const QUOTAS = [
  { key: 'venue', name: 'Venue', size: 1200 },
  { key: 'lmic', name: 'Full pass, low and lower-middle income economies', size: 400 },
  { key: 'student', name: 'Students', size: 120 },
  { key: 'tuesday', name: 'Day passes for Tuesday', size: 60 },
  { key: 'wednesday', name: 'Day passes for Wednesday', size: 60 },
  { key: 'thursday', name: 'Day passes for Thursday', size: 60 },
  { key: 'friday', name: 'Day passes for Friday', size: 60 },
  ...HALVES.flatMap(({ half, en }) =>
    TUTORIALS.map(([code, title]) => ({ key: tutorialKey(half, code), name: `${title}, ${en}`, size: 40 })),
  ),
  { key: 'symposium', name: 'Developing Countries Symposium', size: 150 },
  { key: 'dinner', name: 'Dinner', size: 350 },
  { key: 'guest', name: 'Accompanying people', size: 80 },
  { key: 'tour', name: 'Bus to the exchange point', size: 25 },
]

/** Of the 1,200 seats of the venue 480 are set aside for codes, until a week before the conference. */
export const INET_BLOCKS = [
  { key: 'speakers', name: 'Speakers', size: 140 },
  { key: 'committee', name: 'Committee', size: 30 },
  { key: 'staff', name: 'Staff', size: 60 },
  { key: 'workshop', name: 'Network Training Workshop', size: 180 },
  { key: 'fellows', name: 'Fellows', size: 70 },
]

export function inetTickets(calendar: Calendar, zone: string) {
  const onSaleFromAt = calendar.at('2027-02-01', '00:00', zone)
  const onSaleUntilAt = calendar.at('2027-06-25', '24:00', zone)
  const early = calendar.at('2027-04-01', '00:00', zone)
  const standard = calendar.at('2027-06-07', '00:00', zone)
  const windows: PriceWindow[] = [
    { kind: 'early', startsAt: onSaleFromAt, endsAt: early },
    { kind: 'standard', startsAt: early, endsAt: standard },
    { kind: 'late', startsAt: standard, endsAt: onSaleUntilAt },
  ]
  const usd = (...amounts: (number | null)[]) => prices(windows, 'USD', ...amounts)
  const onSale = { onSaleFromAt, onSaleUntilAt }
  const pass = { ...onSale, quotas: ['venue'], remote: 'REMOTE' }
  const day = (code: string, en: string, fr: string, quota: string, heldOn: string) =>
    ticket(
      code,
      { en: [`One day: ${en}`, 'That day with lunch.'], fr: [`Un jour : ${fr}`, 'Cette journée, déjeuner compris.'] },
      {
        ...pass,
        scope: 'day',
        days: [calendar.day(heldOn)],
        quotas: ['venue', quota],
        priceSteps: usd(null, 200, 250),
      },
    )

  const passes = [
    ticket(
      'FULL',
      {
        en: ['Full pass', 'Monday to Friday, lunches and the reception.'],
        fr: ['Forfait complet', 'Du lundi au vendredi, déjeuners et réception.'],
      },
      { ...pass, priceSteps: usd(450, 550, 650) },
    ),
    ticket(
      'FULL-M',
      {
        en: [
          'Full pass, supporter',
          'For organization members with their code, sustaining members and chapters in good standing.',
        ],
        fr: [
          'Forfait complet, soutien',
          'Pour les organisations membres avec leur code, les membres de soutien et les chapitres en règle.',
        ],
      },
      { ...pass, audience: 'member', eligibility: 'member', proof: 'code', priceSteps: usd(350, 450, 550) },
    ),
    ticket(
      'FULL-LMIC',
      {
        en: [
          'Full pass, low and lower-middle income economies',
          'You live in one of these economies; bring an identity card to the desk.',
        ],
        fr: [
          'Forfait complet, économies à revenu faible ou intermédiaire inférieur',
          'Vous résidez dans l’une d’elles ; apportez une pièce d’identité.',
        ],
      },
      {
        ...pass,
        audience: 'low-income',
        eligibility: 'low-income-economy',
        proof: 'desk',
        quotas: ['venue', 'lmic'],
        priceSteps: [...usd(180, 220, 260), ...wholePrices(windows, 'RWF', 252_000, 308_000, 364_000)],
      },
    ),
    ticket(
      'STUD',
      {
        en: ['Full-time student', 'Proof of study within three working days. Without the dinner.'],
        fr: ['Étudiant à plein temps', 'Preuve d’études sous trois jours ouvrables. Sans le dîner.'],
      },
      {
        ...pass,
        audience: 'student',
        eligibility: 'student',
        proof: 'upload',
        quotas: ['venue', 'student'],
        priceSteps: usd(100, 100, 120),
      },
    ),
    day('DAY-TUE', 'Tuesday', 'mardi', 'tuesday', '2027-06-22'),
    day('DAY-WED', 'Wednesday', 'mercredi', 'wednesday', '2027-06-23'),
    day('DAY-THU', 'Thursday', 'jeudi', 'thursday', '2027-06-24'),
    day('DAY-FRI', 'Friday', 'vendredi', 'friday', '2027-06-25'),
  ]
  const issued = ['SPK', 'COM', 'STAFF', 'NTW-PASS', 'FELLOW']
  const whole = ['FULL', 'FULL-LMIC', 'FULL-M', 'STUD']
  const inPerson = passes.map(({ code }) => code)
  const addon = { ...onSale, isAddon: true }
  const tutorials = HALVES.map(({ half, en, fr }) =>
    TUTORIALS.map(([code, english, french]) =>
      ticket(
        `TUT-${half}-${code}`,
        {
          en: [`Tutorial: ${english}, ${en}`, 'With materials; takes place with twelve people or more.'],
          fr: [`Tutoriel : ${french}, ${fr}`, 'Documents compris ; a lieu à partir de douze personnes.'],
        },
        {
          ...addon,
          scope: 'tutorial',
          mains: whole,
          quotas: [tutorialKey(half, code)],
          priceSteps: usd(90, 110, 130),
        },
      ),
    ),
  )
  const symposium = ticket(
    'DCS',
    {
      en: ['Developing Countries Symposium', 'Monday, with coffee; for residents of these economies.'],
      fr: ['Symposium des pays en développement', 'Lundi, café compris ; pour les résidents de ces économies.'],
    },
    {
      ...onSale,
      audience: 'low-income',
      scope: 'symposium',
      eligibility: 'low-income-economy',
      proof: 'declaration',
      quotas: ['symposium'],
    },
  )
  const extras = [
    ...tutorials.flat(),
    ticket(
      'DINNER',
      { en: ['Conference dinner', 'Wednesday evening.'], fr: ['Dîner de la conférence', 'Mercredi soir.'] },
      { ...addon, scope: 'social', mains: inPerson, quotas: ['dinner'], priceSteps: usd(60, 60, 70) },
    ),
    ticket(
      'GUEST',
      {
        en: ['Accompanying person', 'Reception and dinner, with a pass holder.'],
        fr: ['Accompagnateur', 'Réception et dîner, avec un titulaire de forfait.'],
      },
      {
        ...addon,
        audience: 'guest',
        scope: 'social',
        allowsGuest: true,
        mains: inPerson,
        quotas: ['guest'],
        priceSteps: usd(70, 70, 90),
      },
    ),
    ticket(
      'TOUR',
      {
        en: ['Tour of the exchange point', 'Thursday at 14:00, by bus.'],
        fr: ['Visite du point d’échange', 'Jeudi à 14 h, en bus.'],
      },
      { ...addon, scope: 'tour', mains: inPerson, quotas: ['tour'] },
    ),
  ]
  const online = [
    ticket(
      'REMOTE',
      { en: ['Online', 'Streams and chat.'], fr: ['En ligne', 'Diffusions et discussion.'] },
      { ...onSale, scope: 'remote', attendance: 'online', priceSteps: usd(40, 40, 40) },
    ),
    ticket(
      'REMOTE-W',
      {
        en: ['Online, fee waived', 'If the fee keeps you away: no proof, no deadline.'],
        fr: ['En ligne, sans frais', 'Si le prix vous en empêche : sans preuve ni délai.'],
      },
      { ...onSale, scope: 'remote', attendance: 'online' },
    ),
  ]
  const code = { admission: 'code', quotas: ['venue'] }
  const hidden = [
    ticket(
      'HUB',
      {
        en: ['Hub of a chapter', 'A room of up to 60 seats that joins in, with its link to the green room.'],
        fr: ['Relais d’un chapitre', 'Une salle de 60 places au plus qui participe, avec son lien vers les coulisses.'],
      },
      { audience: 'hub', scope: 'remote', admission: 'code', attendance: 'online', quotas: ['hubs'] },
    ),
    ticket('SPK', { en: ['Speaker'], fr: ['Intervenant'] }, { ...code, audience: 'speaker' }),
    ticket('COM', { en: ['Committee'], fr: ['Comité'] }, { ...code, audience: 'committee' }),
    ticket('STAFF', { en: ['Staff'], fr: ['Équipe'] }, { ...code, audience: 'staff' }),
    ticket(
      'NTW-PASS',
      { en: ['Workshop trainee or instructor'], fr: ['Stagiaire ou formateur des ateliers'] },
      { ...code, audience: 'trainee' },
    ),
    ticket(
      'DCS-NTW',
      {
        en: ['Developing Countries Symposium, workshop trainee', 'Monday, with coffee.'],
        fr: ['Symposium des pays en développement, stagiaire', 'Lundi, café compris.'],
      },
      { audience: 'trainee', scope: 'symposium', admission: 'code', quotas: ['symposium'] },
    ),
    ticket(
      'FELLOW',
      { en: ['INET fellow'], fr: ['Boursier INET'] },
      { ...code, audience: 'fellow', admission: 'award' },
    ),
  ]
  const shown = [...passes, symposium, ...extras, ...online]
  return {
    shown,
    /** Whom the questions are asked with: nobody twice because of an add-on. */
    asked: {
      onsite: [...inPerson, 'DCS', 'GUEST'],
      online: ['REMOTE', 'REMOTE-W'],
      hidden: issued,
    },
    quotas: QUOTAS.map(({ key, size }) => ({ key, size })),
    secretQuotas: [
      ...QUOTAS.map(({ key, name }) => ({ key, name })),
      { key: 'hubs', name: 'Hubs of the chapters', size: 40 },
    ],
    hidden: hiddenAfter(shown.length, hidden),
    hiddenLinks: extras.map((type) => ({
      code: type.code,
      mains: type.scope === 'tutorial' ? issued : issued.filter((one) => one !== 'STAFF' || type.code !== 'GUEST'),
    })),
    priceRules: [
      {
        kind: 'bundle',
        name: 'Two tutorials, one in the morning and one in the afternoon',
        parts: tutorials.map((half) => half.map((type) => type.code)),
        prices: prices(windows, 'USD', 150, 180, 220).map(({ kind, currency, amountMinor }) => ({
          kind,
          currency,
          amountMinor,
        })),
      },
    ],
  }
}
