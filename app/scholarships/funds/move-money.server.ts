import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import { plainAmount } from '#app/values/money.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** By how much the two counters of a fund change. */
export interface Movement {
  fundId: string
  offeredMinor: number
  committedMinor: number
}

/**
 * Changes what funds have offered and committed: one guarded update per fund, in ascending id, so that two people
 * never get the same last euro and nobody waits for each other in a circle.
 * @throws Refused `fund-short` when one would go beyond its budget.
 */
export async function moveMoney(db: Kysely<Database>, movements: readonly Movement[], now: Instant): Promise<void> {
  for (const [fundId, { offeredMinor, committedMinor }] of perFund(movements)) {
    if (offeredMinor === 0 && committedMinor === 0) continue
    const more = offeredMinor + committedMinor
    const { numUpdatedRows } = await db
      .updateTable('funds')
      .set((row) => ({
        offeredMinor: row('offeredMinor', '+', offeredMinor),
        committedMinor: row('committedMinor', '+', committedMinor),
        updatedAt: now,
      }))
      .where('id', '=', fundId)
      .$if(more > 0, (query) =>
        query.where((row) =>
          row(row(row('offeredMinor', '+', row.ref('committedMinor')), '+', more), '<=', row.ref('budgetMinor')),
        ),
      )
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw await fundShort(db, fundId)
  }
}

function perFund(movements: readonly Movement[]): [string, Omit<Movement, 'fundId'>][] {
  const sums = new Map<string, Omit<Movement, 'fundId'>>()
  for (const { fundId, offeredMinor, committedMinor } of movements) {
    const sum = sums.get(fundId) ?? { offeredMinor: 0, committedMinor: 0 }
    sums.set(fundId, {
      offeredMinor: sum.offeredMinor + offeredMinor,
      committedMinor: sum.committedMinor + committedMinor,
    })
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

async function fundShort(db: Kysely<Database>, fundId: string): Promise<Refused> {
  const { name, currency, budgetMinor, offeredMinor, committedMinor } = await db
    .selectFrom('funds')
    .select(['name', 'currency', 'budgetMinor', 'offeredMinor', 'committedMinor'])
    .where('id', '=', fundId)
    .executeTakeFirstOrThrow()
  const free = plainAmount({ amountMinor: budgetMinor - offeredMinor - committedMinor, currency })
  return new Refused({ code: 'fund-short', details: { fund: name, free: `${currency} ${free}` } })
}
