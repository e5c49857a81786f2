import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface NoteApplication {
  applicationId: string
  note: string
  /** Of the note that the form was filled in over. */
  seen: string
  now: Instant
  actor: Actor
}

/** Keeps what organizers note about an application. What it says is personal: the log knows only that it changed. */
export async function noteApplication(
  db: Kysely<Database>,
  { applicationId, note, seen, now, actor }: NoteApplication,
): Promise<Result<void, 'offer-stale' | 'busy'>> {
  return await transact<void, 'offer-stale'>(db, async (db) => {
    const before = await db
      .selectFrom('applications')
      .select(['note', 'eventId'])
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    if (seenOf(before.note) !== seen) throw new Refused({ code: 'offer-stale' as const })
    const { numUpdatedRows } = await db
      .updateTable('applications')
      .set({ note, updatedAt: now })
      .where('id', '=', applicationId)
      .where('note', '=', before.note)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'offer-stale' as const })
    await recordAudit(db, now, [
      {
        actor,
        action: 'application.noted',
        objectKind: 'application',
        objectId: applicationId,
        eventId: before.eventId,
        before: { hasNote: before.note !== '' },
        after: { hasNote: note !== '' },
      },
    ])
  })
}
