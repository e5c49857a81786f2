import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, type ACall, broken, decided, mailsTo, offersOf, ORGANIZER, released, SENT, taking } from './a-call.ts'
import { cancelCall } from '#app/applications/calls/change-call-status.server.ts'
import { finishReleases } from '#app/applications/decisions/finish-release.server.ts'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { calledOffFigures } from '#app/applications/offers/tell-called-off.server.ts'
import { reinstateEvent } from '#app/events/reinstate-event.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { testServices } from '#tests/support/app.ts'
import { NOW } from '#tests/support/now.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db
let call: ACall

/** 0 accepted; offers to 1 and 2; 3 on the reserve list; 4 declined; nothing decided about 5; 6 withdrew. */
beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
  call = await aCall(given, 7)
  await db.deleteFrom('fundConditions').execute()
  await db.updateTable('applications').set({ language: 'en' }).execute()
  const packageId = call.packages.find(({ code }) => code === 'full')!.id
  const kinds = ['accept', 'accept', 'accept', 'reserve', 'decline'] as const
  await decided(
    db,
    call,
    kinds.map((kind, at) => ({
      applicationId: call.ids[at]!,
      kind,
      choiceId: call.choice.id,
      packageId: kind === 'accept' && at > 0 ? packageId : null,
    })),
  )
  await released(db, call)
  const own = (await offersOf(db, call)).find(({ applicationId }) => applicationId === call.ids[0])!
  expect(await acceptOffer(db, taking(own.id))).toMatchObject({ ok: true })
  await db
    .updateTable('applications')
    .set({ state: 'withdrawn', activeKey: null })
    .where('id', '=', call.ids[6]!)
    .execute()
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await given.close()
})

async function told() {
  const rows = await db.selectFrom('messages').selectAll().where('template', '=', 'admission-cancelled').execute()
  return rows
    .map((row) => ({ at: call.ids.indexOf(row.subjectId), ...(JSON.parse(row.props) as object) }))
    .toSorted((one, other) => one.at - other.at)
}

async function written(at: number, template: string) {
  const row = await db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', template as 'admission-cancelled')
    .where('subjectId', '=', call.ids[at]!)
    .executeTakeFirstOrThrow()
  const composed = await compose(db, mailSite(given.services), row, SENT)
  return 'withdrawn' in composed ? composed.withdrawn : composed.mail.text
}

const funds = async () =>
  (await db.selectFrom('funds').select('offeredMinor').execute()).reduce((sum, row) => sum + row.offeredMinor, 0)

const states = async () =>
  Object.fromEntries(
    (await offersOf(db, call)).map(({ applicationId, state }) => [call.ids.indexOf(applicationId), state]),
  )

const change = () => ({ eventId: call.event.id, callId: call.callId, now: SENT, actor: ORGANIZER })

test('a call that is called off ends its offers and tells who waits; a place that was accepted is kept', async () => {
  expect(await calledOffFigures(db, { callId: call.callId, now: SENT })).toEqual({ offers: 2, told: 4 })
  expect(await funds()).toBeGreaterThan(0)
  expect(await cancelCall(db, change())).toMatchObject({ ok: true })
  expect(await states()).toEqual({ 0: 'accepted', 1: 'withdrawn', 2: 'withdrawn' })
  expect(await funds()).toBe(0)
  expect(await told()).toEqual([
    { at: 1, why: 'call', hadOffer: 1 },
    { at: 2, why: 'call', hadOffer: 1 },
    { at: 3, why: 'call', hadOffer: 0 },
    { at: 5, why: 'call', hadOffer: 0 },
  ])
  expect(await written(1, 'admission-cancelled')).toMatch(
    /call was called off[\s\S]*offer that we held for you is over/,
  )
  expect(await written(3, 'admission-cancelled')).not.toContain('offer that we held')
  expect(await written(3, 'admission-reserve')).toBe('outdated')
  expect(await written(0, 'admission-accepted')).toContain('confirmed')
  expect(await cancelCall(db, change())).toMatchObject({ refusals: [{ code: 'call-cancelled' }] })
  expect(await told()).toHaveLength(4)
})

test('what a release has not reached yet stays undone when its call is called off', async () => {
  await decided(db, call, [{ applicationId: call.ids[5]!, kind: 'decline' }], SENT)
  const release = { callId: call.callId, now: SENT, actor: ORGANIZER, withinMilliseconds: 0 }
  expect(await releaseDecisions(db, release)).toMatchObject({ ok: true, value: { released: 0, left: 1, behind: 0 } })
  await cancelCall(db, change())
  await finishReleases(db, { now: SENT })
  expect((await mailsTo(db, call.ids[5]!)).map(({ template }) => template)).toEqual(['admission-cancelled'])
})

test('a request leaves the rest of a release to the job', async () => {
  await decided(db, call, [{ applicationId: call.ids[5]!, kind: 'decline' }], SENT)
  await releaseDecisions(db, { callId: call.callId, now: SENT, actor: ORGANIZER, withinMilliseconds: 0 })
  expect(await mailsTo(db, call.ids[5]!)).toEqual([])
  await finishReleases(db, { now: SENT })
  expect(await mailsTo(db, call.ids[5]!)).toMatchObject([{ template: 'admission-declined' }])
})

test('an event that is cancelled tells who applied to it; brought back before the mail leaves, nothing is said', async () => {
  expect(await callOffEvent(db, { eventId: call.event.id, now: SENT, actor: ORGANIZER })).toMatchObject({ ok: true })
  expect(await states()).toMatchObject({ 1: 'withdrawn', 2: 'withdrawn' })
  expect((await told()).map(({ at }) => at)).toEqual([1, 2, 3, 5])
  expect(await written(5, 'admission-cancelled')).toContain('The event was cancelled')
  expect(await reinstateEvent(db, { eventId: call.event.id, now: SENT, actor: ORGANIZER })).toMatchObject({ ok: true })
  expect(await written(5, 'admission-cancelled')).toBe('outdated')
})

test('whose mails have not left when it is called off hear of that alone', async () => {
  const other = await aCall(given, 2, { slug: 'other' })
  await decided(db, other, [{ applicationId: other.ids[0]!, kind: 'decline' }])
  await released(db, other)
  expect(await calledOffFigures(db, { callId: other.callId, now: NOW })).toEqual({ offers: 0, told: 2 })
  expect(await calledOffFigures(db, { callId: other.callId, now: SENT })).toEqual({ offers: 0, told: 1 })
})
