import { COST_PARTS, typedCosts } from '#app/applications/form/costs-answer.ts'
import { ratingsOf } from '#app/applications/form/grid-answer.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { answerText } from '#app/participants/answer-text.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import { countryName } from '#app/values/dates.ts'

type Asked = Pick<CallQuestion, 'kind' | 'options' | 'rows' | 'levels'>

/** What an applicant's stored answer says to a reader: a grid and costs have a line a row. */
export function callAnswerText(question: Asked, value: string | undefined, language: Language, asked = ''): string {
  const t = translator(language)
  if (value === undefined || value === '') return ''
  const labelOf = (one: string, among: Asked['rows']) => among.find((option) => option.value === one)?.label ?? one
  if (question.kind === 'grid')
    return [...ratingsOf(valuesOf(value))]
      .map(([row, level]) => `${labelOf(row, question.rows)}: ${labelOf(level, question.levels)}`)
      .join('\n')
  if (question.kind === 'costs')
    return typedCosts(valuesOf(value))
      .map((cost) => {
        const parts = COST_PARTS.filter((part) => cost[part] !== '')
        return `${labelOf(cost.row, question.rows)}: ${parts.map((part) => `${t(`textForm.costs.${part}`)} ${cost[part]}`).join(', ')}`
      })
      .join('\n')
  const words = {
    yes: t('register.yes'),
    no: t('register.no'),
    countryName: (code: string) => countryName(code, language),
  }
  return answerText(question, value, words, asked)
}
