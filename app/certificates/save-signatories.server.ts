import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface Place {
  eventId: string
  /** '' for all tracks. */
  trackId: string
}

interface Typed {
  seen?: string | undefined
  signatories: { fullName: string; latinName: string | null; title: string }[]
}

export async function readSignatories(db: Kysely<Database>, { eventId, trackId }: Place) {
  const signatories = await db
    .selectFrom('certificateSignatories')
    .select(['fullName', 'latinName', 'title'])
    .where('eventId', '=', eventId)
    .where('trackId', '=', trackId)
    .orderBy('position')
    .execute()
  return { signatories, seen: seenOf(signatories) }
}

/** Says who signs the certificates of a track. Refused: `offer-stale`, `busy`. */
export async function saveSignatories(
  db: Kysely<Database>,
  { form, actor, now, ...place }: Place & { form: Typed; actor: Actor; now: Instant },
): Promise<Result<null, 'offer-stale' | 'busy'>> {
  const { eventId, trackId } = place
  return await transact(db, async (db) => {
    await lockEvent(db, eventId)
    const stored = await readSignatories(db, place)
    if (form.seen !== undefined && form.seen !== stored.seen) throw new Refused({ code: 'offer-stale' as const })
    await db
      .deleteFrom('certificateSignatories')
      .where('eventId', '=', eventId)
      .where('trackId', '=', trackId)
      .execute()
    const rows = form.signatories.map((one, position) => ({ id: newId(now), ...place, position, ...one }))
    if (rows.length > 0) await db.insertInto('certificateSignatories').values(rows).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'certificate.signatories-changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        after: { trackId, count: rows.length },
      },
    ])
    return null
  })
}

/** Whether anybody signs the certificates of an event. */
export async function anybodySigns(db: Kysely<Database>, eventId: string): Promise<boolean> {
  const row = await db
    .selectFrom('certificateSignatories')
    .select('id')
    .where('eventId', '=', eventId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
