import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from '../organize/count-queries.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { scoreField } from '#app/applications/reviews/review-form.ts'
import { assigned, reviewsOf, saved, scoresOf, WORDS } from '#tests/applications/reviews/given-reviews.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenApplications, givenCall, givenReviewers } from '#tests/support/given-call.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let call: Call
let slug: string
let reviewer: string
let base: string

beforeEach(async () => {
  app = await testApp()
  const given = await givenCall(app.services, { sample: 'inet' })
  call = given.call
  slug = given.event.slug
  base = `/en/review/${slug}/${call.slug}`
  await givenApplications(app.services, { call, count: 4 })
  await app.db.updateTable('applications').set({ eligibility: 'eligible' }).execute()
  reviewer = await givenReviewer('reader@plenary.example')
  await givenReviewers(app.db, call.id, 1)
  await assigned(app.db, call)
  await signInAs(app, reviewer)
})

afterEach(() => app.close())

async function givenReviewer(email: string, isChair: 0 | 1 = 0) {
  const { accountId } = await givenAccount(app.db, email, [{ role: 'reviewer', scope: 'event', scopeId: call.eventId }])
  const row = { languages: '', choiceCodes: '', addedBy: null, addedAt: NOW, isChair }
  await app.db
    .insertInto('reviewers')
    .values({ callId: call.id, accountId, ...row })
    .execute()
  return accountId
}

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  return await response.text()
}

const label = (number: number) => numberLabel(call.numberPrefix, number)
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
const typed = (share: number, more: Record<string, string> = {}): Record<string, string> => ({
  version: '1',
  ...Object.fromEntries(
    call.criteria.map((criterion) => [scoreField(criterion), String(scoresOf(call, share).get(criterion.id))]),
  ),
  ...WORDS,
  ...more,
})

test('a queue is its reviewer’s alone: everybody else and everything else is not there', async () => {
  expect(await pageOf(base)).toContain(label(1))
  expect(await pageOf('/en/review')).toContain(call.title)
  expect(await pageOf(`/en/review/${slug}`)).toContain(call.title)
  expect(await pageOf(`${base}/${label(1)}`)).toContain('Application 1 of 4 in your queue')
  for (const path of [`${base}/${label(99)}`, `${base}/nonsense`, `${base}/X-001`, `/en/review/${slug}/other`])
    await pageOf(path, 404)
  const other = await givenCall(app.services, { sample: 'inet', slug: 'another' })
  await pageOf(`/en/review/${other.event.slug}/${call.slug}`, 404)
  await pageOf(`/en/review/${slug}/${other.call.slug}`, 404)
  const roles = [{ role: 'reviewer' as const, scope: 'event' as const, scopeId: call.eventId }]
  const organizer = [{ ...roles[0]!, role: 'organizer' as const }]
  for (const [email, held] of [
    ['role-only@plenary.example', roles],
    ['organizer@plenary.example', organizer],
  ] as const) {
    await signInAs(app, (await givenAccount(app.db, email, held)).accountId)
    await pageOf(base, 404)
    await pageOf(`${base}/${label(1)}`, 404)
  }
  await app.db.deleteFrom('roles').where('accountId', '=', reviewer).execute()
  await signInAs(app, reviewer)
  await pageOf(base, 404)
  app.forgetCookies()
  expect((await app.get(base)).status).toBe(303)
})

test('a score out of range is told at its point, and every typed word comes back', async () => {
  const [first] = call.criteria
  const wrong = await app.post(`${base}/${label(1)}`, typed(1, { [scoreField(first!)]: '77', reason: 'Kept <b>words' }))
  const page = await wrong.text()
  expect(wrong.status).toBe(422)
  for (const part of [`Enter a whole number from 0 to ${first!.maximum}`, 'Kept &lt;b&gt;words', WORDS.sharedComment])
    expect(page).toContain(part)
})

test('what has no whole score is kept; saved whole it leads to the next without one', async () => {
  const part = typed(1)
  delete part[scoreField(call.criteria[0]!)]
  const kept = await app.post(`${base}/${label(1)}`, part)
  expect(kept.headers.get('Location')).toBe(`${base}/${label(1)}?saved=${label(1)}`)
  expect(await pageOf(`${base}/${label(1)}?saved=${label(1)}`)).toContain('It counts once every point has a score')
  const next = await app.post(`${base}/${label(1)}/next`, { ...part, version: '2', reason: 'More words' })
  const page = await next.text()
  expect([next.status, versionIn(page)]).toEqual([422, '3'])
  expect(page).toContain('More words')
  expect(page).toContain('Score this point')
  const whole = await app.post(`${base}/${label(1)}/next`, typed(1, { version: '3' }))
  expect(whole.headers.get('Location')).toBe(`${base}/${label(2)}?saved=${label(1)}`)
  for (const number of [2, 3]) await app.post(`${base}/${label(number)}/next`, typed(0.5))
  const last = await app.post(`${base}/${label(4)}/next`, typed(0.5))
  expect(last.headers.get('Location')).toBe(`${base}?finished=${label(4)}`)
  expect(await pageOf(`${base}?finished=${label(4)}`)).toContain('Every application in your queue has a score')
})

test('two windows see both versions, and the second save keeps what was typed', async () => {
  await app.post(`${base}/${label(1)}`, typed(1, { reason: 'From the phone' }))
  const second = await app.post(`${base}/${label(1)}`, typed(0, { reason: 'From the desk' }))
  const page = await second.text()
  expect([second.status, versionIn(page)]).toEqual([409, '2'])
  for (const words of ['From the phone', 'From the desk']) expect(page).toContain(words)
  const again = await app.post(`${base}/${label(1)}`, typed(0, { reason: 'From the desk', version: '2' }))
  expect(again.status).toBe(303)
  expect(await pageOf(`${base}/${label(1)}`)).toContain('From the desk')
})

test('a page keeps itself: the answer says the version, and nothing is submitted', async () => {
  const keep = (form: Record<string, string>) => app.post(`${base}/${label(1)}/keep`, form)
  const kept = await keep(typed(1))
  expect([kept.status, ((await kept.json()) as { version: number }).version]).toEqual([200, 2])
  expect((await keep(typed(0))).status).toBe(409)
  expect((await keep(typed(1, { [scoreField(call.criteria[0]!)]: '99' }))).status).toBe(422)
  const rows = await reviewsOf(app.db, call.id)
  expect(rows.filter(({ state }) => state === 'submitted')).toEqual([])
})

test('who knows the person is asked once more and then locked out; a skip needs its reason', async () => {
  const knows = await app.post(`${base}/${label(1)}`, { knows: 'on', version: '1' })
  expect(knows.headers.get('Location')).toBe(`${base}/${label(1)}/conflict`)
  expect(await pageOf(`${base}/${label(1)}/conflict`)).toContain('You know this person?')
  expect((await app.post(`${base}/${label(1)}/conflict`, {})).headers.get('Location')).toBe(
    `${base}?passed=${label(1)}`,
  )
  for (const path of ['', '/conflict', '/skip', '/files/cv']) await pageOf(`${base}/${label(1)}${path}`, 404)
  expect((await app.post(`${base}/${label(1)}`, typed(1))).status).toBe(404)
  expect((await app.post(`${base}/${label(2)}/skip`, { why: '' })).status).toBe(422)
  expect((await app.post(`${base}/${label(2)}/skip`, { why: 'Not my field' })).status).toBe(303)
  await pageOf(`${base}/${label(2)}`, 404)
  expect(await pageOf(base)).not.toContain(`>${label(1)}<`)
})

test('others’ comments, the ranking and the money come after the own score, and the latter for chairs alone', async () => {
  const other = (await reviewsOf(app.db, call.id)).find(
    ({ number, accountId }) => number === 1 && accountId !== reviewer,
  )!
  await saved(app.db, call, { number: 1, accountId: other.accountId })
  const path = `${base}/${label(1)}`
  await app.db.updateTable('reviewers').set({ isChair: 1 }).where('accountId', '=', reviewer).execute()
  const before = await pageOf(path)
  for (const hidden of [WORDS.sharedComment, 'Ranking']) expect(before).not.toContain(hidden)
  await app.post(path, typed(1, { sharedComment: '' }))
  const after = await pageOf(path)
  for (const shown of [WORDS.sharedComment, 'Ranking']) expect(after).toContain(shown)
  expect(after).not.toContain(WORDS.privateComment + '</p>')
  await app.db.updateTable('reviewers').set({ isChair: 0 }).where('accountId', '=', reviewer).execute()
  expect(await pageOf(path)).not.toContain('Ranking')
})

test('a queue goes along as a page and a sheet, and the sheet comes back by way of a preview', async () => {
  const sheet = await app.get(`${base}/batch.csv`)
  const rows = (await sheet.text()).replace('\uFEFF', '').trim().split('\r\n')
  expect(rows.length).toBe(5)
  expect(await pageOf(`${base}/batch.html`)).toContain(label(3))
  expect((await app.get(`${base}/batch.xlsx`)).status).toBe(200)
  const scores = call.criteria.map(({ maximum }) => maximum).join(',')
  const text = `${rows[0]}\n${label(1)},1,${scores},,,Good\n${label(2)},7,${scores},,,Good`
  const preview = await app.post(`${base}/batch`, { text })
  const page = await preview.text()
  for (const part of ['Is saved and counts', 'Changed here since', 'Save 1 review']) expect(page).toContain(part)
  expect((await reviewsOf(app.db, call.id)).some(({ state }) => state === 'submitted')).toBe(false)
  const carried = { text: /name="text" value="([^"]*)"/.exec(page)![1]!.replaceAll('&quot;', '"') }
  expect((await app.post(`${base}/batch/apply`, carried)).headers.get('Location')).toBe(`${base}/batch?applied=1`)
  expect((await app.post(`${base}/batch/apply`, carried)).headers.get('Location')).toBe(`${base}/batch?applied=0`)
  expect((await app.post(`${base}/batch`, { text: '' })).status).toBe(422)
  expect((await app.post(`${base}/batch`, { text: 'nothing,here\n1,2' })).status).toBe(422)
})

test('a queue of one and of fifty take the same number of queries', async () => {
  const one = await countQueries(app, [base])
  await givenApplications(app.services, { call, count: 50, seed: 'more' })
  await assigned(app.db, call)
  expect(await countQueries(app, [base])).toEqual(one)
})
