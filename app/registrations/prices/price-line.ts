import type { OrderLinesTable, PriceStepsTable } from '#db/schema.ts'

/** A line of an order that is not stored yet. Every line belongs to one seat, so that one seat of many can be returned. */
export interface PriceLine extends Pick<
  OrderLinesTable,
  'amountMinor' | 'currency' | 'taxName' | 'taxNote' | 'description'
> {
  /** Whose seat: the place in `order.people`. */
  at: number
  kind: 'ticket' | 'bundle' | 'group' | 'voucher'
  ticketTypeId: string
  priceStepKind: PriceStepsTable['kind'] | null
  taxRate: number
  taxMinor: number
}

/** What lowers the price of a seat, before tax; `offMinor` is above zero. */
export interface Reduction {
  at: number
  kind: 'bundle' | 'group' | 'voucher'
  description: string
  offMinor: number
}
