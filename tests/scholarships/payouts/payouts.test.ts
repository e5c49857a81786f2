import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fundOf, givenAccepted, givenFund, SYSTEM } from '../given-award.ts'
import {
  APPROVER,
  CHECKER,
  codesIn,
  componentOf,
  givenFile,
  givenPaidPayout,
  givenPurchase,
  givenReceipt,
  valueOf,
} from '../given-payout.ts'
import { endAward } from '#app/scholarships/awards/end-award.server.ts'
import { approvePayout } from '#app/scholarships/payouts/approve-payout.server.ts'
import { checkPayout } from '#app/scholarships/payouts/check-payout.server.ts'
import { claimReceipt } from '#app/scholarships/payouts/claim-receipt.server.ts'
import { handStipend } from '#app/scholarships/payouts/hand-stipend.server.ts'
import { payPayout } from '#app/scholarships/payouts/pay-payout.server.ts'
import { recordPurchase } from '#app/scholarships/payouts/record-purchase.server.ts'
import { refusePayout } from '#app/scholarships/payouts/refuse-payout.server.ts'
import { transact } from '#db/transact.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let test: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  test = await testServices()
})

afterEach(async () => {
  expect(await broken(test.db)).toEqual([])
  await test.close()
})

const FINANCE = { reach: 'all' as const, accountId: APPROVER, now: NOW }

async function stateOf(id: string) {
  return await test.db.selectFrom('payouts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

describe('a receipt', () => {
  it('is claimed, checked, approved and paid, and the holder hears of it', async () => {
    const { db } = test
    const { awardId, eventId, fundId } = await givenAccepted(db)
    const payoutId = await givenReceipt(db, { awardId, amountMinor: 8000 })
    expect(await stateOf(payoutId)).toMatchObject({ state: 'claimed', amountMinor: 8000 })
    const checked = {
      eventId,
      payoutId,
      amountMinor: 7500,
      note: 'Without the phone call',
      accountId: CHECKER,
      now: NOW,
    }
    valueOf(await checkPayout(db, checked))
    valueOf(await approvePayout(db, { payoutId, ...FINANCE }))
    valueOf(await payPayout(db, { payoutId, reference: 'SEPA 77', ...FINANCE }))
    expect(await stateOf(payoutId)).toMatchObject({
      state: 'paid',
      amountMinor: 7500,
      checkedBy: CHECKER,
      approvedBy: APPROVER,
      paidBy: APPROVER,
      reference: 'SEPA 77',
    })
    expect(await fundOf(db, fundId)).toMatchObject({ paidMinor: 7500, committedMinor: 185_000 })
    const mails = await db.selectFrom('messages').select(['template', 'subjectId', 'occasion']).execute()
    expect(mails).toEqual([{ template: 'award-reimbursed', subjectId: awardId, occasion: payoutId }])
  })

  it('in another currency claims nothing until somebody says what it is', async () => {
    const { db } = test
    const { awardId, eventId } = await givenAccepted(db)
    const payoutId = await givenReceipt(db, { awardId, amountMinor: 100_000, currency: 'RWF' })
    expect(await stateOf(payoutId)).toMatchObject({ amountMinor: 0, currency: 'USD' })
    const input = { eventId, payoutId, note: '1 USD = 1,400 RWF', accountId: CHECKER, now: NOW }
    expect(codesIn(await checkPayout(db, { ...input, amountMinor: 10_001 }))).toEqual(['payout-too-much'])
    valueOf(await checkPayout(db, { ...input, amountMinor: 7143 }))
  })

  it('claims no more than what is left, and nothing when nothing is', async () => {
    const { db } = test
    const { awardId, eventId } = await givenAccepted(db)
    const first = await givenReceipt(db, { awardId, amountMinor: 9000 })
    const second = await givenReceipt(db, { awardId, amountMinor: 9000 })
    expect((await stateOf(second)).amountMinor).toBe(1000)
    const componentId = await componentOf(db, awardId, 'visa')
    const claim = { awardId, componentId, description: '', formKey: randomUUID(), now: NOW, actor: SYSTEM }
    const amount = { amountMinor: 1, currency: 'USD' }
    const fileId = await givenFile(db, eventId)
    expect(codesIn(await claimReceipt(db, { ...claim, amount, fileId }))).toEqual(['payout-nothing-left'])
    valueOf(
      await refusePayout(db, {
        payoutId: first,
        reason: 'Not readable',
        by: { eventId },
        accountId: CHECKER,
        now: NOW,
      }),
    )
    valueOf(await claimReceipt(db, { ...claim, amount, fileId }))
  })

  it('sent twice is one, and its file stays', async () => {
    const { db } = test
    const { awardId, eventId } = await givenAccepted(db)
    const [componentId, fileId] = [await componentOf(db, awardId, 'visa'), await givenFile(db, eventId)]
    const claim = { awardId, componentId, fileId, description: 'Fee', formKey: 'the-form', now: NOW, actor: SYSTEM }
    const send = () => claimReceipt(db, { ...claim, amount: { amountMinor: 10_000, currency: 'USD' } })
    const [one, two] = await Promise.all([send(), send()])
    expect(valueOf(one).id).toBe(valueOf(two).id)
    expect(await db.selectFrom('payoutReceipts').select('fileId').execute()).toEqual([{ fileId }])
    expect(await db.selectFrom('files').select('eraseAt').where('id', '=', fileId).execute()).toEqual([
      { eraseAt: null },
    ])
  })

  it('is not taken for what is bought, or for somebody else’s component', async () => {
    const { db } = test
    const [{ awardId, eventId }, other] = [await givenAccepted(db), await givenAccepted(db)]
    const fileId = await givenFile(db, eventId)
    const claim = {
      awardId,
      fileId,
      description: '',
      now: NOW,
      actor: SYSTEM,
      amount: { amountMinor: 1, currency: 'USD' },
    }
    const send = async (id: string) =>
      codesIn(await claimReceipt(db, { ...claim, componentId: id, formKey: randomUUID() }))
    expect(await send(await componentOf(db, awardId, 'travel'))).toEqual(['payout-way'])
    expect(await send(await componentOf(db, other.awardId, 'visa'))).toEqual(['component-unknown'])
  })
})

describe('a payout', () => {
  it('goes no other way', async () => {
    const { db } = test
    const { awardId, eventId } = await givenAccepted(db)
    const payoutId = await givenReceipt(db, { awardId, amountMinor: 500 })
    const steps = {
      check: () => checkPayout(db, { eventId, payoutId, amountMinor: 500, note: '', accountId: CHECKER, now: NOW }),
      approve: () => approvePayout(db, { payoutId, ...FINANCE }),
      pay: () => payPayout(db, { payoutId, reference: 'X', ...FINANCE }),
      refuse: () => refusePayout(db, { payoutId, reason: 'no', by: { reach: 'all' }, accountId: APPROVER, now: NOW }),
    }
    const refuseAll = async (...names: (keyof typeof steps)[]) => {
      for (const name of names) expect([name, codesIn(await steps[name]())]).toEqual([name, ['payout-moved']])
    }
    await refuseAll('approve', 'pay')
    valueOf(await steps.check())
    await refuseAll('check', 'pay')
    valueOf(await steps.approve())
    await refuseAll('check', 'approve')
    const byOrganizer = { payoutId, reason: 'no', by: { eventId }, accountId: CHECKER, now: NOW }
    expect(codesIn(await refusePayout(db, byOrganizer))).toEqual(['payout-moved'])
    valueOf(await steps.pay())
    await refuseAll('check', 'approve', 'refuse')
    valueOf(await steps.pay())
    const shares = await db.selectFrom('payoutShares').select('amountMinor').execute()
    expect(shares).toEqual([{ amountMinor: 500 }])
    expect(codesIn(await payPayout(db, { payoutId, reference: 'OTHER', ...FINANCE }))).toEqual(['payout-moved'])
  })

  it('that is paid by two at once is paid once', async () => {
    const { db } = test
    const { awardId, fundId } = await givenAccepted(db)
    const payoutId = await givenPurchase(db, { awardId, kind: 'lodging', amountMinor: 40_000 })
    valueOf(await approvePayout(db, { payoutId, ...FINANCE }))
    await Promise.all(['A', 'B', 'A'].map((reference) => payPayout(db, { payoutId, reference, ...FINANCE })))
    expect((await fundOf(db, fundId)).paidMinor).toBe(40_000)
  })

  it('is not another event’s, nor beyond somebody’s reach', async () => {
    const { db } = test
    const { awardId, eventId } = await givenAccepted(db)
    const foreign = await givenEvent(db)
    const payoutId = await givenReceipt(db, { awardId, amountMinor: 500 })
    const check = { payoutId, amountMinor: 500, note: '', accountId: CHECKER, now: NOW }
    expect(codesIn(await checkPayout(db, { ...check, eventId: foreign.id }))).toEqual(['payout-unknown'])
    valueOf(await checkPayout(db, { ...check, eventId }))
    const outside = { payoutId, accountId: APPROVER, now: NOW, reach: { seriesIds: [], eventIds: [foreign.id] } }
    expect(codesIn(await approvePayout(db, outside))).toEqual(['payout-unknown'])
    expect(codesIn(await payPayout(db, { ...outside, reference: 'X' }))).toEqual(['payout-unknown'])
    expect(codesIn(await refusePayout(db, { ...outside, reason: '', by: { reach: outside.reach } }))).toEqual([
      'payout-unknown',
    ])
    const purchase = { awardId, componentId: await componentOf(db, awardId, 'lodging'), amountMinor: 1, note: '' }
    const bought = await recordPurchase(db, {
      ...purchase,
      eventId: foreign.id,
      formKey: 'k',
      accountId: CHECKER,
      now: NOW,
    })
    expect(codesIn(bought)).toEqual(['award-unknown'])
  })

  it('is agreed to by somebody else than who checked it, where there is somebody else', async () => {
    const { db } = test
    const { awardId, event } = await givenAccepted(db)
    const payoutId = await givenPurchase(db, { awardId, kind: 'lodging', amountMinor: 40_000 })
    const second = await givenAccount(db, 'finance@example.org', [
      { role: 'finance', scope: 'series', scopeId: event.seriesId },
    ])
    const step = { payoutId, reach: 'all' as const, now: NOW }
    expect(codesIn(await approvePayout(db, { ...step, accountId: CHECKER }))).toEqual(['payout-own-check'])
    await db.updateTable('accounts').set({ isDisabled: 1 }).where('id', '=', second.accountId).execute()
    valueOf(await approvePayout(db, { ...step, accountId: CHECKER }))
  })

  it('comes out of the funds that pay its component, each up to its share', async () => {
    const { db } = test
    const accepted = await givenAccepted(db, { components: [{ kind: 'lodging', amountMinor: 1000 }] })
    const { awardId, eventId, fundId } = accepted
    const componentId = await componentOf(db, awardId, 'lodging')
    const second = await givenFund(db, eventId, { committedMinor: 600 })
    // As an organizer puts it together by hand: two funds for one component.
    await db.updateTable('awardShares').set({ amountMinor: 400 }).where('fundId', '=', fundId).execute()
    await db.updateTable('funds').set({ committedMinor: 400 }).where('id', '=', fundId).execute()
    await db
      .insertInto('awardShares')
      .values({ componentId, fundId: second, amountMinor: 600, returnedMinor: 0 })
      .execute()
    await givenPaidPayout(db, { awardId, kind: 'lodging', amountMinor: 500 })
    await givenPaidPayout(db, { awardId, kind: 'lodging', amountMinor: 500 })
    expect((await fundOf(db, fundId)).paidMinor).toBe(400)
    expect((await fundOf(db, second)).paidMinor).toBe(600)
  })

  it('never goes beyond what its component has left, even two at once', async () => {
    const { db } = test
    const { awardId, eventId } = await givenAccepted(db)
    const componentId = await componentOf(db, awardId, 'lodging')
    const buy = () => {
      const purchase = { eventId, awardId, componentId, amountMinor: 30_000, note: '', accountId: CHECKER, now: NOW }
      return recordPurchase(db, { ...purchase, formKey: randomUUID() })
    }
    const bought = await Promise.all([buy(), buy()])
    expect(bought.flatMap(codesIn)).toEqual(['payout-too-much'])
    expect(bought.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ details: { left: 'USD 125.00' } }] })
  })

  it('on its way keeps its money when the award is withdrawn, and is still paid', async () => {
    const { db } = test
    const { awardId, fundId } = await givenAccepted(db)
    const payoutId = await givenPurchase(db, { awardId, kind: 'lodging', amountMinor: 40_000 })
    valueOf(await transact(db, (db) => endAward(db, { awardId, to: 'withdrawn', now: NOW, actor: SYSTEM })))
    expect(await fundOf(db, fundId)).toMatchObject({ committedMinor: 40_000 })
    valueOf(await approvePayout(db, { payoutId, ...FINANCE }))
    valueOf(await payPayout(db, { payoutId, reference: 'LATE', ...FINANCE }))
    expect(await fundOf(db, fundId)).toMatchObject({ committedMinor: 40_000, paidMinor: 40_000 })
  })
})

describe('the gates', () => {
  const purchase = async (awardId: string, eventId: string) => {
    const componentId = await componentOf(test.db, awardId, 'travel')
    const row = { eventId, awardId, componentId, amountMinor: 90_000, note: '', accountId: CHECKER, now: NOW }
    return recordPurchase(test.db, { ...row, formKey: randomUUID() })
  }

  it.each(['unknown', 'needed', 'letter-issued', 'applied', 'refused'] as const)(
    'keep a ticket from being bought while the visa is %s',
    async (visa) => {
      const { awardId, eventId } = await givenAccepted(test.db)
      await test.db.updateTable('awards').set({ visa }).where('id', '=', awardId).execute()
      expect(codesIn(await purchase(awardId, eventId))).toEqual(['gate-visa'])
    },
  )

  it.each(['not-needed', 'granted'] as const)('let it be bought when the visa is %s', async (visa) => {
    const { awardId, eventId } = await givenAccepted(test.db)
    await test.db.updateTable('awards').set({ visa }).where('id', '=', awardId).execute()
    expect(codesIn(await purchase(awardId, eventId))).toEqual([])
  })

  it('ask again before it is paid: a visa may be refused after all', async () => {
    const { db } = test
    const { awardId, eventId } = await givenAccepted(db, { needsVisa: 0 })
    const payoutId = valueOf(await purchase(awardId, eventId)).id
    await db.updateTable('awards').set({ visa: 'refused' }).where('id', '=', awardId).execute()
    expect(codesIn(await approvePayout(db, { payoutId, ...FINANCE }))).toEqual(['gate-visa'])
  })

  it('hand a stipend out to who has visa and ticket only, once', async () => {
    const { db } = test
    const { awardId, eventId, fundId } = await givenAccepted(db)
    const componentId = await componentOf(db, awardId, 'per-diem')
    const hand = (formKey: string) => {
      const input = { eventId, awardId, componentId, reference: 'Sheet 1, line 4', accountId: CHECKER, now: NOW }
      return handStipend(db, { ...input, formKey })
    }
    expect(codesIn(await hand('one'))).toEqual(['gate-visa'])
    await db.updateTable('awards').set({ visa: 'granted' }).where('id', '=', awardId).execute()
    expect(codesIn(await hand('one'))).toEqual(['gate-ticket'])
    await db.updateTable('awards').set({ ticketInHandAt: NOW }).where('id', '=', awardId).execute()
    const [one, two] = await Promise.all([hand('one'), hand('one')])
    expect(valueOf(one).id).toBe(valueOf(two).id)
    expect(codesIn(await hand('other'))).toEqual(['payout-nothing-left'])
    expect((await fundOf(db, fundId)).paidMinor).toBe(22_500)
  })
})
