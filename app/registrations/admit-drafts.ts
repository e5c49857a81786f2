import type { Draft } from './examine-order.ts'
import type { Offered } from './offered.ts'
import type { PlaceRefusal } from './placing.ts'
import { type Demand, lackOf } from './seat-demand.ts'
import type { Refusal } from '#app/values/refusal.ts'

export interface Admission {
  admitted: Draft[]
  refused: Map<Draft, Refusal<PlaceRefusal>[]>
  /** The seats of all admitted together. */
  demand: Demand
}

/**
 * Admits orders as they arrived while their seats fit and nobody on them is registered already; the rest are told
 * why. An order is admitted whole or not at all; a smaller one may still fit where a larger one did not.
 * @param taken the active keys that are in the database
 */
export function admitDrafts(drafts: Draft[], offered: Offered, taken: ReadonlySet<string>): Admission {
  const room = new Map([...offered.quotas].map(([id, { size, taken }]) => [id, size - taken]))
  const keys = new Set(taken)
  const admission: Admission = { admitted: [], refused: new Map(), demand: new Map() }
  for (const draft of drafts) {
    const refusals = registeredAlready(draft, keys)
    if (refusals.length === 0) refusals.push(...soldOut(draft, room))
    if (refusals.length > 0) {
      admission.refused.set(draft, refusals)
      continue
    }
    admission.admitted.push(draft)
    for (const { activeKey } of draft.seats) if (activeKey) keys.add(activeKey)
    for (const [quotaId, seats] of draft.demand) {
      room.set(quotaId, room.get(quotaId)! - seats)
      admission.demand.set(quotaId, (admission.demand.get(quotaId) ?? 0) + seats)
    }
  }
  return admission
}

function registeredAlready(draft: Draft, keys: ReadonlySet<string>): Refusal<PlaceRefusal>[] {
  return draft.seats.flatMap(({ activeKey, name }, at) =>
    activeKey && keys.has(activeKey)
      ? [{ code: 'already-registered' as const, field: `people[${at}].email`, details: { ticket: name } }]
      : [],
  )
}

/** Names every ticket type of the order that draws on a quota without enough room. */
function soldOut(draft: Draft, room: ReadonlyMap<string, number>): Refusal<PlaceRefusal>[] {
  if (lackOf(draft.demand, room) === null) return []
  const types = new Map(draft.seats.map((seat) => [seat.type, seat.name]))
  return [...types].flatMap(([type, ticket]): Refusal<PlaceRefusal>[] => {
    const lacking = type.quotaIds.filter((id) => (room.get(id) ?? 0) < draft.demand.get(id)!)
    if (lacking.length === 0) return []
    const left = Math.max(0, Math.min(...lacking.map((id) => room.get(id) ?? 0)))
    const field = `tickets.${type.code}`
    if (left === 0) return [{ code: 'sold-out', field, details: { ticket } }]
    return [{ code: 'few-left', field, details: { ticket, left } }]
  })
}
