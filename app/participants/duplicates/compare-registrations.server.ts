import type { Kysely } from 'kysely'
import { MERGE_FIELDS } from './merge-fields.ts'
import { balancesOf } from '#app/payments/balance.server.ts'
import type { Database } from '#db/schema.ts'

/** Two registrations of an event side by side, in a fixed number of queries; null when one of them cannot be merged. */
export async function compareRegistrations(
  db: Kysely<Database>,
  { eventId, ids }: { eventId: string; ids: [string, string] },
) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.ticketTypeId'])
    .select(['registrations.createdAt', 'registrations.orderId', 'orders.code as orderCode', ...MERGE_FIELDS])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.id', 'in', ids)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .where('registrations.mainRegistrationId', 'is', null)
    .execute()
  const balances = await balancesOf(
    db,
    rows.map(({ orderId }) => orderId),
  )
  const both = ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    const { lines, paid, due, currency } = balances.get(row.orderId)!
    return [{ ...row, billed: lines, paid, due, currency }]
  })
  return both.length === 2 ? ([both[0]!, both[1]!] as const) : null
}
