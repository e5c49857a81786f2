import { codeOfAnswer, FIELD_COLUMNS, type SheetColumn } from './columns.ts'
import type { Translate } from '#app/locales/translate.ts'

/** What a column is called to a reader: a field, or the words of its question. */
export function columnName(
  column: string,
  { t, questions }: { t: Translate; questions: { code: string; label: string }[] },
): string {
  const field = FIELD_COLUMNS.find((one) => one === column)
  if (field) return t(`run.columns.${field}`)
  const code = codeOfAnswer(column as SheetColumn)
  return questions.find((question) => question.code === code)?.label ?? code ?? column
}
