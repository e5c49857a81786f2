import type { Kysely } from 'kysely'
import { findCertificate, type FoundCertificate } from './find-certificate.server.ts'
import { countAttempt, mayAttempt } from '#app/people/count-attempt.server.ts'
import { networkOf } from '#app/people/network-of.ts'
import { parseCode } from '#app/values/code.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Enough for slips of the pen of everybody behind one address, too few for guessing. */
const LIMIT = { limit: 30, windowMinutes: 1 }

/**
 * A certificate by its number as somebody typed it. Numbers that there are not are counted by the network they come
 * from; after too many, none is looked up from there until the minute is over.
 */
export async function lookUpCertificate(
  db: Kysely<Database>,
  { typed, clientAddress, now }: { typed: string; clientAddress: string; now: Instant },
): Promise<FoundCertificate | 'unknown' | 'often'> {
  const attempt = { bucket: `certificates-from:${networkOf(clientAddress)}`, ...LIMIT, now }
  if (!(await mayAttempt(db, attempt))) return 'often'
  const found = await findCertificate(db, parseCode(typed) ?? '')
  if (found) return found
  await countAttempt(db, attempt)
  return 'unknown'
}
