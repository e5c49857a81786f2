import type { Doing, KindRules, Looking } from '../kind-rules.server.ts'
import { cannot, isSame, type Looked, type RunProps, willDo } from '../run-kinds.ts'
import { type RunSeat, seatsOfRows, whyNotAny } from '../seats-of-rows.server.ts'
import { orderOf } from './order-of.server.ts'
import { ordersOfSeats } from './orders-of-seats.server.ts'
import { orThrow } from './or-throw.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { returnedFor } from '#app/registrations/changes/refund-rules.ts'

type Props = Extract<RunProps, { kind: 'cancel' }>

/** Ends seats with their add-ons. What the event's rules give back waits for finance; `after` holds what is taken off. */
export const cancel: KindRules = {
  async look(db, { run, rows, now }: Looking<Props>) {
    const seats = await seatsOfRows(db, run, rows)
    const orders = await ordersOfSeats(db, [...seats.values()])
    const rules = await db
      .selectFrom('refundRules')
      .selectAll()
      .where('eventId', '=', run.eventId)
      .orderBy('position')
      .execute()
    const lookAt = (seat: RunSeat): Looked => {
      if (seat.isWithMain) return isSame('run.problem.withMain')
      if (seat.isBeingPaid) return cannot('refusal.payment-processing')
      const order = orders.get(seat.orderId)!
      const own = order.seats.filter(
        ({ id, mainRegistrationId, state }) =>
          id === seat.id || (mainRegistrationId === seat.id && (state === 'held' || state === 'confirmed')),
      )
      const cost = Math.max(
        0,
        own.reduce((sum, { id }) => sum + (order.costs.get(id) ?? 0), 0),
      )
      const currency = seat.currency ?? ''
      const amountMinor =
        seat.state === 'held' ? cost : returnedFor(rules, { reason: 'any', paidForSeat: cost, currency, now }).amount
      return willDo({ state: seat.state }, { state: 'cancelled', amountMinor, currency })
    }
    return rows.map((row) => {
      const seat = seats.get(row.subjectId ?? '')
      return seat ? (whyNotAny(seat) ?? lookAt(seat)) : cannot('refusal.seat-gone')
    })
  },
  async act(db, { run, row, ports, now, actor }: Doing<Props>) {
    const { orderId, code } = await orderOf(db, row.subjectId)
    const shown = Number(row.after['amountMinor'] ?? 0)
    const { isTold } = run.props
    orThrow(await cancelSeat(db, ports.gateways, { orderId, code, shown, byOrganizer: { isTold }, now, actor }))
    return row
  },
}
