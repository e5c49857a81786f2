import { z } from 'zod'
import { unknownPlaceholders } from './statement.ts'
import { momentField } from '#app/events/local-moment.ts'
import { integer, line, optionalLine, optionalText, tick } from '#app/values/fields.ts'

const seen = z.string().max(64).optional()

/** Who gets a certificate; moments are on the clock of the event's `zone`. */
export function ruleSchema(zone: string) {
  return z.object({
    seen,
    minimumShare: integer(0, 100),
    needsSurveyId: z
      .string()
      .max(36)
      .default('')
      .transform((id) => (id === '' ? null : id)),
    needsName: tick(),
    needsSignOff: tick(),
    hours: integer(0, 2000),
    namesUntilAt: momentField(zone),
  })
}

export type RuleForm = z.output<ReturnType<typeof ruleSchema>>

export const textSchema = z.object({
  seen,
  body: optionalText(1000).superRefine((body, context) => {
    const [unknown] = unknownPlaceholders(body)
    if (unknown === undefined) return
    const name = new URLSearchParams({ name: `{${unknown}}` })
    context.addIssue({ code: 'custom', message: `certificate.unknownPlaceholder?${name}` })
  }),
})

/** The rows of who signs, as `name1`, `latinName1`, `title1` …; a row without a name is none. */
export const signatoriesSchema = z
  .object({
    seen,
    name1: optionalLine(200),
    latinName1: optionalLine(200),
    title1: optionalLine(200),
    name2: optionalLine(200),
    latinName2: optionalLine(200),
    title2: optionalLine(200),
    name3: optionalLine(200),
    latinName3: optionalLine(200),
    title3: optionalLine(200),
  })
  .transform(({ seen, ...row }) => ({
    seen,
    signatories: ([1, 2, 3] as const)
      .map((at) => ({ fullName: row[`name${at}`], latinName: row[`latinName${at}`] || null, title: row[`title${at}`] }))
      .filter(({ fullName }) => fullName !== ''),
  }))

export const nameSchema = z.object({
  seen: z.string().max(64).default(''),
  name: line(200),
  latinName: optionalLine(200),
})

export const reasonSchema = z.object({ reason: line(300) })

export const reissueSchema = z.object({ reason: optionalLine(300) })

export const decisionSchema = z
  .object({ decision: z.enum(['rule', 'given', 'kept'], { error: 'form.choose' }), reason: optionalLine(300) })
  .refine(({ decision, reason }) => decision === 'rule' || reason !== '', { error: 'form.required', path: ['reason'] })
