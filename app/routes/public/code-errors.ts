import type { PlaceOrder, PlaceRefusal } from '#app/registrations/placing.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** Told as soon as a code is typed; the rest of what speaks against an order is told when it is placed. */
export function codeErrors(refusals: Refusal<PlaceRefusal>[], order: PlaceOrder): Record<string, string[]> {
  const hasAddresses = order.people.every(({ email, isUnnamed }) => email !== '' || isUnnamed)
  const told = refusals.filter(({ code, field }) => {
    if (field !== 'voucherCodes') return false
    if (code === 'voucher-not-for-this') return order.people.length > 0
    return code !== 'voucher-not-yours' || (order.people.length > 0 && hasAddresses)
  })
  if (told.length === 0) return {}
  const messages = told.map(({ code, details = {} }) => {
    const values = new URLSearchParams(Object.entries(details).map(([key, value]) => [key, String(value)]))
    return `refusal.${code}?${values}`
  })
  return { voucherCodes: messages }
}
