import type { Kysely } from 'kysely'
import type { ApplicationFacts } from '#app/applications/form/what-is-missing.ts'
import type { HeldAnswers } from '#app/applications/form/held-answers.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import type { Database } from '#db/schema.ts'

/** What an application has: its answers by code, its wishes, and how many were named and answered. */
export async function applicationFacts(db: Kysely<Database>, applicationId: string): Promise<ApplicationFacts> {
  const answers = await heldAnswers(db, applicationId)
  const wishes = await db
    .selectFrom('applicationChoices')
    .select('choiceId')
    .where('applicationId', '=', applicationId)
    .orderBy('wish')
    .execute()
  const people = await db
    .selectFrom('referees')
    .select(['kind', 'state'])
    .where('applicationId', '=', applicationId)
    .where('state', 'not in', ['declined', 'withdrawn'])
    .execute()
  const count = (kind: 'referee' | 'employer', states?: string[]) =>
    people.filter((one) => one.kind === kind && (states === undefined || states.includes(one.state))).length
  return {
    answers,
    choiceIds: wishes.map(({ choiceId }) => choiceId),
    named: { referee: count('referee'), employer: count('employer') },
    answered: { referee: count('referee', ['answered']), employer: count('employer', ['answered']) },
  }
}

/** The answers of an application by the questions' codes; what was erased is not there. */
export async function heldAnswers(db: Kysely<Database>, applicationId: string): Promise<HeldAnswers> {
  const rows = await db
    .selectFrom('applicationAnswers as answer')
    .innerJoin('callQuestions as question', 'question.id', 'answer.questionId')
    .select(['question.code', 'question.kind', 'answer.value'])
    .where('answer.applicationId', '=', applicationId)
    .where('answer.erasedAt', 'is', null)
    .execute()
  return Object.fromEntries(rows.map(({ code, kind, value }) => [code, isList(kind) ? valuesOf(value) : [value]]))
}

/** Whether answers of a kind are kept as a list. */
export function isList(kind: string): boolean {
  return kind === 'choices' || kind === 'languages' || kind === 'grid' || kind === 'costs'
}
