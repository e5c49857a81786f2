import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, type ACall, broken, mailsTo, offered, offersOf, ORGANIZER, SENT, takenSeats, taking } from './a-call.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { listCallOffers } from '#app/applications/offers/list-call-offers.server.ts'
import { offerOfApplication } from '#app/applications/offers/offer-of-application.server.ts'
import { proposals } from '#app/applications/offers/proposals.server.ts'
import { withdrawAccepted } from '#app/applications/offers/withdraw-accepted.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db
let call: ACall

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
  call = await aCall(given, 1)
  await db.deleteFrom('fundConditions').execute()
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await given.close()
})

async function accepted() {
  await offered(db, call, call.ids, call.packages.find(({ code }) => code === 'full')!.id)
  const [offer] = await offersOf(db, call)
  const components = await db.selectFrom('awardComponents').select('kind').execute()
  const all = components.map(({ kind }) => kind)
  expect(await acceptOffer(db, { ...taking(offer!.id), components: all })).toMatchObject({ ok: true })
  return (await offersOf(db, call))[0]!
}

const back = (offerId: string, given = {}) => ({
  callId: call.callId,
  offerId,
  reason: 'The host has no room',
  shown: 0,
  now: SENT,
  actor: ORGANIZER,
  ...given,
})

const free = async () =>
  (await proposals(db, { callId: call.callId, now: SENT })).proposals.find(
    ({ choiceId }) => choiceId === call.choice.id,
  )!.free!

const committed = async () =>
  (await db.selectFrom('funds').select('committedMinor').execute()).reduce((sum, row) => sum + row.committedMinor, 0)

test('what was accepted is taken back with a reason: seat and money are free, and its holder is told', async () => {
  const { id } = await accepted()
  const before = await free()
  expect(await takenSeats(db, call.event.id)).toBe(1)
  expect(await committed()).toBeGreaterThan(0)
  const tried = async (given: object) => {
    const done = await withdrawAccepted(db, app().gateways, back(id, given))
    return done.ok ? [] : done.refusals.map(({ code }) => code)
  }
  expect(await tried({ reason: '' })).toEqual(['withdraw-reason'])
  expect(await tried({ callId: 'other' })).toEqual(['offer-answered'])
  expect(await tried({ shown: 7 })).toEqual(['amount-changed'])
  expect(await takenSeats(db, call.event.id)).toBe(1)
  expect(await tried({})).toEqual([])
  expect(await takenSeats(db, call.event.id)).toBe(0)
  expect(await committed()).toBe(0)
  expect(await free()).toBe(before + 1)
  expect((await mailsTo(db, call.ids[0]!)).at(-1)).toMatchObject({ template: 'admission-withdrawn', occasion: id })
  expect(await offerOfApplication(db, call.ids[0]!, SENT)).toMatchObject({
    state: 'withdrawn',
    reason: 'The host has no room',
  })
  const { offers } = await listCallOffers(db, { callId: call.callId, state: null, cursor: null })
  expect(offers).toMatchObject([{ isGone: true, registrationId: null }])
  expect(await tried({})).toEqual(['offer-answered'])
})

test('whoever gave the seat up is shown so, and there is nothing to take back but the award', async () => {
  const { id, orderId } = await accepted()
  const seats = await db.selectFrom('registrations').select('id').where('orderId', '=', orderId).execute()
  const registrationIds = seats.map((seat) => seat.id)
  await cancelRegistrations(db, { registrationIds, now: SENT, actor: ORGANIZER, reason: 'visa' })
  expect(await offerOfApplication(db, call.ids[0]!, SENT)).toMatchObject({ state: 'ended' })
  expect(await withdrawAccepted(db, app().gateways, back(id))).toMatchObject({ ok: true })
  expect(await committed()).toBe(0)
})

function app() {
  return given.services
}
