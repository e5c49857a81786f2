import { byInstructions } from './by-instructions.ts'
import type { PaymentGateway } from '#app/payments/gateway.ts'

/** To the account of whoever the event belongs to, with the order's structured reference. */
export function bankTransfer(): PaymentGateway {
  return byInstructions('bank-transfer', { isDelayed: true, takesClaims: true })
}
