import { byInstructions } from './by-instructions.ts'
import type { PaymentGateway } from '#app/payments/gateway.ts'

/** Not paid by the person at all: a fund stands in, on trust or once somebody agreed. */
export function waiver(): PaymentGateway {
  return byInstructions('waiver', { isDelayed: false, takesClaims: true })
}
