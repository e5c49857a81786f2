import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, FinanceEntryKind } from '#db/schema.ts'

/** What finance had to see to has been seen to, in the transaction of what did it. Nothing when nothing is open. */
export async function settleEntries(
  db: Kysely<Database>,
  which: { kinds: FinanceEntryKind[] } & ({ subject: string } | { orderId: string } | { paymentId: string }),
  { now, actor }: { now: Instant; actor: Actor },
): Promise<void> {
  const { kinds, ...about } = which
  const [column, value] = Object.entries(about)[0] as ['subject' | 'orderId' | 'paymentId', string]
  const open = await db
    .selectFrom('financeEntries')
    .select(['id', 'kind', 'eventId'])
    .where('kind', 'in', kinds)
    .where(column, '=', value)
    .where('resolvedAt', 'is', null)
    .execute()
  if (open.length === 0) return
  await db
    .updateTable('financeEntries')
    .set({ resolvedAt: now, resolvedBy: actor.kind === 'account' ? (actor.id ?? null) : null })
    .where(
      'id',
      'in',
      open.map(({ id }) => id),
    )
    .execute()
  await recordAudit(
    db,
    now,
    open.map(({ id, kind, eventId }) => ({
      actor,
      action: 'finance-entry.resolved',
      objectKind: 'finance-entry',
      objectId: id,
      eventId,
      after: { kind },
    })),
  )
}
