import { type Kysely, sql } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Removes a ticket type that nobody ever registered with or waits for, and that no price rule and no campaign names;
 * others can only be closed.
 */
export async function removeTicketType(
  db: Kysely<Database>,
  { eventId, ticketTypeId, now, actor }: { eventId: string; ticketTypeId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'ticket-used' | 'ticket-linked' | 'gone' | 'busy'>> {
  return await transact<void, 'ticket-used' | 'ticket-linked' | 'gone'>(db, async (db) => {
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
    const link = await findLink(db, ticketTypeId)
    if (link !== null) throw new Refused({ code: 'ticket-linked' as const, details: { name: link } })
    await db
      .deleteFrom('ticketTypeMains')
      .where((row) => row.or([row('ticketTypeId', '=', ticketTypeId), row('mainTypeId', '=', ticketTypeId)]))
      .execute()
    await db
      .updateTable('ticketTypes')
      .set({ remoteTypeId: null })
      .where('eventId', '=', eventId)
      .where('remoteTypeId', '=', ticketTypeId)
      .execute()
    await db.deleteFrom('questionTicketTypes').where('ticketTypeId', '=', ticketTypeId).execute()
    await db.deleteFrom('priceSteps').where('ticketTypeId', '=', ticketTypeId).execute()
    await db.deleteFrom('ticketTypeQuotas').where('ticketTypeId', '=', ticketTypeId).execute()
    await db.deleteFrom('ticketTypeDays').where('ticketTypeId', '=', ticketTypeId).execute()
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

/** What names a ticket type so that it cannot go, by its name; null when nothing does. */
async function findLink(db: Kysely<Database>, ticketTypeId: string): Promise<string | null> {
  const rule = await db
    .selectFrom('priceRuleTypes')
    .innerJoin('priceRules', 'priceRules.id', 'priceRuleTypes.priceRuleId')
    .select('priceRules.name')
    .where('ticketTypeId', '=', ticketTypeId)
    .executeTakeFirst()
  const campaign = await db
    .selectFrom('voucherCampaignTypes')
    .innerJoin('voucherCampaigns', 'voucherCampaigns.id', 'voucherCampaignTypes.campaignId')
    .select('voucherCampaigns.name')
    .where('ticketTypeId', '=', ticketTypeId)
    .executeTakeFirst()
  const waiting = await db
    .selectFrom('waitingListPreferences')
    .innerJoin('waitingListEntries', 'waitingListEntries.id', 'waitingListPreferences.entryId')
    .select('waitingListEntries.code as name')
    .where('ticketTypeId', '=', ticketTypeId)
    .executeTakeFirst()
  return (rule ?? campaign ?? waiting)?.name ?? null
}
