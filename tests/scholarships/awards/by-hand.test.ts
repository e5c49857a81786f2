import { afterEach, beforeEach, expect, test } from 'vitest'
import { awardOf, fundOf, givenFund } from '../given-award.ts'
import { codesIn, valueOf } from '../given-payout.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { beginAward } from '#app/scholarships/awards/begin-award.server.ts'
import { dropAward, giveAward } from '#app/scholarships/awards/give-award.server.ts'
import { putTogether } from '#app/scholarships/awards/put-together.server.ts'
import { newId } from '#app/values/id.ts'
import {
  aCall,
  type ACall,
  broken,
  offered,
  offersOf,
  ORGANIZER,
  SENT,
  taking,
} from '#tests/applications/offers/a-call.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db
let call: ACall
let eventId: string
let fundId: string

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
  call = await aCall(given, 3)
  eventId = call.event.id
  const { currency } = await db
    .selectFrom('awardPackages')
    .select('currency')
    .where('callId', '=', call.callId)
    .orderBy('position')
    .executeTakeFirstOrThrow()
  fundId = await givenFund(db, eventId, { currency, budgetMinor: 50_000 })
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await given.close()
})

const by = { now: SENT, actor: ORGANIZER }

async function begin(applicationId = call.ids[0]!) {
  return await beginAward(db, { eventId, callId: call.callId, applicationId, ...by })
}

async function comes(): Promise<void> {
  await offered(db, call, call.ids.slice(0, 1))
  const [offer] = await offersOf(db, call)
  valueOf(await acceptOffer(db, taking(offer!.id)))
}

async function written(awardId: string, amountMinor = 30_000) {
  const shares = [{ fundId, amountMinor }]
  const components = [{ kind: 'travel' as const, payout: 'organizer' as const, isCap: true, note: '', shares }]
  return await putTogether(db, { eventId, awardId, components, ...by })
}

test('who has accepted a place without an award is given one by hand, once, and its money is committed', async () => {
  await comes()
  const awardId = valueOf(await begin())
  expect(codesIn(await begin())).toEqual(['award-twice'])
  expect(codesIn(await giveAward(db, { eventId, awardId, ...by }))).toEqual(['award-empty'])
  valueOf(await written(awardId))
  expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: 0, committedMinor: 0 })
  valueOf(await giveAward(db, { eventId, awardId, ...by }))
  expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: 0, committedMinor: 30_000 })
  expect(await awardOf(db, awardId)).toMatchObject({ state: 'accepted', packageId: null })
  expect(await offersOf(db, call)).toMatchObject([{ awardId, state: 'accepted' }])
  expect(codesIn(await giveAward(db, { eventId, awardId, ...by }))).toEqual(['award-moved'])
  expect(codesIn(await dropAward(db, { eventId, awardId, ...by }))).toEqual(['award-moved'])
})

test('nobody is given one who does not come, and a fund that has not enough gives nothing', async () => {
  expect(codesIn(await begin())).toEqual(['award-no-offer'])
  await comes()
  expect(codesIn(await begin(call.ids[1]))).toEqual(['award-no-offer'])
  const awardId = valueOf(await begin())
  valueOf(await written(awardId, 60_000))
  expect(codesIn(await giveAward(db, { eventId, awardId, ...by }))).toEqual(['fund-short'])
  expect(await awardOf(db, awardId)).toMatchObject({ state: 'proposed' })
})

test('one that is dropped leaves room for another, and nothing of it is done from another event', async () => {
  await comes()
  const awardId = valueOf(await begin())
  const foreign = { eventId: (await givenEvent(db)).id, awardId, ...by }
  expect(codesIn(await giveAward(db, foreign))).not.toEqual([])
  expect(codesIn(await dropAward(db, foreign))).not.toEqual([])
  expect(codesIn(await dropAward(db, { ...foreign, eventId, awardId: newId(SENT) }))).not.toEqual([])
  valueOf(await dropAward(db, { eventId, awardId, ...by }))
  expect(await awardOf(db, awardId)).toMatchObject({ state: 'withdrawn', activeKey: null })
  valueOf(await begin())
})
