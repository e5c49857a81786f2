import type { Kysely } from 'kysely'
import { freezeAnswer } from '../questions/freeze-answer.ts'
import { type Answer, isAnswered, type Question } from '../questions/question.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Puts single answers right, whatever their stage: one that is empty is taken away, the others of the registration stay
 * as they are. The audit is the caller's. Inside a transaction.
 */
export async function correctAnswers(
  db: Kysely<Database>,
  {
    registrationId,
    answers,
    now,
  }: { registrationId: string; answers: { question: Question; answer: Answer }[]; now: Instant },
): Promise<void> {
  if (answers.length === 0) return
  await db
    .deleteFrom('answers')
    .where('registrationId', '=', registrationId)
    .where(
      'questionId',
      'in',
      answers.map(({ question }) => question.id),
    )
    .execute()
  const rows = answers.flatMap(({ question, answer }) => (isAnswered(answer) ? [freezeAnswer(question, answer)] : []))
  if (rows.length === 0) return
  await db
    .insertInto('answers')
    .values(rows.map((row) => ({ ...row, registrationId, answeredAt: now })))
    .execute()
}
