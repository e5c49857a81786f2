import type { Kysely } from 'kysely'
import type { Actor } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

/**
 * Empties the applications of people: answers, files, letters and those who wrote them, what was noted and remarked;
 * scores, decisions and money stay, by ids that lead to nobody. Part of the transaction that erases a person.
 */
export async function eraseApplications(
  db: Kysely<Database>,
  people: string[],
  by: { actor: Actor; now: Instant },
): Promise<number> {
  if (people.length === 0) return 0
  const rows = await db.selectFrom('applications').select(['id', 'activeKey']).where('personId', 'in', people).execute()
  for (const { id, activeKey } of rows) {
    for (const fileId of await filesOf(db, id)) await eraseFile(db, { fileId, ...by })
    await db.deleteFrom('applicationAnswers').where('applicationId', '=', id).execute()
    await db
      .updateTable('reviews')
      .set({ privateComment: '', sharedComment: '', reason: '' })
      .where('applicationId', '=', id)
      .execute()
    await db.updateTable('awards').set({ reportText: null, isPublic: 0 }).where('applicationId', '=', id).execute()
    await eraseReferees(db, 'applicationId', id, by)
    await db
      .updateTable('applications')
      .set({
        activeKey: activeKey === null ? null : hashOf(`erased|${id}`),
        accountId: null,
        gender: null,
        institutionKey: null,
        birthYear: null,
        eligibilityReasons: '[]',
        eligibilityNote: '',
        note: '',
      })
      .where('id', '=', id)
      .execute()
  }
  return rows.length
}

/** Whoever was asked for a letter: of an application, or by their own address. The letter goes with them. */
export async function eraseReferees(
  db: Kysely<Database>,
  column: 'applicationId' | 'emailKey',
  value: string,
  by: { actor: Actor; now: Instant },
): Promise<void> {
  const rows = await db.selectFrom('referees').select(['id', 'fileId']).where(column, '=', value).execute()
  for (const { id, fileId } of rows) {
    if (fileId !== null) await eraseFile(db, { fileId, ...by })
    await db
      .updateTable('referees')
      .set({ fullName: '', email: '', emailKey: `erased:${id}`, letter: null, facts: '{}' })
      .where('id', '=', id)
      .execute()
  }
}

/** Answers that are files, their copies for reviewers, receipts and a report. */
async function filesOf(db: Kysely<Database>, applicationId: string): Promise<string[]> {
  const answers = await db
    .selectFrom('applicationAnswers')
    .innerJoin('callQuestions', 'callQuestions.id', 'applicationAnswers.questionId')
    .select('applicationAnswers.value as fileId')
    .where('applicationAnswers.applicationId', '=', applicationId)
    .where('callQuestions.kind', '=', 'file')
    .execute()
  const copies = await db
    .selectFrom('applicationRedactions')
    .select('copyId as fileId')
    .where('applicationId', '=', applicationId)
    .execute()
  const receipts = await db
    .selectFrom('payoutReceipts')
    .innerJoin('payouts', 'payouts.id', 'payoutReceipts.payoutId')
    .innerJoin('awards', 'awards.id', 'payouts.awardId')
    .select('payoutReceipts.fileId')
    .where('awards.applicationId', '=', applicationId)
    .execute()
  const reports = await db
    .selectFrom('awards')
    .select('reportFileId as fileId')
    .where('applicationId', '=', applicationId)
    .execute()
  return [...answers, ...copies, ...receipts, ...reports].flatMap(({ fileId }) => fileId ?? [])
}
