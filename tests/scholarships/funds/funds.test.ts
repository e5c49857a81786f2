import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { awardOf, FULL, fundOf, givenAccepted, givenFund, givenProposed, SYSTEM } from '../given-award.ts'
import { codesIn, componentOf, givenPaidPayout, givenPurchase, valueOf } from '../given-payout.ts'
import { earlierAwards } from '#app/scholarships/awards/earlier-awards.server.ts'
import { offerAward } from '#app/scholarships/awards/offer-award.server.ts'
import { putTogether } from '#app/scholarships/awards/put-together.server.ts'
import { reassignShares } from '#app/scholarships/awards/reassign-shares.server.ts'
import { finishAward, returnMoney } from '#app/scholarships/awards/return-money.server.ts'
import { setPublishing } from '#app/scholarships/awards/set-publishing.server.ts'
import { conditionsOf, fundSchema, shownFund } from '#app/scholarships/funds/fund-form.ts'
import { fundReport } from '#app/scholarships/funds/fund-report.server.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { removeFund } from '#app/scholarships/funds/remove-fund.server.ts'
import { saveFund } from '#app/scholarships/funds/save-fund.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let test: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  test = await testServices()
})

afterEach(async () => {
  expect(await broken(test.db)).toEqual([])
  await test.close()
})

const TOTAL = FULL.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
const BY = { now: NOW, actor: SYSTEM }

function typed(given: Record<string, string | string[]> = {}) {
  const form = { code: 'IXF', donor: 'Example IX', name: 'Exchange points', currency: 'USD', budget: '25,000.00' }
  return fundSchema.parse({ ...form, budget: '25000.00', ...given })
}

describe('a fund', () => {
  it('is added with whom it is for, and read back as it was typed', async () => {
    const { db } = test
    const { id: eventId } = await givenEvent(db)
    const residence = { lists: ['africa'], countries: 'ht, pg', genders: 'woman', isFirstTime: 'on' }
    const form = typed({ ...residence, question: 'role', values: 'ops eng', choices: ['T1', 'T2'] })
    valueOf(await saveFund(db, { eventId, fundId: null, form, ...BY }))
    const [fund] = await listFunds(db, eventId)
    expect(fund).toMatchObject({ budgetMinor: 2_500_000, freeMinor: 2_500_000, conditions: { length: 5 } })
    const shown = shownFund(fund!)
    expect(shown).toMatchObject({ budget: '25000.00', countries: 'HT PG', values: 'ops eng', isFirstTime: true })
    const { isExcluded: _is, isFirstTime: _first, ...again } = shown
    expect(conditionsOf(typed({ ...again, isFirstTime: 'on' }))).toEqual(conditionsOf(form))
  })

  it('goes up at any time, and down to what is promised, with the figures', async () => {
    const { db } = test
    const { eventId, fundId } = await givenAccepted(db)
    const save = (budget: string, seen: string) =>
      saveFund(db, { eventId, fundId, form: typed({ budget, seen }), ...BY })
    const low = await save('1849.99', '1')
    expect(low).toMatchObject({
      refusals: [
        { code: 'fund-promised', details: { offered: 'USD 0.00', committed: 'USD 1850.00', least: 'USD 1850.00' } },
      ],
    })
    valueOf(await save('1850', '1'))
    expect(codesIn(await save('9000', '1'))).toEqual(['stale'])
    valueOf(await save('9000', '2'))
    expect((await fundOf(db, fundId)).budgetMinor).toBe(900_000)
  })

  it('keeps its currency and stays once awards are planned on it; else it goes', async () => {
    const { db } = test
    const { eventId, fundId } = await givenProposed(db)
    const form = typed({ currency: 'EUR', seen: '1' })
    expect(codesIn(await saveFund(db, { eventId, fundId, form, ...BY }))).toEqual(['fund-currency-used'])
    expect(codesIn(await removeFund(db, { eventId, fundId, ...BY }))).toEqual(['fund-used'])
    const unused = await givenFund(db, eventId, { conditions: [{ kind: 'first-time' }] })
    const foreign = await givenEvent(db)
    expect(codesIn(await removeFund(db, { eventId: foreign.id, fundId: unused, ...BY }))).toEqual(['gone'])
    valueOf(await removeFund(db, { eventId, fundId: unused, ...BY }))
  })

  it('has a code of its own', async () => {
    const { db } = test
    const { id: eventId } = await givenEvent(db)
    valueOf(await saveFund(db, { eventId, fundId: null, form: typed(), ...BY }))
    expect(codesIn(await saveFund(db, { eventId, fundId: null, form: typed(), ...BY }))).toEqual(['fund-code-taken'])
  })
})

describe('an award', () => {
  it('is paid by another fund when its rules, its currency and its money allow', async () => {
    const { db } = test
    const { eventId, awardId, fundId } = await givenAccepted(db)
    const move = (toFundId: string) => reassignShares(db, { eventId, awardId, fromFundId: fundId, toFundId, ...BY })
    const francs = await givenFund(db, eventId, { currency: 'RWF', budgetMinor: 10 * TOTAL })
    const men = await givenFund(db, eventId, { conditions: [{ kind: 'gender', genders: ['man'] }], budgetMinor: TOTAL })
    const poor = await givenFund(db, eventId, { budgetMinor: TOTAL - 1 })
    const rich = await givenFund(db, eventId, { budgetMinor: TOTAL })
    const foreign = await givenProposed(db)
    expect(codesIn(await move(francs))).toEqual(['fund-currency'])
    expect(codesIn(await move(men))).toEqual(['fund-conditions'])
    expect(codesIn(await move(poor))).toEqual(['fund-short'])
    expect(codesIn(await move(foreign.fundId))).toEqual(['fund-unknown'])
    valueOf(await move(rich))
    expect(await fundOf(db, fundId)).toMatchObject({ committedMinor: 0 })
    expect(await fundOf(db, rich)).toMatchObject({ committedMinor: TOTAL })
    expect(codesIn(await move(rich))).toEqual(['nothing-to-move'])
  })

  it('stays with the fund that has paid of it', async () => {
    const { db } = test
    const { eventId, awardId, fundId } = await givenAccepted(db)
    await givenPaidPayout(db, { awardId, kind: 'lodging', amountMinor: 1 })
    const toFundId = await givenFund(db, eventId, { budgetMinor: TOTAL })
    const moved = await reassignShares(db, { eventId, awardId, fromFundId: fundId, toFundId, ...BY })
    expect(codesIn(moved)).toEqual(['fund-paid-already'])
  })

  it('is put together by hand of several funds while it is proposed', async () => {
    const { db } = test
    const { eventId, awardId, fundId } = await givenProposed(db)
    const second = await givenFund(db, eventId)
    const francs = await givenFund(db, eventId, { currency: 'RWF' })
    const component = { kind: 'travel', payout: 'organizer', isCap: true, note: '' } as const
    const write = (shares: { fundId: string; amountMinor: number }[]) =>
      putTogether(db, { eventId, awardId, components: [{ ...component, shares }], ...BY })
    expect(codesIn(await write([{ fundId: francs, amountMinor: 5 }]))).toEqual(['fund-currency'])
    valueOf(
      await write([
        { fundId, amountMinor: 700 },
        { fundId: second, amountMinor: 300 },
      ]),
    )
    await offerAward(db, { awardId, ...BY })
    expect((await awardOf(db, awardId)).components).toMatchObject([{ kind: 'travel', amountMinor: 1000 }])
    expect(await fundOf(db, second)).toMatchObject({ offeredMinor: 300 })
    expect(codesIn(await write([{ fundId, amountMinor: 1 }]))).toEqual(['award-moved'])
  })

  it('gives back what it did not need, never what is paid or on its way', async () => {
    const { db } = test
    const { eventId, awardId, fundId } = await givenAccepted(db)
    await givenPurchase(db, { awardId, kind: 'lodging', amountMinor: 40_000 })
    const componentId = await componentOf(db, awardId, 'lodging')
    const give = (amountMinor?: number) =>
      returnMoney(db, { eventId, awardId, componentId, ...(amountMinor === undefined ? {} : { amountMinor }), ...BY })
    expect(codesIn(await give(2501))).toEqual(['nothing-to-return'])
    expect(valueOf(await give(1000))).toEqual({ returnedMinor: 1000 })
    expect(valueOf(await give())).toEqual({ returnedMinor: 1500 })
    expect(codesIn(await give())).toEqual(['nothing-to-return'])
    expect(await fundOf(db, fundId)).toMatchObject({ committedMinor: TOTAL - 2500 })
    expect(codesIn(await finishAward(db, { eventId, awardId, ...BY }))).toEqual(['payouts-open'])
  })

  it('is closed when nothing is on its way, and the rest goes back', async () => {
    const { db } = test
    const { eventId, awardId, fundId } = await givenAccepted(db)
    await givenPaidPayout(db, { awardId, kind: 'lodging', amountMinor: 40_000 })
    valueOf(await finishAward(db, { eventId, awardId, ...BY }))
    expect(await fundOf(db, fundId)).toMatchObject({ committedMinor: 40_000, paidMinor: 40_000 })
    expect(await awardOf(db, awardId)).toMatchObject({ state: 'ended', activeKey: null })
  })

  it('is known at the next call: of the series, and of anybody with the address', async () => {
    const { db } = test
    const { applicationId, event } = await givenAccepted(db)
    await givenProposed(db)
    const person = await db
      .selectFrom('people')
      .select('emailKey')
      .where('id', '=', await personOf(applicationId))
      .executeTakeFirstOrThrow()
    const ask = { emailKey: person.emailKey! }
    expect(await earlierAwards(db, ask)).toMatchObject([{ applicationId, year: 2027 }])
    expect(await earlierAwards(db, { ...ask, seriesId: event.seriesId })).toHaveLength(1)
    expect(await earlierAwards(db, { ...ask, seriesId: 'another' })).toEqual([])
    expect(await earlierAwards(db, { ...ask, exceptApplicationId: applicationId })).toEqual([])
  })
})

async function personOf(applicationId: string): Promise<string> {
  const row = await test.db
    .selectFrom('applications')
    .select('personId')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  return row.personId
}

it('a donor’s report tells money in full, few people as fewer than five, and names only of who agreed', async () => {
  const { db } = test
  const { eventId, awardId, fundId } = await givenAccepted(db)
  await givenPaidPayout(db, { awardId, kind: 'lodging', amountMinor: 40_000 })
  const report = (await fundReport(db, { eventId, fundId }))!
  expect(report).toMatchObject({ peopleCount: 1, names: [], countries: [{ value: 'KE', count: null }] })
  expect(report.parts).toContainEqual(
    expect.objectContaining({ kind: 'lodging', state: 'accepted', amountMinor: 42_500, paidMinor: 40_000 }),
  )
  valueOf(await setPublishing(db, { awardId, isPublic: true, ...BY }))
  expect((await fundReport(db, { eventId, fundId }))!.names).toHaveLength(1)
  valueOf(await setPublishing(db, { awardId, isPublic: false, ...BY }))
  expect((await fundReport(db, { eventId, fundId }))!.names).toEqual([])
  const foreign = await givenEvent(db)
  expect(await fundReport(db, { eventId: foreign.id, fundId })).toBeNull()
})
