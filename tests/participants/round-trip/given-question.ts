import type { Kysely } from 'kysely'
import { NOW } from '#tests/support/now.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import { newId } from '#app/values/id.ts'
import type { Database, QuestionKind } from '#db/schema.ts'

/** A question that the organizers ask everybody when they register. */
export async function givenQuestion(
  db: Kysely<Database>,
  eventId: string,
  { code, kind, options = [] }: { code: string; kind: QuestionKind; options?: QuestionOption[] },
): Promise<string> {
  const id = newId(NOW)
  const rest = { purpose: '', eraseOn: null, isRetired: 0 as const, isRequired: 0 as const, maximum: null }
  const none = { shownWhenQuestionId: null, shownWhenValue: null }
  await db
    .insertInto('questions')
    .values({ id, eventId, code, kind, position: 1, stage: 'registering', audience: 'organizers', ...rest, ...none })
    .execute()
  await db
    .insertInto('questionTexts')
    .values({ questionId: id, language: 'en', label: `Question ${code}`, help: '', options: JSON.stringify(options) })
    .execute()
  return id
}
