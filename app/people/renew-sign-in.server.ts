import type { Kysely } from 'kysely'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const MINUTES_A_DAY = 24 * 60

/** How long a sign-in lasts after it was last seen. */
export const SIGN_IN_MINUTES = 30 * MINUTES_A_DAY

/** How exactly "last seen" is known: a page read must rarely write. */
const SEEN_AGAIN_MINUTES = 60

/** Lets a sign-in live on from now, at most once an hour. A busy database may forget to: reading goes before. */
export async function renewSignIn(
  db: Kysely<Database>,
  { signInId, lastSeenAt, now }: { signInId: string; lastSeenAt: Instant; now: Instant },
): Promise<void> {
  if (addMinutes(lastSeenAt, SEEN_AGAIN_MINUTES) > now) return
  await transact(db, async (db) => {
    await db
      .updateTable('signIns')
      .set({ lastSeenAt: now, expiresAt: addMinutes(now, SIGN_IN_MINUTES) })
      .where('id', '=', signInId)
      .where('endedAt', 'is', null)
      .where('lastSeenAt', '<', now)
      .execute()
  })
}
