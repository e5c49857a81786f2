import type { Translate } from '#app/locales/translate.ts'
import type { Column } from '#app/participants/columns/columns.ts'
import type { RegistrationFilter } from '#app/participants/selection/registration-filter.ts'
import { addressOfFilter } from '#app/participants/selection/registration-filter.ts'
import type { REGISTRATION_STATES } from '#app/participants/registration-states.ts'
import type { Question, QuestionOption } from '#app/registrations/questions/question.ts'
import type { TagKind } from '#app/ui/tag.tsx'
import { valueLabel } from '#app/ui/question-field.tsx'
import { countryName, languageName } from '#app/values/dates.ts'

type RegistrationState = (typeof REGISTRATION_STATES)[number]

export const STATE_TAGS: Record<RegistrationState, TagKind> = {
  held: 'wait',
  confirmed: 'ok',
  cancelled: 'bad',
  transferred: 'off',
  lapsed: 'off',
}

export interface AskedQuestion {
  id: string
  code: string
  kind: Question['kind']
  label: string
  options: QuestionOption[]
}

export interface FilterNames {
  tracks: { id: string; code: string; title: string }[]
  ticketTypes: { id: string; name: string }[]
  questions: AskedQuestion[]
  quotas: { id: string; name: string }[]
  sessions: { id: string; title: string }[]
}

export function columnLabel(column: Column, questions: { id: string; label: string }[], t: Translate): string {
  if (column.is !== 'answer') return t(`registrant.columns.${column.is}`)
  return questions.find(({ id }) => id === column.questionId)?.label ?? ''
}

/** Each part of a filter in words, with the query of the same filter without it. */
export function partsOfFilter(filter: RegistrationFilter, names: FilterNames, t: Translate, language: string) {
  const pairs = [...addressOfFilter(filter)]
  return pairs.map(([name, value], at) => ({
    label: partLabel(name, value, names, t, language),
    without: new URLSearchParams(pairs.filter((_, other) => other !== at)).toString(),
  }))
}

function partLabel(name: string, value: string, names: FilterNames, t: Translate, language: string): string {
  const named = (rows: { id: string }[], pick: (row: never) => string) => {
    const row = rows.find(({ id }) => id === value)
    return row ? pick(row as never) : value
  }
  switch (name) {
    case 'q':
      return t('registrant.searched', { words: value })
    case 'state':
      return t(`organize.states.${value as RegistrationState}`)
    case 'ticket':
      return named(names.ticketTypes, ({ name }: { name: string }) => name)
    case 'track':
      return named(names.tracks, ({ code, title }: { code: string; title: string }) => `${code}: ${title}`)
    case 'country':
      return countryName(value, language)
    case 'money':
      return t(`registrant.money.${value as 'unpaid'}`)
    case 'answers':
      return t(`registrant.answers.${value as 'missing'}`)
    case 'answer':
      return answerPart(value, names.questions, t)
    case 'proof':
      return t('registrant.proofIs', { state: t(`registrant.proofs.${value as 'waiting'}`) })
    case 'quota':
      return t('registrant.inQuota', { quota: named(names.quotas, ({ name }: { name: string }) => name) })
    case 'session':
      return t('registrant.inSession', { session: named(names.sessions, ({ title }: { title: string }) => title) })
    case 'language':
      return t('registrant.inLanguage', { language: languageName(value, language) })
    case 'lacks':
      return t(`registrant.lacks.${value as 'visa'}`)
    default:
      return t(`registrant.recent.${value as 'week'}`)
  }
}

function answerPart(value: string, questions: AskedQuestion[], t: Translate): string {
  const [questionId = '', answer = ''] = value.split(/:(.*)/s)
  const question = questions.find(({ id }) => id === questionId)
  if (!question) return answer
  return t('common.labelled', { label: question.label, text: valueLabel(question, answer, t) })
}
