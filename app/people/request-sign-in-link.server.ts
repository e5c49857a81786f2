import type { Kysely } from 'kysely'
import { countAttempt } from './count-attempt.server.ts'
import { networkOf } from './network-of.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { refuse, type Result } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export const LINK_MINUTES = 15

/** Per address; and per network, generously: a whole workshop may sit behind one address. */
const WINDOW_MINUTES = 15
const LINKS_PER_ADDRESS = 5
const LINKS_PER_NETWORK = 100

export interface LinkRequest {
  email: string
  language: string
  /** Where to lead once signed in, an address of ours. */
  returnTo: string
  clientAddress: string
  now: Instant
}

/**
 * Mails a sign-in link. Whether the address is known is not even looked up: a known and an unknown one take the same
 * steps, and the same link opens an account or makes a new one. Refused: `too-many-links`, `busy`.
 */
export async function requestSignInLink(
  db: Kysely<Database>,
  { email, language, returnTo, clientAddress, now }: LinkRequest,
): Promise<Result<void, 'too-many-links' | 'busy'>> {
  const key = emailKey(email)
  const limits = [
    { bucket: `sign-in-link:network:${networkOf(clientAddress)}`, limit: LINKS_PER_NETWORK },
    { bucket: `sign-in-link:address:${key}`, limit: LINKS_PER_ADDRESS },
  ]
  for (const limit of limits) {
    const isAllowed = await countAttempt(db, { ...limit, windowMinutes: WINDOW_MINUTES, now })
    if (!isAllowed) return refuse({ code: 'too-many-links', details: { minutes: WINDOW_MINUTES } })
  }
  return await transact(db, async (db) => {
    const id = newId(now)
    await db
      .insertInto('signInLinks')
      .values({
        id,
        email,
        emailKey: key,
        language,
        returnTo,
        createdAt: now,
        expiresAt: addMinutes(now, LINK_MINUTES),
        usedAt: null,
      })
      .execute()
    const recipient = { email, name: '' }
    await enqueueMessages(db, [{ template: 'sign-in-link', subjectId: id, recipient, language }], now)
  })
}
