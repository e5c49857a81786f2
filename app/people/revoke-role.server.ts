import type { Kysely } from 'kysely'
import type { HeldRole } from './rights.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Takes a role back, at once: rights are asked of the database with every request. */
export async function revokeRole(
  db: Kysely<Database>,
  {
    accountId,
    role,
    scope,
    scopeId,
    trackId,
    actor,
    now,
  }: HeldRole & { accountId: string; actor: Actor; now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('roles')
      .where('accountId', '=', accountId)
      .where('role', '=', role)
      .where('scope', '=', scope)
      .where('scopeId', '=', scopeId)
      .where('trackId', '=', trackId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return
    await recordAudit(db, now, [
      {
        actor,
        action: 'role.revoked',
        objectKind: 'account',
        objectId: accountId,
        eventId: scope === 'event' ? scopeId : null,
        before: { role, scope, scopeId, trackId },
      },
    ])
  })
}
