import { byInstructions } from './by-instructions.ts'
import type { PaymentGateway } from '#app/payments/gateway.ts'

/** From a telephone to an account number, and confirmed by the reference that the service gave the payer. */
export function mobileMoney(): PaymentGateway {
  return byInstructions('mobile-money', { isDelayed: true, takesClaims: true })
}
