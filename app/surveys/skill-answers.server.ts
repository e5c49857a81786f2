import type { Kysely } from 'kysely'
import { askedOfSurveys } from './asked-questions.server.ts'
import type { SurveyQuestion } from './survey.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import type { Database } from '#db/schema.ts'

/** What people said of their skills, wishes and laptops, for those who teach them. */
export interface SkillAnswers {
  questions: Pick<SurveyQuestion, 'id' | 'kind' | 'meaning' | 'label' | 'language' | 'options'>[]
  /** By registration, then by question: the values that were chosen, or the text. */
  values: Map<string, Record<string, string[]>>
}

/**
 * The answers of these people to questions that mean something to instructors, of the event's surveys that are not
 * anonymous, whether they are still open or over.
 */
export async function skillAnswers(
  db: Kysely<Database>,
  { eventId, registrationIds, language }: { eventId: string; registrationIds: string[]; language: string },
): Promise<SkillAnswers> {
  const surveys = await db
    .selectFrom('surveys')
    .innerJoin('events', 'events.id', 'surveys.eventId')
    .select(['surveys.id', 'events.language'])
    .where('surveys.eventId', '=', eventId)
    .where('surveys.isAnonymous', '=', 0)
    .where('surveys.status', '<>', 'draft')
    .orderBy('surveys.position')
    .orderBy('surveys.id')
    .execute()
  const surveyIds = surveys.map(({ id }) => id)
  const asked = await askedOfSurveys(db, { surveyIds, language, own: surveys[0]?.language ?? language })
  const questions = surveyIds.flatMap((id) => asked.get(id) ?? []).filter(({ meaning }) => meaning !== '')
  const values = new Map<string, Record<string, string[]>>()
  if (questions.length === 0 || registrationIds.length === 0) return { questions, values }
  const answers = await db
    .selectFrom('surveyResponses')
    .innerJoin('surveyAnswers', 'surveyAnswers.responseId', 'surveyResponses.id')
    .select(['surveyResponses.registrationId', 'surveyAnswers.questionId', 'surveyAnswers.value'])
    .where('surveyResponses.registrationId', 'in', registrationIds)
    .where(
      'surveyAnswers.questionId',
      'in',
      questions.map(({ id }) => id),
    )
    .orderBy('surveyResponses.heldOn')
    .execute()
  for (const { registrationId, questionId, value } of answers)
    values.set(registrationId!, { ...values.get(registrationId!), [questionId]: valuesOf(value) })
  return { questions, values }
}
