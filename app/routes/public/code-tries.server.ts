import type { RequestContext } from '#app/http/context.server.ts'
import { countAttempt, mayAttempt } from '#app/people/count-attempt.server.ts'
import { typedCodes } from '#app/registrations/prices/claim-vouchers.ts'
import { typedVouchers } from '#app/registrations/order-form.ts'
import { unknownCodes } from '#app/vouchers/unknown-codes.server.ts'

/** Enough for slips of the pen of everybody behind one address, too few for guessing. */
const LIMIT = { limit: 30, windowMinutes: 15 }

/**
 * Whether the codes that were typed are looked at. Those that do not exist are counted by the address they come from;
 * once there were too many, codes that exist are not looked at from there either, until the window is over.
 */
export async function mayTryCodes(
  { services: { db }, clientAddress, now }: RequestContext,
  { slug, typed }: { slug: string; typed: string | undefined },
): Promise<boolean> {
  const codes = typedCodes({ voucherCodes: typedVouchers(typed) })
  if (codes.length === 0) return true
  const attempt = { bucket: `voucher-codes-from:${clientAddress}`, ...LIMIT, now }
  if (!(await mayAttempt(db, attempt))) return false
  for (const _unknown of await unknownCodes(db, { slug, codes })) await countAttempt(db, attempt)
  return true
}
