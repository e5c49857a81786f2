import { z } from 'zod'
import { textLanguage } from '#app/events/details-form.ts'
import { day, line, optionalLine, tick } from '#app/values/fields.ts'

export const QUESTION_KINDS = [
  'text',
  'longtext',
  'number',
  'date',
  'country',
  'choice',
  'choices',
  'phone',
  'yesno',
] as const

export const MOST_OPTIONS = 60

export const AUDIENCES = ['organizers', 'instructors', 'finance', 'visa-desk', 'totals'] as const

export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** An option as answers keep it: its value never changes, its label may. */
export interface QuestionOption {
  value: string
  label: string
}

export const questionSchema = z
  .object({
    textLanguage: textLanguage(),
    label: line(300),
    help: optionalLine(500),
    kind: z.enum(QUESTION_KINDS, { error: 'form.choose' }),
    options: z
      .array(z.object({ value: optionalLine(40), label: optionalLine(120) }))
      .max(MOST_OPTIONS)
      .default([]),
    isRequired: tick(),
    isAsked: tick(),
    purpose: line(300),
    audience: z.enum(AUDIENCES, { error: 'form.choose' }),
    eraseOn: day().optional(),
    ticketTypeIds: z.array(z.string().max(36)).default([]),
  })
  .transform((form, context) => {
    const options = hasOptions(form.kind) ? withValues(form.options.filter((option) => option.label !== '')) : []
    if (hasOptions(form.kind) && options.length < 2)
      context.addIssue({ code: 'custom', path: ['options', options.length, 'label'], message: 'organize.twoOptions' })
    return { ...form, options }
  })

export type QuestionForm = z.output<typeof questionSchema>

export function hasOptions(kind: string): boolean {
  return kind === 'choice' || kind === 'choices'
}

/** Options with a value each: the one they have, or the next number that was never used. */
export function withValues(options: { value: string; label: string }[]): QuestionOption[] {
  const numbers = options.map(({ value }) => Number(/^o(\d+)$/.exec(value)?.[1] ?? 0))
  let last = Math.max(0, ...numbers)
  const used = new Set<string>()
  return options.map(({ value, label }) => {
    const kept = value !== '' && !used.has(value) ? value : `o${++last}`
    used.add(kept)
    return { value: kept, label }
  })
}

/** The options that a question's text holds. */
export function parseOptions(json: string): QuestionOption[] {
  try {
    const parsed: unknown = JSON.parse(json === '' ? '[]' : json)
    return z
      .array(z.object({ value: z.string(), label: z.string() }))
      .catch([])
      .parse(parsed)
  } catch {
    return []
  }
}
