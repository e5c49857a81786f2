import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, EventFormat } from '#db/schema.ts'

export interface FirstOffer {
  seats: number
  /** What the pool of seats and the ticket are called. */
  names: { pool: string; ticket: string }
}

/** So many seats and one free ticket that everybody may register for. To be called in the transaction that makes the event. */
export async function writeFirstOffer(
  db: Kysely<Database>,
  event: { id: string; language: string; format: EventFormat },
  { seats, names }: FirstOffer,
  { now, actor }: { now: Instant; actor: Actor },
): Promise<void> {
  const eventId = event.id
  const [quotaId, ticketTypeId] = [newId(now), newId(now)]
  const quota = { name: names.pool, size: seats, overBy: 0, trackId: null }
  const type = {
    code: 'FREE',
    admission: 'open',
    attendance: event.format === 'online' ? 'online' : 'onsite',
    minPerOrder: 0,
    maxPerOrder: 10,
  } as const
  await db
    .insertInto('quotas')
    .values({ ...quota, id: quotaId, eventId, taken: 0, position: 0 })
    .execute()
  await db
    .insertInto('ticketTypes')
    .values({
      ...type,
      id: ticketTypeId,
      eventId,
      trackId: null,
      position: 0,
      isHidden: 0,
      isClosed: 0,
      allowsRepeat: 0,
      onSaleFromAt: null,
      onSaleUntilAt: null,
    })
    .execute()
  await db
    .insertInto('ticketTypeTexts')
    .values({ ticketTypeId, language: event.language, name: names.ticket, description: '' })
    .execute()
  await db.insertInto('ticketTypeQuotas').values({ ticketTypeId, quotaId }).execute()
  await recordAudit(db, now, [
    { actor, action: 'quota.added', objectKind: 'quota', objectId: quotaId, eventId, after: quota },
    {
      actor,
      action: 'ticket-type.added',
      objectKind: 'ticket-type',
      objectId: ticketTypeId,
      eventId,
      after: { ...type, name: names.ticket, quotaIds: [quotaId] },
    },
  ])
}
