import type { Calendar } from './calendar.ts'
import { hiddenAfter, prices, type PriceWindow, ticket, wholePrices } from './tickets.ts'

/** The rooms of the workshops and how many fit in. */
const ROOMS = [180, 120, 120, 80, 60, 80]

const DAYS = [
  { code: 'MON', en: 'Monday', fr: 'lundi', rooms: 5 },
  { code: 'FRI', en: 'Friday', fr: 'vendredi', rooms: 6 },
] as const

const roomKey = (day: string, room: number) => `${day.toLowerCase()}-w${room}`

const QUOTAS = [
  { key: 'symposium', name: 'Symposium, everybody in person', size: 1100 },
  { key: 'students', name: 'Students at the symposium', size: 450 },
  { key: 'week', name: 'Whole week', size: 500 },
  { key: 'student-week', name: 'Students for the whole week', size: 250 },
  ...DAYS.flatMap(({ code, en, rooms }) =>
    ROOMS.slice(0, rooms).map((size, at) => ({
      key: roomKey(code, at + 1),
      name: `Workshop room W${at + 1}, ${en}`,
      size,
    })),
  ),
  { key: 'banquet', name: 'Banquet', size: 900 },
  { key: 'student-banquet', name: 'Students at the banquet, as places come free', size: 0 },
  { key: 'guests', name: 'Guests at the banquet', size: 60 },
]

/** Seats of the symposium that are set aside for codes. */
export const NDSS_BLOCKS = [
  { key: 'grants', name: 'Grant holders', size: 80 },
  { key: 'sponsors', name: 'Sponsors', size: 40 },
  { key: 'committee', name: 'Programme committee', size: 60 },
  { key: 'chairs', name: 'Chairs', size: 12 },
  { key: 'press', name: 'Press', size: 10 },
]

export function ndssTickets(calendar: Calendar, zone: string) {
  const onSaleFromAt = calendar.at('2026-10-15', '00:00', zone)
  const onSaleUntilAt = calendar.at('2027-03-26', '24:00', zone)
  const early = calendar.at('2027-01-30', '00:00', zone)
  const standard = calendar.at('2027-03-06', '00:00', zone)
  const windows: PriceWindow[] = [
    { kind: 'early', startsAt: onSaleFromAt, endsAt: early },
    { kind: 'standard', startsAt: early, endsAt: standard },
    { kind: 'late', startsAt: standard, endsAt: onSaleUntilAt },
  ]
  const desk: PriceWindow = {
    kind: 'onsite',
    startsAt: calendar.at('2027-03-21', '00:00', zone),
    endsAt: onSaleUntilAt,
  }
  /** Authors pay when the camera-ready paper is due, anywhere on earth. */
  const authors: PriceWindow = {
    kind: 'only',
    startsAt: onSaleFromAt,
    endsAt: calendar.at('2027-01-06', '24:00', 'AoE'),
    closesZone: 'AoE',
  }
  const onSale = { onSaleFromAt, onSaleUntilAt, tax: 'vat' }
  const usd = (...amounts: number[]) => prices(windows, 'USD', ...amounts)
  const onsite = (won: number) => wholePrices([desk], 'KRW', won)
  const student = { audience: 'student', eligibility: 'student', proof: 'upload' }
  const mains = [
    ticket(
      'SYM',
      {
        en: ['Symposium', 'Tuesday to Thursday with lunches, and the banquet on Wednesday.'],
        fr: ['Symposium', 'Du mardi au jeudi avec déjeuners, et le banquet du mercredi.'],
      },
      {
        ...onSale,
        scope: 'symposium',
        quotas: ['symposium'],
        priceSteps: [...usd(900, 1050, 1250), ...onsite(1_730_000)],
      },
    ),
    ticket(
      'SYM-M',
      {
        en: ['Symposium, supporter', 'For people of member organizations with their code, and sustaining members.'],
        fr: ['Symposium, soutien', 'Pour les organisations membres avec leur code et les membres de soutien.'],
      },
      {
        ...onSale,
        audience: 'member',
        scope: 'symposium',
        eligibility: 'organization-member',
        proof: 'code',
        quotas: ['symposium'],
        priceSteps: [...usd(800, 950, 1150), ...onsite(1_590_000)],
      },
    ),
    ticket(
      'SYM-S',
      {
        en: ['Symposium, student', 'The same; the banquet by waiting list.'],
        fr: ['Symposium, étudiant', 'De même ; le banquet sur liste d’attente.'],
      },
      {
        ...onSale,
        ...student,
        scope: 'symposium',
        quotas: ['symposium', 'students'],
        priceSteps: [...usd(450, 550, 700), ...onsite(970_000)],
      },
    ),
    ticket(
      'WEEK',
      {
        en: ['Whole week', 'All five days, with one workshop on Monday and one on Friday.'],
        fr: ['Semaine entière', 'Les cinq jours, avec un atelier le lundi et un le vendredi.'],
      },
      {
        ...onSale,
        scope: 'week',
        quotas: ['symposium', 'week'],
        priceSteps: [...usd(1200, 1400, 1650), ...onsite(2_280_000)],
      },
    ),
    ticket(
      'WEEK-S',
      {
        en: ['Whole week, student', 'All five days, with one workshop on Monday and one on Friday.'],
        fr: ['Semaine entière, étudiant', 'Les cinq jours, avec un atelier le lundi et un le vendredi.'],
      },
      {
        ...onSale,
        ...student,
        scope: 'week',
        quotas: ['symposium', 'student-week'],
        priceSteps: [...usd(600, 750, 900), ...onsite(1_240_000)],
      },
    ),
    ...DAYS.flatMap(({ code, en, fr }) => [
      ticket(
        `WS-${code}`,
        {
          en: [`Workshop day, ${en}`, 'One workshop, with lunch.'],
          fr: [`Journée d’ateliers, ${fr}`, 'Un atelier, déjeuner compris.'],
        },
        {
          ...onSale,
          scope: 'workshop',
          quotas: ['symposium'],
          priceSteps: [...usd(250, 300, 350), ...onsite(485_000)],
        },
      ),
      ticket(
        `WS-S-${code}`,
        {
          en: [`Workshop day for students, ${en}`, 'One workshop, with lunch.'],
          fr: [`Journée d’ateliers pour étudiants, ${fr}`, 'Un atelier, déjeuner compris.'],
        },
        {
          ...onSale,
          ...student,
          scope: 'workshop',
          quotas: ['symposium'],
          priceSteps: [...usd(120, 150, 200), ...onsite(277_000)],
        },
      ),
    ]),
    ticket(
      'AUTH',
      {
        en: ['Author', 'Covers one paper, with all of the symposium; to be paid by 6 January.'],
        fr: ['Auteur', 'Couvre un article, avec tout le symposium ; à payer avant le 6 janvier.'],
      },
      {
        ...onSale,
        audience: 'author',
        scope: 'symposium',
        admission: 'code',
        quotas: ['symposium'],
        priceSteps: prices([authors], 'USD', 900),
      },
    ),
  ]
  const addon = { ...onSale, isAddon: true }
  const workshops = DAYS.flatMap(({ code, en, fr, rooms }) =>
    ROOMS.slice(0, rooms).map((_, at) =>
      ticket(
        `W${at + 1}-${code}`,
        {
          en: [`Your workshop on ${en}: room W${at + 1}`, 'See the programme for what is held there.'],
          fr: [`Votre atelier du ${fr} : salle W${at + 1}`, 'Voir le programme pour ce qui s’y tient.'],
        },
        {
          ...addon,
          scope: 'workshop',
          mains: ['WEEK', 'WEEK-S', `WS-${code}`, `WS-S-${code}`],
          quotas: [roomKey(code, at + 1)],
        },
      ),
    ),
  )
  const extras = [
    ticket(
      'AUTH-2',
      {
        en: ['One more paper', 'The second paper of an author.'],
        fr: ['Un article de plus', 'Le second article d’un auteur.'],
      },
      { ...addon, audience: 'author', scope: 'paper', mains: ['AUTH'], priceSteps: prices([authors], 'USD', 100) },
    ),
    ticket(
      'BANQUET',
      {
        en: ['I come to the banquet', 'Wednesday evening; included, but we count.'],
        fr: ['Je viens au banquet', 'Mercredi soir ; compris, mais nous comptons.'],
      },
      { ...addon, scope: 'social', mains: ['AUTH', 'SYM', 'SYM-M', 'WEEK', 'WEEK-S'], quotas: ['banquet'] },
    ),
    ticket(
      'BANQUET-S',
      {
        en: ['Banquet for students', 'By waiting list: places are given as they come free.'],
        fr: ['Banquet pour étudiants', 'Sur liste d’attente : les places sont données dès qu’elles se libèrent.'],
      },
      { ...addon, audience: 'student', scope: 'social', mains: ['SYM-S'], quotas: ['banquet', 'student-banquet'] },
    ),
    ticket(
      'BANQ',
      { en: ['Guest at the banquet', 'Wednesday evening.'], fr: ['Invité au banquet', 'Mercredi soir.'] },
      {
        ...addon,
        audience: 'guest',
        scope: 'social',
        allowsGuest: true,
        mains: ['AUTH', 'SYM', 'SYM-M', 'SYM-S', 'WEEK', 'WEEK-S'],
        quotas: ['guests'],
        priceSteps: usd(120, 120, 140),
      },
    ),
  ]
  const shown = [...mains, ...workshops, ...extras]
  const code = { admission: 'code', quotas: ['symposium'] }
  const issued = [
    ticket(
      'GRANT',
      { en: ['Grant holder', 'All five days.'], fr: ['Boursier', 'Les cinq jours.'] },
      { ...code, audience: 'grant', scope: 'week' },
    ),
    ticket('SPON', { en: ['Sponsor pass'], fr: ['Forfait parrain'] }, { ...code, audience: 'sponsor' }),
    ticket('PC', { en: ['Programme committee'], fr: ['Comité de programme'] }, { ...code, audience: 'committee' }),
    ticket('CHAIR', { en: ['Chair'], fr: ['Présidence'] }, { ...code, audience: 'committee' }),
    ticket('PRESS', { en: ['Press'], fr: ['Presse'] }, { ...code, audience: 'press' }),
    ticket(
      'AUTH-X',
      {
        en: ['Author, by exception', 'After 6 January, when the programme chair agreed.'],
        fr: ['Auteur, par exception', 'Après le 6 janvier, avec l’accord du président du programme.'],
      },
      {
        ...code,
        audience: 'author',
        scope: 'symposium',
        tax: 'vat',
        priceSteps: prices([{ kind: 'only', startsAt: authors.endsAt, endsAt: standard }], 'USD', 900),
      },
    ),
  ]
  const hidden = issued.map((type) => type.code)
  return {
    shown,
    asked: { onsite: [...mains.map((type) => type.code), 'BANQ'], online: [], hidden },
    quotas: QUOTAS.map(({ key, size }) => ({ key, size })),
    secretQuotas: QUOTAS.map(({ key, name }) => ({ key, name })),
    hidden: hiddenAfter(shown.length, issued),
    hiddenLinks: [
      ...workshops.map((type) => ({ code: type.code, mains: ['GRANT'] })),
      { code: 'BANQUET', mains: hidden.filter((one) => one !== 'PRESS') },
    ],
    priceRules: [
      {
        kind: 'group',
        name: 'Five or more from one organization',
        minimum: 5,
        percentOff: 1000,
        parts: [['SYM', 'SYM-M', 'WEEK']],
      },
    ],
  }
}
