import type { Tally } from './tally.ts'

export interface CsvWords {
  head: [day: string, question: string, answer: string, count: string]
  tooFew: string
  labelOf: (question: Tally['question'], value: string) => string
}

/** What may be shown of some days of an anonymous survey: a number for each answer, and every text alone in its row. */
export function resultRows(
  shown: { heldOn: string; tally: Tally; texts: string[] }[],
  { head, tooFew, labelOf }: CsvWords,
): string[][] {
  return [
    head,
    ...shown.flatMap(({ heldOn, tally: { question, answered, counts }, texts }) => {
      if (answered === null) return [[heldOn, question.label, tooFew, '']]
      return [
        ...counts.map(({ value, count }) => [heldOn, question.label, labelOf(question, value), String(count)]),
        ...texts.map((text) => [heldOn, question.label, text, '']),
      ]
    }),
  ]
}
