import type { Kysely } from 'kysely'
import { lockEvent } from './lock-event.server.ts'
import { listTaxRules } from './rules.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a tax that no ticket type names; lines that were written with it stay as they are. */
export async function removeTaxRule(
  db: Kysely<Database>,
  { eventId, ruleId, now, actor }: { eventId: string; ruleId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'tax-used' | 'gone' | 'busy'>> {
  return await transact<void, 'tax-used' | 'gone'>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const rule = (await listTaxRules(db, eventId)).find(({ id }) => id === ruleId)
    if (!rule) throw new Refused({ code: 'gone' as const })
    if (rule.ticketTypes > 0) throw new Refused({ code: 'tax-used' as const, details: { count: rule.ticketTypes } })
    await db.deleteFrom('taxRules').where('id', '=', ruleId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'tax-rule.removed',
        objectKind: 'tax-rule',
        objectId: ruleId,
        eventId,
        before: { name: rule.name, rate: rule.rate },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
