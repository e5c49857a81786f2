import type { Question } from '#app/registrations/questions/question.ts'
import type { QuestionKind, SurveyKind, SurveyQuestionsTable } from '#db/schema.ts'

export const SURVEY_KINDS = ['before', 'daily', 'end', 'impact'] as const satisfies SurveyKind[]

/** What instructors are told of answers apart, and the kinds that can say it. */
export const SURVEY_MEANINGS = {
  skill: ['choice', 'number'],
  topic: ['choices', 'choice', 'text', 'longtext'],
  laptop: ['choice', 'choices', 'yesno', 'text'],
} as const satisfies Record<Exclude<SurveyQuestionsTable['meaning'], ''>, QuestionKind[]>

export type SurveyMeaning = keyof typeof SURVEY_MEANINGS

/** Fewer answers than so many are not shown of an anonymous survey, unless its author asks for more. */
export const SMALLEST_GROUP = 5

/** What is asked: files, phone numbers and consents belong to registering. */
export const SURVEY_QUESTION_KINDS = [
  'choice',
  'choices',
  'yesno',
  'number',
  'text',
  'longtext',
  'date',
  'country',
  'languages',
] as const satisfies QuestionKind[]

/** A question of a survey, as all questions are asked and answered. */
export interface SurveyQuestion extends Question {
  meaning: SurveyQuestionsTable['meaning']
}

/**
 * Whether a survey is asked of a seat. What somebody takes beside their seat (a dinner, a tutorial) has no voice of its
 * own where everybody is asked, or whoever takes more would count more.
 */
export function isAskedOf(
  survey: { trackId: string | null },
  seat: { trackId: string | null; mainRegistrationId: string | null },
): boolean {
  return survey.trackId === null ? seat.mainRegistrationId === null : survey.trackId === seat.trackId
}

/** A question whose options are numbers is a scale, and so is one that asks for a number: its answers have a mean. */
export function isScale({ kind, options }: Pick<Question, 'kind' | 'options'>): boolean {
  return kind === 'number' || (kind === 'choice' && options.every(({ value }) => /^\d+$/.test(value)))
}
