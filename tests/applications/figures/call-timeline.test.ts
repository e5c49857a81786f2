import { afterEach, beforeEach, expect, test } from 'vitest'
import { callFigures } from '#app/applications/figures/call-figures.server.ts'
import { callTimeline } from '#app/applications/figures/call-timeline.ts'
import { nextSteps } from '#app/applications/figures/next-steps.ts'
import { addDays, type Instant, instantOf } from '#app/values/moment.ts'
import { givenAccepted } from '#tests/scholarships/given-award.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { AS_WRITTEN, callPlan, givenApplications, givenCall, givenReviewers } from '#tests/support/given-call.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(() => given.close())

/** The workshop of the examples with its own dates. */
async function givenWritten(overrides: Parameters<typeof givenCall>[1] = {}) {
  return await givenCall(given, { ...callPlan('ntw'), ...overrides, sample: 'ntw' })
}

async function at(callId: string, now: Instant) {
  const figures = (await callFigures(given.db, { callId, language: 'en', now }))!
  return { figures, steps: callTimeline(figures, now), next: nextSteps(figures, now) }
}

const NOON = (day: string) => instantOf(day, '12:00', 'Africa/Kigali')

test('the dates of the examples stand in their order, each as it is on a day', async () => {
  const { call } = await givenWritten()
  const shown = async (day: string) =>
    (await at(call.id, NOON(day))).steps.map(({ code, wave, is }) => `${code}${wave ?? ''} ${is}`)
  expect(await shown('2027-01-01')).toEqual([
    'opens to-come',
    'closes to-come',
    'letters to-come',
    'reviews to-come',
    'decisions to-come',
    'wave1 to-come',
    'wave2 to-come',
    'wave3 to-come',
    'noOffers to-come',
    'begins to-come',
    'reports to-come',
  ])
  expect((await shown('2027-02-01')).slice(0, 3)).toEqual(['opens done', 'closes now', 'letters to-come'])
  // At 23:59 Anywhere on Earth it is noon of the next day in Kigali, and two hours later.
  expect((await shown('2027-02-16'))[1]).toBe('closes now')
  expect((await at(call.id, instantOf('2027-02-16', '14:00', 'Africa/Kigali'))).steps[1]!.is).toBe('done')
})

test('what is late says how much is missing: reviews, letters, decisions', async () => {
  const { call } = await givenWritten()
  const now = NOON('2027-03-15')
  await givenApplications(given, { call, count: 30, now })
  await given.db.updateTable('applications').set({ missing: '["letter"]' }).where('number', '<=', 4).execute()
  const { steps, next, figures } = await at(call.id, now)
  expect(steps.slice(0, 5)).toMatchObject([
    { code: 'opens', is: 'done' },
    { code: 'closes', is: 'done' },
    { code: 'letters', is: 'late', count: 4 },
    { code: 'reviews', is: 'late', count: 60 },
    { code: 'decisions', is: 'to-come', count: 30 },
  ])
  expect(figures).toMatchObject({ submitted: 30, eligible: 30, reviewsMissing: 60, withoutLetter: 4 })
  expect(next[0]).toMatchObject({ code: 'reviewers' })
  await givenReviewers(given.db, call.id, 2)
  expect((await at(call.id, now)).next[0]).toMatchObject({ code: 'assign', count: 60 })
  expect((await at(call.id, NOON('2027-03-24'))).steps[4]).toMatchObject({ code: 'decisions', is: 'late', count: 30 })
})

test('reviews that are done are no longer missing, and ranking comes next', async () => {
  const { call } = await givenWritten()
  const now = NOON('2027-03-15')
  await givenApplications(given, { call, count: 20, withReviews: 2, now })
  const { steps, next, figures } = await at(call.id, now)
  expect(steps[3]).toMatchObject({ code: 'reviews', is: 'done', count: 0 })
  expect(steps[4]).toMatchObject({ code: 'decisions', is: 'now', count: 20 })
  expect(next.map(({ code }) => code)).toEqual(['rank'])
  expect(figures.choices.reduce((sum, { wishes }) => sum + wishes[0]!, 0)).toBe(20)
  expect(figures.countries.reduce((sum, { count }) => sum + count, 0)).toBe(20)
  expect(figures.received.at(-1)).toMatchObject({ total: 20 })
})

test('who is not eligible is missed by nobody', async () => {
  const { call } = await givenWritten()
  const now = NOON('2027-03-15')
  await givenApplications(given, { call, count: 10, now })
  await given.db.updateTable('applications').set({ eligibility: 'ineligible' }).where('number', '<=', 3).execute()
  const { figures } = await at(call.id, now)
  expect(figures).toMatchObject({ submitted: 10, eligible: 7, ineligible: 3, reviewsMissing: 14 })
})

test('a draft has one thing to do, and its opening is late once its day has come', async () => {
  const { call } = await givenWritten({ status: 'draft' })
  const { steps, next } = await at(call.id, NOON('2027-01-05'))
  expect(steps[0]).toMatchObject({ code: 'opens', is: 'late', count: 1 })
  expect(next).toEqual([{ code: 'publish', count: 0, page: 'details/status' }])
})

test('days are those of the call’s clock', async () => {
  const { call } = await givenWritten()
  await givenApplications(given, { call, count: 2, now: NOON('2027-02-01') })
  const [first, second] = await given.db.selectFrom('applications').select('id').orderBy('number').execute()
  const set = async (id: string, submittedAt: Instant) =>
    await given.db.updateTable('applications').set({ submittedAt }).where('id', '=', id).execute()
  // Half an hour before and after midnight, Anywhere on Earth.
  await set(first!.id, AS_WRITTEN.at('2027-01-20', '23:30', 'AoE'))
  await set(second!.id, AS_WRITTEN.at('2027-01-21', '00:30', 'AoE'))
  const { figures } = await at(call.id, NOON('2027-02-01'))
  const came = figures.received.filter(({ count }) => count > 0)
  expect(came.map(({ day, count }) => [day, count])).toEqual([
    ['2027-01-20', 1],
    [addDays('2027-01-20', 1), 1],
  ])
})

test('visas, the event and reports lead to the awards that were accepted, once there is one', async () => {
  const { callId } = await givenAccepted(given.db, { needsVisa: 1 })
  const { steps } = await at(callId, NOW)
  const { slug } = await given.db.selectFrom('calls').select('slug').where('id', '=', callId).executeTakeFirstOrThrow()
  const pages = new Map(steps.map(({ code, page }) => [code, page]))
  expect(pages.get('visas')).toBe(`/awards?call=${slug}&state=accepted`)
  expect(pages.get('reports')).toBe(`/awards?call=${slug}&state=accepted`)
  expect(pages.get('begins')).toBe('/awards/attendance')
  const { call } = await givenWritten()
  expect((await at(call.id, NOW)).steps.find(({ code }) => code === 'begins')).toMatchObject({ page: null })
})
