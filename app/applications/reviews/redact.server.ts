import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { findUnredacted } from './find-unredacted.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface Redact {
  call: Pick<Call, 'id' | 'eventId'>
  /** Of a file, or of the referee whose letter is a text. */
  fileId: string
  /** A copy without names, kept before; null: it is seen to be harmless as it is. */
  copyId: string | null
  actor: Actor & { id: string }
  now: Instant
}

/** Lets reviewers see a file: a copy of it, or itself. Again replaces what was said before, and erases its copy. Refused: `gone`. */
export async function redact(
  db: Kysely<Database>,
  { call, fileId, copyId, actor, now }: Redact,
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    const found = await findUnredacted(db, { callId: call.id, fileId })
    if (!found || (copyId !== null && found.isText)) throw new Refused({ code: 'gone' })
    await db.deleteFrom('applicationRedactions').where('fileId', '=', fileId).execute()
    if (found.copyId !== null && found.copyId !== copyId) await eraseFile(db, { fileId: found.copyId, now, actor })
    await db
      .insertInto('applicationRedactions')
      .values({
        fileId,
        applicationId: found.applicationId,
        copyId,
        isClean: copyId === null ? 1 : 0,
        madeBy: actor.id,
        madeAt: now,
      })
      .execute()
    if (copyId !== null) await db.updateTable('files').set({ eraseAt: null }).where('id', '=', copyId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: copyId === null ? 'redaction.cleared' : 'redaction.added',
        objectKind: 'redaction',
        objectId: fileId,
        eventId: call.eventId,
        after: { applicationId: found.applicationId, copyId },
      },
    ])
  })
}
