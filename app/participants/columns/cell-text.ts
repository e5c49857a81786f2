import { answerText } from '../answer-text.ts'
import type { Column } from './columns.ts'
import type { ListedRegistration } from './list-registrations.server.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import { countryName, languageName } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'

export interface CellWords {
  tracks: { id: string; code: string; title: string }[]
  ticketTypes: { id: string; name: string }[]
  questions: { id: string; kind: string; options: QuestionOption[] }[]
  language: string
  t: Translate
}

/** What a cell of a list says as plain text: for files, and for answers on pages. */
export function cellText(column: Column, row: ListedRegistration, words: CellWords): string {
  const { t, language } = words
  switch (column.is) {
    case 'latinName':
    case 'code':
      return row[column.is] ?? ''
    case 'note':
      return row.note ?? ''
    case 'whence':
      return [row.affiliation, row.country && countryName(row.country, language)].filter(Boolean).join(', ')
    case 'ticket':
      return words.ticketTypes.find(({ id }) => id === row.ticketTypeId)?.name ?? ''
    case 'track': {
      const track = words.tracks.find(({ id }) => id === row.trackId)
      return track ? `${track.code}: ${track.title}` : ''
    }
    case 'state':
      return t(`organize.states.${row.state}`)
    case 'money':
      return moneyText(row, words)
    case 'order':
      return row.orderCode
    case 'language':
      return languageName(row.language, language)
    case 'proof':
      return row.proof ? t(`registrant.proofs.${row.proof}`) : ''
    case 'registered':
      return row.createdAt
    case 'confirmed':
      return row.confirmedAt ?? ''
    case 'answer':
      return answerCell(column.questionId, row, words)
  }
}

function moneyText({ currency, billed, due }: ListedRegistration, { t, language }: CellWords): string {
  if (currency === null || billed === 0) return t('organize.free')
  return due <= 0 ? t('organize.paid') : `${formatMoney({ amountMinor: due, currency }, language)} ${t('organize.due')}`
}

function answerCell(
  questionId: string,
  { answers }: ListedRegistration,
  { questions, language, t }: CellWords,
): string {
  const question = questions.find(({ id }) => id === questionId)
  const answer = answers.find((one) => one.questionId === questionId)
  if (!question || !answer) return ''
  const said = { yes: t('teach.yes'), no: t('teach.no'), countryName: (code: string) => countryName(code, language) }
  return answerText(question, answer.value, said, answer.asked)
}
