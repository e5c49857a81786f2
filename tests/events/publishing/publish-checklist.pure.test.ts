import { expect, test } from 'vitest'
import {
  type ChecklistItem,
  publishChecklist,
  type PublishFacts,
  stopsOf,
} from '#app/events/publishing/publish-checklist.ts'

const NOW = '2026-11-21T12:00:00.000Z'

const TYPE: PublishFacts['types'][number] = {
  id: 'type-1',
  name: 'Full',
  isOnline: false,
  isAddon: false,
  onSaleFromAt: null,
  onSaleUntilAt: null,
  languages: ['fr'],
  quotaIds: ['quota-1'],
  steps: [],
}

const SESSION = {
  isPublic: true,
  room: 'Hall A',
  heldOn: '2027-06-14',
  startsAt: '2027-06-14T07:00:00.000Z',
  endsAt: '2027-06-14T08:00:00.000Z',
}

const READY: PublishFacts = {
  title: 'Routing',
  summary: 'Five days.',
  accessNote: 'Step-free.',
  description: '',
  visaNote: '',
  cancellationNote: '',
  language: 'fr',
  textLanguages: ['fr'],
  spoken: ['fr'],
  startsOn: '2027-06-14',
  lastOn: '2027-06-18',
  zone: 'Africa/Kigali',
  endsAt: '2027-06-18T22:00:00.000Z',
  format: 'onsite',
  country: 'RW',
  city: 'Kigali',
  venue: null,
  venueSeats: null,
  onlineUrl: null,
  contactEmail: 'desk@plenary.example',
  admission: 'registration',
  applyUntilAt: null,
  hostId: null,
  hostOfSeries: null,
  types: [TYPE],
  quotas: [{ id: 'quota-1', name: 'Room', size: 20, room: null }],
  tracks: [],
  questions: [],
  hasRefundRule: false,
  paymentMethods: ['card'],
  payee: null,
  people: 0,
  sessions: [],
}

const check = (change: Partial<PublishFacts>, at = NOW) => publishChecklist({ ...READY, ...change }, at)
const open = (list: ChecklistItem[]) => list.filter(({ isDone }) => !isDone).map(({ code }) => code)
const stopsWith = (change: Partial<PublishFacts>, at = NOW) => stopsOf(check(change, at)).map(({ code }) => code)
const typed = (...types: Partial<typeof TYPE>[]) => ({ types: types.map((type) => ({ ...TYPE, ...type })) })
const priced = (step: Partial<(typeof TYPE.steps)[number]> = {}, more: Partial<typeof TYPE> = {}) =>
  typed({ ...more, steps: [{ amountMinor: 5000, startsAt: null, endsAt: null, ...step }] })

test('nothing stops a complete event, though much is advised', () => {
  expect(stopsWith({})).toEqual([])
  expect(open(check({}))).toEqual(['description', 'english', 'venue', 'visa', 'cancellation', 'people', 'programme'])
})

test.each([
  ['texts', { summary: '' }, 'summary'],
  ['texts', { title: '' }, 'title'],
  ['dates', { startsOn: '2027-06' }, 'startsOn'],
  ['place', { city: null }, 'city'],
  ['access', { accessNote: '' }, 'accessNote'],
  ['contact', { contactEmail: null }, 'contactEmail'],
  ['tickets', { types: [] }, undefined],
  ['onSale', typed({ onSaleUntilAt: '2026-11-21T12:00:00.000Z' }), undefined],
  ['onSale', typed({ onSaleFromAt: '2027-06-19T00:00:00.000Z' }), undefined],
  ['host', { hostOfSeries: 'chapter', hostId: 'office' }, 'hostId'],
  ['host', { hostOfSeries: 'chapter' }, 'hostId'],
] as const)('%s stops it', (code, change, field) => {
  const stops = stopsOf(check(change as Partial<PublishFacts>))
  expect(stops.map((item) => [item.code, item.field])).toEqual([[code, field]])
})

const PAYEE = { hostId: '', hasAccount: true, hasMobileAccount: false }
const PAID = { ...priced(), hasRefundRule: true, payee: PAYEE }

test.each([
  ['nothing', {}, []],
  ['no rule for refunds', { hasRefundRule: false }, ['refundRule']],
  ['nobody who takes the money', { payee: null }, ['payee']],
  [
    'no account to transfer to',
    { paymentMethods: ['bank-transfer'], payee: { ...PAYEE, hasAccount: false } },
    ['account'],
  ],
  ['no account for an invoice', { paymentMethods: ['invoice'], payee: { ...PAYEE, hasAccount: false } }, ['account']],
  ['no mobile account', { paymentMethods: ['mobile-money'] }, ['account']],
  ['a chapter without a payee of its own', { hostOfSeries: 'chapter', hostId: 'chapter' }, ['payee']],
  [
    'a chapter with its own',
    { hostOfSeries: 'chapter', hostId: 'chapter', payee: { ...PAYEE, hostId: 'chapter' } },
    [],
  ],
] as const)('something costs money, and there is %s', (_, change, codes) => {
  expect(stopsWith({ ...PAID, ...(change as Partial<PublishFacts>) })).toEqual(codes)
})

test('an event of the past is not published, one on its last day is', () => {
  expect(stopsWith({}, '2027-06-18T21:00:00.000Z')).toEqual([])
  expect(stopsWith({}, '2027-06-18T22:00:00.000Z')).toEqual(['dates', 'onSale'])
})

test('an online event needs no place, one by application no ticket', () => {
  expect(stopsWith({ format: 'online', country: null, city: null, accessNote: '' })).toEqual([])
  expect(stopsWith({ admission: 'application', types: [] })).toEqual([])
})

const UNTIL = '2026-12-01T00:00:00.000Z'

test.each([
  ['saleOver', typed({}, { name: 'Late', onSaleUntilAt: NOW }), { names: 'Late' }],
  ['stepOver', priced({ endsAt: NOW }, {}), null],
  [
    'stepOver',
    typed({
      onSaleFromAt: UNTIL,
      steps: [
        { amountMinor: 0, startsAt: null, endsAt: UNTIL },
        { amountMinor: 0, startsAt: UNTIL, endsAt: null },
      ],
    }),
    { names: 'Full' },
  ],
  ['saleLate', typed({ onSaleUntilAt: '2027-06-19T00:00:00.000Z' }), { names: 'Full' }],
  ['saleLate', typed({ steps: [{ amountMinor: 0, startsAt: null, endsAt: '2027-07-01T00:00:00.000Z' }] }), {}],
  ['saleBlind', typed({ onSaleUntilAt: UNTIL }), { day: '2026-12-01' }],
  ['seats', typed({ quotaIds: [] }), null],
  [
    'roomSeats',
    { quotas: [{ id: 'quota-1', name: 'T2', size: 30, room: { name: 'B12', seats: 24 } }] },
    { names: 'T2, B12', people: '30', seats: '24' },
  ],
  ['venueSeats', { venueSeats: 19 }, { people: '20', seats: '19' }],
  ['spoken', { spoken: ['fr', 'rw'] }, { languages: 'rw' }],
  ['trackTexts', { tracks: [{ id: 't', name: 'T2', language: 'rw', languages: ['fr'] }] }, { names: 'T2' }],
  ['ticketTexts', { ...typed({}, { name: 'Student', languages: ['en'] }) }, { names: 'Student' }],
  ['questionTexts', { questions: [{ id: 'q', name: 'Diet', languages: ['en'] }] }, { names: 'Diet' }],
  ['zone', { zone: 'Etc/GMT-2' }, null],
  ['zone', { zone: 'UTC' }, null],
  ['call', { admission: 'application' }, null],
  ['call', { admission: 'application', applyUntilAt: NOW }, null],
  ['outside', { sessions: [{ ...SESSION, heldOn: '2027-06-13' }] }, null],
  ['conflicts', { sessions: [SESSION, { ...SESSION, startsAt: '2027-06-14T07:59:00.000Z' }] }, null],
] as const)('%s is warned of, and stops nothing that is not stopped', (code, change, values) => {
  const list = check(change as unknown as Partial<PublishFacts>)
  const item = list.find((one) => one.code === code && !one.isDone)
  if (code === 'stepOver' && values === null) return expect(stopsOf(list).map((one) => one.code)).toContain('onSale')
  expect(item).toMatchObject({ weight: 'warn', ...(values ? { values } : {}) })
  expect(item!.page).not.toBe('')
})

test.each([
  ['saleBlind once a session is public', 'saleBlind', { ...typed({ onSaleUntilAt: UNTIL }), sessions: [SESSION] }],
  ['zone of an event online', 'zone', { zone: 'UTC', format: 'online' }],
  ['call that is open', 'call', { admission: 'application', applyUntilAt: UNTIL }],
  ['two sessions after one another', 'conflicts', { sessions: [SESSION, { ...SESSION, startsAt: SESSION.endsAt }] }],
  ['two rooms at once', 'conflicts', { sessions: [SESSION, { ...SESSION, room: 'Hall B' }] }],
  ['seats online', 'seats', typed({}, { isOnline: true, quotaIds: [] })],
  [
    'a pool that others draw on as well',
    'venueSeats',
    {
      venueSeats: 20,
      ...typed({}, { quotaIds: ['quota-1', 'dinner'] }),
      quotas: [...READY.quotas, { id: 'dinner', name: 'Dinner', size: 15, room: null }],
    },
  ],
] as const)('%s: nothing to say', (_, code, change) => {
  expect(open(check(change as unknown as Partial<PublishFacts>))).not.toContain(code)
})

test('separate pools let in as many as both hold', () => {
  const two = {
    venueSeats: 29,
    ...typed({}, { quotaIds: ['other'] }),
    quotas: [...READY.quotas, { id: 'other', name: 'Other', size: 10, room: null }],
  }
  expect(check(two).find(({ code }) => code === 'venueSeats')?.values).toMatchObject({ people: '30' })
})
