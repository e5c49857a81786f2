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

test('prices are read on the clock of the event, in minor units of their currency; empty rows are no rows', () => {
  const parsed = parse({
    'steps[0].kind': 'early',
    'steps[0].amount': '450',
    'steps[0].currency': 'usd',
    'steps[0].endsAt': '2027-03-31T23:59',
    'steps[1].kind': 'standard',
    'steps[1].amount': '252 000',
    'steps[1].currency': 'RWF',
    'steps[1].startsAt': '2027-04-01T00:00',
    'steps[2].kind': 'only',
    'steps[2].amount': '',
    'steps[2].currency': 'USD',
  })
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      steps: [
        { kind: 'early', amountMinor: 45_000, currency: 'USD', startsAt: null, endsAt: '2027-03-31T21:59:00.000Z' },
        { kind: 'standard', amountMinor: 252_000, currency: 'RWF', startsAt: '2027-03-31T22:00:00.000Z', endsAt: null },
      ],
    },
  })
})

test('no minute is without a price between "until 23:59" and "from 00:00"', () => {
  const parsed = parse({
    'steps[0].amount': '450',
    'steps[0].currency': 'USD',
    'steps[0].endsAt': '2027-03-31T23:59',
    'steps[1].amount': '550',
    'steps[1].currency': 'USD',
    'steps[1].startsAt': '2027-04-01T00:00',
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.form.errors))
  expect(parsed.value.steps[1]!.startsAt).toBe(parsed.value.steps[0]!.endsAt)
})

test('prices of one currency must not overlap; those of two may', () => {
  const rows = {
    'steps[0].amount': '1',
    'steps[0].currency': 'USD',
    'steps[1].amount': '2',
    'steps[1].currency': 'USD',
  }
  expect(errors(rows)).toEqual({ 'steps[1].startsAt': ['organize.pricesOverlap'] })
  expect(errors({ ...rows, 'steps[1].currency': 'KES' })).toEqual({})
})

test('a time that the clocks jump over is refused in a sentence that names the way out', () => {
  const fields = { 'steps[0].amount': '1', 'steps[0].currency': 'EUR', 'steps[0].endsAt': '2027-03-28T02:30' }
  const message = errors(fields)['steps[0].endsAt']?.[0]
  expect(message).toMatch(/^organize\.skippedTime\?/)
  expect(Object.fromEntries(new URLSearchParams(message!.split('?')[1]))).toEqual({
    day: '2027-03-28',
    time: '02:30',
    zone: 'Europe/Paris',
    resumesAt: '03:00',
  })
  expect(errors(fields, 'Africa/Kigali')).toEqual({})
})

test.each([
  [{ 'steps[0].amount': '12.345', 'steps[0].currency': 'USD' }, 'steps[0].amount', 'form.amount'],
  [{ 'steps[0].amount': '12.5', 'steps[0].currency': 'JPY' }, 'steps[0].amount', 'form.amount'],
  [{ 'steps[0].amount': '-1', 'steps[0].currency': 'USD' }, 'steps[0].amount', 'form.amount'],
  [{ 'steps[0].amount': '1', 'steps[0].currency': 'QQQ' }, 'steps[0].currency', 'organize.currencyCode'],
  [
    { 'steps[0].amount': '1', 'steps[0].currency': 'USD', 'steps[0].endsAt': 'soon' },
    'steps[0].endsAt',
    'organize.momentShape',
  ],
  [{ minPerOrder: '3', maxPerOrder: '2' }, 'maxPerOrder', 'organize.mostBelowLeast'],
  [{ onSaleFromAt: '2027-02-02T00:00', onSaleUntilAt: '2027-02-01T00:00' }, 'onSaleUntilAt', 'form.timeOrder'],
  [{ onSaleFromAt: '2027-02-30T00:00' }, 'onSaleFromAt', 'organize.momentShape'],
  [{ code: 'a b' }, 'code', 'organize.codeShape'],
])('%j is refused at %s', (fields, field, message) => {
  expect(errors(fields as Record<string, string>)[field]).toEqual([message])
})

test('every error of a row is shown at once with those of other fields, and a broken row overlaps nothing', () => {
  const rows = {
    'steps[0].amount': '1',
    'steps[0].currency': 'USD',
    'steps[1].amount': 'x',
    'steps[1].currency': 'USD',
  }
  expect(errors({ ...rows, name: '' })).toEqual({ name: ['form.required'], 'steps[1].amount': ['form.amount'] })
})
