import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  aCall,
  type ACall,
  broken,
  decided,
  mailsTo,
  offered,
  offersOf,
  ORGANIZER,
  released,
  SENT,
  takenSeats,
  taking,
} from './a-call.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { declineOffer } from '#app/applications/offers/decline-offer.server.ts'
import { endOffersOf } from '#app/applications/offers/end-offers-of.server.ts'
import { freeLostAwards } from '#app/applications/offers/free-lost-awards.server.ts'
import { lapseCallOffers } from '#app/applications/offers/lapse-call-offers.server.ts'
import { remindOffers } from '#app/applications/offers/remind-offers.server.ts'
import { withdrawOffer } from '#app/applications/offers/withdraw-offer.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db
let call: ACall

const HOUR = 60

async function start(count = 3) {
  call = await aCall(given, count)
  await db.deleteFrom('fundConditions').execute()
}

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
  await start()
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await given.close()
})

const packageOf = (code: string) => call.packages.find((one) => one.code === code)!.id

async function oneOffer(packageCode?: string) {
  await offered(db, call, call.ids.slice(0, 1), packageCode ? packageOf(packageCode) : null)
  const [offer] = await offersOf(db, call)
  return offer!
}

async function money() {
  const rows = await db
    .selectFrom('funds')
    .select(['offeredMinor', 'committedMinor'])
    .where('eventId', '=', call.event.id)
    .execute()
  return {
    offered: rows.reduce((sum, row) => sum + row.offeredMinor, 0),
    committed: rows.reduce((sum, row) => sum + row.committedMinor, 0),
  }
}

describe('accepting', () => {
  test('makes a registration with what was typed, commits what was ticked and gives the rest back', async () => {
    const offer = await oneOffer('full')
    const set = await money()
    expect(set.offered).toBeGreaterThan(0)
    const components = await db.selectFrom('awardComponents').selectAll().where('awardId', '=', offer.awardId).execute()
    const [kept, ...left] = components
    expect(await acceptOffer(db, { ...taking(offer.id), components: [kept!.kind] })).toMatchObject({ ok: true })
    const after = (await offersOf(db, call))[0]!
    expect(after).toMatchObject({ state: 'accepted', answeredAt: SENT })
    const registration = await db
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .selectAll()
      .where('orderId', '=', after.orderId)
      .executeTakeFirstOrThrow()
    const applicant = await db
      .selectFrom('applications')
      .innerJoin('people', 'people.id', 'applications.personId')
      .select(['people.fullName', 'people.email', 'people.country'])
      .where('applications.id', '=', call.ids[0]!)
      .executeTakeFirstOrThrow()
    expect(registration).toMatchObject({ state: 'confirmed', ticketTypeId: offer.ticketTypeId, ...applicant })
    expect(await takenSeats(db, call.event.id)).toBe(1)
    expect(await money()).toEqual({ offered: 0, committed: kept!.amountMinor })
    expect(left.length).toBeGreaterThan(0)
    const mails = (await mailsTo(db, call.ids[0]!)).map(({ template }) => template)
    expect(mails).toContain('admission-accepted')
  })

  test('twice, and from two devices at once, is once', async () => {
    const offer = await oneOffer()
    const answers = await Promise.all([1, 2, 3].map(() => acceptOffer(db, taking(offer.id))))
    const orderIds = answers.map((answer) => (answer.ok ? answer.value.orderId : null))
    expect(new Set(orderIds).size).toBe(1)
    expect(await acceptOffer(db, taking(offer.id))).toEqual({ ok: true, value: { orderId: orderIds[0] } })
    expect(await db.selectFrom('orders').select('id').execute()).toHaveLength(1)
    expect((await mailsTo(db, call.ids[0]!)).filter(({ template }) => template === 'admission-accepted')).toHaveLength(
      1,
    )
  })

  test('a fee component pays the order; what is beyond it waits for its holder', async () => {
    const ticketTypeId = call.choice.ticketTypeId!
    const id = `${ticketTypeId.slice(0, 30)}-price`
    await db
      .insertInto('priceSteps')
      .values({
        id,
        ticketTypeId,
        position: 0,
        kind: 'only',
        currency: 'USD',
        amountMinor: 90_000,
        startsAt: null,
        endsAt: null,
      })
      .execute()
    await db.deleteFrom('awardPackageTickets').execute()
    await db.deleteFrom('awardPackageComponents').execute()
    await db
      .insertInto('awardPackageComponents')
      .values({
        id,
        packageId: packageOf('full'),
        position: 0,
        kind: 'fee',
        amountMinor: 70_000,
        isCap: 0,
        payout: 'issued',
        note: '',
      })
      .execute()
    const offer = await oneOffer('full')
    expect(await acceptOffer(db, { ...taking(offer.id), components: ['fee'] })).toMatchObject({ ok: true })
    const { orderId } = (await offersOf(db, call))[0]!
    expect(await balanceOf(db, orderId!)).toMatchObject({ lines: 90_000, paid: 70_000, due: 20_000 })
    const [payment] = await db.selectFrom('payments').selectAll().execute()
    expect(payment).toMatchObject({ method: 'award', amountMinor: 70_000 })
    expect(payment!.fund).not.toBe('')
    const asked = await db.selectFrom('messages').select('template').where('subjectId', '=', orderId!).execute()
    expect(asked.map(({ template }) => template)).toEqual(['order-awaiting-payment'])
  })

  test('an answer to a question that registering asks too comes along', async () => {
    const question = await db
      .selectFrom('callQuestions')
      .selectAll()
      .where('callId', '=', call.callId)
      .where('kind', '=', 'text')
      .limit(1)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('questions')
      .values({
        id: question.id,
        eventId: call.event.id,
        code: question.code,
        kind: 'text',
        stage: 'registering',
        position: 0,
        isRequired: 0,
        isRetired: 0,
        version: 1,
        purpose: '',
        eraseOn: null,
        maximum: null,
        shownWhenQuestionId: null,
        shownWhenValue: null,
        audience: 'organizers',
      })
      .execute()
    await db.deleteFrom('applicationAnswers').where('questionId', '=', question.id).execute()
    await db
      .insertInto('applicationAnswers')
      .values({
        applicationId: call.ids[0]!,
        questionId: question.id,
        value: 'Carried over',
        asked: '',
        questionVersion: 1,
        answeredAt: NOW,
        erasedAt: null,
      })
      .execute()
    const offer = await oneOffer()
    await acceptOffer(db, taking(offer.id))
    expect(await db.selectFrom('answers').select(['questionId', 'value']).execute()).toEqual([
      { questionId: question.id, value: 'Carried over' },
    ])
  })
})

describe('ending', () => {
  test('declined: seat and money are free at once; nothing but that is possible afterwards', async () => {
    const offer = await oneOffer('full')
    const answer = { offerId: offer.id, reason: 'New work', now: SENT, actor: { kind: 'visitor' as const } }
    expect(await declineOffer(db, answer)).toMatchObject({ ok: true })
    expect(await declineOffer(db, answer)).toMatchObject({ ok: true })
    expect(await takenSeats(db, call.event.id)).toBe(0)
    expect(await money()).toEqual({ offered: 0, committed: 0 })
    expect(await acceptOffer(db, taking(offer.id))).toMatchObject({ refusals: [{ code: 'offer-over' }] })
    const withdraw = { callId: call.callId, offerId: offer.id, reason: '', now: SENT, actor: ORGANIZER }
    expect(await withdrawOffer(db, withdraw)).toMatchObject({ refusals: [{ code: 'offer-answered' }] })
    expect(await lapseCallOffers(db, { now: offer.untilAt })).toBe(0)
    expect((await offersOf(db, call))[0]).toMatchObject({ state: 'declined', reason: 'New work' })
  })

  test('lapses at its hour and not before, and tells so once; then it cannot be accepted', async () => {
    const offer = await oneOffer('full')
    expect(await lapseCallOffers(db, { now: addMinutes(offer.untilAt, -1) })).toBe(0)
    const late = { ...taking(offer.id), now: offer.untilAt }
    expect(await acceptOffer(db, late)).toMatchObject({ refusals: [{ code: 'offer-over' }] })
    expect(await lapseCallOffers(db, { now: offer.untilAt })).toBe(1)
    expect(await lapseCallOffers(db, { now: offer.untilAt })).toBe(0)
    expect(await takenSeats(db, call.event.id)).toBe(0)
    expect(await money()).toEqual({ offered: 0, committed: 0 })
    expect((await mailsTo(db, call.ids[0]!)).filter(({ template }) => template === 'admission-lapsed')).toHaveLength(1)
  })

  test('an accepted one does not lapse, is not declined and not withdrawn', async () => {
    const offer = await oneOffer()
    await acceptOffer(db, taking(offer.id))
    expect(await lapseCallOffers(db, { now: offer.untilAt })).toBe(0)
    const answer = { offerId: offer.id, reason: '', now: SENT, actor: { kind: 'visitor' as const } }
    expect(await declineOffer(db, answer)).toMatchObject({ refusals: [{ code: 'offer-over' }] })
    const withdraw = { callId: call.callId, offerId: offer.id, reason: 'x', now: SENT, actor: ORGANIZER }
    expect(await withdrawOffer(db, withdraw)).toMatchObject({ refusals: [{ code: 'offer-answered' }] })
    expect(
      await transact(db, (db) => endOffersOf(db, { applicationId: call.ids[0]!, now: SENT, actor: ORGANIZER })),
    ).toEqual({ ok: true, value: [] })
  })

  test('withdrawn by an organizer with a reason that is told; of another call it is not found', async () => {
    const offer = await oneOffer()
    const withdraw = { offerId: offer.id, reason: 'A mistake', now: SENT, actor: ORGANIZER }
    expect(await withdrawOffer(db, { ...withdraw, callId: 'other' })).toMatchObject({ refusals: [{ code: 'gone' }] })
    expect(await withdrawOffer(db, { ...withdraw, callId: call.callId })).toMatchObject({ ok: true })
    expect((await mailsTo(db, call.ids[0]!)).map(({ template }) => template)).toEqual(['admission-withdrawn'])
  })

  test('whoever withdraws leaves offer and reserve list; a cancelled event ends them all', async () => {
    await decided(
      db,
      call,
      [0, 1, 2].map((at) => ({
        applicationId: call.ids[at]!,
        kind: at === 0 ? ('accept' as const) : ('reserve' as const),
        choiceId: call.choice.id,
      })),
    )
    await released(db, call)
    for (const at of [0, 1])
      await transact(db, (db) => endOffersOf(db, { applicationId: call.ids[at]!, now: SENT, actor: ORGANIZER }))
    expect((await offersOf(db, call)).map(({ state }) => state)).toEqual(['withdrawn'])
    const left = await db
      .selectFrom('decisions')
      .select(['applicationId', 'place'])
      .where('place', 'is not', null)
      .execute()
    expect(left).toEqual([{ applicationId: call.ids[2], place: 1 }])
    const other = await aCall(given, 2, { slug: 'other' })
    await offered(db, other, other.ids)
    expect(await callOffEvent(db, { eventId: other.event.id, now: SENT, actor: ORGANIZER })).toMatchObject({ ok: true })
    expect((await offersOf(db, other)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
    expect(await takenSeats(db, other.event.id)).toBe(0)
  })

  test('whoever gives up the seat that it made gives the award back', async () => {
    const offer = await oneOffer('full')
    const components = await db
      .selectFrom('awardComponents')
      .select('kind')
      .where('awardId', '=', offer.awardId)
      .execute()
    await acceptOffer(db, { ...taking(offer.id), components: components.map(({ kind }) => kind) })
    expect(await freeLostAwards(db, { now: SENT })).toBe(0)
    const { orderId } = (await offersOf(db, call))[0]!
    const seats = await db.selectFrom('registrations').select('id').where('orderId', '=', orderId).execute()
    await cancelRegistrations(db, {
      registrationIds: seats.map(({ id }) => id),
      now: SENT,
      actor: ORGANIZER,
      reason: 'visa',
    })
    expect(await freeLostAwards(db, { now: SENT })).toBe(1)
    expect(await money()).toEqual({ offered: 0, committed: 0 })
  })
})

test('a reminder goes two days before the end, once, and to nobody who answered', async () => {
  await offered(db, call, call.ids.slice(0, 2))
  const [one, other] = await offersOf(db, call)
  await acceptOffer(db, taking(one!.id))
  expect(await remindOffers(db, { now: addMinutes(other!.untilAt, -49 * HOUR) })).toBe(0)
  const now = addMinutes(other!.untilAt, -47 * HOUR)
  expect(await remindOffers(db, { now })).toBe(1)
  expect(await remindOffers(db, { now })).toBe(0)
  expect((await mailsTo(db, other!.applicationId)).map(({ template }) => template)).toContain('admission-reminder')
})
