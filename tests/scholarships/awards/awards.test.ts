import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ANYBODY,
  awardOf,
  FULL,
  fundOf,
  givenAccepted,
  givenApplicant,
  givenFund,
  givenPackage,
  givenProposed,
  SYSTEM,
  VISITOR,
} from '../given-award.ts'
import { answerAward } from '#app/scholarships/awards/answer-award.server.ts'
import { endAward } from '#app/scholarships/awards/end-award.server.ts'
import { offerAward } from '#app/scholarships/awards/offer-award.server.ts'
import { proposeAward } from '#tests/scholarships/propose-award.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import type { Refused } from '#app/values/refusal.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'
import { transact } from '#db/transact.ts'

let test: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  test = await testServices()
})

afterEach(async () => {
  expect(await broken(test.db)).toEqual([])
  await test.close()
})

const TOTAL = FULL.reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/** The codes that a step is refused with; [] when it is done. */
async function codesOf(step: Promise<unknown>): Promise<string[]> {
  return await step.then(
    () => [],
    (error: Refused) => error.refusals.map(({ code }) => code),
  )
}

describe('an award', () => {
  it('takes nothing from its fund while it is proposed, and is planned around by the next', async () => {
    const { db } = test
    const { awardId, fundId, eventId } = await givenProposed(db)
    expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: 0, committedMinor: 0 })
    const [fund] = await listFunds(db, eventId)
    expect(fund).toMatchObject({ proposedMinor: TOTAL, freeMinor: 200_000 })
    const award = await awardOf(db, awardId)
    expect(award).toMatchObject({ state: 'proposed', visa: 'unknown', reportDueOn: '2027-07-25', currency: 'USD' })
    expect(award.components.map(({ kind, state }) => `${kind} ${state}`)).toEqual(
      FULL.map(({ kind }) => `${kind} proposed`),
    )
  })

  it('says what is known of the visa', async () => {
    const [needed, free] = [
      await givenProposed(test.db, { needsVisa: 1 }),
      await givenProposed(test.db, { needsVisa: 0 }),
    ]
    expect((await awardOf(test.db, needed.awardId)).visa).toBe('needed')
    expect((await awardOf(test.db, free.awardId)).visa).toBe('not-needed')
  })

  it('is one per application while it stands, and another when the first is over', async () => {
    const { db } = test
    const { awardId, ...ids } = await givenProposed(db, { budgetMinor: 1_000_000 })
    const again = { ...ids, awardee: ANYBODY, now: NOW, actor: SYSTEM }
    expect(await codesOf(proposeAward(db, again))).toEqual(['award-twice'])
    await transact(db, (db) => endAward(db, { awardId, to: 'withdrawn', now: NOW, actor: SYSTEM }))
    await proposeAward(db, again)
  })

  it('is not proposed beyond what the funds that may pay have, proposals counted', async () => {
    const { db } = test
    const { eventId, callId, packageId } = await givenProposed(db, { budgetMinor: TOTAL + 1 })
    await givenFund(db, eventId, { conditions: [{ kind: 'gender', genders: ['man'] }], budgetMinor: 10 * TOTAL })
    const application = await givenApplicant(db, { eventId, callId })
    const input = {
      eventId,
      callId,
      packageId,
      applicationId: application.id,
      awardee: ANYBODY,
      now: NOW,
      actor: SYSTEM,
    }
    expect(await codesOf(transact(db, (db) => proposeAward(db, input)).then(throwIt))).toEqual(['funds-short'])
    await proposeAward(db, { ...input, awardee: { ...ANYBODY, gender: 'man' } })
  })

  it('is not made of a package of another call, nor for an application to another call', async () => {
    const { db } = test
    const [one, other] = [await givenProposed(db), await givenProposed(db, { budgetMinor: 1_000_000 })]
    const input = { ...other, awardee: ANYBODY, now: NOW, actor: SYSTEM }
    expect(await codesOf(proposeAward(db, { ...input, packageId: one.packageId }))).toEqual(['package-unknown'])
    expect(await codesOf(proposeAward(db, { ...input, applicationId: one.applicationId }))).toEqual([
      'application-unknown',
    ])
  })

  it('is not paid by a fund in another currency', async () => {
    const { db } = test
    const { eventId, callId } = await givenProposed(db)
    const packageId = await givenPackage(db, callId, [{ kind: 'travel', amountMinor: 1 }], {
      code: 'francs',
      currency: 'RWF',
    })
    const { id } = await givenApplicant(db, { eventId, callId })
    const input = { eventId, callId, packageId, applicationId: id, awardee: ANYBODY, now: NOW, actor: SYSTEM }
    expect(await codesOf(proposeAward(db, input))).toEqual(['funds-short'])
  })

  it('sets its money aside when it is offered, commits what is accepted, frees what is not', async () => {
    const { db } = test
    const { awardId, fundId } = await givenProposed(db)
    await offerAward(db, { awardId, now: NOW, actor: SYSTEM })
    expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: TOTAL, committedMinor: 0 })
    expect(await broken(db)).toEqual([])
    await answerAward(db, { awardId, accepted: ['fee', 'lodging', 'per-diem'], now: NOW, actor: VISITOR })
    expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: 0, committedMinor: 65_000 })
    const { state, components } = await awardOf(db, awardId)
    expect(state).toBe('accepted')
    expect(Object.fromEntries(components.map(({ kind, state }) => [kind, state]))).toEqual({
      fee: 'accepted',
      travel: 'declined',
      lodging: 'accepted',
      'per-diem': 'accepted',
      visa: 'declined',
    })
  })

  it('of which nothing is accepted is declined, and leaves its application to another', async () => {
    const { db } = test
    const { awardId, fundId } = await givenProposed(db)
    await offerAward(db, { awardId, now: NOW, actor: SYSTEM })
    await answerAward(db, { awardId, accepted: [], now: NOW, actor: VISITOR })
    expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: 0, committedMinor: 0 })
    expect(await awardOf(db, awardId)).toMatchObject({ state: 'declined', activeKey: null, endedAt: NOW })
  })

  it.each(['declined', 'lapsed', 'withdrawn'] as const)('frees its money when it is %s', async (to) => {
    const { db } = test
    const { awardId, fundId } = await givenProposed(db)
    await offerAward(db, { awardId, now: NOW, actor: SYSTEM })
    await endAward(db, { awardId, to, now: NOW, actor: SYSTEM })
    expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: 0, committedMinor: 0 })
    expect(await awardOf(db, awardId)).toMatchObject({ state: to, activeKey: null })
  })

  it('that was accepted gives everything back when it is withdrawn', async () => {
    const { db } = test
    const { awardId, fundId } = await givenAccepted(db)
    expect(await fundOf(db, fundId)).toMatchObject({ committedMinor: TOTAL })
    await endAward(db, { awardId, to: 'withdrawn', now: NOW, actor: SYSTEM })
    expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: 0, committedMinor: 0 })
    const { components } = await awardOf(db, awardId)
    expect(new Set(components.map(({ state }) => state))).toEqual(new Set(['released']))
  })

  it('goes no other way', async () => {
    const { db } = test
    const { awardId } = await givenProposed(db)
    const input = { awardId, now: NOW, actor: SYSTEM }
    const answer = () => transact(db, (db) => answerAward(db, { ...input, accepted: ['travel'] })).then(throwIt)
    const end = (to: 'declined' | 'lapsed' | 'withdrawn') =>
      transact(db, (db) => endAward(db, { ...input, to })).then(throwIt)
    const offer = () => transact(db, (db) => offerAward(db, input)).then(throwIt)
    for (const step of [answer, () => end('declined'), () => end('lapsed')])
      expect(await codesOf(step())).toEqual(['award-moved'])
    await offer()
    expect(await codesOf(offer())).toEqual(['award-moved'])
    await answer()
    for (const step of [offer, answer, () => end('declined'), () => end('lapsed')])
      expect(await codesOf(step())).toEqual(['award-moved'])
    await end('withdrawn')
    for (const step of [offer, answer, () => end('declined'), () => end('lapsed'), () => end('withdrawn')])
      expect(await codesOf(step())).toEqual(['award-moved'])
  })

  it('has no component that is not in it', async () => {
    const { db } = test
    const { awardId } = await givenProposed(db, { components: [{ kind: 'travel', amountMinor: 5 }] })
    await offerAward(db, { awardId, now: NOW, actor: SYSTEM })
    const answer = transact(db, (db) =>
      answerAward(db, { awardId, accepted: ['travel', 'visa'], now: NOW, actor: VISITOR }),
    )
    expect(await codesOf(answer.then(throwIt))).toEqual(['component-unknown'])
    expect((await awardOf(db, awardId)).state).toBe('offered')
  })
})

/** A refusal that came back as a value, thrown as its transaction threw it. */
function throwIt(result: { ok: true } | { ok: false; refusals: { code: string }[] }) {
  if (!result.ok) throw Object.assign(new Error('refused'), { refusals: result.refusals })
}

describe('the last euro', () => {
  it('is got by one of two who are offered it at once', async () => {
    const { db } = test
    const { eventId, callId, fundId, awardId, packageId } = await givenProposed(db, { budgetMinor: 2 * TOTAL - 1 })
    // Two proposals for one fund's money cannot be made in a row; a budget that was cut in between leaves them so.
    await db
      .updateTable('funds')
      .set({ budgetMinor: 2 * TOTAL })
      .where('id', '=', fundId)
      .execute()
    const { id } = await givenApplicant(db, { eventId, callId })
    const ids = { eventId, callId, packageId, applicationId: id }
    const second = await proposeAward(db, { ...ids, awardee: ANYBODY, now: NOW, actor: SYSTEM })
    await db
      .updateTable('funds')
      .set({ budgetMinor: 2 * TOTAL - 1 })
      .where('id', '=', fundId)
      .execute()
    const offers = await Promise.all(
      [awardId, second].map((awardId) => transact(db, (db) => offerAward(db, { awardId, now: NOW, actor: SYSTEM }))),
    )
    expect(offers.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = offers.find(({ ok }) => !ok)
    expect(lost).toMatchObject({
      refusals: [{ code: 'fund-short', details: { fund: 'Example fund', free: `USD ${(TOTAL - 1) / 100}` } }],
    })
    expect(await fundOf(db, fundId)).toMatchObject({ offeredMinor: TOTAL })
  })

  it('is never given twice, however many want it, while others decline', async () => {
    const { db } = test
    const component = [{ kind: 'travel' as const, amountMinor: 100 }]
    const { eventId, callId, fundId, awardId, packageId } = await givenProposed(db, {
      components: component,
      budgetMinor: 2000,
    })
    const awards = [awardId]
    for (let at = 0; at < 11; at++) {
      const { id } = await givenApplicant(db, { eventId, callId })
      const ids = { eventId, callId, packageId, applicationId: id }
      awards.push(await proposeAward(db, { ...ids, awardee: ANYBODY, now: NOW, actor: SYSTEM }))
    }
    await db.updateTable('funds').set({ budgetMinor: 500 }).where('id', '=', fundId).execute()
    const input = { now: NOW, actor: SYSTEM }
    await Promise.all(
      awards.map(async (awardId, at) => {
        const offered = await transact(db, (db) => offerAward(db, { ...input, awardId }))
        if (!offered.ok) return
        if (at % 2 === 0) await transact(db, (db) => endAward(db, { ...input, awardId, to: 'declined' }))
        else await transact(db, (db) => answerAward(db, { ...input, awardId, accepted: ['travel'] }))
      }),
    )
    const { offeredMinor, committedMinor } = await fundOf(db, fundId)
    expect(offeredMinor).toBe(0)
    expect(committedMinor).toBeLessThanOrEqual(500)
    expect(committedMinor).toBeGreaterThan(0)
  })
})
