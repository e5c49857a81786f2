import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { testServices } from '#tests/support/app.ts'
import { givenAccepted, givenProposed } from '#tests/scholarships/given-award.ts'
import { givenPaidPayout } from '#tests/scholarships/given-payout.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let test: Awaited<ReturnType<typeof testServices>>

/** One award that is proposed, and one that was accepted and of which something was paid. */
beforeEach(async () => {
  test = await testServices()
  await givenProposed(test.db)
  const { awardId } = await givenAccepted(test.db)
  await givenPaidPayout(test.db, { awardId, kind: 'lodging', amountMinor: 40_000 })
  expect(await broken(test.db)).toEqual([])
})

afterEach(() => test.close())

/** What an untrue sentence looks like, made behind the commands' back, and a piece of each sentence that finds it. */
const DAMAGE: [name: string, sentences: string[], query: ReturnType<typeof sql>][] = [
  [
    'a budget below what was promised',
    ['than its budget'],
    sql`update funds set budget_minor = 1 where committed_minor > 0`,
  ],
  [
    'more paid than was committed',
    ['than its budget', 'counters of a fund'],
    sql`update funds set paid_minor = committed_minor + 1 where committed_minor > 0`,
  ],
  [
    'an offered sum that nobody is offered',
    ['counters of a fund'],
    sql`update funds set offered_minor = 1 where committed_minor = 0`,
  ],
  [
    'a committed sum that is too small',
    ['counters of a fund'],
    sql`update funds set committed_minor = committed_minor - 1 where committed_minor > 0`,
  ],
  [
    'a component that its shares do not make up',
    ['sum of its shares'],
    sql`update award_components set amount_minor = amount_minor + 1 where kind = 'travel' and state = 'proposed'`,
  ],
  [
    'more given back than there was',
    ['sum of its shares', 'payouts of a component'],
    sql`update award_shares set returned_minor = amount_minor + 1 where component_id in
      (select id from award_components where state = 'proposed')`,
  ],
  [
    'an award in another currency than its fund',
    ['in its currency'],
    sql`update awards set currency = 'EUR' where state = 'proposed'`,
  ],
  ['a payout in another currency', ['in its currency'], sql`update payouts set currency = 'EUR'`],
  [
    'a component that is further than its award',
    ['stands as its components'],
    sql`update award_components set state = 'declined' where state = 'proposed' and kind = 'fee'`,
  ],
  [
    'an award that is over and keeps its application',
    ['stands as its components', 'audit entry'],
    sql`update awards set state = 'ended' where state = 'accepted'`,
  ],
  ['a payout beyond what was committed', ['payouts of a component'], sql`update payouts set amount_minor = 99999999`],
  [
    'a paid payout without its shares',
    ['payouts of a component', 'counters of a fund'],
    sql`delete from payout_shares`,
  ],
  [
    'a payout that nobody is on record to have paid',
    ['audit entry'],
    sql`delete from audit_entries where action = 'payout.paid'`,
  ],
  [
    'an award that nobody is on record to have accepted',
    ['audit entry'],
    sql`delete from audit_entries where action = 'award.accepted'`,
  ],
]

it.each(DAMAGE)('finds %s', async (_name, sentences, query) => {
  await query.execute(test.db)
  const found = (await checkInvariants(test.db)).filter(({ violations }) => violations > 0)
  expect(found).toHaveLength(sentences.length)
  for (const sentence of sentences) expect(found.some(({ name }) => name.includes(sentence))).toBe(true)
})
