import { type Kysely, sql } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a ticket type that nobody ever registered with; one with registrations can only be closed. */
export async function removeTicketType(
  db: Kysely<Database>,
  { eventId, ticketTypeId, now, actor }: { eventId: string; ticketTypeId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'ticket-used' | 'gone' | 'busy'>> {
  return await transact<void, 'ticket-used' | 'gone'>(db, async (db) => {
    const type = await db
      .selectFrom('ticketTypes')
      .select('code')
      .where('id', '=', ticketTypeId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!type) throw new Refused({ code: 'gone' as const })
    const { count } = await db
      .selectFrom('registrations')
      .select(sql<number>`count(*)`.as('count'))
      .where('ticketTypeId', '=', ticketTypeId)
      .executeTakeFirstOrThrow()
    if (Number(count) > 0) throw new Refused({ code: 'ticket-used' as const, details: { count: Number(count) } })
    await db.deleteFrom('questionTicketTypes').where('ticketTypeId', '=', ticketTypeId).execute()
    await db.deleteFrom('priceSteps').where('ticketTypeId', '=', ticketTypeId).execute()
    await db.deleteFrom('ticketTypeQuotas').where('ticketTypeId', '=', ticketTypeId).execute()
    await db.deleteFrom('ticketTypeTexts').where('ticketTypeId', '=', ticketTypeId).execute()
    await db.deleteFrom('ticketTypes').where('id', '=', ticketTypeId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'ticket-type.removed',
        objectKind: 'ticket-type',
        objectId: ticketTypeId,
        eventId,
        before: { code: type.code },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
