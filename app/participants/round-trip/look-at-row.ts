import { answerCell, readAnswer } from './answer-cell.ts'
import { answerColumn, codeOfAnswer, type FieldColumn, READ_ONLY, type SheetColumn } from './columns.ts'
import { cleanCell, readVersion } from './row-version.ts'
import { CONFLICT } from '../runs/problems.ts'
import { cannot, type Image, isSame, type Looked, willDo } from '../runs/run-kinds.ts'
import { isLanguage } from '#app/locales/languages.ts'
import { type Question, storedAnswer } from '#app/registrations/questions/question.ts'
import { shownQuestions } from '#app/registrations/questions/shown-questions.ts'
import { country, email, line, optionalLine, optionalText } from '#app/values/fields.ts'

/** A registration as an imported row is held against it. */
export interface Present {
  /** By column, as the sheet would say it now. */
  cells: Record<SheetColumn, string>
  isStanding: boolean
  isUnnamed: boolean
  isErased: boolean
  /** Its ticket is one of a track itself. */
  isOfTrack: boolean
  /** Others are in its order, whose mails are in one language. */
  isInGroup: boolean
  ticketTypeId: string
  trackId: string | null
  /** As stored, by the questions' codes. */
  answers: Record<string, string[]>
}

export interface LookWords {
  questions: Question[]
  trackCodes: string[]
}

const FIELDS: Partial<Record<FieldColumn, { safeParse: (text: string) => Parsed }>> = {
  fullName: line(200, 'register.enterName'),
  latinName: optionalLine(200),
  badgeName: optionalLine(200),
  certificateName: optionalLine(200),
  email: email(),
  country: country(),
  affiliation: optionalLine(200),
  note: optionalText(2000),
}

interface Parsed {
  success: boolean
  error?: { issues: { message: string }[] } | undefined
}

/** What a row of the sheet would change of its registration, before and after by column, and everything that is wrong. */
export function lookAtRow(given: Image, present: Present, words: LookWords): Looked {
  const base = readVersion(String(given['version'] ?? ''))
  const changed = Object.entries(given).flatMap(([name, value]): [SheetColumn, string][] => {
    const column = name as SheetColumn
    if (column === 'version' || column === 'code') return []
    const cell = canonical(column, cleanCell(column, String(value ?? '')), words)
    const now = cleanCell(column, present.cells[column] ?? '')
    // What the sheet left as it was, and somebody else changed, is theirs.
    return cell === now || base.isAsThen(column, cell) ? [] : [[column, cell]]
  })
  if (changed.length === 0) return isSame()
  const before = Object.fromEntries(changed.map(([column]) => [column, present.cells[column] ?? '']))
  const after = Object.fromEntries(changed)
  const whole = whyNotAtAll(present)
  if (whole) return cannot(whole, before, after)
  const wrong = changed.flatMap(([column, cell]) => {
    const why = whyNot(column, cell, present, words)
    return why === null ? [] : [`run.problem.in?${new URLSearchParams({ column, why })}`]
  })
  if (wrong.length > 0) return cannot(joined(wrong), before, after)
  const isFree = changed.every(([column]) => base.isAsThen(column, cleanCell(column, present.cells[column] ?? '')))
  return isFree ? willDo(before, after) : cannot(CONFLICT, before, after)
}

/** An answer in the words in which the sheet would say it: so it is found again when it is taken back. */
function canonical(column: SheetColumn, cell: string, { questions }: LookWords): string {
  const question = questions.find((one) => answerColumn(one) === column)
  if (!question || cell === '') return cell
  const read = readAnswer(question, cell)
  return read.ok ? cleanCell(column, answerCell(question, storedAnswer(read.answer))) : cell
}

function whyNotAtAll({ isStanding, isUnnamed, isErased }: Present): string | null {
  if (!isStanding || isErased) return 'refusal.seat-gone'
  return isUnnamed ? 'run.problem.unnamed' : null
}

/** The key of what is wrong with one cell, or null. */
function whyNot(column: SheetColumn, cell: string, present: Present, words: LookWords): string | null {
  if (READ_ONLY.includes(column)) return 'run.problem.readOnly'
  const code = codeOfAnswer(column)
  if (code !== null) return whyNotAnswer(code, cell, present, words)
  if (column === 'language')
    return isLanguage(cell) ? (present.isInGroup ? 'run.problem.group' : null) : 'run.problem.language'
  if (column === 'track') {
    if (present.isOfTrack) return 'run.problem.trackOfTicket'
    return cell === '' || words.trackCodes.includes(cell) ? null : 'run.problem.noTrack'
  }
  const parsed = FIELDS[column as FieldColumn]!.safeParse(cell)
  return parsed.success ? null : (parsed.error?.issues[0]?.message ?? 'form.required')
}

function whyNotAnswer(code: string, cell: string, present: Present, { questions }: LookWords): string | null {
  const question = questions.find((one) => one.code === code)
  if (!question) return 'run.problem.notAsked'
  const asked = shownQuestions(questions, present, present.answers)
  if (!asked.includes(question)) return cell === '' ? null : 'run.problem.notAsked'
  const read = readAnswer(question, cell)
  return read.ok ? null : read.why
}

/** As many as the column of a row holds. */
function joined(problems: string[]): string {
  while (problems.join('\n').length > 300) problems.pop()
  return problems.join('\n')
}
