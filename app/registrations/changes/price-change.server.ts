import type { Kysely } from 'kysely'
import type { NewLine } from './add-lines.server.ts'
import type { SeatToChange } from './seat-to-change.server.ts'
import { takeOff } from './seat-lines.ts'
import type { Offered, OfferedType } from '../offered.ts'
import type { PlaceOrder } from '../placing.ts'
import type { PriceLine } from '../prices/price-line.ts'
import { priceOrder } from '../prices/price-order.ts'
import { readOffered } from '../read-offered.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Voucher } from '#app/vouchers/voucher.ts'
import type { Database } from '#db/schema.ts'

/** What a seat would cost as another ticket, and the lines that turn the one into the other. */
export interface PricedChange {
  ticketTypeId: string
  /** Above zero: to be paid; below: returned. In the order's currency. */
  differenceMinor: number
  lines: NewLine[]
  /** Codes that its seat used and that do not go with the new ticket. */
  lostCodes: string[]
}

/**
 * Prices changes of one seat to other ticket types: at today's price, or (`remote`) at the price step at which it was
 * bought. The codes that the seat used are used again. A type that has no such price is left out.
 */
export async function priceChanges(
  db: Kysely<Database>,
  seat: SeatToChange,
  { kind, typeIds, now }: { kind: 'ticket' | 'remote'; typeIds: string[]; now: Instant },
): Promise<Map<string, PricedChange>> {
  const codes = (await usesOf(db, [seat.id])).map(({ code }) => code)
  const payer = await db.selectFrom('payers').selectAll().where('orderId', '=', seat.orderId).executeTakeFirst()
  const order = (ticketTypeIds: string[], used: string[]) => orderFor(seat, ticketTypeIds, used, payer)
  if (typeIds.length === 0) return new Map()
  const offered = await readOffered(db, [order(typeIds, codes)])
  const given = { ...offered, types: kind === 'remote' ? atStep(offered.types, stepOf(seat)) : offered.types }
  const changes = typeIds.map((typeId) => price(seat, given, (used) => order([typeId], used), codes, now))
  return new Map(changes.flatMap((change) => (change ? [[change.ticketTypeId, change] as const] : [])))
}

type PricedSeat = Pick<
  SeatToChange,
  'id' | 'orderId' | 'eventId' | 'language' | 'currency' | 'email' | 'ticketTypeId' | 'lines' | 'cost' | 'nameOf'
>

/**
 * What each of these seats of an event would cost more or less as another ticket, at today's price, in a number of
 * queries that does not grow with them. One that has no price for it is left out.
 */
export async function priceDifferences(
  db: Kysely<Database>,
  seats: PricedSeat[],
  { ticketTypeId, now }: { ticketTypeId: string; now: Instant },
): Promise<Map<string, number>> {
  if (seats.length === 0) return new Map()
  const uses = await usesOf(
    db,
    seats.map(({ id }) => id),
  )
  const orderIds = [...new Set(seats.map(({ orderId }) => orderId))]
  const payers = await db.selectFrom('payers').selectAll().where('orderId', 'in', orderIds).execute()
  const asked = seats.map((seat) => {
    const payer = payers.find(({ orderId }) => orderId === seat.orderId)
    const codes = uses.filter(({ registrationId }) => registrationId === seat.id).map(({ code }) => code)
    return { seat, codes, order: (used: string[]) => orderFor(seat, [ticketTypeId], used, payer) }
  })
  const offered = await readOffered(
    db,
    asked.map(({ order, codes }) => order(codes)),
  )
  return new Map(
    asked.flatMap(({ seat, codes, order }) => {
      const vouchers = offered.vouchers.filter(({ code }) => codes.includes(code))
      const priced = price(seat, { ...offered, vouchers }, order, codes, now)
      return priced ? [[seat.id, priced.differenceMinor] as const] : []
    }),
  )
}

function orderFor(
  seat: PricedSeat,
  ticketTypeIds: string[],
  voucherCodes: string[],
  payer: PlaceOrder['payer'] | undefined,
): PlaceOrder {
  return {
    eventId: seat.eventId,
    formKey: '',
    language: seat.language,
    currency: seat.currency,
    voucherCodes,
    people: ticketTypeIds.map((ticketTypeId) => ({ ticketTypeId, fullName: '', email: seat.email ?? '' })),
    ...(payer ? { payer } : {}),
    isPrivileged: true,
  }
}

function price(
  seat: PricedSeat,
  offered: Offered,
  order: (codes: string[]) => PlaceOrder,
  codes: string[],
  now: Instant,
): PricedChange | null {
  const vouchers = offered.vouchers.map(asUsed)
  const whole = priceOrder({ order: order(codes), offered, vouchers, now })
  const isWhole = whole.refusals.length === 0
  const priced = isWhole ? whole : priceOrder({ order: order([]), offered, vouchers: [], now })
  if (priced.refusals.length > 0 || priced.seats.length === 0) return null
  const ticketTypeId = priced.seats[0]!.type.id
  const common = { kind: 'change' as const, registrationId: seat.id, currency: seat.currency ?? 'XXX' }
  const own = seat.lines.filter(({ registrationId }) => registrationId === seat.id)
  const back: NewLine[] = takeOff(own, seat.cost).map((line) => ({
    ...line,
    ...common,
    ticketTypeId: seat.ticketTypeId,
    description: seat.nameOf(seat.ticketTypeId),
  }))
  const lines = [...back, ...priced.lines.map((line) => lineOf(line, common))]
  const differenceMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return { ticketTypeId, differenceMinor, lines, lostCodes: isWhole ? [] : codes }
}

/** A code that the seat has used stays good for it, and its own use is not one more. */
function asUsed(voucher: Voucher): Voucher {
  const campaign = { ...voucher.campaign, startsAt: null, endsAt: null, isDisabled: 0 as const }
  return { ...voucher, campaign, isDisabled: 0, used: Math.max(0, voucher.used - 1) }
}

function lineOf(
  { at: _at, kind: _kind, ...line }: PriceLine,
  common: { kind: 'change'; registrationId: string; currency: string },
): NewLine {
  return { ...line, ...common }
}

/** The price step at which the seat was bought: that of its latest line that has one. */
function stepOf({ lines, id }: SeatToChange): string | null {
  return lines.findLast(({ registrationId, priceStepKind }) => registrationId === id && priceStepKind !== null)
    ?.priceStepKind as string | null
}

/** Only the step of that kind, whenever it was; a ticket with one price for all times has that. */
function atStep(types: Offered['types'], kind: string | null): Offered['types'] {
  return new Map(
    [...types].map(([id, type]): [string, OfferedType] => {
      const steps = type.steps.filter((step) => step.kind === kind || step.kind === 'only')
      const whenever = steps.map((step) => ({ ...step, startsAt: null, endsAt: null }))
      // Without a step it would be free.
      return [id, { ...type, steps: type.steps.length === 0 ? [] : whenever.length === 0 ? NEVER : whenever }]
    }),
  )
}

const NEVER: OfferedType['steps'] = [{ kind: 'only', currency: '', amountMinor: 0, startsAt: null, endsAt: null }]

async function usesOf(db: Kysely<Database>, registrationIds: string[]) {
  return await db
    .selectFrom('voucherUses')
    .innerJoin('vouchers', 'vouchers.id', 'voucherUses.voucherId')
    .select(['voucherUses.registrationId', 'vouchers.code'])
    .where('voucherUses.registrationId', 'in', registrationIds)
    .where('voucherUses.isActive', '=', 1)
    .execute()
}
