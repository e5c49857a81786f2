import { LARGEST, megabytes } from '#app/files/file-rules.ts'
import type { CallQuestionKind, CallQuestionMeaning } from '#db/schema.ts'

/** Every kind of question, in the order in which organizers are offered them. */
export const CALL_QUESTION_KINDS = [
  'text',
  'longtext',
  'email',
  'phone',
  'number',
  'date',
  'country',
  'choice',
  'choices',
  'yesno',
  'languages',
  'grid',
  'costs',
  'file',
  'consent',
] as const satisfies CallQuestionKind[]

/** Kinds that need lists, and which. */
const LISTS: Partial<Record<CallQuestionKind, readonly ('options' | 'rows' | 'levels')[]>> = {
  choice: ['options'],
  choices: ['options'],
  languages: ['options'],
  grid: ['rows', 'levels'],
  costs: ['rows'],
}

export function listsOf(kind: CallQuestionKind): readonly ('options' | 'rows' | 'levels')[] {
  return LISTS[kind] ?? []
}

/** What answers can mean to rules, ranking and cohort, and the kinds that can. */
export const CALL_MEANINGS = {
  gender: ['choice'],
  institution: ['text'],
  'first-time': ['yesno', 'choice'],
  'birth-year': ['number', 'date'],
  'needs-visa': ['yesno', 'choice'],
  'publish-name': ['yesno', 'consent'],
  'earlier-award': ['yesno', 'number', 'date', 'choice'],
  colleagues: ['text', 'longtext', 'email'],
} as const satisfies Record<Exclude<CallQuestionMeaning, ''>, CallQuestionKind[]>

export type CallMeaning = keyof typeof CALL_MEANINGS

/** The most that the limit may be: words or characters of a text, a number, megabytes of a file; other kinds have none. */
export function largestLimit(kind: CallQuestionKind, isInWords: boolean): number | null {
  if (kind === 'text') return 500
  if (kind === 'longtext') return isInWords ? 3000 : 20_000
  if (kind === 'number') return 999_999_999
  return kind === 'file' ? megabytes(LARGEST.application) : null
}

const MEGABYTE = 1024 * 1024

/** A limit as it is stored: bytes of a file, everything else as it was typed. */
export function storedLimit(kind: CallQuestionKind, typed: number | undefined): number | null {
  if (typed === undefined) return null
  return kind === 'file' ? typed * MEGABYTE : typed
}

/** A stored limit as the form shows it. */
export function typedLimit(kind: CallQuestionKind, stored: number | null): number | null {
  return stored !== null && kind === 'file' ? megabytes(stored) : stored
}
