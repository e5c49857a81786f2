import { afterEach, beforeEach, expect, test } from 'vitest'
import { everyAddress } from './walk.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { scoreField } from '#app/applications/reviews/review-form.ts'
import { assigned, reviewsOf, scoresOf } from '#tests/applications/reviews/given-reviews.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenApplications, givenCall, givenReviewers } from '#tests/support/given-call.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let call: Call
let slug: string
let reviewer: string
let other: string
let base: string

beforeEach(async () => {
  app = await testApp()
  const given = await givenCall(app.services, { sample: 'ndss', isBlind: true, hidden: ['name', 'contact'] })
  call = given.call
  slug = given.event.slug
  base = `/en/review/${slug}/${call.slug}`
  await givenApplications(app.services, { call, count: 4 })
  await app.db.updateTable('applications').set({ eligibility: 'eligible' }).execute()
  const roles = [{ role: 'reviewer' as const, scope: 'event' as const, scopeId: call.eventId }]
  ;({ accountId: reviewer } = await givenAccount(app.db, 'blind@plenary.example', roles))
  const row = { languages: '', choiceCodes: '', addedBy: null, addedAt: NOW, isChair: 1 as const }
  await app.db
    .insertInto('reviewers')
    .values({ callId: call.id, accountId: reviewer, ...row })
    .execute()
  ;[other] = (await givenReviewers(app.db, call.id, 1)) as [string]
  await assigned(app.db, call)
  // The first is not theirs: somebody else alone has it.
  const [first] = await reviewsOf(app.db, call.id)
  await app.db
    .deleteFrom('reviews')
    .where('accountId', '=', reviewer)
    .where('applicationId', '=', first!.applicationId)
    .execute()
  await signInAs(app, reviewer)
})

afterEach(() => app.close())

const label = (number: number) => numberLabel(call.numberPrefix, number)
const whole = () => ({
  version: '1',
  ...Object.fromEntries(
    call.criteria.map((criterion) => [scoreField(criterion), String(scoresOf(call, 1).get(criterion.id))]),
  ),
})
const rubric = () => call.criteria.map(({ maximum }) => maximum).join(',')
const sheet = (number: number) =>
  `number,version,${call.criteria.map(({ code }) => code).join(',')}\r\n${label(number)},1,${rubric()}`

/** Everything that can be asked and done at one application, with the answers’ states. */
async function tried(address: string): Promise<number[]> {
  const states = []
  for (const path of ['', '/next', '/keep', '/conflict', '/skip', '/files/cv', '/files/letter-1'])
    states.push((await app.get(`${address}${path}`)).status)
  for (const path of ['', '/next', '/keep', '/conflict', '/skip'])
    states.push((await app.post(`${address}${path}`, { ...whole(), why: 'Because' })).status)
  return [...new Set(states)]
}

const untouched = async () => {
  const rows = await reviewsOf(app.db, call.id)
  return rows.every(({ state, version, total }) => state === 'assigned' && version === 1 && total === null)
}

test('what is not theirs cannot be read, scored, given back or brought in by a sheet', async () => {
  expect(await tried(`${base}/${label(1)}`)).toEqual([404])
  for (const number of ['S-0001', 'S-1e0', 'S--1', '%00', '..%2FS-002', 'S-999999999999'])
    expect((await app.get(`${base}/${number}`)).status, number).toBe(404)
  const preview = await app.post(`${base}/batch`, { text: sheet(1) })
  expect(await preview.text()).not.toContain('Is saved and counts')
  expect((await app.post(`${base}/batch/apply`, { text: sheet(1) })).headers.get('Location')).toContain('applied=0')
  expect(await untouched()).toBe(true)
})

test('somebody else’s sheet changes nothing of theirs', async () => {
  await app.post(`${base}/batch/apply`, { text: sheet(2) })
  const two = (await reviewsOf(app.db, call.id)).filter(({ number }) => number === 2)
  expect(two.find(({ accountId }) => accountId === reviewer)).toMatchObject({ state: 'submitted' })
  expect(two.find(({ accountId }) => accountId === other)).toMatchObject({ state: 'assigned', version: 1, total: null })
})

test('after a conflict nothing opens again: no page, no keeping, no sheet, no file', async () => {
  expect((await app.post(`${base}/${label(2)}/conflict`, {})).status).toBe(303)
  expect(await tried(`${base}/${label(2)}`)).toEqual([404])
  for (const ending of ['csv', 'html']) {
    const taken = await (await app.get(`${base}/batch.${ending}`)).text()
    expect(taken).toContain(label(3))
    expect(taken).not.toContain(label(2))
  }
  expect((await app.post(`${base}/batch/apply`, { text: sheet(2) })).headers.get('Location')).toContain('applied=0')
  const [row] = (await reviewsOf(app.db, call.id)).filter(
    ({ number, accountId }) => number === 2 && accountId === reviewer,
  )
  expect(row).toMatchObject({ state: 'conflict', total: null })
})

test('what was withdrawn, another call, and a call they were removed from are not there', async () => {
  await app.db.updateTable('applications').set({ state: 'withdrawn' }).where('number', '=', 3).execute()
  expect(await tried(`${base}/${label(3)}`)).toEqual([404])
  const another = await givenCall(app.services, { sample: 'ndss', slug: 'another' })
  await givenApplications(app.services, { call: another.call, count: 2 })
  for (const event of [slug, another.event.slug])
    expect(await tried(`/en/review/${event}/${another.call.slug}/${label(2)}`)).toEqual([404])
  await app.db.deleteFrom('reviewers').where('accountId', '=', reviewer).execute()
  expect(await tried(`${base}/${label(2)}`)).toEqual([404])
  expect(await untouched()).toBe(true)
})

test('a stranger, and anybody who is no reviewer, find nothing under /review', async () => {
  const places = { event: [slug], call: [call.slug], number: [label(2)], file: ['cv', 'letter-1'] }
  const addresses = everyAddress(places, ['x']).filter((address) => address.startsWith('/en/review'))
  expect(addresses.length).toBeGreaterThan(12)
  const { accountId } = await givenAccount(app.db, 'anybody@plenary.example', [])
  for (const who of [null, accountId]) {
    if (who === null) app.forgetCookies()
    else await signInAs(app, who)
    for (const address of addresses) {
      for (const response of [await app.get(address), await app.post(address, whole())]) {
        expect([303, 404, 405], address).toContain(response.status)
        if (response.status === 303) expect(response.headers.get('Location'), address).toContain('/signin')
        expect(await response.text(), address).not.toContain(call.title)
      }
    }
  }
  expect(await untouched()).toBe(true)
})
