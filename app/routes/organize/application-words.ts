import type { ApplicationColumn } from '#app/applications/desk/application-columns.ts'
import { categoryOf } from '#app/applications/desk/application-filter.ts'
import type { ListedApplication } from '#app/applications/desk/list-applications.server.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import type { Language } from '#app/locales/languages.ts'
import type { Translate } from '#app/locales/translate.ts'
import { callAnswerText } from '#app/ui/application/answer-words.ts'
import type { TagKind } from '#app/ui/tag.tsx'
import { countryName, formatMoment, languageName } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'

export const STATE_TAGS: Record<ListedApplication['state'], TagKind | undefined> = {
  draft: undefined,
  submitted: 'ok',
  withdrawn: 'off',
}

export const ELIGIBILITY_TAGS: Record<ListedApplication['eligibility'], TagKind | undefined> = {
  eligible: 'ok',
  ineligible: 'bad',
  unknown: undefined,
}

export interface CellWords {
  t: Translate
  language: Language
  zone: string
  prefix: string
  questions: Pick<CallQuestion, 'id' | 'code' | 'kind' | 'label' | 'options' | 'rows' | 'levels'>[]
}

export function columnLabel(column: ApplicationColumn, { t, questions }: Pick<CellWords, 't' | 'questions'>): string {
  if (column.is === 'fact') return t(`applicants.columns.${column.fact}`)
  return questions.find(({ id }) => id === column.questionId)?.label ?? ''
}

/** What an application is known by: `S-087`, or its code as long as it has no number. */
export function knownBy({ number, code }: { number: number | null; code: string }, prefix: string): string {
  return number === null ? code : numberLabel(prefix, number)
}

/** A cell of the list as text, for the table and for files. */
export function cellText(column: ApplicationColumn, row: ListedApplication, words: CellWords): string {
  const { t, language, zone, questions } = words
  if (column.is === 'answer') {
    const question = questions.find(({ id }) => id === column.questionId)
    const answer = row.answers.find(({ questionId }) => questionId === column.questionId)
    return question ? callAnswerText(question, answer?.value, language, answer?.asked) : ''
  }
  switch (column.fact) {
    case 'state':
      return t(`applicants.states.${row.state}`)
    case 'missing':
      return row.missing.map((code) => missingWords(code, words)).join('; ')
    case 'eligibility':
      return t(`applicants.eligibilities.${row.eligibility}`)
    case 'wishes':
      return row.wishes.join(', ')
    case 'country':
      return row.residence ? countryName(row.residence, language) : ''
    case 'category':
      return row.category === '' ? '' : t(`applicants.categories.${categoryOf(row.category)}`)
    case 'gender':
      return row.gender ?? ''
    case 'language':
      return languageName(row.language, language)
    case 'team':
      return row.team ?? ''
    case 'letters':
      return row.letters.wanted === 0 ? '' : t('applicants.lettersOf', row.letters)
    case 'score':
      return row.score === null ? '' : scoreText(row.score)
    case 'asked':
      return row.askedMinor === null || row.askedCurrency === null
        ? ''
        : formatMoney({ amountMinor: row.askedMinor, currency: row.askedCurrency }, language)
    case 'visa':
      return row.needsVisa === null ? '' : t(row.needsVisa === 1 ? 'applicants.yes' : 'applicants.no')
    case 'submitted':
      return row.submittedAt === null ? '' : formatMoment(row.submittedAt, zone, language)
    case 'channel':
      return t(`applicants.channels.${row.channel}`)
    case 'email':
      return row.email ?? ''
    case 'note':
      return row.note
  }
}

/** Of thousandths, as a score is said: 71.4 */
export function scoreText(score: number): string {
  return (score / 1000).toFixed(1)
}

/** A code of what is missing in words: of an answer the question. */
export function missingWords(code: string, { t, questions }: Pick<CellWords, 't' | 'questions'>): string {
  const [kind = '', question = ''] = code.split(/\.(.*)/s)
  const label = questions.find((one) => one.code === question)?.label ?? question
  if (kind === 'answer') return label
  if (kind === 'wrong') return t('applicants.missing.wrong', { question: label })
  const known = ['choice', 'referee', 'employer', 'letter', 'release'] as const
  const one = known.find((name) => name === code)
  return one ? t(`applicants.missing.${one}`) : code
}
