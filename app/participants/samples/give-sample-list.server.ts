import type { Kysely } from 'kysely'
import { giveListOn } from '../files/links/give-list-on.server.ts'
import { LINK_HOURS } from '../files/links/link-hours.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Gives the list of a sample on, for as long as that goes; again without effect. Nobody is told the address. */
export async function giveSampleList(
  db: Kysely<Database>,
  { eventId, accountId, note, now }: { eventId: string; accountId: string; note: string; now: Instant },
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const known = await db.selectFrom('listLinks').select('id').where('eventId', '=', eventId).limit(1).execute()
    if (known.length > 0) return
    const list = { format: 'csv' as const, purpose: 'teaching' as const, query: '', language: 'en' }
    await giveListOn(db, { ...list, id: newId(now), eventId, accountId, note, hours: LINK_HOURS.at(-1)!, now })
  })
}
