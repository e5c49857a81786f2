import type { HeldAnswers } from './held-answers.ts'
import type { Call, CallQuestion } from '#app/applications/calls/call.ts'
import { couldBeShown, shownQuestions } from '#app/registrations/questions/shown-questions.ts'

/** What decides which questions are asked: the first wish, and the answers. */
export interface Asked {
  /** The id of the first wish; null while there is none. */
  choiceId: string | null
  answers: HeldAnswers
}

/** The questions that an applicant is asked, in the order of the form. */
export function shownCallQuestions(call: Pick<Call, 'sections'>, { choiceId, answers }: Asked): CallQuestion[] {
  const questions = conditional(call)
  return shownQuestions(questions, seatOf(choiceId), answers).map(({ question }) => question)
}

/** The questions of one page: those that are asked, and those that another answer on the page can still lead to. */
export function couldBeAsked(call: Pick<Call, 'sections'>, sectionId: string, { choiceId, answers }: Asked) {
  const seat = { ...seatOf(choiceId), stage: sectionId }
  return couldBeShown(conditional(call), seat, answers).map(({ question }) => question)
}

function seatOf(choiceId: string | null) {
  return { ticketTypeId: choiceId ?? '', trackId: null }
}

/** As the rules of what is shown know questions: a wish stands in the place of a ticket, a page in that of a stage. */
function conditional({ sections }: Pick<Call, 'sections'>) {
  return sections.flatMap(({ questions }) =>
    questions.map((question) => ({
      id: question.id,
      code: question.code,
      shownWhen: question.shownWhen,
      ticketTypeIds: question.choiceIds,
      trackIds: [],
      stage: question.sectionId,
      question,
    })),
  )
}
