import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Call } from '#app/applications/calls/call.ts'
import { scoreField } from '#app/applications/reviews/review-form.ts'
import { assigned, reviewsOf } from '#tests/applications/reviews/given-reviews.ts'
import { testApp } from '#tests/support/app.ts'
import { givenApplications, givenCall, givenReviewers } from '#tests/support/given-call.ts'
import { givenAccount } from '#tests/support/given.ts'
import { newId } from '#app/values/id.ts'
import { NOW } from '#tests/support/now.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let call: Call
let slug: string
let reviewer: string

beforeAll(async () => {
  app = await testApp()
  const given = await givenCall(app.services, { sample: 'inet' })
  call = given.call
  slug = given.event.slug
  await givenApplications(app.services, { call, count: 5000 })
  await app.db.updateTable('applications').set({ eligibility: 'eligible' }).execute()
  const reviewers = await givenReviewers(app.db, call.id, 70)
  reviewer = reviewers[0]!
  const role = { role: 'reviewer' as const, scope: 'event' as const, scopeId: call.eventId, trackId: '' }
  await app.db
    .insertInto('roles')
    .values({ id: newId(NOW), accountId: reviewer, ...role, grantedBy: null, grantedAt: NOW })
    .execute()
  await app.db.updateTable('reviewers').set({ isChair: 1 }).where('accountId', '=', reviewer).execute()
}, 120_000)

afterAll(() => app.close())

interface Taken {
  /** Of this process, in milliseconds: what else runs on the machine is not in it, nor is a database elsewhere. */
  processor: number
  /** By the clock. */
  clock: number
}

async function took(work: () => Promise<unknown>): Promise<Taken> {
  const before = { clock: performance.now(), ...process.cpuUsage() }
  await work()
  const after = process.cpuUsage()
  const processor = (after.user - before.user + after.system - before.system) / 1000
  return { processor, clock: performance.now() - before.clock }
}

/** The middle processor time of five and the shortest by the clock, after one that warms up. */
async function middle(work: (at: number) => Promise<unknown>): Promise<Taken> {
  const taken = []
  for (let at = 0; at < 6; at++) taken.push(await took(() => work(at)))
  const processor = taken
    .slice(1)
    .map((one) => one.processor)
    .toSorted((one, other) => one - other)[2]!
  return { processor, clock: Math.min(...taken.slice(1).map(({ clock }) => clock)) }
}

/** What a page may take of the processor, and by the clock of a machine that does four other things as well. */
const MOST = { processor: 300, clock: 1200 }

async function get(path: string) {
  const response = await app.get(path)
  await response.text()
  expect(response.status, path).toBe(200)
}

test('with 5,000 applications the pages of reviews and a save take less than 300 ms of the processor', async () => {
  const organizer = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: call.eventId }]
  const { accountId } = await givenAccount(app.db, 'organizer@plenary.example', organizer)
  const desk = `/en/organize/${slug}/calls/${call.slug}/reviews`
  await signInAs(app, accountId)
  const whole = await middle(() => get(`${desk}/assign`))
  const assigning = await took(() => assigned(app.db, call))
  const own = (await reviewsOf(app.db, call.id)).filter(({ accountId }) => accountId === reviewer)
  const base = `/en/review/${slug}/${call.slug}`
  const label = (at: number) => `${call.numberPrefix}-${String(own[at]!.number).padStart(3, '0')}`
  await signInAs(app, reviewer)
  const scores = Object.fromEntries(call.criteria.map((criterion) => [scoreField(criterion), '3']))
  const figures: Record<string, Taken> = {
    'reviews/assign, of all': whole,
    queue: await middle(() => get(base)),
    application: await middle((at) => get(`${base}/${label(at)}`)),
    save: await middle(async (at) => {
      const saved = await app.post(`${base}/${label(at)}/next`, { version: '1', ...scores })
      expect(saved.status).toBe(303)
    }),
    'application of a chair, with ranking': await middle((at) => get(`${base}/${label(at)}`)),
    keep: await middle((at) => app.post(`${base}/${label(10 + at)}/keep`, { version: '1', ...scores })),
  }
  await signInAs(app, accountId)
  for (const path of ['', '/assign', '/thirds', '/files'])
    figures[`reviews${path}`] = await middle(() => get(desk + path))
  if (process.env.FIGURES) process.stdout.write(`${JSON.stringify({ assigning, ...figures })}\n`)
  expect(
    Object.entries(figures).filter(([, { processor, clock }]) => processor > MOST.processor || clock > MOST.clock),
  ).toEqual([])
}, 120_000)
