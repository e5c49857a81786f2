import type { Kysely } from 'kysely'
import type { Doing, KindRules, Looking } from '../kind-rules.server.ts'
import { cannot, isSame, type Looked, type RunProps, willDo } from '../run-kinds.ts'
import { type RunSeat, seatsOfRows, whyNotAny } from '../seats-of-rows.server.ts'
import { orderOf } from './order-of.server.ts'
import { ordersOfSeats } from './orders-of-seats.server.ts'
import { orThrow } from './or-throw.ts'
import { roomFor } from './room-for.server.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { changeRulesOf, whyNotChanged } from '#app/registrations/changes/change-rules.ts'
import { priceDifferences } from '#app/registrations/changes/price-change.server.ts'
import { whyNotOnSale } from '#app/registrations/offered.ts'
import type { Database } from '#db/schema.ts'

type Props = Extract<RunProps, { kind: 'ticket' }>

/** Turns seats into ones of another ticket type that costs the same, by the rules by which people change their own. */
export const ticket: KindRules = {
  async look(db, { run, rows, now }: Looking<Props>) {
    const { ticketTypeId } = run.props
    const seats = await seatsOfRows(db, run, rows)
    const [type, rules, orders] = await Promise.all([
      db
        .selectFrom('ticketTypes')
        .selectAll()
        .where('id', '=', ticketTypeId)
        .where('eventId', '=', run.eventId)
        .executeTakeFirst(),
      db.selectFrom('changeRules').selectAll().where('eventId', '=', run.eventId).executeTakeFirst(),
      ordersOfSeats(db, [...seats.values()]),
    ])
    if (!type || type.isAddon === 1) return rows.map(() => cannot('refusal.change-unknown'))
    const differences = await differencesOf(db, [...seats.values()], orders, { ticketTypeId, now })
    const room = await roomFor(db, { run, ticketTypeId, rows })
    const lookAt = (seat: RunSeat): Looked => {
      if (seat.ticketTypeId === ticketTypeId) return isSame()
      if (seat.isAddon === 1) return cannot('run.problem.addon')
      const why = whyNotChanged('ticket', {
        rules: changeRulesOf(rules),
        event: { status: seat.eventStatus, startsAt: seat.startsAt, postponedAt: seat.postponedAt },
        state: seat.state,
        hasOpenChange: Boolean(seat.isChanging),
        waives: true,
        now,
      })
      if (why) return cannot(`refusal.${why}`)
      if (seat.isBeingPaid) return cannot('refusal.payment-processing')
      if (whyNotOnSale(type, now) !== null) return cannot('run.problem.notOnSale')
      const difference = differences.get(seat.id)
      if (difference === undefined) return cannot('run.problem.noPrice')
      if (difference !== 0) return cannot('run.problem.otherPrice')
      return room.takes(seat.id)
        ? willDo({ ticketTypeId: seat.ticketTypeId }, { ticketTypeId })
        : cannot('refusal.change-full')
    }
    return rows.map((row) => {
      const seat = seats.get(row.subjectId ?? '')
      return seat ? (whyNotAny(seat) ?? lookAt(seat)) : cannot('refusal.seat-gone')
    })
  },
  async act(db, doing: Doing<Props>) {
    await changeTo(db, doing, String(doing.row.after['ticketTypeId']))
    return doing.row
  },
  undo: async (db, doing: Doing<Props>) => await changeTo(db, doing, String(doing.row.before['ticketTypeId'])),
}

async function differencesOf(
  db: Kysely<Database>,
  seats: RunSeat[],
  orders: Awaited<ReturnType<typeof ordersOfSeats>>,
  wanted: Parameters<typeof priceDifferences>[2],
): Promise<Map<string, number>> {
  const priced = seats.map((seat) => {
    const { lines, costs } = orders.get(seat.orderId)!
    return { ...seat, lines, cost: costs.get(seat.id) ?? 0, nameOf: () => '' }
  })
  return await priceDifferences(db, priced, wanted)
}

/** A price of another one since it was looked at is refused: `shown` is none. */
async function changeTo(db: Kysely<Database>, { row, ports, now, actor }: Doing<Props>, to: string): Promise<void> {
  const given = {
    ...(await orderOf(db, row.subjectId)),
    kind: 'ticket' as const,
    ticketTypeId: to,
    shown: 0,
    waives: true,
  }
  orThrow(await changeSeat(db, ports.gateways, { ...given, now, actor }))
}
