import { z } from 'zod'
import { readAmount } from '#app/values/amount-field.ts'
import { isCurrency } from '#app/values/amount-field.ts'
import { line, optionalLine, tick } from '#app/values/fields.ts'
import type { ComponentKind, PayoutWay } from '#db/schema.ts'

export const COMPONENT_KINDS = ['fee', 'travel', 'lodging', 'per-diem', 'visa'] as const satisfies ComponentKind[]

export const PAYOUT_WAYS = ['issued', 'organizer', 'reimbursed', 'stipend'] as const satisfies PayoutWay[]

/** How each part is paid when nobody says otherwise. */
export const USUAL_WAYS: Record<ComponentKind, PayoutWay> = {
  fee: 'issued',
  travel: 'organizer',
  lodging: 'organizer',
  'per-diem': 'stipend',
  visa: 'reimbursed',
}

const textSchema = z.object({ language: line(16), name: optionalLine(200), description: optionalLine(2000) })

const componentSchema = z.object({
  kind: z.enum(COMPONENT_KINDS),
  isGiven: tick(),
  amount: optionalLine(20),
  isCap: tick(),
  payout: z.enum(PAYOUT_WAYS),
  note: optionalLine(300),
})

export const packageSchema = z
  .object({
    seen: z.string().max(64).default(''),
    code: line(20),
    currency: line(3).refine((code) => isCurrency(code), 'fund.currencyShape'),
    isDefault: tick(),
    texts: z.array(textSchema).max(20),
    components: z.array(componentSchema).max(COMPONENT_KINDS.length),
    tickets: z
      .array(z.object({ choiceId: z.string().max(36), ticketTypeId: z.string().max(36).default('') }))
      .default([]),
  })
  .superRefine((form, problems) => {
    for (const [at, { isGiven, amount }] of form.components.entries()) {
      if (!isGiven) continue
      const read = readAmount(amount === '' ? '0' : amount, form.currency)
      if ('message' in read)
        problems.addIssue({ code: 'custom', path: ['components', at, 'amount'], message: read.message })
    }
    if (!form.components.some(({ isGiven }) => isGiven))
      problems.addIssue({ code: 'custom', path: ['components', 0, 'isGiven'], message: 'award.givesNothing' })
    if (!form.texts.some(({ name }) => name !== ''))
      problems.addIssue({ code: 'custom', path: ['texts', 0, 'name'], message: 'form.required' })
  })
  .transform(({ components, ...form }) => ({
    ...form,
    components: components.flatMap(({ isGiven, amount, ...component }) => {
      const read = readAmount(amount === '' ? '0' : amount, form.currency)
      return isGiven ? [{ ...component, amountMinor: 'message' in read ? 0 : read.amountMinor }] : []
    }),
  }))

export type PackageForm = z.output<typeof packageSchema>
