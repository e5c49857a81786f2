import type { Kysely } from 'kysely'
import type { CallChange } from './change-call.server.ts'
import { listChoices } from './list-choices.server.ts'
import { listCallQuestions, listSections } from './list-call-questions.server.ts'
import { listCriteria } from './list-criteria.server.ts'
import type { CallPart } from './move-call-part.server.ts'
import { removeCallQuestion } from './remove-call-question.server.ts'
import { removeChoice } from './remove-choice.server.ts'
import { removeCriterion } from './remove-criterion.server.ts'
import { removeSection } from './remove-section.server.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** What is about to be removed, by its name; `isAnswered`: it will only be retired. Null where the call has no such thing. */
export async function findCallPart(
  db: Kysely<Database>,
  { callId, part, id, language }: { callId: string; part: CallPart; id: string; language: string },
): Promise<{ name: string; isAnswered: boolean } | null> {
  const named = async () => {
    if (part === 'choices') return (await listChoices(db, callId, language)).find((one) => one.id === id)?.name
    if (part === 'sections') return (await listSections(db, callId, language)).find((one) => one.id === id)?.title
    return (await listCriteria(db, callId, language)).find((one) => one.id === id)?.label
  }
  if (part === 'questions') {
    const question = (await listCallQuestions(db, callId, language)).find((one) => one.id === id)
    return question ? { name: question.label, isAnswered: question.isAnswered } : null
  }
  const name = await named()
  return name === undefined ? null : { name, isAnswered: false }
}

/** Removes it, by the rules of its kind. */
export async function removeCallPart(
  db: Kysely<Database>,
  { part, id, ...change }: CallChange & { part: CallPart; id: string },
): Promise<Result<unknown>> {
  if (part === 'choices') return await removeChoice(db, { ...change, choiceId: id })
  if (part === 'sections') return await removeSection(db, { ...change, sectionId: id })
  if (part === 'questions') return await removeCallQuestion(db, { ...change, questionId: id })
  return await removeCriterion(db, { ...change, criterionId: id })
}
