import { z } from 'zod'
import {
  CALL_MEANINGS,
  CALL_QUESTION_KINDS,
  type CallMeaning,
  largestLimit,
  listsOf,
  storedLimit,
} from './call-question-kinds.ts'
import { partCode } from './choice-form.ts'
import { textLanguage } from '#app/events/details-form.ts'
import { day, integer, line, optionalLine, optionalText, tick } from '#app/values/fields.ts'
import type { CallQuestionKind } from '#db/schema.ts'

/** More rows than any list of a form needs. */
export const MOST_ROWS = 60

/** What stands for an option in every language, in sheets and in rules. */
function isValue(typed: string): boolean {
  return /^[\w.-]*$/.test(typed)
}

const rows = () =>
  z
    .array(z.object({ value: optionalLine(40).refine(isValue, 'call.valueShape'), label: optionalLine(300) }))
    .max(MOST_ROWS)
    .default([])

export const callQuestionSchema = z
  .object({
    seen: z.string().max(64).default(''),
    textLanguage: textLanguage(),
    sectionId: z.string({ error: 'form.choose' }).max(36),
    code: partCode(40).optional(),
    label: line(500),
    help: optionalText(2000),
    kind: z.enum(CALL_QUESTION_KINDS, { error: 'form.choose' }),
    options: rows(),
    rows: rows(),
    levels: rows(),
    isRequired: tick(),
    isAsked: tick(),
    maximum: integer(1, 999_999_999).optional(),
    isInWords: tick(),
    isHidden: tick(),
    meaning: z.enum(Object.keys(CALL_MEANINGS) as CallMeaning[], { error: 'form.choose' }).optional(),
    purpose: line(300),
    eraseOn: day().optional(),
    choiceIds: z.array(z.string().max(36)).default([]),
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
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const wanted = listsOf(form.kind)
    const listed = (name: 'options' | 'rows' | 'levels') => {
      if (!wanted.includes(name)) return []
      const filled = form[name].filter(({ label }) => label !== '')
      const fewest = name === 'rows' || form.kind === 'languages' ? 1 : 2
      if (filled.length < fewest)
        complain([name, filled.length, 'label'], fewest === 1 ? 'organize.oneOption' : 'organize.twoOptions')
      return filled
    }
    const isInWords = form.isInWords && form.kind === 'longtext'
    const largest = largestLimit(form.kind, isInWords)
    if (largest !== null && form.maximum !== undefined && form.maximum > largest)
      complain(['maximum'], `form.numberBetween?minimum=1&maximum=${largest}`)
    const kinds: readonly CallQuestionKind[] = form.meaning ? CALL_MEANINGS[form.meaning] : [form.kind]
    if (!kinds.includes(form.kind)) complain(['meaning'], 'call.meaningKind')
    return {
      ...form,
      options: listed('options'),
      rows: listed('rows'),
      levels: listed('levels'),
      isInWords,
      maximum: largest === null ? null : storedLimit(form.kind, form.maximum),
    }
  })

export type CallQuestionForm = z.output<typeof callQuestionSchema>
