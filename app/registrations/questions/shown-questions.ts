import type { Answer, Question } from './question.ts'

/** The seat that is asked about. Without a stage: the questions of every stage. */
export interface AskedSeat {
  ticketTypeId: string
  trackId: string | null
  /** What is asked at one time: a stage, or a page of a form. */
  stage?: string | undefined
}

type Conditional = Pick<Question, 'id' | 'code' | 'ticketTypeIds' | 'trackIds' | 'shownWhen'> & { stage: string }

/**
 * The questions that somebody is asked, in order. `answers` by the questions' codes, as forms name them; those of
 * earlier stages count too. A question whose condition hangs on one that is not asked is not asked either.
 */
export function shownQuestions<One extends Conditional>(
  questions: One[],
  seat: AskedSeat,
  answers: Record<string, Answer | undefined>,
): One[] {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const isShown = (question: Conditional, above: string[]): boolean => {
    if (!isForSeat(question, seat)) return false
    if (question.shownWhen === null) return true
    const parent = byId.get(question.shownWhen.questionId)
    if (!parent || above.includes(parent.id)) return false
    return (
      [answers[parent.code] ?? []].flat().includes(question.shownWhen.value) && isShown(parent, [...above, question.id])
    )
  }
  return questions.filter(
    (question) => (seat.stage === undefined || question.stage === seat.stage) && isShown(question, []),
  )
}

/** The questions that could be asked of a seat, whatever the answers to others. */
export function questionsForSeat<One extends Conditional>(questions: One[], seat: AskedSeat): One[] {
  return questions.filter(
    (question) => (seat.stage === undefined || question.stage === seat.stage) && isForSeat(question, seat),
  )
}

/**
 * The questions of a stage that a page without script shows: those that are asked, and those that another answer on
 * the same page can still lead to.
 */
export function couldBeShown<One extends Conditional>(
  questions: One[],
  seat: AskedSeat & { stage: string },
  earlier: Record<string, Answer | undefined>,
): One[] {
  const certain = shownQuestions(questions, { ...seat, stage: undefined }, earlier)
  const byId = new Map(questions.map((question) => [question.id, question]))
  const isPossible = (question: Conditional, above: string[]): boolean => {
    if (certain.some(({ id }) => id === question.id)) return true
    const parent = question.shownWhen && byId.get(question.shownWhen.questionId)
    if (!parent || above.includes(parent.id) || !isForSeat(question, seat)) return false
    return parent.stage === seat.stage && isPossible(parent, [...above, question.id])
  }
  return questions.filter((question) => question.stage === seat.stage && isPossible(question, []))
}

function isForSeat({ ticketTypeIds, trackIds }: Conditional, seat: AskedSeat): boolean {
  return (
    (ticketTypeIds.length === 0 || ticketTypeIds.includes(seat.ticketTypeId)) &&
    (trackIds.length === 0 || (seat.trackId !== null && trackIds.includes(seat.trackId)))
  )
}
