import type { Kysely } from 'kysely'
import { isUsed } from './save-fund.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Removes a fund that no award has ever been planned on. */
export async function removeFund(
  db: Kysely<Database>,
  { eventId, fundId, now, actor }: { eventId: string; fundId: string; now: Instant; actor: Actor },
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const fund = await db
      .selectFrom('funds')
      .select(['code', 'budgetMinor', 'currency'])
      .where('id', '=', fundId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!fund) throw new Refused({ code: 'gone' })
    if (await isUsed(db, fundId)) throw new Refused({ code: 'fund-used' })
    await db.deleteFrom('fundConditions').where('fundId', '=', fundId).execute()
    await db.deleteFrom('funds').where('id', '=', fundId).execute()
    await recordAudit(db, now, [
      { actor, action: 'fund.removed', objectKind: 'fund', objectId: fundId, eventId, before: fund },
    ])
  })
}
