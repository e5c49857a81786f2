import { methodsOf } from './offered.ts'
import type { OrderOffer } from './order-offer.ts'
import type { FormState } from '#app/values/form-state.ts'

/**
 * The form as it is first shown: one seat of the ticket that the address names, or of the only one there is; the
 * first person is who is signed in.
 */
export function firstForm(
  { tickets }: OrderOffer,
  { ticket, me }: { ticket: string | null; me: { fullName: string; email: string } | null },
): FormState {
  const open = tickets.filter(({ state }) => state === 'open')
  const chosen = open.find(({ code }) => code === ticket) ?? (open.length === 1 ? open[0] : undefined)
  if (!chosen) return { values: {}, errors: {} }
  const person: [string, string][] = me
    ? [
        ['people[0].fullName', me.fullName === me.email ? '' : me.fullName],
        ['people[0].email', me.email],
      ]
    : []
  const values: [string, string][] = [
    [`tickets.${chosen.code}`, String(Math.max(1, chosen.minimum))],
    ['people[0].ticket', chosen.id],
    ...person,
  ]
  return { values: Object.fromEntries(values.map(([name, value]) => [name, [value]])), errors: {} }
}

/** The ways to pay that the event allows and this installation has. */
export function usableMethods(event: { paymentMethods: string }, available: string[]): string[] {
  return methodsOf(event).filter((method) => available.includes(method))
}
