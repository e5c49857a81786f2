import { answerSchema } from '#app/registrations/questions/answer-schema.ts'
import {
  type Answer,
  languageField,
  LEVELS,
  type Question,
  SKILLS,
  splitLevels,
  valuesOf,
} from '#app/registrations/questions/question.ts'
import { cleanText, fold } from '#app/values/text.ts'

/** Between several choices in one cell. */
const BETWEEN = '; '

/** A stored answer as a cell: the words of an option where they name one only, else its value. */
export function answerCell(question: Question, stored: string | undefined): string {
  if (stored === undefined || stored === '') return ''
  switch (question.kind) {
    case 'choice':
      return wordOf(question, stored)
    case 'choices':
      return valuesOf(stored)
        .map((value) => wordOf(question, value))
        .join(BETWEEN)
    case 'languages':
      return valuesOf(stored)
        .map(splitLevels)
        .map(({ value, levels }) => `${wordOf(question, value)} ${levels.join('/')}`)
        .join(BETWEEN)
    default:
      return stored
  }
}

/** What a cell answers, checked as the form of the question checks it; else the key of what is wrong. */
export function readAnswer(
  question: Question,
  cell: string,
): { ok: true; answer: Answer } | { ok: false; why: string } {
  const parsed = answerSchema(question).safeParse(typed(question, cleanText(cell)))
  if (parsed.success) return { ok: true, answer: parsed.data }
  return { ok: false, why: parsed.error.issues[0]?.message ?? 'form.required' }
}

/** The cell as the form of the question would send it. */
function typed(question: Question, text: string): unknown {
  switch (question.kind) {
    case 'choices':
      return partsOf(text).map((part) => valueOf(question, part))
    case 'languages':
      return levelsOf(question, text)
    case 'longtext':
      return text
    case 'choice':
      return text === '' ? undefined : valueOf(question, text)
    case 'yesno':
    case 'country':
      return text === '' ? undefined : text.length === 2 ? text.toUpperCase() : text.toLowerCase()
    default:
      return text === '' ? undefined : text
  }
}

function levelsOf(question: Question, text: string): Record<string, Record<string, string>> {
  return Object.fromEntries(
    partsOf(text).map((part) => {
      const [, word = part, levels = ''] = /^(.*?)\s+([\d/]+)$/.exec(part) ?? []
      const given = levels.replaceAll('/', '').split('')
      const known = SKILLS.map((skill, at) => [skill, LEVELS.find((level) => level === given[at]) ?? 'none'])
      return [languageField(valueOf(question, word)), Object.fromEntries(known)]
    }),
  )
}

function partsOf(text: string): string[] {
  return text
    .split(/;|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The words of an option, unless they are another's too or could not be read back from a list. */
function wordOf({ options }: Question, value: string): string {
  const label = options.find((option) => option.value === value)?.label ?? value
  const isPlain = !/[;\n/]|\d$/.test(label) && label.trim() === label && label !== ''
  const isOnly = options.filter((option) => namesOf(option).includes(fold(label))).length === 1
  return isPlain && isOnly ? label : value
}

function valueOf({ options }: Question, word: string): string {
  const exact = options.find(({ value }) => value === word)
  return (exact ?? options.find((option) => namesOf(option).includes(fold(word))))?.value ?? word
}

function namesOf({ value, label }: { value: string; label: string }): string[] {
  return [fold(value), fold(label)]
}
