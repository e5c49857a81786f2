import { z } from 'zod'
import { type Answer, isAnswered, languageField, LEVELS, type Question, SKILLS } from './question.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { country, day, integer, line, optionalLine, optionalText } from '#app/values/fields.ts'
import { cleanText } from '#app/values/text.ts'

/** Characters, where the question sets no other limit. */
export const LONGEST_LINE = 500
export const LONGEST_TEXT = 2000

/**
 * What an answer may be; one that may be left out is '' or an empty list then. The fields of kind `languages` are
 * `NAME.LANGUAGE.SKILL`; that of kind `file` holds a token of `keepUploads`, and its value is the file's id.
 */
export function answerSchema(
  question: Pick<Question, 'kind' | 'isRequired' | 'options' | 'maximum'>,
): z.ZodType<Answer> {
  const { kind, isRequired, options, maximum } = question
  const values = options.map(({ value }) => value)
  switch (kind) {
    case 'text':
      return isRequired ? line(maximum ?? LONGEST_LINE) : optionalLine(maximum ?? LONGEST_LINE)
    case 'longtext':
      return isRequired ? requiredText(maximum ?? LONGEST_TEXT) : optionalText(maximum ?? LONGEST_TEXT)
    case 'number':
      return orNothing(integer(0, Math.min(maximum ?? 999_999_999, 999_999_999)).transform(String), isRequired)
    case 'date':
      return orNothing(day(), isRequired)
    case 'country':
      return orNothing(country(), isRequired)
    case 'phone':
      return orNothing(phone(), isRequired)
    case 'choice':
      return orNothing(z.enum(values, { error: 'form.choose' }), isRequired)
    case 'yesno':
      return orNothing(z.enum(['yes', 'no'], { error: 'form.choose' }), isRequired)
    case 'choices':
      return z
        .array(z.string())
        .refine((chosen) => chosen.every((value) => values.includes(value)), 'form.choose')
        .min(isRequired ? 1 : 0, 'form.choose')
    case 'languages':
      return languages(values, isRequired)
    case 'file':
      return orNothing(
        z.string({ error: 'form.chooseFile' }).refine((token) => fileOfToken(token) !== null, 'form.chooseFile'),
        isRequired,
      ).transform((token) => fileOfToken(token)?.id ?? '')
    case 'consent':
      return orNothing(z.literal('yes', { error: 'form.tick' }), isRequired)
  }
}

/** The schema of the answers of one person, by the questions' codes. */
export function answersSchema(
  questions: (Parameters<typeof answerSchema>[0] & { code: string })[],
): z.ZodType<Record<string, Answer>> {
  return z.object(Object.fromEntries(questions.map((question) => [question.code, answerSchema(question)])))
}

/** The schema of a form of nothing but questions, `answers.CODE`. */
export function answersFormSchema(questions: Question[]) {
  return z.object({ answers: answersSchema(questions) })
}

/** What was answered, without what was left out. */
export function givenAnswers(
  questions: Question[],
  answers: Record<string, Answer>,
): { question: Question; value: Answer }[] {
  return questions.flatMap((question) => {
    const value = answers[question.code]
    return value !== undefined && isAnswered(value) ? [{ question, value }] : []
  })
}

function orNothing(schema: z.ZodType<string>, isRequired: boolean): z.ZodType<string> {
  return isRequired ? schema : schema.optional().transform((value) => value ?? '')
}

function requiredText(maximum: number) {
  return z
    .string({ error: 'form.required' })
    .transform(cleanText)
    .pipe(z.string().min(1, 'form.required').max(maximum, `form.tooLong?maximum=${maximum}`))
}

function phone() {
  return z.string({ error: 'form.phone' }).regex(/^\+?[\d\s().-]{5,30}$/, 'form.phone')
}

/** Whoever gives one level of a language gives all four. */
function languages(values: string[], isRequired: boolean): z.ZodType<string[]> {
  const level = z.enum(LEVELS, { error: 'form.chooseLevel' }).optional()
  const skills = z.object({ listening: level, reading: level, speaking: level, writing: level })
  return z
    .object(Object.fromEntries(values.map((value) => [languageField(value), skills.optional()])))
    .optional()
    .transform((typed, context) =>
      values.flatMap((value) => {
        const levels = SKILLS.map((skill) => typed?.[languageField(value)]?.[skill])
        if (!isRequired && levels.every((one) => one === undefined)) return []
        levels.forEach((one, at) => {
          if (one !== undefined) return
          const path = [languageField(value), SKILLS[at]!]
          context.addIssue({ code: 'custom', path, message: 'form.chooseLevel' })
        })
        return [`${value}:${levels.join('')}`]
      }),
    )
}
