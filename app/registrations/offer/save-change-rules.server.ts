import type { Kysely } from 'kysely'
import type { ChangeRulesForm } from './change-rules-form.ts'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import { findChangeRules } from './rules.server.ts'
import { seenOf } from '#app/values/seen.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Sets what people may change themselves, and until when. */
export async function saveChangeRules(
  db: Kysely<Database>,
  { eventId, form, now, actor }: { eventId: string; form: ChangeRulesForm; now: Instant; actor: Actor },
): Promise<Result<void, 'offer-stale' | 'busy'>> {
  return await transact<void, 'offer-stale'>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const before = await findChangeRules(db, eventId)
    refuseStale(form.seen, seenOf(before))
    const { seen: _, endsRefunded, ...rules } = form
    const columns = { ...rules, endsRefunded: flag(endsRefunded) }
    if (before) await db.updateTable('changeRules').set(columns).where('eventId', '=', eventId).execute()
    else
      await db
        .insertInto('changeRules')
        .values({ eventId, ...columns })
        .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'change-rules.changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        ...(before ? { before: { ...before } } : {}),
        after: columns,
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
