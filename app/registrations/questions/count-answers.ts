import type { QuestionKind } from '#db/schema.ts'

/** Fewer than so many are not told exactly: a number of one or two is a person. */
export const SMALL_NUMBER = 5

const COUNTED: QuestionKind[] = ['choice', 'choices', 'yesno', 'consent', 'country']

/** Kinds whose answers are few values that can be counted without a name. */
export function isCounted(kind: QuestionKind): boolean {
  return COUNTED.includes(kind)
}

/** How often each value was chosen; under '' how many answered. */
export function countAnswers(answers: string[][]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)
  for (const values of answers) {
    add('')
    for (const value of new Set(values)) add(value)
  }
  return counts
}

/** A number as it may be told: null for one to four. */
export function tellable(count: number): number | null {
  return count > 0 && count < SMALL_NUMBER ? null : count
}
