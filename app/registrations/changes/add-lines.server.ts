import type { Insertable, Kysely } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, OrderLinesTable } from '#db/schema.ts'

export type NewLine = Pick<Insertable<OrderLinesTable>, 'kind' | 'description' | 'amountMinor' | 'currency'> &
  Partial<
    Pick<
      Insertable<OrderLinesTable>,
      'ticketTypeId' | 'registrationId' | 'priceStepKind' | 'taxName' | 'taxRate' | 'taxMinor' | 'taxNote'
    >
  >

/**
 * Adds lines after those that an order has, with the order locked. Lines are never changed: a correction is another.
 * Returns the position of the first.
 */
export async function addLines(
  db: Kysely<Database>,
  { orderId, lines, now }: { orderId: string; lines: NewLine[]; now: Instant },
): Promise<number> {
  const last = await db
    .selectFrom('orderLines')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('orderId', '=', orderId)
    .executeTakeFirst()
  const from = Number(last?.position ?? 0) + 1
  if (lines.length === 0) return from
  const none = { ticketTypeId: null, registrationId: null, priceStepKind: null, taxName: null, taxNote: null }
  await db
    .insertInto('orderLines')
    .values(
      lines.map((line, at) => ({
        ...none,
        taxRate: 0,
        taxMinor: 0,
        ...line,
        id: newId(now),
        orderId,
        position: from + at,
        createdAt: now,
      })),
    )
    .execute()
  await db.updateTable('orders').set({ updatedAt: now }).where('id', '=', orderId).execute()
  return from
}
