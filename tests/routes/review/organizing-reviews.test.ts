import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from '../organize/count-queries.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { newReview } from '#app/applications/reviews/assign-reviews.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { assigned, reviewsOf } from '#tests/applications/reviews/given-reviews.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenApplications, givenCall, givenReviewers } from '#tests/support/given-call.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let call: Call
let base: string
let reviewers: string[]

beforeEach(async () => {
  app = await testApp()
  const given = await givenCall(app.services, { sample: 'ndss' })
  call = given.call
  base = `/en/organize/${given.event.slug}/calls/${call.slug}/reviews`
  await givenApplications(app.services, { call, count: 6 })
  await app.db.updateTable('applications').set({ eligibility: 'eligible' }).execute()
  reviewers = await givenReviewers(app.db, call.id, 3)
  const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: call.eventId }]
  await signInAs(app, (await givenAccount(app.db, 'organizer@plenary.example', roles)).accountId)
})

afterEach(() => app.close())

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  return await response.text()
}

test('the plan is shown first and then applied in one go', async () => {
  expect(await pageOf(base)).toContain('6 applications lack a reviewer')
  const plan = await pageOf(`${base}/assign?by=evenly`)
  expect(plan).toContain('Assign 6 applications')
  expect(await reviewsOf(app.db, call.id)).toEqual([])
  const done = await app.post(`${base}/assign`, { by: 'evenly' })
  expect(done.headers.get('Location')).toBe(`${base}?done=assigned&count=12`)
  expect((await reviewsOf(app.db, call.id)).length).toBe(12)
  expect(await pageOf(`${base}?done=assigned&count=12`)).toContain('12 reviews are assigned')
  expect((await app.post(`${base}/assign`, { by: 'evenly' })).headers.get('Location')).toContain('count=0')
  expect(await pageOf(`${base}/thirds`)).toContain('Every application has its reviewers')
})

test('a reviewer is added by address, changed and removed; an application is given by hand', async () => {
  expect((await app.post(`${base}/reviewers/new`, { email: 'nobody' })).status).toBe(422)
  const added = await app.post(`${base}/reviewers/new`, { email: 'new@example.org', languages: ['fr'], isChair: 'on' })
  expect(added.headers.get('Location')).toBe(`${base}?done=added`)
  expect((await app.post(`${base}/reviewers/new`, { email: 'new@example.org' })).status).toBe(409)
  const [one, two] = reviewers as [string, string]
  expect(await pageOf(`${base}/reviewers/${one}`)).toContain('reviewer-1@example.org')
  expect((await app.post(`${base}/reviewers/${one}`, { languages: ['ar'] })).status).toBe(303)
  expect((await app.post(`${base}/by-hand`, { number: 'S-999', accountId: two })).status).toBe(409)
  expect((await app.post(`${base}/by-hand`, { number: 'S-002', accountId: two })).status).toBe(303)
  expect((await app.post(`${base}/by-hand`, { number: '2', accountId: two })).status).toBe(409)
  expect(await pageOf(`${base}/reviewers/${two}/remove`)).toContain('1 that are open are free for others')
  expect((await app.post(`${base}/reviewers/${two}/remove`, {})).headers.get('Location')).toContain('count=1')
  expect(await reviewsOf(app.db, call.id)).toEqual([])
})

test('files and letters wait for a look; a copy or a word lets reviewers see them', async () => {
  const question = call.sections
    .flatMap(({ questions }) => questions)
    .find(({ kind, isHidden }) => kind === 'file' && !isHidden)!
  const { id: applicationId } = await app.db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  const kept = { purpose: 'application' as const, eventId: call.eventId, eraseAt: null, now: NOW }
  const stored = await saveFile(app.db, { content: Buffer.from('%PDF-1.7\n'), name: 'cv.pdf', ...kept })
  const fileId = stored.ok ? stored.value.id : ''
  await app.db
    .deleteFrom('applicationAnswers')
    .where('applicationId', '=', applicationId)
    .where('questionId', '=', question.id)
    .execute()
  const answer = { applicationId, questionId: question.id, value: fileId, asked: '', questionVersion: 1 }
  await app.db
    .insertInto('applicationAnswers')
    .values({ ...answer, answeredAt: NOW, erasedAt: null })
    .execute()
  expect(await pageOf(`${base}/files`)).toContain(fileId)
  expect((await app.get(`${base}/files/${fileId}/original`)).headers.get('Content-Disposition')).toContain('cv.pdf')
  expect((await app.post(`${base}/files/${fileId}`, {})).status).toBe(422)
  const form = new FormData()
  form.set('copy', new File(['%PDF-1.7\n% nobody'], 'redacted.pdf', { type: 'application/pdf' }))
  expect((await app.fetch(`${base}/files/${fileId}`, { method: 'POST', body: form })).status).toBe(303)
  const waiting = await pageOf(`${base}/files`)
  expect(waiting).not.toContain(fileId)
  expect(await pageOf(`${base}/files?show=all`)).toContain('Reviewers see a copy without names')
  expect((await app.post(`${base}/files/${fileId}/clean`, {})).status).toBe(303)
  const row = await app.db.selectFrom('applicationRedactions').selectAll().where('fileId', '=', fileId).execute()
  expect(row).toMatchObject([{ isClean: 1, copyId: null }])
  const letter = /files\/([0-9a-f-]{36})"/.exec(waiting)?.[1]
  if (letter) expect((await app.post(`${base}/files/${letter}/clean`, {})).status).toBe(303)
})

test('another call’s reviewers, files and pages are not there', async () => {
  const other = await givenCall(app.services, { sample: 'ndss', slug: 'other' })
  const [one] = reviewers as [string]
  const elsewhere = base.replace(call.slug, other.call.slug)
  for (const path of ['', '/assign', '/thirds', '/by-hand', '/files', `/reviewers/${one}`, `/reviewers/${one}/remove`])
    await pageOf(`${elsewhere}${path}`, 404)
  for (const path of ['/files/nothing', '/files/nothing/original', '/reviewers/nobody'])
    await pageOf(`${base}${path}`, 404)
  expect((await app.post(`${base}/files/nothing/clean`, {})).status).toBe(404)
})

test('one reviewer and fifty, one application and a hundred, take the same number of queries', async () => {
  const paths = [base, `${base}/files`, `${base}/assign`]
  const few = await countQueries(app, paths)
  await givenReviewers(app.db, call.id, 50)
  await givenApplications(app.services, { call, count: 100, seed: 'more' })
  await assigned(app.db, call)
  expect(await countQueries(app, paths)).toEqual(few)
})

test('reviewers and what they passed on come page by page', async () => {
  await givenReviewers(app.db, call.id, 55)
  await givenApplications(app.services, { call, count: 30, seed: 'more' })
  const [one] = reviewers as [string]
  const skipped = await app.db.selectFrom('applications').select('id').execute()
  const actor = { kind: 'system' as const }
  await app.db
    .insertInto('reviews')
    .values(
      skipped.map(({ id }) => ({
        ...newReview({ callId: call.id, applicationId: id, accountId: one, thirds: false, actor, now: NOW }),
        state: 'skipped' as const,
        sharedComment: `Why ${id}`,
      })),
    )
    .execute()
  const rows = (page: string) => ({
    reviewers: page.match(/\/remove"/g)?.length ?? 0,
    passed: page.match(/Why [0-9a-f]/g)?.length ?? 0,
  })
  expect(rows(await pageOf(base))).toEqual({ reviewers: 50, passed: 25 })
  expect(rows(await pageOf(`${base}?page=2&passed=2`))).toEqual({ reviewers: 5, passed: 11 })
  expect(rows(await pageOf(`${base}?page=999`))).toEqual({ reviewers: 5, passed: 25 })
})
