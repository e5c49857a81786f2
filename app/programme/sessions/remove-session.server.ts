import type { Kysely } from 'kysely'
import { auditable, type SessionFact } from './session-facts.ts'
import { findSession } from './find-session.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Takes a session out of the programme, with its people, its materials and the places that people took in it. */
export async function removeSession(
  db: Kysely<Database>,
  { eventId, sessionId, now, actor }: { eventId: string; sessionId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    await lockEvent(db, eventId)
    const found = await findSession(db, { eventId, sessionId })
    if (!found) throw new Refused({ code: 'gone' as const })
    await empty(db, { sessionId, now, actor })
    await db.deleteFrom('sessions').where('id', '=', sessionId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'session.removed',
        objectKind: 'session',
        objectId: sessionId,
        eventId,
        before: {
          ...auditable(found.facts, Object.keys(found.facts) as SessionFact[]),
          signedUp: found.session.signedUp,
        },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}

/**
 * All that hangs on a session, which is removed next. Whoever signs up holds its row, so it is locked first: the last of
 * them is removed as well, and nobody comes after.
 */
async function empty(
  db: Kysely<Database>,
  { sessionId, now, actor }: { sessionId: string; now: Instant; actor: Actor },
): Promise<void> {
  await db.updateTable('sessions').set({ takesSignUps: 0 }).where('id', '=', sessionId).execute()
  const files = await db
    .selectFrom('sessionMaterials')
    .select('fileId')
    .where('sessionId', '=', sessionId)
    .where('fileId', 'is not', null)
    .execute()
  await db.deleteFrom('sessionSignUps').where('sessionId', '=', sessionId).execute()
  await db.deleteFrom('sessionMaterials').where('sessionId', '=', sessionId).execute()
  await db.deleteFrom('sessionPeople').where('sessionId', '=', sessionId).execute()
  for (const { fileId } of files) await eraseFile(db, { fileId: fileId!, now, actor })
}
