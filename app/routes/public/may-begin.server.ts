import type { RequestContext } from '#app/http/context.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { emailKey } from '#app/values/text.ts'

/** Twenty applications begun a quarter of an hour from one place, and five with one address. */
export async function mayBegin(
  { services: { db }, clientAddress, now }: RequestContext,
  email: string,
): Promise<boolean> {
  const window = { windowMinutes: 15, now }
  const isWithin = await countAttempt(db, { bucket: `apply-from:${clientAddress}`, limit: 20, ...window })
  return isWithin && (await countAttempt(db, { bucket: `apply-as:${emailKey(email)}`, limit: 5, ...window }))
}
