import type { Kysely } from 'kysely'
import { beginSignIn } from '../begin-sign-in.server.ts'
import { grantRole } from '../grant-role.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface AcceptInvitation {
  /** As `invitationOf` proved it. */
  invitationId: string
  userAgent: string | null
  earlierToken: string | null
  now: Instant
}

/**
 * Takes a role up, once: whoever holds the link reads the mail of the address that was invited, so an account of that
 * address has the role and is signed in here. Refused: `invitation-over`, `busy`.
 */
export async function acceptInvitation(
  db: Kysely<Database>,
  { invitationId, userAgent, earlierToken, now }: AcceptInvitation,
): Promise<Result<{ token: string }, 'invitation-over' | 'busy'>> {
  return await transact<{ token: string }, 'invitation-over'>(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('invitations')
      .set({ acceptedAt: now })
      .where('id', '=', invitationId)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', now)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'invitation-over' })
    const invitation = await db
      .selectFrom('invitations')
      .selectAll()
      .where('id', '=', invitationId)
      .executeTakeFirstOrThrow()
    const { email, language, role, scope, scopeId, trackId, invitedBy } = invitation
    const actor = { kind: 'account' as const, ...(invitedBy === null ? {} : { id: invitedBy }) }
    const granted = await grantRole(db, { email, language, role, scope, scopeId, trackId, actor, now })
    if (!granted.ok) throw new Refused({ code: 'invitation-over' })
    const { accountId } = granted.value
    const account = await db
      .selectFrom('accounts')
      .select('isDisabled')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    if (account.isDisabled === 1) throw new Refused({ code: 'invitation-over' })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'invitation.accepted',
        objectKind: 'invitation',
        objectId: invitationId,
        eventId: scope === 'event' ? scopeId : null,
      },
    ])
    return { token: await beginSignIn(db, { accountId, userAgent, earlierToken, now }) }
  })
}
