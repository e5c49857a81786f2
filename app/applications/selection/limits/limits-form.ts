import { z } from 'zod'
import { COUNT_KINDS, isShare, type Limits, SHARE_KINDS, type TargetKind } from './limits.ts'
import { readAmount } from '#app/values/amount-field.ts'
import { integer } from '#app/values/fields.ts'
import { plainAmount } from '#app/values/money.ts'

const optionalNumber = (least: number, most: number) => integer(least, most).optional()

/** How many empty rows a form of limits ends with. */
export const EMPTY_TARGETS = 3
export const EMPTY_FLUENCY = 1

interface FundName {
  code: string
  currency: string
}

/** The form of the limits; what is left empty is no limit. */
export function limitsSchema(funds: readonly FundName[]) {
  return z.object({
    seen: z.string().max(64).default(''),
    mostPerCountry: optionalNumber(1, 100_000),
    mostPerOrganization: optionalNumber(1, 100_000),
    seats: z.array(z.object({ code: z.string().max(20), most: optionalNumber(0, 100_000) })).default([]),
    budget: z.array(budgetRow(funds)).default([]),
    fluency: z
      .array(
        z.object({
          language: z.string().max(16).optional(),
          question: z.string().max(40).optional(),
          least: optionalNumber(0, 4),
        }),
      )
      .default([]),
    targets: z.array(targetRow).default([]),
  })
}

function budgetRow(funds: readonly FundName[]) {
  return z
    .object({ code: z.string().max(20), most: z.string().max(30).optional() })
    .transform(({ code, most }, context) => {
      const fund = funds.find((one) => one.code === code)
      if (!fund || !most) return { code, amountMinor: null }
      const read = readAmount(most, fund.currency)
      if ('amountMinor' in read) return { code, amountMinor: read.amountMinor }
      context.addIssue({ code: 'custom', path: ['most'], message: read.message })
      return z.NEVER
    })
}

const targetRow = z
  .object({ what: z.string().max(300).optional(), least: optionalNumber(0, 100_000), most: optionalNumber(0, 100_000) })
  .superRefine(({ what, least, most }, context) => {
    const hasBound = least !== undefined || most !== undefined
    if (!what && hasBound) context.addIssue({ code: 'custom', path: ['what'], message: 'form.choose' })
    if (!what) return
    if (!hasBound) context.addIssue({ code: 'custom', path: ['least'], message: 'selection.limits.noBound' })
    const target = targetOf(what)
    for (const [name, bound] of Object.entries({ least, most }))
      if (target && isShare(target.kind) && (bound ?? 0) > 100)
        context.addIssue({ code: 'custom', path: [name], message: 'form.numberBetween?minimum=0&maximum=100' })
    if (least !== undefined && most !== undefined && most < least)
      context.addIssue({ code: 'custom', path: ['most'], message: 'selection.limits.mostBelowLeast' })
  })

/** What a choice of the list of targets stands for. */
export function targetOf(what: string): { kind: TargetKind; of: string } | null {
  const [name = '', of = ''] = what.split(/=(.*)/s)
  const kind = [...SHARE_KINDS, ...COUNT_KINDS].find((one) => one === name)
  return kind ? { kind, of } : null
}

/** The limits that a form says. */
export function limitsOfForm(form: z.output<ReturnType<typeof limitsSchema>>): Limits {
  return {
    mostPerCountry: form.mostPerCountry ?? null,
    mostPerOrganization: form.mostPerOrganization ?? null,
    seats: Object.fromEntries(form.seats.flatMap(({ code, most }) => (most === undefined ? [] : [[code, most]]))),
    budget: Object.fromEntries(
      form.budget.flatMap(({ code, amountMinor }) => (amountMinor === null ? [] : [[code, amountMinor]])),
    ),
    fluency: form.fluency.flatMap(({ language, question, least }) =>
      language && question && least !== undefined ? [{ language, question, least }] : [],
    ),
    targets: form.targets.flatMap(({ what, least, most }) => {
      const target = targetOf(what ?? '')
      return target ? [{ ...target, least: least ?? null, most: most ?? null }] : []
    }),
  }
}

/** An amount that a budget was lowered to, as its field shows it. */
export function budgetField(limits: Pick<Limits, 'budget'>, { code, currency }: FundName): string {
  const amountMinor = limits.budget[code]
  return amountMinor === undefined ? '' : plainAmount({ amountMinor, currency })
}
