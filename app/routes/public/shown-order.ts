import type { OrderSeat, OrderView } from '#app/registrations/order-view.server.ts'
import type { Standing } from '#app/registrations/order-standing.ts'
import type { PaymentInstructions } from '#app/payments/methods/instructions.ts'

/** An order with its money summed: amounts in minor units of its currency, `paid` without what went back. */
export type ShownOrder = OrderView & {
  due: number
  paid: number
  refunded: number
  standing: Standing
  /** Where there is no page to pay on. */
  instructions: PaymentInstructions | null
  /** Whether its late money waits for the next free seat. */
  isQueued: boolean
  /** Changes of tickets that wait for money. */
  openChanges: { registrationId: string; heldUntil: string | null }[]
}

/** A seat with what belongs to it: add-ons of the same person, without a name of their own. */
export type SeatWithAddons = OrderSeat & { addons: OrderSeat[] }

/** The seats of an order, each with its add-ons; a guest's add-on is a seat of its own. */
export function withAddons(registrations: OrderSeat[]): SeatWithAddons[] {
  const byId = new Map(registrations.map((one) => [one.id, one]))
  const belongs = ({ mainRegistrationId, fullName }: OrderSeat) =>
    mainRegistrationId !== null && byId.get(mainRegistrationId)?.fullName === fullName
  const addonsOf = Map.groupBy(registrations.filter(belongs), ({ mainRegistrationId }) => mainRegistrationId)
  return registrations.filter((one) => !belongs(one)).map((one) => ({ ...one, addons: addonsOf.get(one.id) ?? [] }))
}
