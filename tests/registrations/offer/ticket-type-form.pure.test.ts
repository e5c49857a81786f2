import { expect, test } from 'vitest'
import { parseForm } from '#app/http/form.server.ts'
import { ticketTypeSchema } from '#app/registrations/offer/ticket-type-form.ts'

const BASE = {
  textLanguage: 'en',
  name: 'Full pass',
  code: 'FULL',
  attendance: 'onsite',
  admission: 'open',
  minPerOrder: '0',
  maxPerOrder: '10',
  'currencies[0]': 'USD',
}

function parse(fields: Record<string, string>, zone = 'Europe/Paris') {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...BASE, ...fields })) form.append(name, value)
  return parseForm(form, ticketTypeSchema(zone))
}

function errors(fields: Record<string, string>, zone?: string) {
  const parsed = parse(fields, zone)
  return parsed.ok ? {} : parsed.form.errors
}

function stepsOf(fields: Record<string, string>, zone?: string) {
  const parsed = parse(fields, zone)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.form.errors))
  return parsed.value.steps
}

test('a price list has a column for each currency, read in its minor units; rows without an amount are no rows', () => {
  const steps = stepsOf({
    'currencies[0]': 'usd',
    'currencies[1]': 'RWF',
    'currencies[2]': '',
    'steps[0].kind': 'early',
    'steps[0].amounts[0]': '450',
    'steps[0].amounts[1]': '252 000',
    'steps[0].endsAt': '2027-03-31T23:59',
    'steps[1].kind': 'standard',
    'steps[1].amounts[0]': '1 250,50',
    'steps[1].amounts[1]': '',
    'steps[2].kind': 'only',
    'steps[2].amounts[0]': '',
  })
  const early = { kind: 'early', startsAt: null, endsAt: '2027-03-31T21:59:00.000Z', closesZone: null }
  expect(steps).toEqual([
    { ...early, amountMinor: 45_000, currency: 'USD' },
    { ...early, amountMinor: 252_000, currency: 'RWF' },
    {
      kind: 'standard',
      amountMinor: 125_050,
      currency: 'USD',
      startsAt: early.endsAt,
      endsAt: null,
      closesZone: null,
    },
  ])
})

test.each([
  ['', '2027-03-31T21:59:00.000Z', null],
  ['UTC', '2027-03-31T23:59:00.000Z', 'UTC'],
  ['AoE', '2027-04-01T11:59:00.000Z', 'AoE'],
  ['Asia/Kathmandu', '2027-03-31T18:14:00.000Z', 'Asia/Kathmandu'],
  ['Europe/Paris', '2027-03-31T21:59:00.000Z', null],
])('a step that closes at 23:59 on the clocks of “%s” ends at %s', (zone, endsAt, closesZone) => {
  const [step] = stepsOf({ 'steps[0].amounts[0]': '1', 'steps[0].endsAt': '2027-03-31T23:59', 'steps[0].zone': zone })
  expect(step).toMatchObject({ endsAt, closesZone })
})

test('no minute is without a price between "until 23:59" and "from 00:00"', () => {
  const steps = stepsOf({
    'steps[0].amounts[0]': '450',
    'steps[0].endsAt': '2027-03-31T23:59',
    'steps[1].amounts[0]': '550',
    'steps[1].startsAt': '2027-04-01T00:00',
  })
  expect(steps[1]!.startsAt).toBe(steps[0]!.endsAt)
})

test('prices of one currency must not overlap; those of two may', () => {
  const rows = {
    'currencies[1]': 'KES',
    'steps[0].amounts[0]': '1',
    'steps[1].amounts[0]': '2',
  }
  expect(errors(rows)).toEqual({ 'steps[1].startsAt': ['organize.pricesOverlap'] })
  expect(errors({ ...rows, 'steps[1].amounts[0]': '', 'steps[1].amounts[1]': '2' })).toEqual({})
})

test('a time without a price is refused with its bounds, unless the organizer wants it', () => {
  const rows = {
    'steps[0].amounts[0]': '1',
    'steps[0].endsAt': '2027-03-01T00:00',
    'steps[1].amounts[0]': '2',
    'steps[1].startsAt': '2027-03-05T12:00',
  }
  const [message] = errors(rows)['steps[1].startsAt']!
  expect(message).toMatch(/^offer\.priceGap\?/)
  expect(Object.fromEntries(new URLSearchParams(message!.split('?')[1]))).toEqual({
    currency: 'USD',
    from: '2027-03-01 00:00',
    until: '2027-03-05 12:00',
  })
  expect(errors({ ...rows, allowsGap: 'on' })).toEqual({})
})

test('a time that the clocks jump over is refused in a sentence that names the way out', () => {
  const fields = { 'steps[0].amounts[0]': '1', 'steps[0].endsAt': '2027-03-28T02:30' }
  const message = errors(fields)['steps[0].endsAt']?.[0]
  expect(message).toMatch(/^organize\.skippedTime\?/)
  expect(Object.fromEntries(new URLSearchParams(message!.split('?')[1]))).toEqual({
    day: '2027-03-28',
    time: '02:30',
    zone: 'Europe/Paris',
    resumesAt: '03:00',
  })
  expect(errors(fields, 'Africa/Kigali')).toEqual({})
  expect(errors({ ...fields, 'steps[0].zone': 'AoE' })).toEqual({})
})

const one = { 'steps[0].amounts[0]': '1' }

test.each([
  [{ 'steps[0].amounts[0]': '12.345' }, 'steps[0].amounts[0]', 'offer.amountTwo?currency=USD'],
  [{ 'steps[0].amounts[0]': '1.250,50' }, 'steps[0].amounts[0]', 'offer.amountTwo?currency=USD'],
  [{ 'currencies[0]': 'JPY', 'steps[0].amounts[0]': '12.5' }, 'steps[0].amounts[0]', 'offer.amountWhole?currency=JPY'],
  [
    { 'currencies[0]': 'KWD', 'steps[0].amounts[0]': '1.2345' },
    'steps[0].amounts[0]',
    'offer.amountThree?currency=KWD',
  ],
  [{ 'steps[0].amounts[0]': '-1' }, 'steps[0].amounts[0]', 'offer.amountTwo?currency=USD'],
  [{ ...one, 'currencies[0]': 'QQQ' }, 'currencies[0]', 'organize.currencyCode'],
  [{ ...one, 'currencies[1]': 'USD' }, 'currencies[1]', 'offer.currencyTwice'],
  [{ ...one, 'currencies[1]': '', 'steps[0].amounts[1]': '5' }, 'steps[0].amounts[1]', 'offer.currencyMissing'],
  [{ 'steps[0].amounts[0]': '', 'steps[0].endsAt': '2027-03-01T00:00' }, 'steps[0].amounts[0]', 'offer.amountMissing'],
  [{ ...one, 'steps[0].endsAt': 'soon' }, 'steps[0].endsAt', 'organize.momentShape'],
  [{ ...one, 'steps[0].zone': 'Mars/Base' }, 'steps[0].zone', 'form.zone'],
  [{ minPerOrder: '3', maxPerOrder: '2' }, 'maxPerOrder', 'organize.mostBelowLeast'],
  [{ onSaleFromAt: '2027-02-02T00:00', onSaleUntilAt: '2027-02-01T00:00' }, 'onSaleUntilAt', 'form.timeOrder'],
  [{ onSaleFromAt: '2027-02-30T00:00' }, 'onSaleFromAt', 'organize.momentShape'],
  [{ code: 'a b' }, 'code', 'organize.codeShape'],
  [{ eligibility: 'student' }, 'proof', 'offer.proofNeeded'],
  [{ allowsGuest: 'on' }, 'allowsGuest', 'offer.guestIsAddon'],
])('%j is refused at %s', (fields, field, message) => {
  expect(errors(fields as Record<string, string>)[field]).toEqual([message])
})

test('amounts of currencies with three decimals keep them', () => {
  expect(stepsOf({ 'currencies[0]': 'KWD', 'steps[0].amounts[0]': '1,250' })).toMatchObject([{ amountMinor: 1250 }])
})

test('every error of a row is shown at once with those of other fields, and a broken row overlaps nothing', () => {
  const rows = { 'steps[0].amounts[0]': '1', 'steps[1].amounts[0]': 'x' }
  expect(errors({ ...rows, name: '' })).toEqual({
    name: ['form.required'],
    'steps[1].amounts[0]': ['offer.amountTwo?currency=USD'],
  })
})
