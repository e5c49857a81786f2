import type { Instant } from '#app/values/moment.ts'
import type { ComponentKind, PayoutWay, VisaState } from '#db/schema.ts'

/** What must be in hand before money moves; the code of the refusal as well. */
export type Gate = 'gate-visa' | 'gate-ticket'

/**
 * The gate that is closed for a payout, or null. A ticket is bought for who needs no visa or has it; a stipend is
 * handed to who has the ticket as well.
 */
export function closedGate(
  { kind, way }: { kind: ComponentKind; way: PayoutWay },
  { visa, ticketInHandAt }: { visa: VisaState; ticketInHandAt: Instant | null },
): Gate | null {
  const asksVisa = way === 'stipend' || (way === 'organizer' && kind === 'travel')
  if (asksVisa && visa !== 'not-needed' && visa !== 'granted') return 'gate-visa'
  return way === 'stipend' && ticketInHandAt === null ? 'gate-ticket' : null
}
