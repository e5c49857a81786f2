import type { Kysely } from 'kysely'
import { isList } from './held-answers.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import type { HeldAnswers } from '#app/applications/form/held-answers.ts'
import { freezeCallAnswer } from '#app/applications/form/freeze-call-answer.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Keeps the answers to some questions with the words that were asked; what has none any more is taken away, and a file
 * that another one replaces is erased. Part of a transaction that holds the application. The questions whose answer
 * changed are told.
 */
export async function writeAnswers(
  db: Kysely<Database>,
  {
    applicationId,
    questions,
    answers,
    now,
    actor,
  }: { applicationId: string; questions: CallQuestion[]; answers: HeldAnswers; now: Instant; actor: Actor },
): Promise<string[]> {
  if (questions.length === 0) return []
  const before = await db
    .selectFrom('applicationAnswers')
    .select(['questionId', 'value'])
    .where('applicationId', '=', applicationId)
    .where(
      'questionId',
      'in',
      questions.map(({ id }) => id),
    )
    .execute()
  const changed: string[] = []
  const rows = []
  for (const question of questions) {
    const held = answers[question.code] ?? []
    const row = held.length > 0 ? freezeCallAnswer(question, isList(question.kind) ? held : held[0]!) : null
    const earlier = before.find(({ questionId }) => questionId === question.id)?.value
    if (earlier === row?.value) continue
    changed.push(question.id)
    if (row) rows.push({ applicationId, ...row, answeredAt: now, erasedAt: null })
    if (question.kind === 'file' && earlier) await eraseFile(db, { fileId: earlier, now, actor })
  }
  if (changed.length === 0) return []
  await db
    .deleteFrom('applicationAnswers')
    .where('applicationId', '=', applicationId)
    .where('questionId', 'in', changed)
    .execute()
  if (rows.length > 0) await db.insertInto('applicationAnswers').values(rows).execute()
  return changed
}
