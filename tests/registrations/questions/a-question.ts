import type { Kysely } from 'kysely'
import type { QuestionForm } from '#app/registrations/questions/question-form.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import { saveQuestion } from '#app/registrations/questions/save-question.server.ts'
import { NOW } from '#tests/support/now.ts'
import type { Database } from '#db/schema.ts'

/** A question as somebody is asked it. */
export function aQuestion(given: Partial<Question> & { code: string }): Question {
  return {
    id: `id-${given.code}`,
    kind: 'text',
    isRequired: false,
    label: given.code,
    help: '',
    language: 'en',
    options: [],
    ticketTypeIds: [],
    trackIds: [],
    stage: 'registering',
    version: 1,
    shownWhen: null,
    maximum: null,
    ...given,
  }
}

export const ACTOR = { kind: 'account', id: 'an-account' } as const

/** The form of a question as an organizer sends it. */
export function questionForm(given: Partial<QuestionForm> = {}): QuestionForm {
  return {
    textLanguage: 'en',
    label: 'Diet',
    help: '',
    kind: 'text',
    options: [],
    isRequired: false,
    isAsked: true,
    maximum: null,
    stage: 'registering',
    purpose: 'So that the kitchen knows',
    audience: 'organizers',
    eraseOn: undefined,
    ticketTypeIds: [],
    trackIds: [],
    shownWhen: null,
    ...given,
  }
}

/** Adds a question through the real command, or changes one. Returns its id. */
export async function givenQuestion(
  db: Kysely<Database>,
  eventId: string,
  given: Partial<QuestionForm> = {},
  questionId: string | null = null,
): Promise<string> {
  const saved = await saveQuestion(db, { eventId, questionId, form: questionForm(given), now: NOW, actor: ACTOR })
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusals))
  return saved.value.id
}

export const YES_NO = [
  { value: 'o1', label: 'Vegan' },
  { value: 'o2', label: 'Halal' },
]
