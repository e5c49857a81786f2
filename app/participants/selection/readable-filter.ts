import type { RegistrationFilter } from './registration-filter.ts'

/**
 * A filter as far as its reader may ask it: who answered so is told only to those who may read the answers, and who waits
 * for a visa only to organizers.
 */
export function readableFilter(
  filter: RegistrationFilter,
  { questions, isOrganizer }: { questions: { id: string }[]; isOrganizer: boolean },
): RegistrationFilter {
  const isReadable = filter.answer !== null && questions.some(({ id }) => id === filter.answer!.questionId)
  const lacks = isOrganizer || filter.lacks !== 'visa' ? filter.lacks : null
  return { ...filter, answer: isReadable ? filter.answer : null, lacks }
}
