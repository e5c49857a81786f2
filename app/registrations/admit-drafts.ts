import type { Draft } from './examine-order.ts'
import type { Offered } from './offered.ts'
import type { PlaceRefusal } from './placing.ts'
import { voucherRefusal } from './prices/claim-vouchers.ts'
import type { Demand } from './seats/seat-demand.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** A seat and the reservation that it comes out of, null for one that is free for everybody. */
export interface SeatSource {
  quotaId: string
  reservationId: string | null
}

/** An order and where each of its seats comes from, seat by seat. */
export interface Admitted {
  draft: Draft
  sources: SeatSource[][]
}

export interface Admission {
  admitted: Admitted[]
  refused: Map<Draft, Refusal<PlaceRefusal>[]>
  /** The seats of all admitted together, as far as they are free for everybody. */
  demand: Demand
  /** Those out of reservations. */
  reserved: Map<string, Demand>
}

/** What is left while orders are admitted one after the other. */
interface Left {
  room: Map<string, number>
  reserved: Map<string, Map<string, number>>
  uses: Map<string, number>
  keys: Set<string>
}

/**
 * Admits orders as they arrived while their seats fit, their vouchers last and nobody on them is registered already;
 * the rest are told why. An order is admitted whole or not at all; a smaller one may still fit where a larger one did
 * not. A quota that somebody waits for has no room for others.
 * @param taken the active keys that are in the database
 */
export function admitDrafts(drafts: Draft[], offered: Offered, taken: ReadonlySet<string>): Admission {
  const left: Left = {
    room: new Map([...offered.quotas].map(([id, { size, taken }]) => [id, size - taken])),
    reserved: new Map([...offered.reserved].map(([id, remaining]) => [id, new Map(remaining)])),
    uses: new Map(offered.vouchers.map(({ id, maximumUses, used }) => [id, maximumUses - used])),
    keys: new Set(taken),
  }
  const admission: Admission = { admitted: [], refused: new Map(), demand: new Map(), reserved: new Map() }
  for (const draft of drafts) {
    const refusals = [...registeredAlready(draft, left), ...usedUp(draft, left)]
    const sources = sourcesOf(draft, left)
    if (refusals.length === 0) refusals.push(...noSeats(draft, sources, offered, left))
    if (refusals.length > 0) admission.refused.set(draft, refusals)
    else admit({ draft, sources }, left, admission)
  }
  return admission
}

function admit(one: Admitted, left: Left, admission: Admission): void {
  admission.admitted.push(one)
  for (const { activeKey } of one.draft.seats) if (activeKey) left.keys.add(activeKey)
  for (const { voucher } of one.draft.uses) left.uses.set(voucher.id, left.uses.get(voucher.id)! - 1)
  for (const { quotaId, reservationId } of one.sources.flat()) {
    const from = reservationId === null ? left.room : left.reserved.get(reservationId)!
    from.set(quotaId, from.get(quotaId)! - 1)
    const demand = reservationId === null ? admission.demand : (admission.reserved.get(reservationId) ?? new Map())
    demand.set(quotaId, (demand.get(quotaId) ?? 0) + 1)
    if (reservationId !== null) admission.reserved.set(reservationId, demand)
  }
}

/**
 * Where an order's seats come from: an offer's from what was set aside for it, those of a voucher with a block from
 * that while it lasts, all others from what is free.
 */
function sourcesOf({ order, seats, uses }: Draft, left: Left): SeatSource[][] {
  if (left.reserved.size === 0)
    return seats.map(({ type }) => type.quotaIds.map((quotaId) => ({ quotaId, reservationId: null })))
  const blocks = new Map([...left.reserved].map(([id, remaining]) => [id, new Map(remaining)]))
  return seats.map(({ type }, at) => {
    const own =
      order.reservation?.id ?? uses.find((use) => use.seats.includes(at) && use.voucher.campaign.reservationId)
    const block = typeof own === 'string' ? own : (own?.voucher.campaign.reservationId ?? null)
    return type.quotaIds.map((quotaId) => {
      const remaining = block === null ? 0 : (blocks.get(block)?.get(quotaId) ?? 0)
      if (remaining <= 0) return { quotaId, reservationId: null }
      blocks.get(block!)!.set(quotaId, remaining - 1)
      return { quotaId, reservationId: block }
    })
  })
}

function registeredAlready(draft: Draft, { keys }: Left): Refusal<PlaceRefusal>[] {
  return draft.seats.flatMap(({ activeKey, name }, at) =>
    activeKey && keys.has(activeKey)
      ? [{ code: 'already-registered' as const, field: `people[${at}].email`, details: { ticket: name } }]
      : [],
  )
}

function usedUp({ uses }: Draft, left: Left): Refusal<PlaceRefusal>[] {
  if (uses.length === 0) return []
  return [...Map.groupBy(uses, ({ voucher }) => voucher)].flatMap(([{ id, code }, own]) =>
    left.uses.get(id)! < own.length ? [voucherRefusal('voucher-used', code)] : [],
  )
}

/** Names every ticket type of the order that draws on a quota without enough room, or on one that others wait for. */
function noSeats(
  { order, seats }: Draft,
  sources: SeatSource[][],
  { quotas }: Offered,
  { room }: Left,
): Refusal<PlaceRefusal>[] {
  const asked = new Map<string, number>()
  for (const own of sources)
    for (const { quotaId, reservationId } of own)
      if (reservationId === null) asked.set(quotaId, (asked.get(quotaId) ?? 0) + 1)
  // What goes with the seats of an offer comes out of what is free for everybody.
  const isShort = seats.some(({ mainAt }, at) => mainAt === null && sources[at]!.some((one) => !one.reservationId))
  if (order.reservation && isShort) return [{ code: 'offer-over' }]
  const types = new Map(seats.map((seat) => [seat.type, seat.name]))
  return [...types].flatMap(([type, ticket]): Refusal<PlaceRefusal>[] => {
    const own = type.quotaIds.filter((id) => asked.has(id))
    const field = `tickets.${type.code}`
    if (!order.isPrivileged && own.some((id) => (quotas.get(id)?.waiting ?? 0) > 0))
      return [{ code: 'waiting-list', field, details: { ticket } }]
    const lacking = own.filter((id) => (room.get(id) ?? 0) < asked.get(id)!)
    if (lacking.length === 0) return []
    const left = Math.max(0, Math.min(...lacking.map((id) => room.get(id) ?? 0)))
    if (left === 0) return [{ code: 'sold-out', field, details: { ticket } }]
    return [{ code: 'few-left', field, details: { ticket, left } }]
  })
}
