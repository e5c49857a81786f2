import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Stands with an entry whose money a job is to send back. */
export const RETURNING = 'returning'

/**
 * Finance lets all the money of a cancelled event go back: marks what waits for it, and a job does the rest, order by
 * order (`returnMarked`). Marking twice marks once. Returns how many payments are marked by this call.
 */
export async function refundEvent(
  db: Kysely<Database>,
  { eventId, accountId, reach, now }: { eventId: string; accountId: string; reach: Reach; now: Instant },
): Promise<Result<{ marked: number }, 'event-unknown' | 'busy'>> {
  return await transact<{ marked: number }, 'event-unknown'>(db, async (db) => {
    const known = await moneyWithin(db, reach)
      .select('orders.id')
      .where('orders.eventId', '=', eventId)
      .executeTakeFirst()
    if (!known) throw new Refused({ code: 'event-unknown' })
    const orders = db.selectFrom('orders').select('id').where('eventId', '=', eventId)
    const { numUpdatedRows } = await db
      .updateTable('financeEntries')
      .set({ note: RETURNING })
      .where('kind', '=', 'event-cancelled')
      .where('orderId', 'in', orders)
      .where('resolvedAt', 'is', null)
      .where((row) => row.or([row('note', 'is', null), row('note', '<>', RETURNING)]))
      .executeTakeFirst()
    const marked = Number(numUpdatedRows)
    if (marked > 0)
      await recordAudit(db, now, [
        {
          actor: { kind: 'account', id: accountId },
          action: 'event.refunding',
          objectKind: 'event',
          objectId: eventId,
          eventId,
          after: { payments: marked },
        },
      ])
    return { marked }
  })
}

export interface EventRefunds {
  /** Payments whose money finance has not decided about, and those that wait for the job. */
  undecided: number
  marked: number
  /** Attempts by state. */
  underWay: number
  manual: number
  done: number
  failed: number
}

/** How far sending everything back has come. */
export async function eventRefunds(db: Kysely<Database>, eventId: string): Promise<EventRefunds> {
  const entries = await db
    .selectFrom('financeEntries')
    .innerJoin('orders', 'orders.id', 'financeEntries.orderId')
    .select((eb) => ['financeEntries.note', eb.fn.countAll<number>().as('count')])
    .where('orders.eventId', '=', eventId)
    .where('financeEntries.kind', '=', 'event-cancelled')
    .where('financeEntries.resolvedAt', 'is', null)
    .groupBy('financeEntries.note')
    .execute()
  const attempts = await db
    .selectFrom('refundAttempts')
    .innerJoin('orders', 'orders.id', 'refundAttempts.orderId')
    .select((eb) => ['refundAttempts.state', eb.fn.countAll<number>().as('count')])
    .where('orders.eventId', '=', eventId)
    .where('refundAttempts.reason', '=', 'event-cancelled')
    .groupBy('refundAttempts.state')
    .execute()
  const of = (...states: string[]) =>
    attempts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + Number(count), 0)
  const noted = (isMarked: boolean) =>
    entries.filter(({ note }) => (note === RETURNING) === isMarked).reduce((sum, { count }) => sum + Number(count), 0)
  return {
    undecided: noted(false),
    marked: noted(true),
    underWay: of('starting', 'pending', 'unknown'),
    manual: of('manual', 'approval'),
    done: of('done'),
    failed: of('failed', 'refused'),
  }
}
