import { answerCell, kindOfAnswers } from './answer-cells.ts'
import type { ListQuestions } from './list-questions.server.ts'
import type { ListCell, ListColumn, ListColumnKind } from './list-view.ts'
import type { ListedRow } from './read-listed.server.ts'
import type { ListField } from './visible-fields.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { Balance } from '#app/payments/balance.server.ts'
import { countryName, formatShortDay, languageName } from '#app/values/dates.ts'
import { plainAmount } from '#app/values/money.ts'

export interface ListWords {
  tracks: { id: string; code: string; title: string }[]
  ticketTypes: { id: string; name: string }[]
  /** By ticket type; one without days lets in on all. */
  days: Map<string, string[]>
  language: string
  t: Translate
}

/** A column, and what it says of a row. */
export interface WrittenColumn extends ListColumn {
  cell: (row: ListedRow) => ListCell
}

const ORDER = [
  'fullName',
  'latinName',
  'calledName',
  'pronunciation',
  'badgeName',
  'code',
  'email',
  'sharedEmail',
  'country',
  'affiliation',
  'language',
  'track',
  'ticket',
  'days',
  'seat',
  'group',
  'laptop',
  'order',
  'payer',
  'payerOrganization',
  'billed',
  'paid',
  'due',
  'currency',
] as const satisfies ListField[]

type ColumnField = (typeof ORDER)[number]

const AMOUNTS: ColumnField[] = ['billed', 'paid', 'due']

/** The columns of a list: its fields, then skills, then the other answers. */
export function listColumns(fields: ListField[], questions: ListQuestions, words: ListWords): WrittenColumn[] {
  const { t, language } = words
  const said = { yes: t('teach.yes'), no: t('teach.no'), countryName: (code: string) => countryName(code, language) }
  const column = (key: string, label: string, kind: ListColumnKind, cell: WrittenColumn['cell']) => ({
    key,
    label,
    kind,
    cell,
  })
  const ofQuestion = (question: ListQuestions['others'][number], key: string, label: string) => {
    const write = answerCell(question, said)
    return column(key, label, kindOfAnswers(question), (row) => write(row.answers.get(question.id)))
  }
  const shown = ORDER.filter((field) => fields.includes(field))
  const cells = fieldCells(words, questions)
  return [
    ...shown.flatMap((field) => {
      const label = t(`list.fields.${field}`)
      const question = questions.own[field]
      if (question) return [ofQuestion(question, field, label)]
      const cell = cells[field]
      // An address that nobody was asked for is no column.
      if (!cell || (field === 'sharedEmail' && questions.shareEmailId === null)) return []
      return [
        column(field === 'sharedEmail' ? 'email' : field, label, AMOUNTS.includes(field) ? 'number' : 'text', cell),
      ]
    }),
    ...[...questions.skills, ...questions.others].map((one) => ofQuestion(one, `answer:${one.code}`, one.label)),
  ]
}

function fieldCells(
  words: ListWords,
  { shareEmailId }: ListQuestions,
): Partial<Record<ColumnField, WrittenColumn['cell']>> {
  const { language } = words
  const country = remembered((code) => countryName(code, language))
  const spoken = remembered((code) => languageName(code, language))
  const tracks = new Map(words.tracks.map(({ id, code, title }) => [id, `${code}: ${title}`]))
  const tickets = new Map(words.ticketTypes.map(({ id, name }) => [id, name]))
  const days = new Map(
    [...words.days].map(([id, own]) => [id, own.map((day) => formatShortDay(day, language)).join(', ')]),
  )
  const amount = (of: (balance: Balance) => number) => (row: ListedRow) =>
    row.balance?.currency ? Number(plainAmount({ amountMinor: of(row.balance), currency: row.balance.currency })) : ''
  return {
    code: (row) => row.code,
    fullName: (row) => row.fullName,
    latinName: (row) => row.latinName ?? '',
    badgeName: (row) => row.badgeName ?? '',
    email: (row) => row.email ?? '',
    sharedEmail: (row) => (row.answers.get(shareEmailId ?? '')?.value === 'yes' ? (row.email ?? '') : ''),
    country: (row) => (row.country === null ? '' : country(row.country)),
    affiliation: (row) => row.affiliation ?? '',
    language: (row) => (row.language === null ? '' : spoken(row.language)),
    track: (row) => tracks.get(row.trackId ?? '') ?? '',
    ticket: (row) => tickets.get(row.ticketTypeId) ?? '',
    days: (row) => days.get(row.ticketTypeId) ?? words.t('list.allDays'),
    seat: (row) => row.seat,
    group: (row) => row.group,
    order: (row) => row.order?.code ?? '',
    payer: (row) => row.order?.payer ?? '',
    payerOrganization: (row) => row.order?.organization ?? '',
    billed: amount(({ lines }) => lines),
    paid: amount(({ paid, refunded }) => paid - refunded),
    due: amount(({ due }) => due),
    currency: (row) => row.balance?.currency ?? '',
  }
}

function remembered(name: (code: string) => string): (code: string) => string {
  const known = new Map<string, string>()
  return (code) => {
    const found = known.get(code)
    if (found !== undefined) return found
    const made = name(code)
    known.set(code, made)
    return made
  }
}
