import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCall, type ACall, broken, decided, mailsTo, offersOf, ORGANIZER, released, SENT } from './a-call.ts'
import { declineOffer } from '#app/applications/offers/decline-offer.server.ts'
import { lapseCallOffers } from '#app/applications/offers/lapse-call-offers.server.ts'
import { proposals } from '#app/applications/offers/proposals.server.ts'
import { promoteByRule } from '#app/applications/offers/promote-next.server.ts'
import { promote } from '#app/applications/offers/promote.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db
let call: ACall

const DAY = 24 * 60
const day = (days: number) => addMinutes(NOW, days * DAY)

/** One seat in the first choice, offered to 0; on its reserve list: 1, 2, 3. */
async function start(overrides = {}) {
  call = await aCall(given, 4, overrides)
  await db.updateTable('callChoices').set({ seats: null }).execute()
  await db.updateTable('quotas').set({ size: 1 }).where('eventId', '=', call.event.id).execute()
  await db.updateTable('applications').set({ needsVisa: 0 }).execute()
  await db.deleteFrom('applicationChoices').execute()
  await db.deleteFrom('applicationAnswers').execute()
  await db
    .insertInto('applicationChoices')
    .values(call.ids.map((applicationId) => ({ applicationId, wish: 1, choiceId: call.choice.id })))
    .execute()
  await decided(
    db,
    call,
    call.ids.map((applicationId, at) => ({
      applicationId,
      kind: at === 0 ? ('accept' as const) : ('reserve' as const),
      choiceId: call.choice.id,
    })),
  )
  await released(db, call)
}

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await given.close()
})

async function declineFirst(now = SENT) {
  const [offer] = (await offersOf(db, call)).filter(({ state }) => state === 'open')
  expect(await declineOffer(db, { offerId: offer!.id, reason: '', now, actor: { kind: 'visitor' } })).toMatchObject({
    ok: true,
  })
}

const next = async (now = SENT) =>
  (await proposals(db, { callId: call.callId, now })).proposals.find(({ choiceId }) => choiceId === call.choice.id)!

const open = async () =>
  (await offersOf(db, call))
    .filter(({ state }) => state === 'open')
    .map(({ applicationId }) => call.ids.indexOf(applicationId))

describe('proposed', () => {
  test('nobody while the seat is held; then the first of the list, and those behind move up', async () => {
    await start()
    expect(await next()).toMatchObject({ free: 0, next: null })
    await declineFirst()
    expect(await next()).toMatchObject({ free: 1, isOwnList: true, next: { applicationId: call.ids[1], place: 1 } })
    const promotion = { callId: call.callId, choiceId: call.choice.id, reason: '', now: SENT, actor: ORGANIZER }
    expect(await promote(db, { ...promotion, applicationId: call.ids[1]! })).toMatchObject({ ok: true })
    expect(await mailsTo(db, call.ids[1]!)).toMatchObject([
      { template: 'admission-reserve' },
      { template: 'admission-offer' },
    ])
    const places = await db
      .selectFrom('decisions')
      .select(['applicationId', 'place'])
      .where('place', 'is not', null)
      .orderBy('place')
      .execute()
    expect(places).toEqual([
      { applicationId: call.ids[2], place: 1 },
      { applicationId: call.ids[3], place: 2 },
    ])
    expect(await promote(db, { ...promotion, applicationId: call.ids[2]! })).toMatchObject({
      refusals: [{ code: 'seats-gone' }],
    })
    expect(await promote(db, { ...promotion, applicationId: call.ids[0]! })).toMatchObject({
      refusals: [{ code: 'not-on-reserve' }],
    })
  })

  test('passed over: no time for a visa, no such wish; a list is not known before its release', async () => {
    await start()
    await declineFirst()
    await db.updateTable('applications').set({ needsVisa: 1 }).where('id', '=', call.ids[1]!).execute()
    const { startsAt } = await db
      .selectFrom('events')
      .select('startsAt')
      .where('id', '=', call.event.id)
      .executeTakeFirstOrThrow()
    const { visaDays } = await db
      .selectFrom('calls')
      .select('visaDays')
      .where('id', '=', call.callId)
      .executeTakeFirstOrThrow()
    await db.updateTable('calls').set({ noOffersAfterAt: null }).execute()
    const late = addMinutes(startsAt, -(visaDays - 1) * DAY)
    expect(await next(late)).toMatchObject({ next: { applicationId: call.ids[2] }, passed: [{ why: 'visa-time' }] })
    expect(await next(addMinutes(startsAt, -(visaDays + 2) * DAY))).toMatchObject({
      next: { applicationId: call.ids[1] },
    })
    expect(await next(NOW)).toMatchObject({ next: null })
  })

  test('passed over when no fund that may pay has enough', async () => {
    await start()
    await declineFirst()
    const packageId = call.packages.find(({ code }) => code === 'full')!.id
    await db.updateTable('decisions').set({ packageId }).where('applicationId', '=', call.ids[1]!).execute()
    await db.updateTable('funds').set({ budgetMinor: 100 }).execute()
    expect(await next()).toMatchObject({ next: { applicationId: call.ids[2] }, passed: [{ why: 'not-fundable' }] })
    const promotion = { callId: call.callId, choiceId: call.choice.id, reason: '', now: SENT, actor: ORGANIZER }
    expect(await promote(db, { ...promotion, applicationId: call.ids[1]! })).toMatchObject({
      refusals: [{ code: 'funds-short' }],
    })
    expect(await open()).toEqual([])
  })

  test('nobody after the last day of offers', async () => {
    await start()
    await declineFirst()
    const promotion = {
      callId: call.callId,
      choiceId: call.choice.id,
      applicationId: call.ids[1]!,
      reason: '',
      actor: ORGANIZER,
    }
    expect(await promote(db, { ...promotion, now: day(63) })).toMatchObject({ refusals: [{ code: 'offers-over' }] })
  })
})

describe('by rule', () => {
  test('without waves: at once, one for each free seat, until the last day', async () => {
    await start({ promotion: 'by-rule', waves: [] })
    expect(await promoteByRule(db, { now: SENT })).toBe(0)
    await declineFirst()
    await Promise.all([promoteByRule(db, { now: SENT }), promoteByRule(db, { now: SENT })])
    expect(await open()).toEqual([1])
    const [offer] = (await offersOf(db, call)).filter(({ state }) => state === 'open')
    await lapseCallOffers(db, { now: offer!.untilAt })
    expect(await promoteByRule(db, { now: offer!.untilAt })).toBe(1)
    expect(await open()).toEqual([2])
    await db
      .updateTable('calls')
      .set({ noOffersAfterAt: addMinutes(offer!.untilAt, 5) })
      .execute()
    await declineFirst(addMinutes(offer!.untilAt, 1))
    expect(await promoteByRule(db, { now: addMinutes(offer!.untilAt, 10) })).toBe(0)
  })

  test('in waves: nothing inside one, once at the beginning of the next', async () => {
    await start({ promotion: 'by-rule' })
    await declineFirst()
    expect(await promoteByRule(db, { now: day(43) })).toBe(0)
    expect(await promoteByRule(db, { now: day(49) })).toBe(1)
    expect((await offersOf(db, call)).find(({ state }) => state === 'open')).toMatchObject({
      wave: 2,
      untilAt: day(56),
    })
    await declineFirst(day(50))
    expect(await promoteByRule(db, { now: day(51) })).toBe(0)
    expect(await promoteByRule(db, { now: day(56) })).toBe(1)
    expect(await open()).toEqual([2])
  })

  test('by hand: the job leaves it alone', async () => {
    await start({ promotion: 'by-hand', waves: [] })
    await declineFirst()
    expect(await promoteByRule(db, { now: SENT })).toBe(0)
  })
})

test('every seat that an offer takes or gives back is a change that the public sees', async () => {
  const seen = async () => {
    const row = await db
      .selectFrom('contentVersions')
      .select('version')
      .where('name', '=', 'catalogue')
      .executeTakeFirst()
    return row?.version ?? 0
  }
  const sees = async (change: () => Promise<unknown>) => {
    const before = await seen()
    await change()
    expect(await seen()).toBeGreaterThan(before)
  }
  await sees(() => start({ promotion: 'by-rule', waves: [] }))
  await sees(() => declineFirst())
  await sees(async () => expect(await promoteByRule(db, { now: SENT })).toBe(1))
  await sees(async () => expect(await lapseCallOffers(db, { now: day(30) })).toBeTruthy())
  const promotion = { callId: call.callId, choiceId: call.choice.id, reason: '', now: SENT, actor: ORGANIZER }
  await sees(async () =>
    expect(await promote(db, { ...promotion, applicationId: call.ids[2]! })).toMatchObject({ ok: true }),
  )
})
