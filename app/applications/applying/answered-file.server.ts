import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The id of the file by which an application answers a question, by the question's code; null for none. */
export async function answeredFile(
  db: Kysely<Database>,
  { applicationId, question }: { applicationId: string; question: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('applicationAnswers')
    .innerJoin('callQuestions', 'callQuestions.id', 'applicationAnswers.questionId')
    .select('applicationAnswers.value')
    .where('applicationAnswers.applicationId', '=', applicationId)
    .where('callQuestions.code', '=', question)
    .where('callQuestions.kind', '=', 'file')
    .where('applicationAnswers.erasedAt', 'is', null)
    .executeTakeFirst()
  return row?.value ?? null
}
