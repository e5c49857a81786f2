import type { RequestContext } from '#app/http/context.server.ts'
import { type OpenLink, openListLink } from '#app/participants/files/links/open-list-link.server.ts'
import { countAttempt, mayAttempt } from '#app/people/count-attempt.server.ts'
import { networkOf } from '#app/people/network-of.ts'

/** From one network: nobody types a token by hand. */
const UNKNOWN = { limit: 30, windowMinutes: 60 }

/** The link of an address, or null for whatever reason: unknown, over, or asked for too often by guessing. */
export async function givenList(
  { services: { db }, clientAddress, now }: RequestContext,
  token: string,
): Promise<OpenLink | null> {
  const bucket = `unknown-list-from:${networkOf(clientAddress)}`
  if (!(await mayAttempt(db, { bucket, ...UNKNOWN, now }))) return null
  const link = await openListLink(db, { token, now })
  if (!link) await countAttempt(db, { bucket, ...UNKNOWN, now })
  return link
}
