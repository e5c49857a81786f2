import { byInstructions } from './by-instructions.ts'
import type { PaymentGateway } from '#app/payments/gateway.ts'

/** In cash or by card where the event takes place; who is at the desk books it. */
export function desk(): PaymentGateway {
  return byInstructions('desk', { isDelayed: true, takesClaims: false })
}
