import { byInstructions } from './by-instructions.ts'
import type { PaymentGateway } from '#app/payments/gateway.ts'

/** On account, for an organization: a pro-forma invoice with its purchase order, paid within net days. */
export function invoice(): PaymentGateway {
  return byInstructions('invoice', { isDelayed: true, takesClaims: true })
}
