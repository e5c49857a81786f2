import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** The row of an event's roster, as it goes without saying, where there is none yet: in a transaction that changes it. */
export async function ensureRoster(db: Kysely<Database>, eventId: string, now: Instant): Promise<void> {
  await db
    .insertInto('rosters')
    .ignore()
    .values({
      eventId,
      freezeOn: '',
      minimum: null,
      frozenAt: null,
      frozenBy: null,
      decision: 'open',
      decidedBy: null,
      decidedAt: null,
      note: '',
      version: 1,
      updatedAt: now,
    })
    .execute()
}
