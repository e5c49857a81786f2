import type { Kysely } from 'kysely'
import { addFinanceEntry } from '../finance/add-finance-entry.server.ts'
import { balanceOf } from '../balance.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { openChanges } from '#app/registrations/changes/open-changes.server.ts'
import { confirmSeats } from '#app/registrations/seats/confirm-seats.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * After something was taken off an order: if the rest is paid by now, what waited for it is done, held seats and
 * changes of ticket alike. With the order locked.
 */
export async function confirmIfPaid(
  db: Kysely<Database>,
  { orderId, eventId, now, actor }: { orderId: string; eventId: string; now: Instant; actor: Actor },
): Promise<void> {
  if ((await balanceOf(db, orderId))!.due > 0) return
  const held = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', '=', 'held')
    .limit(1)
    .executeTakeFirst()
  const waiting = (await openChanges(db, { orderId })).some(({ kind }) => kind !== 'person')
  if (!held && !waiting) return
  const { missing, unchanged } = await confirmSeats(db, { orderId, now, actor })
  if (missing.length + unchanged.length > 0)
    await addFinanceEntry(db, { kind: 'overpaid', subject: `${orderId} ${now}`, orderId, eventId, now })
}
