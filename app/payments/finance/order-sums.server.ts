import { sql } from 'kysely'

/**
 * The sums of an order as parts of a query over `orders`, each from one index; in the order's currency alone. Drivers
 * give sums as text.
 */
export const linesPerOrder = sql<number | string>`coalesce((select sum(amount_minor) from order_lines
  where order_lines.order_id = orders.id and order_lines.currency = orders.currency), 0)`

export const paidPerOrder = sql<number | string>`coalesce((select sum(amount_minor) from payments
  where payments.order_id = orders.id and payments.currency = orders.currency), 0)`

export const refundedPerOrder = sql<number | string>`coalesce((select sum(amount_minor) from refunds
  where refunds.order_id = orders.id and refunds.currency = orders.currency), 0)`

export const duePerOrder = sql<number | string>`(${linesPerOrder} - ${paidPerOrder} + ${refundedPerOrder})`

/** How many seats of an order stand. */
export const hasSeats = sql<number | string>`(select count(*) from registrations
  where registrations.order_id = orders.id and registrations.state in ('held', 'confirmed'))`
