import { z } from 'zod'
import { hasOptions } from './question-options.ts'
import { STAGES } from './question.ts'
import { textLanguage } from '#app/events/details-form.ts'
import { day, integer, line, optionalLine, tick } from '#app/values/fields.ts'
import type { QuestionKind, QuestionMeaning } from '#db/schema.ts'

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

/** What answers can mean, and the kinds that can. */
export const MEANINGS = {
  gender: ['choice', 'choices'],
  institution: ['text'],
  'share-email': ['consent', 'yesno'],
  'called-name': ['text'],
  pronunciation: ['text'],
  laptop: ['yesno', 'choice'],
  skill: ['choice', 'choices', 'number', 'yesno'],
  diet: ['choice', 'choices', 'text', 'longtext'],
  access: ['choice', 'choices', 'text', 'longtext'],
  emergency: ['text', 'longtext', 'phone'],
} as const satisfies Partial<Record<QuestionMeaning, QuestionKind[]>>

export type Meaning = keyof typeof MEANINGS

/** The most that `maximum` may be, by kind: characters, or a number; other kinds have none. */
const LARGEST_MAXIMUM: Partial<Record<QuestionKind, number>> = {
  text: 500,
  longtext: 10_000,
  number: 999_999_999,
}

/** What is typed of every question, whoever is asked it. */
export const ASKED_FIELDS = {
  textLanguage: textLanguage(),
  label: line(300),
  help: optionalLine(500),
  options: z
    .array(z.object({ value: optionalLine(40), label: optionalLine(120) }))
    .max(MOST_OPTIONS)
    .default([]),
  isRequired: tick(),
  isAsked: tick(),
  maximum: integer(1, 999_999_999).optional(),
}

/** What the kind of a question makes of its options and its limit; what is wrong with them goes to their fields. */
export function optionsAndLimit(
  form: { kind: QuestionKind; options: { value: string; label: string }[]; maximum?: number | undefined },
  context: z.RefinementCtx,
) {
  const options = hasOptions(form.kind) ? form.options.filter((option) => option.label !== '') : []
  const fewest = form.kind === 'languages' ? 1 : 2
  if (hasOptions(form.kind) && options.length < fewest)
    context.addIssue({
      code: 'custom',
      path: ['options', options.length, 'label'],
      message: fewest === 1 ? 'organize.oneOption' : 'organize.twoOptions',
    })
  const largest = LARGEST_MAXIMUM[form.kind]
  if (largest !== undefined && form.maximum !== undefined && form.maximum > largest)
    context.addIssue({
      code: 'custom',
      path: ['maximum'],
      message: `form.numberBetween?minimum=1&maximum=${largest}`,
    })
  return { options, maximum: largest === undefined ? null : (form.maximum ?? null) }
}

export const questionSchema = z
  .object({
    ...ASKED_FIELDS,
    kind: z.enum(QUESTION_KINDS, { error: 'form.choose' }),
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
    const kinds: QuestionKind[] = form.meaning ? [...MEANINGS[form.meaning]] : [form.kind]
    if (!kinds.includes(form.kind))
      context.addIssue({ code: 'custom', path: ['meaning'], message: 'figures.meaningKind' })
    return { ...form, ...optionsAndLimit(form, context) }
  })

export type QuestionForm = z.output<typeof questionSchema>
