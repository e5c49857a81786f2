import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a pool of seats that no ticket type draws on and nobody ever took a seat from. */
export async function removeQuota(
  db: Kysely<Database>,
  { eventId, quotaId, now, actor }: { eventId: string; quotaId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'quota-used' | 'gone' | 'busy'>> {
  return await transact<void, 'quota-used' | 'gone'>(db, async (db) => {
    const quota = await db
      .selectFrom('quotas')
      .select(['name', 'size'])
      .where('id', '=', quotaId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!quota) throw new Refused({ code: 'gone' as const })
    const [type, seat] = [
      await db.selectFrom('ticketTypeQuotas').select('quotaId').where('quotaId', '=', quotaId).executeTakeFirst(),
      await db.selectFrom('registrationSeats').select('quotaId').where('quotaId', '=', quotaId).executeTakeFirst(),
    ]
    const others = [
      await db.selectFrom('reservedSeats').select('quotaId').where('quotaId', '=', quotaId).executeTakeFirst(),
      await db.selectFrom('waitingListQuotas').select('quotaId').where('quotaId', '=', quotaId).executeTakeFirst(),
    ]
    if (type || seat || others.some(Boolean)) throw new Refused({ code: 'quota-used' as const })
    await db.deleteFrom('quotas').where('id', '=', quotaId).execute()
    await recordAudit(db, now, [
      { actor, action: 'quota.removed', objectKind: 'quota', objectId: quotaId, eventId, before: { ...quota } },
    ])
    await eventChanged(db, eventId, now)
  })
}
