import { afterEach, beforeEach, expect, test } from 'vitest'
import { assigned, BY_AN_ORGANIZER, reviewsOf, saved, scoresOf, WORDS } from './given-reviews.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { assignByHand } from '#app/applications/reviews/assign-by-hand.server.ts'
import { applyBatch } from '#app/applications/reviews/apply-batch.server.ts'
import { batchRows, readBatch } from '#app/applications/reviews/batch-sheet.ts'
import { findReview } from '#app/applications/reviews/find-review.server.ts'
import { openReviews } from '#app/applications/reviews/open-reviews.server.ts'
import { passOn } from '#app/applications/reviews/pass-on.server.ts'
import { planBatch } from '#app/applications/reviews/plan-batch.server.ts'
import { remindReviewers } from '#app/applications/reviews/remind-reviewers.server.ts'
import { removeReviewer } from '#app/applications/reviews/remove-reviewer.server.ts'
import { reviewFigures } from '#app/applications/reviews/review-figures.server.ts'
import { saveReviewer } from '#app/applications/reviews/save-reviewer.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenApplications, givenCall, givenReviewers } from '#tests/support/given-call.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db
let call: Call
let reviewers: string[]

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
  ;({ call } = await givenCall(given.services, { sample: 'ntw' }))
  await givenApplications(given.services, { call, count: 12 })
  reviewers = await givenReviewers(db, call.id, 4)
})

afterEach(() => given.close())

const codes = (result: { ok: boolean; refusals?: { code: string }[] }) =>
  result.ok ? 'ok' : result.refusals!.map(({ code }) => code).join()
const applicationOf = (id: string) =>
  db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('assigning gives each its reviewers once, tells each reviewer once, and again does nothing', async () => {
  const { assigned: count, short } = await assigned(db, call)
  const rows = await reviewsOf(db, call.id)
  expect([count, short, rows.length]).toEqual([24, 0, 24])
  for (const accountId of reviewers) expect(rows.filter((row) => row.accountId === accountId).length).toBe(6)
  const mails = () => db.selectFrom('messages').selectAll().where('template', '=', 'reviewer-assigned').execute()
  expect((await mails()).length).toBe(4)
  expect((await assigned(db, call)).assigned).toBe(0)
  expect((await mails()).length).toBe(4)
  expect((await reviewFigures(db, call)).lacking).toBe(0)
})

test('two organizers who assign at once assign once', async () => {
  await Promise.all([assigned(db, call), assigned(db, call)])
  expect((await reviewsOf(db, call.id)).length).toBe(24)
})

test('nobody judges themselves, whom they write a letter for, or their own institution', async () => {
  const [one, two, three] = reviewers as [string, string, string]
  await db.updateTable('applications').set({ accountId: one }).where('callId', '=', call.id).execute()
  await db
    .updateTable('referees')
    .set({ emailKey: 'reviewer-2@example.org' })
    .where('applicationId', 'in', db.selectFrom('applications').select('id').where('callId', '=', call.id))
    .execute()
  await db
    .updateTable('applications')
    .set({ institutionKey: 'example institute' })
    .where('callId', '=', call.id)
    .execute()
  await db
    .updateTable('people')
    .set({ affiliation: 'Exämple  Institute' })
    .where('emailKey', '=', 'reviewer-3@example.org')
    .execute()
  await assigned(db, call)
  const rows = await reviewsOf(db, call.id)
  expect(rows.filter(({ accountId }) => accountId === one || accountId === three)).toEqual([])
  const withLetters = new Set(
    (await db.selectFrom('referees').select('applicationId').execute()).map(({ applicationId }) => applicationId),
  )
  expect(rows.some((row) => row.accountId === two && withLetters.has(row.applicationId))).toBe(false)
})

test('a review begins, is submitted when all has a score, counts, and may be changed until the decision is released', async () => {
  await assigned(db, call)
  const [row] = await reviewsOf(db, call.id)
  const { number, accountId, applicationId } = row!
  const [first] = call.criteria
  const part = await saved(db, call, { number, accountId, scores: new Map([[first!.id, 1]]) })
  expect(part).toEqual({ ok: true, value: { version: 2, state: 'started' } })
  expect(await applicationOf(applicationId)).toMatchObject({ score: null, spread: null, reviewCount: 0 })
  const whole = await saved(db, call, { number, accountId, version: 2, share: 1 })
  expect(whole).toEqual({ ok: true, value: { version: 3, state: 'submitted' } })
  expect(await applicationOf(applicationId)).toMatchObject({ score: 100_000, spread: null, reviewCount: 1 })
  expect(codes(await saved(db, call, { number, accountId, version: 3, share: 0 }))).toBe('ok')
  expect(await applicationOf(applicationId)).toMatchObject({ score: 0, reviewCount: 1 })
  const gone = await saved(db, call, { number, accountId, version: 4, scores: new Map([[first!.id, 1]]) })
  expect(codes(gone)).toContain('review-score-missing')
  // After the day by which reviews were asked for they are still taken.
  const late = { ...call, reviewUntilAt: addMinutes(NOW, -60) }
  expect(codes(await saved(db, late, { number, accountId, version: 4, share: 1 }))).toBe('ok')
  await db
    .insertInto('decisions')
    .values({
      applicationId,
      callId: call.id,
      kind: 'decline',
      choiceId: null,
      packageId: null,
      place: null,
      reason: '',
      refusal: '',
      note: '',
      decidedBy: null,
      decidedAt: NOW,
      version: 1,
      releaseId: null,
      releasedAt: NOW,
    })
    .execute()
  expect(codes(await saved(db, call, { number, accountId, version: 5, share: 0 }))).toBe('review-over')
  const log = await db.selectFrom('auditEntries').select('action').where('objectKind', '=', 'review').execute()
  expect(log.map(({ action }) => action)).toEqual(['review.submitted', 'review.changed', 'review.changed'])
})

test('the mean, the spread and the count of an application are those of its submitted reviews', async () => {
  await assigned(db, call)
  const own = (await reviewsOf(db, call.id)).filter(({ number }) => number === 1)
  await Promise.all(own.map(({ accountId }, at) => saved(db, call, { number: 1, accountId, share: at })))
  const { applicationId } = own[0]!
  expect(await applicationOf(applicationId)).toMatchObject({ score: 50_000, spread: 100_000, reviewCount: 2 })
  await passOn(db, { call, number: 1, accountId: own[1]!.accountId, as: 'conflict', now: NOW })
  expect(await applicationOf(applicationId)).toMatchObject({ score: 0, spread: null, reviewCount: 1 })
})

test('refused: whose it is not, out of range, an unknown criterion, a draft, a withdrawn one, a cancelled call', async () => {
  await assigned(db, call)
  const rows = await reviewsOf(db, call.id)
  const { number, accountId, applicationId } = rows[0]!
  const stranger = reviewers.find((id) => !rows.some((row) => row.number === number && row.accountId === id))!
  expect(codes(await saved(db, call, { number, accountId: stranger }))).toBe('review-not-yours')
  expect(codes(await saved(db, call, { number: 999, accountId }))).toBe('review-not-yours')
  const [first] = call.criteria
  for (const score of [first!.maximum + 1, -1, 1.5, Number.NaN]) {
    const scores = new Map([...scoresOf(call, 1), [first!.id, score]])
    expect(codes(await saved(db, call, { number, accountId, scores }))).toBe('review-score-range')
  }
  const scores = new Map([...scoresOf(call, 1), ['another', 1]])
  expect(codes(await saved(db, call, { number, accountId, scores }))).toBe('review-stale')
  expect(codes(await saved(db, { ...call, status: 'cancelled' }, { number, accountId }))).toBe('review-over')
  await db.updateTable('applications').set({ state: 'withdrawn' }).where('id', '=', applicationId).execute()
  expect(codes(await saved(db, call, { number, accountId }))).toBe('review-not-yours')
})

test('two windows: the later words are refused and not lost, the same words again are no conflict', async () => {
  await assigned(db, call)
  const { number, accountId } = (await reviewsOf(db, call.id))[0]!
  expect(codes(await saved(db, call, { number, accountId, share: 1, version: 1 }))).toBe('ok')
  expect(codes(await saved(db, call, { number, accountId, share: 1, version: 1 }))).toBe('ok')
  expect(codes(await saved(db, call, { number, accountId, share: 0, version: 1 }))).toBe('review-stale')
  const results = await Promise.all([0, 0.5].map((share) => saved(db, call, { number, accountId, share, version: 2 })))
  expect(results.map(codes).toSorted()).toEqual(['ok', 'review-stale'])
})

test('what a page keeps by itself is not submitted, and its button then submits the same words', async () => {
  await assigned(db, call)
  const { number, accountId } = (await reviewsOf(db, call.id))[0]!
  const kept = await saved(db, call, { number, accountId, isKeptOnly: true })
  expect(kept).toEqual({ ok: true, value: { version: 2, state: 'started' } })
  const again = await saved(db, call, { number, accountId, isKeptOnly: true })
  expect(again).toEqual({ ok: true, value: { version: 2, state: 'started' } })
  const pressed = await saved(db, call, { number, accountId, version: 1 })
  expect(pressed).toEqual({ ok: true, value: { version: 3, state: 'submitted' } })
})

test('who knows the person is out for good: no reading, no scoring, no assigning again; a skip may be given back', async () => {
  await assigned(db, call)
  const { number, accountId } = (await reviewsOf(db, call.id))[0]!
  await saved(db, call, { number, accountId })
  expect(codes(await passOn(db, { call, number, accountId, as: 'conflict', now: NOW }))).toBe('ok')
  expect(await findReview(db, { callId: call.id, number, accountId })).toBeNull()
  expect(codes(await saved(db, call, { number, accountId, version: 3 }))).toBe('review-not-yours')
  expect(codes(await passOn(db, { call, number, accountId, as: 'skipped', now: NOW }))).toBe('review-not-yours')
  const byHand = (to: string) => assignByHand(db, { call, number, accountId: to, actor: BY_AN_ORGANIZER, now: NOW })
  expect(codes(await byHand(accountId))).toBe('review-barred')
  expect((await reviewFigures(db, call)).lacking).toBe(1)
  expect((await assigned(db, call)).assigned).toBe(1)
  const now = (await reviewsOf(db, call.id)).filter((row) => row.number === number)
  expect(now.filter(({ state }) => state !== 'conflict').map((row) => row.accountId)).not.toContain(accountId)
  const other = now.find(({ state }) => state === 'assigned')!.accountId
  expect(codes(await byHand(other))).toBe('review-has')
  await passOn(db, { call, number, accountId: other, as: 'skipped', why: 'Not my field', now: NOW })
  expect(codes(await byHand(other))).toBe('ok')
  expect(await findReview(db, { callId: call.id, number, accountId: other })).toMatchObject({ state: 'assigned' })
})

test('where two differ too much one more is asked, once', async () => {
  await assigned(db, call)
  const own = (await reviewsOf(db, call.id)).filter(({ number }) => number === 3)
  for (const [at, { accountId }] of own.entries()) await saved(db, call, { number: 3, accountId, share: at })
  const gapped = { ...call, thirdGap: 20 }
  expect((await reviewFigures(db, gapped)).thirds).toBe(1)
  expect((await assigned(db, gapped, true)).assigned).toBe(1)
  expect((await assigned(db, gapped, true)).assigned).toBe(0)
  expect((await reviewsOf(db, call.id)).filter(({ isThird }) => isThird === 1).map(({ number }) => number)).toEqual([3])
  expect((await reviewFigures(db, gapped)).thirds).toBe(0)
})

test('a reviewer is added with the role, changed, and removed: what they submitted stays, the rest is free', async () => {
  const who = { email: 'new@example.org', language: 'fr' }
  const wishes = { languages: ['fr'], choiceCodes: [call.choices[0]!.code, 'nowhere'], isChair: true }
  const input = { call, who, wishes, actor: BY_AN_ORGANIZER, now: NOW }
  const added = await saveReviewer(db, input)
  expect(codes(await saveReviewer(db, input))).toBe('reviewer-already')
  const accountId = added.ok ? added.value.accountId : ''
  expect(
    await db.selectFrom('reviewers').selectAll().where('accountId', '=', accountId).executeTakeFirst(),
  ).toMatchObject({ languages: 'fr', choiceCodes: call.choices[0]!.code, isChair: 1 })
  const role = await db.selectFrom('roles').selectAll().where('accountId', '=', accountId).executeTakeFirst()
  expect(role).toMatchObject({ role: 'reviewer', scope: 'event', scopeId: call.eventId })
  await assigned(db, call)
  const [one] = reviewers as [string]
  const own = (await reviewsOf(db, call.id)).filter((row) => row.accountId === one)
  await saved(db, call, { number: own[0]!.number, accountId: one })
  await saved(db, call, { number: own[1]!.number, accountId: one, scores: new Map() })
  const removed = await removeReviewer(db, { call, accountId: one, actor: BY_AN_ORGANIZER, now: NOW })
  expect(removed).toEqual({ ok: true, value: { open: own.length - 1 } })
  const left = (await reviewsOf(db, call.id)).filter((row) => row.accountId === one)
  expect(left.map(({ state }) => state)).toEqual(['submitted', 'skipped'])
  const kept = await db.selectFrom('reviews').select('privateComment').where('id', '=', left[1]!.id).executeTakeFirst()
  expect(kept?.privateComment).toBe(WORDS.privateComment)
  expect((await assigned(db, call)).assigned).toBe(own.length - 1)
})

test('a score sheet comes back: what can be saved is, once; each other row says why not', async () => {
  await assigned(db, call)
  const [accountId] = reviewers as [string]
  const open = await openReviews(db, { callId: call.id, accountId })
  const [, ...rows] = batchRows(call, open)
  const head = batchRows(call, [])[0]!
  const fill = (row: string[], share: number) => [
    ...row.slice(0, 2),
    ...call.criteria.map(({ maximum }) => String(Math.round(maximum * share))),
    ...row.slice(2 + call.criteria.length),
  ]
  const notMine = (await reviewsOf(db, call.id)).find(
    ({ number }) => !open.some((review) => review.number === number),
  )!.number
  const label = (number: number) => numberLabel(call.numberPrefix, number)
  await saved(db, call, { number: open[2]!.number, accountId })
  const sheet = [
    head,
    fill(rows[0]!, 1),
    [...rows[1]!.slice(0, 2), '1', ...rows[1]!.slice(3)],
    fill(rows[2]!, 1),
    fill([label(notMine), '1', ...rows[0]!.slice(2)], 1),
    ['X-1', '1', '1'],
    fill(rows[0]!, 1),
    [...rows[3]!.slice(0, 2), '999', ...rows[3]!.slice(3)],
    rows[4]!,
  ]
  const read = readBatch(call, sheet)!
  const plan = () => planBatch(db, { call, accountId, rows: read })
  expect((await plan()).map(({ is }) => is)).toEqual([
    'save',
    'part',
    'stale',
    'not-yours',
    'unknown',
    'twice',
    'range',
    'empty',
  ])
  expect(await applyBatch(db, { call, accountId, rows: read, now: NOW })).toEqual({ saved: 2, refused: 0 })
  expect((await plan()).map(({ is }) => is).slice(0, 2)).toEqual(['same', 'same'])
  expect(await applyBatch(db, { call, accountId, rows: read, now: NOW })).toEqual({ saved: 0, refused: 0 })
  expect(readBatch(call, [['nothing', 'here']])).toBeNull()
})

test('who has some open is reminded once, three days before reviews are due', async () => {
  await assigned(db, call)
  const mails = () => db.selectFrom('messages').selectAll().where('template', '=', 'review-reminder').execute()
  await remindReviewers(db, { now: NOW })
  expect(await mails()).toEqual([])
  const now = addMinutes(call.reviewUntilAt!, -2 * 24 * 60)
  await remindReviewers(db, { now })
  await remindReviewers(db, { now: addMinutes(now, 60) })
  expect((await mails()).length).toBe(4)
})
