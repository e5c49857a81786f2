import type { Kysely } from 'kysely'
import type { EmployerFacts } from './keyed-referee.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { writeFacts } from '#app/applications/applying/write-facts.server.ts'
import { openReference, type ReferenceRefusal } from './open-reference.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface AnswerReference {
  refereeId: string
  letter: string
  /** A file that came now; null keeps the one that is there. */
  fileId: string | null
  facts: EmployerFacts
  /** Kept for later, and not handed in yet. */
  isDraft: boolean
  now: Instant
}

/**
 * A letter, or an employer's word: handed in, or kept half done. It can be changed until letters are no longer taken; one
 * that was handed in is never taken back by keeping it half done.
 */
export async function answerReference(
  db: Kysely<Database>,
  { refereeId, letter, fileId, facts, isDraft, now }: AnswerReference,
): Promise<Result<{ applicationId: string }, ReferenceRefusal | 'busy'>> {
  const call = await callOf(db, refereeId)
  return await transact<{ applicationId: string }, ReferenceRefusal>(db, async (db) => {
    const referee = await openReference(db, { refereeId, now })
    const isAnswered = !isDraft || referee.state === 'answered'
    const { numUpdatedRows } = await db
      .updateTable('referees')
      .set({
        letter: letter === '' ? null : letter,
        facts: JSON.stringify(referee.kind === 'employer' ? facts : {}),
        ...(fileId === null ? {} : { fileId }),
        ...(isAnswered ? { state: 'answered' as const, answeredAt: referee.answeredAt ?? now } : {}),
        updatedAt: now,
      })
      .where('id', '=', refereeId)
      .where('state', '=', referee.state)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'reference-over' as const })
    if (fileId !== null) await keepFile(db, { fileId, instead: referee.fileId, now })
    const { applicationId, eventId } = referee
    await recordAudit(db, now, [
      {
        actor: { kind: 'visitor' },
        action: isAnswered ? 'referee.answered' : 'referee.saved',
        objectKind: 'referee',
        objectId: refereeId,
        eventId,
        before: { state: referee.state },
        after: { state: isAnswered ? 'answered' : referee.state, applicationId, hasFile: fileId !== null },
      },
    ])
    if (isAnswered && referee.state !== 'answered') {
      const recipient = { email: referee.email, name: referee.fullName }
      const message = { template: 'referee-thanks' as const, subjectId: refereeId, recipient }
      await enqueueMessages(db, [{ ...message, language: referee.language, eventId }], now)
      if (call) await writeFacts(db, { call, applicationId, now })
    }
    return { applicationId }
  })
}

/** What the application is judged by again, once its letter is here; read before, since nothing in it is anybody's race. */
async function callOf(db: Kysely<Database>, refereeId: string) {
  const application = await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .select(['applications.callId', 'applications.language'])
    .where('referees.id', '=', refereeId)
    .executeTakeFirst()
  return application ? await readCall(db, application) : null
}

/** The new file stays; the one in whose place it came goes with the next round of erasing. */
async function keepFile(
  db: Kysely<Database>,
  { fileId, instead, now }: { fileId: string; instead: string | null; now: Instant },
): Promise<void> {
  await db
    .updateTable('files')
    .set({ eraseAt: null })
    .where('id', '=', fileId)
    .where('purpose', '=', 'letter')
    .execute()
  if (instead !== null && instead !== fileId)
    await db.updateTable('files').set({ eraseAt: now }).where('id', '=', instead).execute()
}
