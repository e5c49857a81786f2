import type { Kysely } from 'kysely'
import { freezeAnswer } from './freeze-answer.ts'
import { type Answer, isAnswered, type Question } from './question.ts'
import { stageStanding } from './stage-standing.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, QuestionStage } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveAnswers {
  registrationId: string
  stage: QuestionStage
  /** The questions that were shown, in the words that the person saw. */
  shown: Question[]
  /** By the questions' codes. */
  answers: Record<string, Answer>
  /** The ids of all questions that could have been shown; answers to others stay. Left out: all of the stage. */
  among?: string[]
  /** An organizer saves them, for whom it is never too late. */
  waives?: boolean
  now: Instant
  actor: Actor
}

export type AnswersRefusal = 'gone' | 'answers-ended' | 'answers-closed' | 'answers-later'

/**
 * Keeps the answers of one stage with the words that they answer. What was left out, or is no longer asked because
 * another answer changed, is taken away, and so is a file that another one replaces.
 */
export async function saveAnswers(
  db: Kysely<Database>,
  input: SaveAnswers,
): Promise<Result<{ answered: number }, AnswersRefusal | 'busy'>> {
  const { registrationId, stage, shown, answers, among, now, actor } = input
  return await transact<{ answered: number }, AnswersRefusal>(db, async (db) => {
    const eventId = await refuseClosed(db, input)
    const before = await db
      .selectFrom('answers')
      .innerJoin('questions', 'questions.id', 'answers.questionId')
      .select(['questions.id', 'questions.kind', 'answers.value'])
      .where('answers.registrationId', '=', registrationId)
      .where('questions.stage', '=', stage)
      .where('questions.isRetired', '=', 0)
      .$if(among !== undefined, (query) => query.where('questions.id', 'in', [...among!, '']))
      .execute()
    const given = shown.filter((question) => question.stage === stage && isAnswered(answers[question.code]))
    const rows = given.map((question) => freezeAnswer(question, answers[question.code]!))
    for (const { questionId, ...answer } of rows) {
      const kept = { ...answer, answeredAt: now, erasedAt: null }
      const { numUpdatedRows } = await db
        .updateTable('answers')
        .set(kept)
        .where('registrationId', '=', registrationId)
        .where('questionId', '=', questionId)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) continue
      await db
        .insertInto('answers')
        .ignore()
        .values({ registrationId, questionId, ...kept })
        .execute()
    }
    const dropped = before.filter(({ id }) => !rows.some(({ questionId }) => questionId === id))
    if (dropped.length > 0) {
      const ids = dropped.map(({ id }) => id)
      await db
        .deleteFrom('answers')
        .where('registrationId', '=', registrationId)
        .where('questionId', 'in', ids)
        .execute()
    }
    for (const { id, kind, value } of before) {
      const isReplaced = rows.find(({ questionId }) => questionId === id)?.value !== value
      if (kind === 'file' && value !== '' && isReplaced) await eraseFile(db, { fileId: value, now, actor })
    }
    await recordAudit(db, now, [
      {
        actor,
        action: 'answers.saved',
        objectKind: 'registration',
        objectId: registrationId,
        eventId,
        before: { questionIds: before.map(({ id }) => id) },
        after: { stage, questionIds: rows.map(({ questionId }) => questionId) },
      },
    ])
    return { answered: rows.length }
  })
}

async function refuseClosed(
  db: Kysely<Database>,
  { registrationId, stage, waives, now }: SaveAnswers,
): Promise<string> {
  const row = await db
    .selectFrom('registrations')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .leftJoin('questionStages', (join) =>
      join.onRef('questionStages.eventId', '=', 'events.id').on('questionStages.stage', '=', stage),
    )
    .select(['registrations.state', 'events.id', 'events.status', 'events.endsAt', 'opensAt', 'deadlineAt'])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirst()
  if (!row) throw new Refused({ code: 'gone' as const })
  if (row.state !== 'held' && row.state !== 'confirmed') throw new Refused({ code: 'answers-ended' as const })
  if (waives) return row.id
  const standing = stageStanding(row, row, now)
  if (standing.is === 'later') throw new Refused({ code: 'answers-later' as const })
  if (standing.is === 'closed') throw new Refused({ code: 'answers-closed' as const })
  return row.id
}
