import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { addFinanceEntry } from '#app/payments/finance/add-finance-entry.server.ts'
import type { PaperContent } from '#app/payments/papers/paper.ts'
import { issuePapers } from '#app/payments/papers/issue-papers.server.ts'
import { issueMissingPapers } from '#app/payments/papers/issue-missing-papers.server.ts'
import { issueReceipt } from '#app/payments/papers/issue-receipt.server.ts'
import { issuedPaper, papersOf, proForma } from '#app/payments/papers/queries.server.ts'
import { lockOrder } from '#app/payments/attempts/lock-attempt.server.ts'
import { newId } from '#app/values/id.ts'
import { transact } from '#db/transact.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenIssuer } from '#tests/support/statements/given-issuer.ts'

const actor = { kind: 'system' } as const

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(async () => {
  expect((await checkInvariants(given.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await given.close()
})

async function givenOrder(price = 55_000) {
  const event = await givenEvent(given.db, { tickets: [{ price }] })
  return await placed(given.db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { fullName: 'ሙከራ ምሳሌ' })] }))
}

/** As a seat that is given back leaves it: finance knows that money has to go back. */
async function addLine(orderId: string, amountMinor: number) {
  await transact(given.db, (db) =>
    addFinanceEntry(db, { kind: 'overpaid', subject: orderId, orderId, eventId: null, now: NOW }),
  )
  const line = { orderId, position: 9, kind: 'cancellation' as const, description: 'Seat given back', amountMinor }
  const none = { ticketTypeId: null, registrationId: null, priceStepKind: null, taxName: null, taxNote: null }
  await given.db
    .insertInto('orderLines')
    .values({ id: newId(NOW), ...line, ...none, currency: 'USD', createdAt: NOW })
    .execute()
}

const issue = (orderId: string, onlyToCorrect = false) =>
  transact(given.db, async (db) => {
    await lockOrder(db, orderId)
    await issuePapers(db, { orderId, now: NOW, actor, onlyToCorrect })
  })

test('who has paid has an invoice of everything that was agreed, once', async () => {
  await givenIssuer(given.db, { numberPrefix: 'ISOC' })
  const { orderId, code } = await givenOrder()
  expect(await papersOf(given.db, orderId)).toEqual([])
  await paid(given.db, orderId)
  await issue(orderId)
  expect(await papersOf(given.db, orderId)).toMatchObject([{ kind: 'invoice', amountMinor: 55_000, currency: 'USD' }])
  const paper = await issuedPaper(given.db, { orderId, number: null })
  expect(paper).toMatchObject({ number: 'ISOC2026-00001', orderCode: code, totalMinor: 55_000, corrects: null })
  expect(paper!.lines).toMatchObject([{ person: 'ሙከራ ምሳሌ', amountMinor: 55_000 }])
  // The money is here: it asks nobody to pay.
  expect(paper).toMatchObject({ account: null, dueOn: null })
})

test('what is taken back later is a credit note that names the invoice, and another payment changes neither', async () => {
  await givenIssuer(given.db, { numberPrefix: 'ISOC' })
  const { orderId } = await givenOrder()
  await paid(given.db, orderId)
  const before = await issuedPaper(given.db, { orderId, number: null })
  await addLine(orderId, -50_000)
  await issue(orderId, true)
  await issue(orderId, true)
  expect(await papersOf(given.db, orderId)).toMatchObject([
    { kind: 'invoice', number: 'ISOC2026-00001' },
    { kind: 'credit-note', number: 'ISOCC2026-00001', amountMinor: -50_000 },
  ])
  const credit = await issuedPaper(given.db, { orderId, number: 'ISOCC2026-00001' })
  expect(credit).toMatchObject({ kind: 'credit-note', corrects: 'ISOC2026-00001' })
  expect(await issuedPaper(given.db, { orderId, number: 'ISOC2026-00001' })).toEqual(before)
})

test('an order without an invoice has nothing to correct, and without an issuer there is no paper at all', async () => {
  const { orderId } = await givenOrder()
  await paid(given.db, orderId)
  await issue(orderId)
  expect(await papersOf(given.db, orderId)).toEqual([])
  await givenIssuer(given.db, { numberPrefix: 'ISOC' })
  await issue(orderId, true)
  expect(await papersOf(given.db, orderId)).toEqual([])
})

test('who paid before there was an issuer has an invoice as soon as there is one', async () => {
  const { orderId } = await givenOrder()
  const unpaid = await givenOrder()
  await paid(given.db, orderId)
  expect(await issueMissingPapers(given.db, { now: NOW })).toBe(0)
  await givenIssuer(given.db, { numberPrefix: 'ISOC' })
  expect(await issueMissingPapers(given.db, { now: NOW })).toBe(1)
  expect(await issueMissingPapers(given.db, { now: NOW })).toBe(0)
  expect(await papersOf(given.db, orderId)).toMatchObject([{ kind: 'invoice', amountMinor: 55_000 }])
  expect(await papersOf(given.db, unpaid.orderId)).toEqual([])
})

test('an unpaid order asks with a pro-forma, which has no number and is not kept', async () => {
  await givenIssuer(given.db, { numberPrefix: 'ISOC' })
  const { orderId } = await givenOrder()
  const paper = (await proForma(given.db, { orderId, now: NOW })) as PaperContent
  expect(paper).toMatchObject({ kind: 'pro-forma', number: null, totalMinor: 55_000 })
  expect(await papersOf(given.db, orderId)).toEqual([])
  await paid(given.db, orderId)
  expect(await proForma(given.db, { orderId, now: NOW })).toBeNull()
})

test('numbers run without a gap through orders that are rolled back and orders paid at once', async () => {
  await givenIssuer(given.db, { numberPrefix: 'ISOC' })
  const orders = []
  for (let at = 0; at < 8; at++) orders.push(await givenOrder())
  await Promise.all(
    orders.map(async ({ orderId }, at) => {
      if (at % 3 > 0) return await paid(given.db, orderId)
      const failed = transact(given.db, async (db) => {
        await lockOrder(db, orderId)
        await issuePapers(db, { orderId, now: NOW, actor })
        throw new Error('out of paper')
      })
      await expect(failed).rejects.toThrow('out of paper')
    }),
  )
  const rows = await given.db.selectFrom('invoices').select('sequence').orderBy('sequence').execute()
  expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
})

test('a receipt is numbered on its own, and one payment has one', async () => {
  await givenIssuer(given.db, { numberPrefix: 'ISOC' })
  const { orderId } = await givenOrder()
  await paid(given.db, orderId)
  const { id: paymentId } = await given.db.selectFrom('payments').select('id').executeTakeFirstOrThrow()
  const receipt = () => transact(given.db, (db) => issueReceipt(db, { paymentId, now: NOW, actor }))
  const [one, other] = [await receipt(), await receipt()]
  expect(one).toEqual(other)
  const papers = await papersOf(given.db, orderId)
  expect(papers.find(({ kind }) => kind === 'receipt')).toMatchObject({
    number: 'ISOCR2026-00001',
    amountMinor: 55_000,
  })
})
