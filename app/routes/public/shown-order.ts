import type { OrderView } from '#app/registrations/order-queries.server.ts'
import type { Standing } from '#app/registrations/order-standing.ts'

/** An order with its money summed: amounts in minor units of its currency, `paid` without what went back. */
export type ShownOrder = OrderView & { due: number; paid: number; standing: Standing }
