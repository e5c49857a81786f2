import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { type Desk, givenDesk } from '#tests/support/statements/given-desk.ts'
import { broken } from '#tests/support/stripe/given-shop.ts'
import { undoMatch } from '#app/payments/statements/undo-match.server.ts'

let desk: Desk

/** One line matched, one match undone, one line that nobody placed. */
beforeEach(async () => {
  desk = await givenDesk(testServices)
  const [kept, undone] = [await desk.order(), await desk.order()]
  await desk.importEntries([
    { amount: '125.00', text: kept.code },
    { amount: '125.00', text: undone.code },
    { amount: '7.00', text: 'interest' },
  ])
  const lines = await desk.lines()
  const payments = await desk.payments()
  const line = lines[1]!
  const payment = payments.find(({ providerReference }) => providerReference === line.id)!
  await undoMatch(desk.db, {
    lineId: line.id,
    paymentId: payment.id,
    reach: 'all',
    accountId: desk.accountId,
    now: NOW,
  })
  expect(await broken(desk.db)).toEqual([])
})

afterEach(() => desk.close())

const LINES = 'of a line of a bank statement no more is matched than its amount, and its state says how much'
const MATCHES =
  'every match of a line is a payment by bank transfer of that order and amount, and every such payment a match'
const REVERSALS =
  'a payment that takes another back takes the whole of it, of the same order, and leaves nothing to refund'
const STATEMENTS = 'a statement that is done has worked on all its lines, and none on more than it has'
const NEGATIVE = 'no payment is negative but one that takes another back, and none is refunded beyond its amount'

it.each([
  ['a line that says it is matched and is not', LINES, sql`update statement_lines set state = 'matched'`],
  ['a line that is matched and says it is not', LINES, sql`update statement_lines set state = 'set-aside'`],
  ['a line that became smaller than what it paid', LINES, sql`update statement_lines set amount_minor = 5`],
  ['a match of another amount', MATCHES, sql`update statement_matches set amount_minor = 1 where amount_minor > 0`],
  ['a payment of a line that is no match', MATCHES, sql`delete from statement_matches`],
  ['a match that was no bank transfer', MATCHES, sql`update payments set method = 'desk'`],
  ['half a payment taken back', REVERSALS, sql`update payments set amount_minor = -1 where amount_minor < 0`],
  ['a payment below zero that takes nothing back', NEGATIVE, sql`update payments set reverses_id = null`],
  ['a statement that is done too early', STATEMENTS, sql`update statements set done_count = 1`],
])('the check finds %s', async (_, name, damage) => {
  await damage.execute(desk.db)
  expect((await broken(desk.db)).map((one) => one.name)).toContain(name)
})
