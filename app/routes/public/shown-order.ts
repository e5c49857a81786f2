import type { OrderView } from '#app/registrations/order-queries.server.ts'
import type { Standing } from '#app/registrations/order-standing.ts'

/** An order with its money summed: amounts in minor units of its currency, `paid` without what went back. */
export type ShownOrder = OrderView & { due: number; paid: number; standing: Standing }

/** Keeps a name or title whole inside a sentence of another direction (Unicode isolates, UAX 9). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
