import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  aCall,
  type ACall,
  broken,
  decided,
  mailsTo,
  offersOf,
  ORGANIZER,
  released,
  SENT,
  takenSeats,
  taking,
} from '../offers/a-call.ts'
import { declineRest } from '#app/applications/decisions/decide-rest.server.ts'
import { decide } from '#app/applications/decisions/decide.server.ts'
import { finishReleases } from '#app/applications/decisions/finish-release.server.ts'
import { moveReserve } from '#app/applications/decisions/move-reserve.server.ts'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import { releasedDecision } from '#app/applications/decisions/released-decision.server.ts'
import { undecide } from '#app/applications/decisions/undecide.server.ts'
import { undoRelease } from '#app/applications/decisions/undo-release.server.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { offerOfApplication } from '#app/applications/offers/offer-of-application.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db
let call: ACall

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
  call = await aCall(given, 8)
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await given.close()
})

const all = { now: NOW, actor: ORGANIZER }

async function kinds() {
  const rows = await db.selectFrom('decisions').selectAll().where('callId', '=', call.callId).execute()
  return Object.fromEntries(
    rows.map(({ applicationId, kind, place }) => [call.ids.indexOf(applicationId), place ? `${kind} ${place}` : kind]),
  )
}

const about = (at: number, kind: 'accept' | 'reserve' | 'decline', more = {}) => ({
  applicationId: call.ids[at]!,
  kind,
  choiceId: call.choice.id,
  ...more,
})

describe('deciding', () => {
  test('reserve places run from one without a gap, whatever is decided, moved or taken back', async () => {
    await decided(db, call, [about(0, 'reserve'), about(1, 'reserve'), about(2, 'reserve'), about(3, 'accept')])
    expect(await kinds()).toEqual({ 0: 'reserve 1', 1: 'reserve 2', 2: 'reserve 3', 3: 'accept' })
    await decided(db, call, [about(4, 'reserve', { place: 1 })])
    await decided(db, call, [about(1, 'decline')])
    expect(await kinds()).toEqual({ 4: 'reserve 1', 0: 'reserve 2', 2: 'reserve 3', 1: 'decline', 3: 'accept' })
    await moveReserve(db, { callId: call.callId, applicationId: call.ids[2]!, by: -1, ...all })
    await moveReserve(db, { callId: call.callId, applicationId: call.ids[0]!, by: 1, ...all })
    await undecide(db, { callId: call.callId, applicationId: call.ids[4]!, ...all })
    expect(await kinds()).toEqual({ 2: 'reserve 1', 0: 'reserve 2', 1: 'decline', 3: 'accept' })
  })

  test('drafts, withdrawn ones, those of another call and those with other people’s choices are refused whole', async () => {
    const other = await aCall(given, 1, { slug: 'other' })
    await db.updateTable('applications').set({ state: 'draft' }).where('id', '=', call.ids[7]!).execute()
    const tried = async (one: object) =>
      await decide(db, {
        callId: call.callId,
        decisions: [about(0, 'accept'), { ...about(1, 'accept'), ...one }],
        ...all,
      })
    expect(await tried({ applicationId: call.ids[7]! })).toMatchObject({ refusals: [{ code: 'not-decidable' }] })
    expect(await tried({ applicationId: other.ids[0]! })).toMatchObject({ refusals: [{ code: 'not-decidable' }] })
    expect(await tried({ choiceId: other.choice.id })).toMatchObject({ refusals: [{ code: 'choice-unknown' }] })
    expect(await tried({ packageId: other.packages[0]!.id })).toMatchObject({ refusals: [{ code: 'package-unknown' }] })
    expect(await kinds()).toEqual({})
  })

  test('two who decide about the same do not overwrite each other; the rest is declined with one reason', async () => {
    await decided(db, call, [about(0, 'accept', { version: 0 })])
    const late = await decide(db, { callId: call.callId, decisions: [about(0, 'decline', { version: 0 })], ...all })
    expect(late).toMatchObject({ refusals: [{ code: 'stale' }] })
    expect(await declineRest(db, { callId: call.callId, reason: 'Too many.', ...all })).toEqual({ ok: true, value: 7 })
    const rows = await db.selectFrom('decisions').select(['kind', 'reason']).where('kind', '=', 'decline').execute()
    expect(rows).toHaveLength(7)
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(['Too many.']))
  })
})

describe('releasing', () => {
  beforeEach(() =>
    decided(db, call, [about(0, 'accept'), about(1, 'accept'), about(2, 'reserve'), about(3, 'decline')]),
  )

  test('nothing is visible before the mails leave; then decision, offer and mail are', async () => {
    expect(await takenSeats(db, call.event.id)).toBe(0)
    const { sendAt, released: count, behind } = await released(db, call)
    expect({ count, behind }).toEqual({ count: 4, behind: 0 })
    expect(await takenSeats(db, call.event.id)).toBe(2)
    for (const at of [0, 1, 2, 3]) {
      const applicationId = call.ids[at]!
      expect(await mailsTo(db, applicationId)).toMatchObject([{ dueAt: sendAt, state: 'waiting' }])
      expect(await releasedDecision(db, { applicationId, now: NOW })).toBeNull()
      expect(await offerOfApplication(db, applicationId, NOW)).toBeNull()
      expect(await releasedDecision(db, { applicationId, now: SENT })).not.toBeNull()
    }
    const offer = (await offerOfApplication(db, call.ids[0]!, SENT))!
    expect(offer.state).toBe('open')
    expect(await acceptOffer(db, { ...taking(offer.id), now: NOW })).toMatchObject({ refusals: [{ code: 'gone' }] })
    const decision = await decide(db, { callId: call.callId, decisions: [about(0, 'decline')], ...all })
    expect(decision).toMatchObject({ refusals: [{ code: 'decision-released' }] })
    expect(await releaseDecisions(db, { callId: call.callId, ...all })).toMatchObject({
      refusals: [{ code: 'nothing-to-release' }],
    })
  })

  test('who has no seat left stays behind and says why; the others go on', async () => {
    await db.updateTable('quotas').set({ size: 1 }).where('eventId', '=', call.event.id).execute()
    expect(await released(db, call)).toMatchObject({ released: 3, behind: 1 })
    const [left] = await db.selectFrom('decisions').selectAll().where('releaseId', 'is', null).execute()
    expect(left).toMatchObject({ refusal: 'seats-gone', releasedAt: null, kind: 'accept' })
    expect(await mailsTo(db, left!.applicationId)).toEqual([])
  })

  test('undone before the mails leave: seats free, no mail, embargoed again, and released anew', async () => {
    const { releaseId } = await released(db, call)
    const undo = { callId: call.callId, releaseId, now: addMinutes(NOW, 9), actor: ORGANIZER }
    expect(await undoRelease(db, undo)).toEqual({ ok: true, value: 4 })
    expect(await takenSeats(db, call.event.id)).toBe(0)
    for (const applicationId of call.ids) {
      expect(await mailsTo(db, applicationId)).toEqual([])
      expect(await offerOfApplication(db, applicationId, SENT)).toBeNull()
      expect(await releasedDecision(db, { applicationId, now: SENT })).toBeNull()
    }
    expect(await undoRelease(db, undo)).toMatchObject({ refusals: [{ code: 'release-sent' }] })
    await decided(db, call, [about(1, 'decline')])
    expect(await released(db, call, addMinutes(NOW, 10))).toMatchObject({ released: 4, behind: 0 })
    expect((await offersOf(db, call)).filter(({ state }) => state === 'open')).toHaveLength(1)
  })

  test('it cannot be undone once its time is over, or a mail is on its way', async () => {
    const { releaseId } = await released(db, call)
    const undo = { callId: call.callId, releaseId, actor: ORGANIZER }
    expect(await undoRelease(db, { ...undo, now: SENT })).toMatchObject({ refusals: [{ code: 'release-sent' }] })
    await db
      .updateTable('messages')
      .set({ state: 'sending', attempts: 1 })
      .where('subjectId', '=', call.ids[3]!)
      .execute()
    expect(await undoRelease(db, { ...undo, now: NOW })).toMatchObject({ refusals: [{ code: 'release-sent' }] })
    expect(await takenSeats(db, call.event.id)).toBe(2)
    await finishReleases(db, { now: SENT })
    expect(await db.selectFrom('decisionReleases').select('state').executeTakeFirst()).toEqual({ state: 'sent' })
  })

  test('what a dead process left is taken up again, and nothing is done twice', async () => {
    const { releaseId } = await released(db, call)
    const one = call.ids[3]!
    await db.updateTable('decisions').set({ releasedAt: null }).where('applicationId', '=', one).execute()
    await db.deleteFrom('messages').where('subjectId', '=', one).execute()
    await Promise.all([finishReleases(db, { now: NOW }), finishReleases(db, { now: NOW })])
    expect(await mailsTo(db, one)).toMatchObject([{ template: 'admission-declined', occasion: releaseId }])
    expect(await takenSeats(db, call.event.id)).toBe(2)
    expect(await db.selectFrom('decisionReleases').select('count').executeTakeFirst()).toEqual({ count: 5 })
  })
})
