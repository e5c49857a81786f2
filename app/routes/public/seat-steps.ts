import type { ShownOrder } from './shown-order.ts'
import type { Key } from '#app/locales/translate.ts'
import { type Change, type ChangeRules, whyNotChanged } from '#app/registrations/changes/change-rules.ts'
import type { Instant } from '#app/values/moment.ts'

/** Something that can be done about a seat: a page of ours. */
export interface SeatStep {
  label: Key
  address: string
}

/** What whoever placed the order may do about each of its seats now, by the rules of the event. */
export function seatSteps(
  order: ShownOrder,
  { rules, keys, now }: { rules: ChangeRules; keys: { order: string; manager: string }; now: Instant },
): ReadonlyMap<string, SeatStep[]> {
  const steps = new Map<string, SeatStep[]>()
  for (const { id, code, state, isUnnamed, isAddon, remoteTypeId } of order.registrations) {
    const hasOpenChange = order.openChanges.some(({ registrationId }) => registrationId === id)
    const may = (change: Change) => whyNotChanged(change, { rules, event: order, state, hasOpenChange, now }) === null
    const address = (page: string, key = keys.order) => `/orders/${order.code}/seats/${code}/${page}?key=${key}`
    const step = (change: Change) => ({ label: `order.steps.${change}` as const, address: address(change) })
    const own: SeatStep[] = []
    if (isUnnamed && may('details')) own.push({ label: 'order.steps.name', address: address('name', keys.manager) })
    if (!isUnnamed && may('details')) own.push(step('details'))
    if (!isUnnamed && !isAddon && may('substitute')) own.push(step('substitute'))
    if (!isAddon && may('ticket')) own.push(step('ticket'))
    if (remoteTypeId !== null && may('remote')) own.push(step('remote'))
    if (may('cancel')) own.push(step('cancel'))
    if (own.length > 0) steps.set(id, own)
  }
  return steps
}
