import { z } from 'zod'
import { hasOptions } from './question-options.ts'
import { STAGES } from './question.ts'
import { textLanguage } from '#app/events/details-form.ts'
import { day, integer, line, optionalLine, tick } from '#app/values/fields.ts'
import type { QuestionKind } from '#db/schema.ts'

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
  'languages',
  'file',
  'consent',
] as const satisfies QuestionKind[]

export const MOST_OPTIONS = 60

export const AUDIENCES = ['organizers', 'instructors', 'finance', 'visa-desk', 'totals'] as const

/** Kinds whose answers another question can hang on: those with few values. */
export function canDecide(kind: QuestionKind): boolean {
  return kind === 'choice' || kind === 'choices' || kind === 'yesno' || kind === 'consent'
}

/** The values that another question can wait for. */
export function decidingValues(kind: QuestionKind, options: { value: string }[]): string[] {
  if (kind === 'yesno') return ['yes', 'no']
  return kind === 'consent' ? ['yes'] : canDecide(kind) ? options.map(({ value }) => value) : []
}

/** A condition as one field of the form says it: the other question's id and the value, with a colon between. */
export function conditionField({ questionId, value }: { questionId: string; value: string }): string {
  return `${questionId}:${value}`
}

/** What answers can mean to a report, and the kinds that can. */
export const MEANINGS = {
  gender: ['choice', 'choices'],
  institution: ['text'],
} as const satisfies Record<string, QuestionKind[]>

export type Meaning = keyof typeof MEANINGS

/** The most that `maximum` may be, by kind: characters, or a number; other kinds have none. */
export const LARGEST_MAXIMUM: Partial<Record<QuestionKind, number>> = {
  text: 500,
  longtext: 10_000,
  number: 999_999_999,
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
    maximum: integer(1, 999_999_999).optional(),
    stage: z.enum(STAGES).default('registering'),
    purpose: line(300),
    audience: z.enum(AUDIENCES, { error: 'form.choose' }),
    eraseOn: day().optional(),
    meaning: z.enum(Object.keys(MEANINGS) as Meaning[], { error: 'form.choose' }).optional(),
    ticketTypeIds: z.array(z.string().max(36)).default([]),
    trackIds: z.array(z.string().max(36)).default([]),
    shownWhen: z
      .string()
      .max(160)
      .optional()
      .transform((typed) => {
        if (typed === undefined) return null
        const at = typed.indexOf(':')
        return { questionId: typed.slice(0, at), value: typed.slice(at + 1) }
      }),
  })
  .transform((form, context) => {
    const options = hasOptions(form.kind) ? form.options.filter((option) => option.label !== '') : []
    const fewest = form.kind === 'languages' ? 1 : 2
    if (hasOptions(form.kind) && options.length < fewest)
      context.addIssue({
        code: 'custom',
        path: ['options', options.length, 'label'],
        message: fewest === 1 ? 'organize.oneOption' : 'organize.twoOptions',
      })
    const kinds: QuestionKind[] = form.meaning ? [...MEANINGS[form.meaning]] : [form.kind]
    if (!kinds.includes(form.kind))
      context.addIssue({ code: 'custom', path: ['meaning'], message: 'figures.meaningKind' })
    const largest = LARGEST_MAXIMUM[form.kind]
    if (largest !== undefined && form.maximum !== undefined && form.maximum > largest)
      context.addIssue({
        code: 'custom',
        path: ['maximum'],
        message: `form.numberBetween?minimum=1&maximum=${largest}`,
      })
    return { ...form, options, maximum: largest === undefined ? null : (form.maximum ?? null) }
  })

export type QuestionForm = z.output<typeof questionSchema>
