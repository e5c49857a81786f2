import type { Kysely } from 'kysely'
import { deletePriceRuleParts } from './save-price-rule.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a bundle or a group price; orders that were placed keep what they were placed with. */
export async function removePriceRule(
  db: Kysely<Database>,
  { eventId, ruleId, now, actor }: { eventId: string; ruleId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    const rule = await db
      .selectFrom('priceRules')
      .select(['kind', 'name'])
      .where('id', '=', ruleId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!rule) throw new Refused({ code: 'gone' as const })
    await deletePriceRuleParts(db, ruleId)
    await db.deleteFrom('priceRules').where('id', '=', ruleId).execute()
    await recordAudit(db, now, [
      { actor, action: 'price-rule.removed', objectKind: 'price-rule', objectId: ruleId, eventId, before: { ...rule } },
    ])
    await eventChanged(db, eventId, now)
  })
}
