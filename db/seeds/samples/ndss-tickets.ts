import type { Calendar } from './calendar.ts'
import { hiddenAfter, prices, type PriceWindow, ticket } from './tickets.ts'

const QUOTAS = [
  { key: 'symposium', name: 'Symposium, everybody in person', size: 1100 },
  { key: 'students', name: 'Students at the symposium', size: 450 },
  { key: 'week', name: 'Whole week', size: 500 },
  { key: 'student-week', name: 'Students for the whole week', size: 250 },
  { key: 'monday', name: 'Workshop rooms W1–W5 on Monday', size: 560 },
  { key: 'friday', name: 'Workshop rooms W1–W6 on Friday', size: 640 },
  { key: 'banquet', name: 'Guests at the banquet', size: 60 },
]

const KEPT = [
  { key: 'grants', name: 'Grant holders', size: 80 },
  { key: 'sponsors', name: 'Sponsors', size: 40 },
  { key: 'committee', name: 'Programme committee', size: 60 },
  { key: 'chairs', name: 'Chairs', size: 12 },
  { key: 'press', name: 'Press', size: 10 },
]

export function ndssTickets(calendar: Calendar, zone: string) {
  const onSaleFromAt = calendar.at('2026-10-15', '00:00', zone)
  const onSaleUntilAt = calendar.at('2027-03-26', '24:00', zone)
  const windows: PriceWindow[] = [
    { kind: 'early', startsAt: onSaleFromAt, endsAt: calendar.at('2027-01-30', '00:00', zone) },
    {
      kind: 'standard',
      startsAt: calendar.at('2027-01-30', '00:00', zone),
      endsAt: calendar.at('2027-03-06', '00:00', zone),
    },
    { kind: 'late', startsAt: calendar.at('2027-03-06', '00:00', zone), endsAt: onSaleUntilAt },
  ]
  const authors: PriceWindow[] = [
    { kind: 'only', startsAt: onSaleFromAt, endsAt: calendar.at('2027-01-07', '00:00', zone) },
  ]
  const onSale = { onSaleFromAt, onSaleUntilAt }
  const usd = (...amounts: number[]) => prices(windows, 'USD', ...amounts)
  const shown = [
    ticket(
      'SYM',
      {
        en: ['Symposium', 'Tuesday to Thursday with lunches, and the banquet on Wednesday.'],
        fr: ['Symposium', 'Du mardi au jeudi avec déjeuners, et le banquet du mercredi.'],
      },
      { ...onSale, quotas: ['symposium'], priceSteps: usd(900, 1050, 1250) },
    ),
    ticket(
      'SYM-M',
      {
        en: ['Symposium, supporter', 'For people of member organizations and sustaining members.'],
        fr: ['Symposium, soutien', 'Pour les organisations membres et les membres de soutien.'],
      },
      { ...onSale, quotas: ['symposium'], priceSteps: usd(800, 950, 1150) },
    ),
    ticket(
      'SYM-S',
      {
        en: ['Symposium, student', 'The same; the banquet by waiting list.'],
        fr: ['Symposium, étudiant', 'De même ; le banquet sur liste d’attente.'],
      },
      { ...onSale, quotas: ['symposium', 'students'], priceSteps: usd(450, 550, 700) },
    ),
    ticket(
      'WS-MON',
      {
        en: ['Workshop day, Monday', 'One workshop, with lunch.'],
        fr: ['Journée d’ateliers, lundi', 'Un atelier, déjeuner compris.'],
      },
      { ...onSale, quotas: ['monday'], priceSteps: usd(250, 300, 350) },
    ),
    ticket(
      'WS-FRI',
      {
        en: ['Workshop day, Friday', 'One workshop, with lunch.'],
        fr: ['Journée d’ateliers, vendredi', 'Un atelier, déjeuner compris.'],
      },
      { ...onSale, quotas: ['friday'], priceSteps: usd(250, 300, 350) },
    ),
    ticket(
      'WS-S-MON',
      { en: ['Workshop day for students, Monday'], fr: ['Journée d’ateliers pour étudiants, lundi'] },
      { ...onSale, quotas: ['monday'], priceSteps: usd(120, 150, 200) },
    ),
    ticket(
      'WS-S-FRI',
      { en: ['Workshop day for students, Friday'], fr: ['Journée d’ateliers pour étudiants, vendredi'] },
      { ...onSale, quotas: ['friday'], priceSteps: usd(120, 150, 200) },
    ),
    ticket(
      'WEEK',
      { en: ['Whole week', 'All five days.'], fr: ['Semaine entière', 'Les cinq jours.'] },
      { ...onSale, quotas: ['symposium', 'week'], priceSteps: usd(1200, 1400, 1650) },
    ),
    ticket(
      'WEEK-S',
      { en: ['Whole week, student', 'All five days.'], fr: ['Semaine entière, étudiant', 'Les cinq jours.'] },
      { ...onSale, quotas: ['symposium', 'student-week'], priceSteps: usd(600, 750, 900) },
    ),
    ticket(
      'AUTH',
      {
        en: ['Author', 'Covers one paper; to be paid by 6 January.'],
        fr: ['Auteur', 'Couvre un article ; à payer avant le 6 janvier.'],
      },
      { ...onSale, quotas: ['symposium'], priceSteps: prices(authors, 'USD', 900) },
    ),
    ticket(
      'BANQ',
      { en: ['Guest at the banquet', 'Wednesday evening.'], fr: ['Invité au banquet', 'Mercredi soir.'] },
      { ...onSale, quotas: ['banquet'], priceSteps: usd(120, 120, 140) },
    ),
  ]
  const hidden = [
    ticket(
      'GRANT',
      { en: ['Grant holder'], fr: ['Boursier'] },
      { admission: 'award', quotas: ['symposium', 'grants'] },
    ),
    ticket(
      'SPON',
      { en: ['Sponsor pass'], fr: ['Forfait parrain'] },
      { admission: 'code', quotas: ['symposium', 'sponsors'] },
    ),
    ticket(
      'PC',
      { en: ['Programme committee'], fr: ['Comité de programme'] },
      { admission: 'code', quotas: ['symposium', 'committee'] },
    ),
    ticket('CHAIR', { en: ['Chair'], fr: ['Présidence'] }, { admission: 'code', quotas: ['symposium', 'chairs'] }),
    ticket('PRESS', { en: ['Press'], fr: ['Presse'] }, { admission: 'code', quotas: ['symposium', 'press'] }),
  ]
  return {
    shown,
    onsite: shown.map((type) => type.code),
    quotas: QUOTAS.map(({ key, size }) => ({ key, size })),
    secretQuotas: [...QUOTAS.map(({ key, name }) => ({ key, name })), ...KEPT],
    hidden: hiddenAfter(shown.length, hidden),
  }
}
