import type { Typed } from './fill-form.ts'

/** A fee type; every one for a place draws on the seats of all tracks together. */
function fee(code: string, name: string, french: string, typed: Typed): { name: string; french: string; typed: Typed } {
  const { amount, until, ...rest } = typed
  const priced: Typed = amount === undefined ? {} : { 'currencies[0]': 'USD', 'steps[0].amounts[0]': amount }
  const dated: Typed = until === undefined ? {} : { 'steps[0].endsAt': until, onSaleUntilAt: until }
  return { name, french, typed: { code, name, maxPerOrder: '1', ...rest, ...priced, ...dated } }
}

const INCLUDED = 'Lodging for seven nights, meals, materials, local transport and the INET pass.'

export const FEES = [
  fee('NTW-FULL', 'Paid by you or your employer', 'Payé par vous ou votre employeur', {
    description: `${INCLUDED} To be paid by 15 May.`,
    admission: 'application',
    quotaIds: ['All tracks together'],
    amount: '1100',
    until: '2027-05-15T23:59',
  }),
  fee('NTW-CO', 'Partial award', 'Bourse partielle', {
    description: INCLUDED,
    audience: 'trainee',
    admission: 'award',
    quotaIds: ['All tracks together'],
    amount: '200',
  }),
  fee('NTW-AWD', 'Full award', 'Bourse complète', {
    description: `${INCLUDED} With the flight, the visa and a daily allowance.`,
    audience: 'fellow',
    admission: 'award',
    quotaIds: ['All tracks together'],
  }),
  fee('NTW-LOCAL', 'Resident of Rwanda, without lodging', 'Résident du Rwanda, sans logement', {
    description: 'Meals, materials and the INET pass.',
    audience: 'local',
    eligibility: 'host-resident',
    proof: 'declaration',
    admission: 'application',
    quotaIds: ['All tracks together'],
    amount: '250',
  }),
  fee('NTW-REFRESH', 'Instructor candidate', 'Candidat formateur', {
    description: 'Lodging.',
    audience: 'trainee',
    admission: 'code',
    isHidden: true,
    quotaIds: ['Instructor candidates'],
  }),
  fee('NTW-EXT', 'Stay on for INET', 'Rester pour INET', {
    description: 'Lodging for five nights, 20 to 25 June.',
    scope: 'lodging',
    isAddon: true,
    mainIds: ['NTW-FULL', 'NTW-CO', 'NTW-LOCAL'],
    admission: 'application',
    amount: '250',
  }),
  fee('NTW-EXT-AWD', 'Stay on for INET, with a full award', 'Rester pour INET, avec une bourse complète', {
    description: 'Lodging for five nights, 20 to 25 June, free.',
    scope: 'lodging',
    isAddon: true,
    mainIds: ['NTW-AWD'],
    admission: 'award',
  }),
]

export const REFUNDS: Typed = {
  'rules[0].reason': 'any',
  'rules[0].untilAt': '2027-05-15T23:59',
  'rules[0].percent': '100',
  'rules[0].fee': '25',
  'rules[0].feeCurrency': 'USD',
  'rules[1].reason': 'visa-refused',
  'rules[1].percent': '100',
  'rules[1].appliedByOn': '2027-05-14',
}

export const ISSUER: Typed = {
  hostId: 'Example Chapter of Rwanda',
  name: 'Example Chapter of Rwanda',
  address: 'Example Avenue 1\nKigali',
  country: 'RW',
  zone: 'Africa/Kigali',
  email: 'money@plenary.example.org',
  numberPrefix: 'RWE',
  bankName: 'Example Bank',
  accountHolder: 'Example Chapter of Rwanda',
  accountNumber: '0001-2345-6789',
}

export const TASKS: Record<string, string> = {
  'Send the offers': '2027-03-22',
  'Collect proofs of visa': '2027-05-14',
  'Open the pre-survey and the topic poll': '2027-05-20',
  'Freeze the roster': '2027-05-30',
  'Go or no-go': '2027-05-31',
  'Check that the pre-course is done': '2027-06-06',
  'Write the report': '2027-07-19',
}
