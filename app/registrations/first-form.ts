import type { OrderOffer } from './order-offer.ts'
import type { FormState } from '#app/values/form-state.ts'

/**
 * The form as it is first shown: one seat of the ticket that the address names, or of the only one there is; the
 * first person is who is signed in.
 */
export function firstForm(
  { tickets }: OrderOffer,
  {
    ticket,
    me,
    code,
    seats,
  }: {
    ticket: string | null
    me: { fullName: string; email: string } | null
    /** The code in the address. */
    code?: string | null
    /** As many as are held for whoever asks. */
    seats?: number
  },
): FormState {
  const open = tickets.filter(({ state }) => state === 'open')
  const chosen = open.find(({ code }) => code === ticket) ?? (open.length === 1 ? open[0] : undefined)
  const codes: [string, string][] = code ? [['voucherCodes', code]] : []
  if (!chosen) return { values: Object.fromEntries(codes.map(([name, value]) => [name, [value]])), errors: {} }
  const person: [string, string][] = me
    ? [
        ['people[0].fullName', me.fullName === me.email ? '' : me.fullName],
        ['people[0].email', me.email],
      ]
    : []
  const values: [string, string][] = [
    [`tickets.${chosen.code}`, String(seats ?? Math.max(1, chosen.minimum))],
    ...Array.from({ length: seats ?? 1 }, (_, at): [string, string] => [`people[${at}].ticket`, chosen.id]),
    ...person,
    ...codes,
  ]
  return { values: Object.fromEntries(values.map(([name, value]) => [name, [value]])), errors: {} }
}
