import { isScale, type SurveyQuestion } from '../survey.ts'
import { showableGroups } from './showable-groups.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import type { QuestionKind } from '#db/schema.ts'

/** How many people of a track gave one answer to a question, on a day where the survey is a daily one. */
export interface CountedAnswer {
  questionId: string
  /** '' for none. */
  trackId: string
  heldOn: string
  /** '' for kinds that are read one by one. */
  value: string
  count: number
}

/** Which answers are meant: those of a track, or of everybody (null); of a day, or of all ('' too). */
export interface View {
  trackId: string | null
  heldOn: string
}

export interface Tally {
  question: SurveyQuestion
  /** Null: fewer than may be shown. */
  answered: number | null
  counts: { value: string; count: number }[]
  /** Of a scale. */
  mean: number | null
}

/** Kinds whose answers are read, not counted. */
const READ: QuestionKind[] = ['text', 'longtext', 'date', 'languages']

export function isRead(kind: QuestionKind): boolean {
  return READ.includes(kind)
}

/**
 * What was answered to one question. `minimum`: fewer people than so many are not shown, nor is a track that could be
 * told by taking the others from the whole; null where answers have names.
 */
export function tallyOf(
  question: SurveyQuestion,
  rows: CountedAnswer[],
  { trackId, heldOn, minimum }: View & { minimum: number | null },
): Tally {
  const own = rows.filter((row) => row.questionId === question.id && row.heldOn === heldOn)
  const meant = trackId === null ? own : own.filter((row) => row.trackId === trackId)
  const answered = peopleIn(meant)
  if (minimum !== null && !mayShow(own, { trackId, answered, minimum }))
    return { question, answered: null, counts: [], mean: null }
  if (isRead(question.kind)) return { question, answered, counts: [], mean: null }
  const counts = new Map(question.options.map(({ value }) => [value, 0]))
  for (const row of meant)
    for (const value of new Set(valuesOf(row.value))) counts.set(value, (counts.get(value) ?? 0) + row.count)
  const listed = [...counts].map(([value, count]) => ({ value, count }))
  const inOrder = question.kind === 'number' ? listed.toSorted((a, b) => Number(a.value) - Number(b.value)) : listed
  return { question, answered, counts: inOrder, mean: isScale(question) ? meanOf(listed) : null }
}

function mayShow(
  rows: CountedAnswer[],
  { trackId, answered, minimum }: { trackId: string | null; answered: number; minimum: number },
): boolean {
  if (trackId === null) return answered >= minimum
  const counts = new Map([...Map.groupBy(rows, (row) => row.trackId)].map(([track, of]) => [track, peopleIn(of)]))
  return showableGroups(counts, minimum).has(trackId)
}

function peopleIn(rows: CountedAnswer[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

/** In tenths; null for nobody. An option that is no number (added later) has no part in it. */
function meanOf(counts: { value: string; count: number }[]): number | null {
  const numbers = counts.filter(({ value }) => /^\d+$/.test(value))
  const people = numbers.reduce((sum, { count }) => sum + count, 0)
  if (people === 0) return null
  return Math.round((numbers.reduce((sum, { value, count }) => sum + Number(value) * count, 0) / people) * 10) / 10
}
