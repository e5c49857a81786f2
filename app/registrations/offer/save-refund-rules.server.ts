import type { Kysely } from 'kysely'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import type { RefundRulesForm } from './refund-rules-form.ts'
import { listRefundRules, seenOfRefundRules } from './rules.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Puts these refund rules in the place of all that there were, in their order. What went back already stays so. */
export async function saveRefundRules(
  db: Kysely<Database>,
  { eventId, form, now, actor }: { eventId: string; form: RefundRulesForm; now: Instant; actor: Actor },
): Promise<Result<void, 'offer-stale' | 'busy'>> {
  return await transact<void, 'offer-stale'>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const before = await listRefundRules(db, eventId)
    refuseStale(form.seen, seenOfRefundRules(before))
    await db.deleteFrom('refundRules').where('eventId', '=', eventId).execute()
    const rows = form.rules.map((rule, position) => ({ id: newId(now), eventId, position, ...rule }))
    if (rows.length > 0) await db.insertInto('refundRules').values(rows).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'refund-rules.changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { rules: before.map(({ id: _, eventId: __, ...rule }) => rule) },
        after: { rules: form.rules },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
