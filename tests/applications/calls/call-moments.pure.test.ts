import { expect, test } from 'vitest'
import { callDetailsSchema } from '#app/applications/calls/call-details-form.ts'
import { callZoneOf } from '#app/applications/calls/call-moments.ts'
import { callWindow } from '#app/applications/calls/call-window.ts'
import { wavesSchema } from '#app/applications/calls/waves-form.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { parseForm } from '#app/http/form.server.ts'
import { addMinutes } from '#app/values/moment.ts'

const FORM = {
  textLanguage: 'en',
  title: 'Fellowship',
  slug: 'fellowship',
  kind: 'both',
  graceMinutes: '60',
  refereesWanted: '1',
  choicesMaximum: '3',
  reviewersEach: '2',
  offerHours: '168',
  promotion: 'by-rule',
  visaDays: '60',
}

function parsed(given: Record<string, string>, eventZone = 'Africa/Kigali') {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...FORM, ...given })) form.append(name, value)
  return parseForm(form, callDetailsSchema({ eventZone, typedZone: given.closesZone ?? '' }))
}

function value(given: Record<string, string>, eventZone?: string) {
  const result = parsed(given, eventZone)
  if (!result.ok) throw new Error(JSON.stringify(result.form.errors))
  return result.value
}

function errors(given: Record<string, string>, eventZone?: string) {
  const result = parsed(given, eventZone)
  return result.ok ? {} : result.form.errors
}

test('23:59 Anywhere on Earth is the whole of that minute, and one who began a minute before has the grace', () => {
  const { closesAt, closesZone } = value({ closesZone: 'aoe', closesAt: '2027-02-26T23:59' })
  expect([closesZone, closesAt]).toEqual(['AoE', '2027-02-27T12:00:00.000Z'])
  expect(lastMinuteOf(closesAt!, 'Etc/GMT+12')).toBe('2027-02-27T11:59:00.000Z')
  const call = { status: 'open' as const, opensAt: '2027-01-18T12:00:00.000Z', closesAt, graceMinutes: 60 }
  expect(callWindow(call, addMinutes(closesAt!, -1))).toBe('open')
  expect(callWindow(call, closesAt!, addMinutes(closesAt!, -1))).toBe('grace')
  expect(callWindow(call, closesAt!, closesAt)).toBe('closed')
  expect(callWindow(call, addMinutes(closesAt!, 60), addMinutes(closesAt!, -1))).toBe('closed')
  expect(value({ closesAt: '2027-02-26T18:00' }).closesAt).toBe('2027-02-26T16:00:00.000Z')
})

test('what applicants meet is on the clock of the call, what follows on that of the event', () => {
  const { opensAt, refereesUntilAt, decideAt, noOffersAfterAt } = value({
    closesZone: 'AoE',
    opensAt: '2027-01-18T00:00',
    closesAt: '2027-02-26T23:59',
    refereesUntilAt: '2027-03-01T23:59',
    decideAt: '2027-03-22T09:00',
    noOffersAfterAt: '2027-04-12T23:59',
  })
  expect(opensAt).toBe('2027-01-18T12:00:00.000Z')
  expect(refereesUntilAt).toBe('2027-03-02T12:00:00.000Z')
  expect(decideAt).toBe('2027-03-22T07:00:00.000Z')
  expect(noOffersAfterAt).toBe('2027-04-12T22:00:00.000Z')
})

test('over a change of clocks: what is jumped over is refused, what comes twice is asked, and the end stays the end', () => {
  const zone = 'Europe/Zurich'
  expect(errors({ closesAt: '2027-03-28T02:30' }, zone).closesAt?.[0]).toMatch('organize.skippedTime')
  expect(errors({ closesAt: '2027-10-31T02:30' }, zone).closesAt?.[0]).toMatch('organize.whichTime')
  const second = '2027-10-31T01:30:00.000Z'
  expect(value({ closesAt: '2027-10-31T02:30', 'closesAt-reading': second }, zone).closesAt).toBe(second)
  // Cairo's day of change begins at 01:00: the last minute of the day before is still 23:59.
  const { closesAt } = value({ closesAt: '2027-04-29T23:59' }, 'Africa/Cairo')
  expect(closesAt).toBe('2027-04-29T22:00:00.000Z')
  expect(lastMinuteOf(closesAt!, 'Africa/Cairo')).toBe('2027-04-29T21:59:00.000Z')
})

test('dates in a wrong order and a zone that is none are said at their fields', () => {
  const wrong = errors({
    closesZone: 'Nowhere/Land',
    opensAt: '2027-03-01T09:00',
    closesAt: '2027-02-01T09:00',
    reviewUntilAt: '2027-01-01T09:00',
    numberPrefix: 'S-',
  })
  expect(wrong.closesZone).toEqual(['form.zone'])
  expect(wrong.closesAt).toEqual(['call.closesBeforeOpens'])
  expect(wrong.reviewUntilAt).toEqual(['call.beforeClosing'])
  expect(wrong.numberPrefix).toEqual(['call.prefixShape'])
  expect([callZoneOf('utc', 'UTC'), callZoneOf('UTC', 'Africa/Kigali'), callZoneOf('', 'UTC')]).toEqual([
    null,
    'UTC',
    null,
  ])
})

test('waves follow one another, and a half one is said', () => {
  const form = new FormData()
  const rows = [
    ['2027-03-22T09:00', '2027-03-29T23:59'],
    ['2027-03-29T12:00', ''],
    ['', ''],
    ['2027-03-29T18:00', '2027-04-05T23:59'],
  ]
  rows.forEach(([startsAt, until], at) => {
    form.append(`waves[${at}].startsAt`, startsAt!)
    form.append(`waves[${at}].answerUntilAt`, until!)
  })
  const result = parseForm(form, wavesSchema('UTC'))
  expect(!result.ok && result.form.errors).toEqual({
    'waves[1].answerUntilAt': ['form.required'],
    'waves[3].startsAt': ['call.waveTooEarly'],
  })
})
