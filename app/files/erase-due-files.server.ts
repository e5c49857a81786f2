import type { Kysely } from 'kysely'
import { eraseFile } from './erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const AT_ONCE = 50

/**
 * Erases files whose time is over: those that a form took and nobody used in the end. A file that an answer, a proof, a
 * claim or a session refers to is theirs from then on, and goes when they go.
 */
export async function eraseDueFiles(
  db: Kysely<Database>,
  { now }: { now: Instant },
): Promise<{ erased: number; isMore: boolean }> {
  const due = await db
    .selectFrom('files')
    .select('id')
    .where('erasedAt', 'is', null)
    .where('eraseAt', '<=', now)
    .orderBy('eraseAt')
    .limit(AT_ONCE)
    .execute()
  let erased = 0
  for (const { id } of due) {
    const done = await transact(db, async (db) => {
      if (!(await isUsed(db, id))) return await eraseFile(db, { fileId: id, now, actor: { kind: 'system' } })
      await db.updateTable('files').set({ eraseAt: null }).where('id', '=', id).execute()
      return false
    })
    if (done.ok && done.value) erased++
  }
  return { erased, isMore: due.length === AT_ONCE }
}

async function isUsed(db: Kysely<Database>, fileId: string): Promise<boolean> {
  const [answer, proof, claim, material, applied] = await Promise.all([
    db
      .selectFrom('files')
      .innerJoin('questions', 'questions.eventId', 'files.eventId')
      .innerJoin('answers', 'answers.questionId', 'questions.id')
      .select('answers.questionId')
      .where('files.id', '=', fileId)
      .where('questions.kind', '=', 'file')
      .where('answers.value', '=', fileId)
      .executeTakeFirst(),
    db.selectFrom('proofs').select('id').where('fileId', '=', fileId).executeTakeFirst(),
    db.selectFrom('paymentClaims').select('id').where('fileId', '=', fileId).executeTakeFirst(),
    db.selectFrom('sessionMaterials').select('id').where('fileId', '=', fileId).executeTakeFirst(),
    isUsedByApplication(db, fileId),
  ])
  return applied || [answer, proof, claim, material].some((owner) => owner !== undefined)
}

/** Of applications: an answer, a letter, a copy for blind reviewers; of awards: a receipt, a report. */
async function isUsedByApplication(db: Kysely<Database>, fileId: string): Promise<boolean> {
  const owners = await Promise.all([
    db
      .selectFrom('files')
      .innerJoin('calls', 'calls.eventId', 'files.eventId')
      .innerJoin('callQuestions', 'callQuestions.callId', 'calls.id')
      .innerJoin('applicationAnswers', 'applicationAnswers.questionId', 'callQuestions.id')
      .select('callQuestions.id')
      .where('files.id', '=', fileId)
      .where('callQuestions.kind', '=', 'file')
      .where('applicationAnswers.value', '=', fileId)
      .executeTakeFirst(),
    db.selectFrom('referees').select('id').where('fileId', '=', fileId).executeTakeFirst(),
    db.selectFrom('applicationRedactions').select('copyId').where('copyId', '=', fileId).executeTakeFirst(),
    db.selectFrom('payoutReceipts').select('id').where('fileId', '=', fileId).executeTakeFirst(),
    db.selectFrom('awards').select('id').where('reportFileId', '=', fileId).executeTakeFirst(),
  ])
  return owners.some((owner) => owner !== undefined)
}
