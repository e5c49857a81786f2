import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { answerRequest, withdrawRequest } from '#app/events/publishing/answer-request.server.ts'
import { publishDue } from '#app/events/publishing/publish-due.server.ts'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { requestPublishing } from '#app/events/publishing/request-publishing.server.ts'
import type { HeldRole } from '#app/people/rights.ts'
import { addMinutes } from '#app/values/moment.ts'
import { sendAll } from '#tests/mail/calendar-mails.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>
const who: Record<string, { accountId: string; roles: HeldRole[] }> = {}

beforeEach(async () => {
  test_ = await testServices()
  event = await givenEvent(test_.db, { status: 'draft', publishedAt: null })
  await test_.db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).execute()
  const add = async (name: string, scope: HeldRole['scope'], scopeId = '') => {
    const role = scope === 'installation' ? ('administrator' as const) : ('organizer' as const)
    const { accountId } = await givenAccount(test_.db, `${name}@plenary.example`, [{ role, scope, scopeId }])
    who[name] = { accountId, roles: [{ role, scope, scopeId, trackId: '' }] }
  }
  await add('ada', 'event', event.id)
  await add('ben', 'event', event.id)
  await add('cleo', 'series', event.seriesId)
  await add('admin', 'installation')
})

afterEach(async () => {
  expect((await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await test_.close()
})

const needReview = () => test_.db.updateTable('series').set({ needsReview: 1 }).execute()
const actorOf = (name: string) => ({ kind: 'account' as const, id: who[name]!.accountId })
const later = (minutes: number) => addMinutes(NOW, minutes)

async function ask(name: string, given: { publishAt?: string; isReviewed?: boolean } = {}) {
  const input = { publishAt: null, isReviewed: true, note: 'Please look at the prices.', ...given }
  return await requestPublishing(test_.db, { ...input, eventId: event.id, now: NOW, actor: actorOf(name) })
}

async function asked(name: string, given: Parameters<typeof ask>[1] = {}) {
  const result = await ask(name, given)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.id
}

const answer = (name: string, requestId: string, isAgreed = true, said = '', minutes = 1) =>
  answerRequest(test_.db, {
    eventId: event.id,
    requestId,
    roles: who[name]!.roles,
    isAgreed,
    answer: said,
    now: later(minutes),
    actor: actorOf(name),
  })

const codes = (result: { ok: boolean; refusals?: { code: string }[] }) =>
  result.ok ? 'ok' : result.refusals!.map(({ code }) => code).join()
const stateOf = async (id: string) =>
  (await test_.db.selectFrom('publishRequests').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const statusNow = async () =>
  (await test_.db.selectFrom('events').select('status').where('id', '=', event.id).executeTakeFirstOrThrow()).status
const mails = async (minutes: number) =>
  (await sendAll(test_.services, later(minutes)))
    .map(({ to, subject }) => [to.address.split('@')[0]!, subject])
    .toSorted(([one], [other]) => one!.localeCompare(other!))

describe('a series that wants another organizer’s word', () => {
  test('is not published without it, and is with it; who may agree and who asked are told', async () => {
    await needReview()
    expect(codes(await publishEvent(test_.db, { eventId: event.id, now: NOW, actor: actorOf('cleo') }))).toBe(
      'needs-review',
    )
    const id = await asked('ada', { isReviewed: false })
    expect(await mails(0)).toEqual([['cleo', 'Please look: Routing workshop']])
    expect(codes(await answer('ben', id))).toBe('request-own')
    expect(await answer('cleo', id, true, 'Fine.')).toEqual({ ok: true, value: { isPublished: true } })
    expect([await stateOf(id), await statusNow()]).toEqual(['done', 'published'])
    expect(await mails(1)).toEqual([['ada', 'Agreed: Routing workshop']])
  })

  test('nobody agrees to what they asked for themselves, administrators neither', async () => {
    await needReview()
    const id = await asked('cleo')
    expect(codes(await answer('cleo', id))).toBe('request-own')
    expect(codes(await answer('admin', id))).toBe('ok')
  })

  test('with one organizer alone the administrators are asked', async () => {
    await needReview()
    await asked('cleo')
    expect(await mails(0)).toEqual([['admin', 'Please look: Routing workshop']])
  })

  test('without anybody else it says so', async () => {
    await needReview()
    await test_.db.deleteFrom('roles').where('accountId', '!=', who.cleo!.accountId).execute()
    expect(codes(await ask('cleo'))).toBe('nobody-to-review')
  })
})

describe('a request', () => {
  test('elsewhere is an offer: any other organizer of the event agrees', async () => {
    const id = await asked('ada')
    expect(codes(await answer('ben', id))).toBe('ok')
    expect(await statusNow()).toBe('published')
  })

  test('there is one at a time, of two who ask at once as well', async () => {
    const both = (await Promise.all([ask('ada'), ask('ben')])).map(codes)
    expect(both.toSorted()).toEqual(['ok', 'request-open'])
    expect(codes(await ask('cleo'))).toBe('request-open')
  })

  test('is refused with a reason, which goes to who asked; a new one can be made', async () => {
    const id = await asked('ada')
    expect(codes(await answer('ben', id, false))).toBe('answer-needed')
    expect(codes(await answer('ben', id, false, 'No prices yet.'))).toBe('ok')
    expect([await stateOf(id), await statusNow()]).toEqual(['refused', 'draft'])
    const told = (await sendAll(test_.services, later(1))).find(({ subject }) => subject.startsWith('Not agreed'))
    expect(told?.text).toContain('No prices yet.')
    expect(codes(await answer('cleo', id))).toBe('request-over')
    expect(codes(await ask('ada'))).toBe('ok')
  })

  test('is answered once, whoever comes first', async () => {
    const id = await asked('ada')
    const both = (await Promise.all([answer('ben', id), answer('cleo', id, false, 'Wait.')])).map(codes)
    expect(both.toSorted()).toEqual(['ok', 'request-over'])
  })

  test('is taken back, and then nobody agrees any more and nobody is asked by mail', async () => {
    const id = await asked('ada')
    const back = { eventId: event.id, requestId: id, now: NOW, actor: actorOf('ada') }
    expect(codes(await withdrawRequest(test_.db, back))).toBe('ok')
    expect(codes(await withdrawRequest(test_.db, back))).toBe('request-over')
    expect(codes(await answer('ben', id))).toBe('request-over')
    expect(await mails(1)).toEqual([])
  })

  test('of another event is not there', async () => {
    const id = await asked('ada')
    const other = await givenEvent(test_.db, { status: 'draft', publishedAt: null })
    const input = { requestId: id, eventId: other.id, now: NOW, actor: actorOf('cleo') }
    expect(codes(await withdrawRequest(test_.db, input))).toBe('request-over')
    const roles = who.cleo!.roles
    expect(codes(await answerRequest(test_.db, { ...input, roles, isAgreed: true, answer: '' }))).toBe('request-over')
    expect(await stateOf(id)).toBe('asked')
  })

  test('is for a draft that is ready, and for a time that is to come', async () => {
    await test_.db.updateTable('events').set({ contactEmail: null }).execute()
    expect(codes(await ask('ada'))).toBe('not-ready')
    await test_.db.updateTable('events').set({ contactEmail: 'desk@plenary.example' }).execute()
    expect(codes(await ask('ada', { publishAt: NOW }))).toBe('publish-past')
    // Then the event would be over.
    expect(codes(await ask('ada', { publishAt: '2028-01-01T00:00:00.000Z' }))).toBe('publish-late')
    await publishEvent(test_.db, { eventId: event.id, now: NOW, actor: actorOf('ada') })
    expect(codes(await ask('ada'))).toBe('not-draft')
  })

  test('what stops the event is said to who agrees, and nothing is decided', async () => {
    const id = await asked('ada')
    await test_.db.updateTable('events').set({ contactEmail: null }).execute()
    expect(codes(await answer('ben', id))).toBe('not-ready')
    expect([await stateOf(id), await statusNow()]).toEqual(['asked', 'draft'])
  })

  test('that waits is done when somebody publishes the event by hand', async () => {
    const id = await asked('ada', { isReviewed: false, publishAt: later(60) })
    expect(codes(await publishEvent(test_.db, { eventId: event.id, now: NOW, actor: actorOf('ben') }))).toBe('ok')
    expect(await stateOf(id)).toBe('done')
    expect(await publishDue(test_.db, { now: later(60) })).toMatchObject({ published: 0, failed: 0 })
  })
})

describe('at its time', () => {
  test('an event is published once, by several processes at once, and those concerned are told', async () => {
    const id = await asked('ada', { publishAt: later(60) })
    expect(await answer('ben', id)).toEqual({ ok: true, value: { isPublished: false } })
    expect(await publishDue(test_.db, { now: later(59) })).toMatchObject({ published: 0 })
    const runs = await Promise.all([1, 2, 3].map(() => publishDue(test_.db, { now: later(60) })))
    expect(runs.reduce((sum, { published }) => sum + published, 0)).toBe(1)
    expect(runs.reduce((sum, { failed }) => sum + failed, 0)).toBe(0)
    expect([await stateOf(id), await statusNow()]).toEqual(['done', 'published'])
    const audit = await test_.db
      .selectFrom('auditEntries')
      .select('actorKind')
      .where('action', '=', 'event.published')
      .execute()
    expect(audit).toEqual([{ actorKind: 'system' }])
    expect((await mails(60)).filter(([, subject]) => subject!.startsWith('Published'))).toEqual([
      ['ada', 'Published: Routing workshop'],
      ['ben', 'Published: Routing workshop'],
    ])
    expect(await publishDue(test_.db, { now: later(61) })).toEqual({ published: 0, failed: 0, isMore: false })
  })

  test('what the list says no to has failed, stays a draft and is told once', async () => {
    const id = await asked('ada', { isReviewed: false, publishAt: later(60) })
    await test_.db.updateTable('events').set({ contactEmail: null }).execute()
    await Promise.all([1, 2].map(() => publishDue(test_.db, { now: later(60) })))
    expect([await stateOf(id), await statusNow()]).toEqual(['failed', 'draft'])
    expect(await mails(60)).toEqual([['ada', 'Not published: Routing workshop']])
    await test_.db.updateTable('events').set({ contactEmail: 'desk@plenary.example' }).execute()
    expect(codes(await ask('ada'))).toBe('ok')
  })

  test('agreed after its time is published at once', async () => {
    const id = await asked('ada', { publishAt: later(5) })
    expect(await answer('ben', id, true, '', 10)).toEqual({ ok: true, value: { isPublished: true } })
  })

  test('one that fails holds up no other', async () => {
    const other = event
    const first = await asked('ada', { isReviewed: false, publishAt: later(1) })
    event = await givenEvent(test_.db, { status: 'draft', publishedAt: null })
    await test_.db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).execute()
    const second = await asked('cleo', { isReviewed: false, publishAt: later(2) })
    await test_.db.updateTable('eventTexts').set({ accessNote: '' }).where('eventId', '=', other.id).execute()
    expect(await publishDue(test_.db, { now: later(3) })).toMatchObject({ published: 1, failed: 1 })
    expect([await stateOf(first), await stateOf(second)]).toEqual(['failed', 'done'])
  })
})
