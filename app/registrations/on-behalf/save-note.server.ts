import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface SaveNote {
  eventId: string
  registrationId: string
  note: string
  /** Of the note that the form was filled in over. */
  seen: string
  now: Instant
  actor: Actor
}

/** Keeps what an organizer notes about a registration. What it says is personal: the log knows only that it changed. */
export async function saveNote(
  db: Kysely<Database>,
  { eventId, registrationId, note, seen, now, actor }: SaveNote,
): Promise<Result<void, 'gone' | 'offer-stale' | 'busy'>> {
  return await transact<void, 'gone' | 'offer-stale'>(db, async (db) => {
    const before = await db
      .selectFrom('registrations')
      .select('note')
      .where('id', '=', registrationId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!before) throw new Refused({ code: 'gone' as const })
    if (seenOf(before.note ?? '') !== seen) throw new Refused({ code: 'offer-stale' as const })
    await db
      .updateTable('registrations')
      .set({ note: note || null })
      .where('id', '=', registrationId)
      .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'registration.noted',
        objectKind: 'registration',
        objectId: registrationId,
        eventId,
        before: { hasNote: before.note !== null },
        after: { hasNote: note !== '' },
      },
    ])
  })
}
