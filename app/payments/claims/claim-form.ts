import { z } from 'zod'
import { line, optionalLine, optionalText } from '#app/values/fields.ts'
import type { PaymentClaimsTable, PaymentMethod } from '#db/schema.ts'

export type ClaimKind = PaymentClaimsTable['kind']

/** What the payer of an order can tell us, by how it is paid; null where there is nothing to tell. */
export function claimKindOf(method: string | null): ClaimKind | null {
  switch (method as PaymentMethod | null) {
    case 'bank-transfer':
    case 'mobile-money':
      return 'paid'
    case 'invoice':
      return 'purchase-order'
    case 'waiver':
      return 'waiver'
    default:
      return null
  }
}

/** What a payer tells us. A plea for a waiver is words; the others are a reference, a paper, or both. */
export function claimSchema(kind: ClaimKind) {
  const note = kind === 'waiver' ? line(1000, 'pay.enterReason') : optionalText(1000)
  return z.object({ reference: optionalLine(100), note, file: z.string().optional() }).superRefine((form, context) => {
    if (kind !== 'waiver' && form.reference === '' && form.file === undefined)
      context.addIssue({
        code: 'custom',
        path: ['reference'],
        message: kind === 'paid' ? 'pay.enterReference' : 'pay.enterPurchaseOrder',
      })
  })
}

/** What finance decides: the amount as they looked at it, and for a waiver whose money it is. */
export const acceptSchema = z.object({ amount: line(20, 'pay.enterAmount'), fund: optionalLine(80) })

export const refuseSchema = z.object({ reason: line(500, 'pay.enterWhy') })
