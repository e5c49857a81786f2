import { afterEach, beforeEach, expect, test } from 'vitest'
import { ANYBODY, awardOf, givenAccepted, givenApplicant, SYSTEM } from '../given-award.ts'
import { codesIn, givenPurchase, valueOf } from '../given-payout.ts'
import { awardHistory } from '#app/scholarships/awards/award-history.server.ts'
import { listHolders } from '#app/scholarships/awards/list-holders.server.ts'
import { markAttended } from '#app/scholarships/awards/mark-attended.server.ts'
import { proposeAward } from '#tests/scholarships/propose-award.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let services: Awaited<ReturnType<typeof testServices>>
let given: Awaited<ReturnType<typeof givenAccepted>>

beforeEach(async () => {
  services = await testServices()
  given = await givenAccepted(services.db, { budgetMinor: 10_000_000 })
})

afterEach(async () => {
  expect(await broken(services.db)).toEqual([])
  await services.close()
})

test('many are marked at once: those of this event who accepted, each with its line in the log', async () => {
  const { db } = services
  const { eventId, callId, packageId, awardId } = given
  const { id: applicationId } = await givenApplicant(db, given)
  const ids = { eventId, callId, packageId, applicationId, awardee: ANYBODY }
  const proposed = await proposeAward(db, { ...ids, now: NOW, actor: SYSTEM })
  const mark = { eventId, now: NOW, actor: SYSTEM, attended: 'yes' as const }
  expect(codesIn(await markAttended(db, { ...mark, awardIds: [] }))).toEqual(['nobody-ticked'])
  const elsewhere = { ...mark, eventId: (await givenEvent(db)).id }
  expect(valueOf(await markAttended(db, { ...elsewhere, awardIds: [awardId] }))).toBe(0)
  expect(valueOf(await markAttended(db, { ...mark, awardIds: [awardId, awardId, proposed] }))).toBe(1)
  expect(valueOf(await markAttended(db, { ...mark, awardIds: [awardId] }))).toBe(0)
  expect(await awardOf(db, awardId)).toMatchObject({ attended: 'yes' })
  expect(await awardOf(db, proposed)).toMatchObject({ attended: 'unknown' })
  const listed = async (attended: 'yes' | 'unknown' | null) =>
    (await listHolders(db, { eventId, attended, page: 1 })).rows.map(({ id }) => id)
  expect([await listed('yes'), await listed('unknown'), await listed(null)]).toEqual([[awardId], [], [awardId]])
})

test('the history of an award tells what happened to it and to its payouts, the newest first', async () => {
  const { db } = services
  const { eventId, awardId } = given
  await givenPurchase(db, { awardId, kind: 'lodging', amountMinor: 100 })
  const actions = (await awardHistory(db, { eventId, awardId })).map(({ action }) => action)
  expect(actions.toSorted()).toEqual(['award.accepted', 'award.offered', 'award.proposed', 'payout.checked'])
  const { id: foreign } = await givenEvent(db)
  expect(await awardHistory(db, { eventId: foreign, awardId })).toEqual([])
})
