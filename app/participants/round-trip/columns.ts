import { translator } from '#app/locales/translate.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import { fold } from '#app/values/text.ts'

/** What the sheet says of each registration, in its order; answers to questions come behind. */
export const FIELD_COLUMNS = [
  'code',
  'version',
  'state',
  'ticket',
  'fullName',
  'latinName',
  'badgeName',
  'certificateName',
  'email',
  'country',
  'affiliation',
  'language',
  'track',
  'note',
] as const

export type FieldColumn = (typeof FIELD_COLUMNS)[number]

/** A field, or `answer:` with a question's code. */
export type SheetColumn = FieldColumn | `answer:${string}`

/** What Plenary says and nobody changes in a sheet. */
export const READ_ONLY: SheetColumn[] = ['code', 'version', 'state', 'ticket']

/** Of those the ones without which a row cannot be told from others, or from what it was. */
export const NEEDED: SheetColumn[] = ['code', 'version']

export function answerColumn({ code }: Pick<Question, 'code'>): SheetColumn {
  return `answer:${code}`
}

/** The code of the question whose answers a column holds; null for a field. */
export function codeOfAnswer(column: SheetColumn): string | null {
  return column.startsWith('answer:') ? column.slice('answer:'.length) : null
}

/** What a sheet cannot hold: a file, and a word that only the person can give. */
export function isInSheet({ kind }: Pick<Question, 'kind'>): boolean {
  return kind !== 'file' && kind !== 'consent'
}

/** By the words of every language: a sheet may be made by one reader and brought back by another. */
const FIELD_OF_HEAD = new Map(
  LANGUAGES.flatMap(({ code }) =>
    FIELD_COLUMNS.map((column) => [fold(translator(code)(`run.columns.${column}`)), column] as const),
  ),
)

/** The column that a head names, in any language; null when there is none of that name. */
export function columnOfHead(head: string, questions: Pick<Question, 'code'>[]): SheetColumn | null {
  const bare = fold(head.trim())
  const field = FIELD_OF_HEAD.get(bare) ?? FIELD_COLUMNS.find((column) => fold(column) === bare)
  if (field) return field
  const code = /\[([^\]]+)\]\s*$/.exec(head)?.[1] ?? head.trim()
  return questions.some((question) => question.code === code) ? `answer:${code}` : null
}

/** A question's head: its words, and its code by which it is found again. */
export function answerHead({ label, code }: Pick<Question, 'label' | 'code'>): string {
  return `${label.slice(0, 120)} [${code}]`
}
