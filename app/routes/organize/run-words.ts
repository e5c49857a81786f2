import { columnName } from '#app/participants/round-trip/column-name.ts'
import { sentenceOf } from '#app/locales/message.ts'
import type { Translate } from '#app/locales/translate.ts'

interface Words {
  t: Translate
  language: string
  questions: { code: string; label: string }[]
}

/** One sentence about a row: the column it is about by its name, and what is wrong with it in its own words. */
export function problemText(problem: string, { t, language, questions }: Words): string {
  const [key = '', query] = problem.split('?', 2)
  const values = new URLSearchParams(query)
  const column = values.get('column')
  if (column === null) return sentenceOf(problem, t, language)
  const named = columnName(column, { t, questions })
  const why = values.get('why')
  const told = new URLSearchParams({ column: named, ...(why === null ? {} : { why: sentenceOf(why, t, language) }) })
  return sentenceOf(`${key}?${told}`, t)
}
