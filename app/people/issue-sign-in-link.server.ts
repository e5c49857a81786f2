import type { Kysely } from 'kysely'
import { LINK_MINUTES } from './request-sign-in-link.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** A sign-in link for the operator to hand over; no mail is sent. Refused: `busy`. */
export async function issueSignInLink(
  db: Kysely<Database>,
  { email, language, returnTo, now }: { email: string; language: string; returnTo: string; now: Instant },
): Promise<Result<{ linkId: string }, 'busy'>> {
  return await transact(db, async (db) => {
    const linkId = newId(now)
    const expiresAt = addMinutes(now, LINK_MINUTES)
    await db
      .insertInto('signInLinks')
      .values({
        id: linkId,
        email,
        emailKey: emailKey(email),
        language,
        returnTo,
        createdAt: now,
        expiresAt,
        usedAt: null,
      })
      .execute()
    await recordAudit(db, now, [
      { actor: { kind: 'operator' }, action: 'sign-in-link.issued', objectKind: 'sign-in-link', objectId: linkId },
    ])
    return { linkId }
  })
}
