import type { RegistrationFilter } from './registration-filter.ts'

/** A filter as far as its reader may ask it: who answered so is told only to those who may read the answers. */
export function readableFilter(filter: RegistrationFilter, questions: { id: string }[]): RegistrationFilter {
  const isReadable = filter.answer !== null && questions.some(({ id }) => id === filter.answer!.questionId)
  return isReadable ? filter : { ...filter, answer: null }
}
