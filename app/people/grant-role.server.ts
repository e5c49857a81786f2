import type { Kysely } from 'kysely'
import { openAccount } from './open-account.server.ts'
import type { HeldRole } from './rights.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface GrantedRole extends Omit<HeldRole, 'scopeId' | 'trackId'> {
  /** Whose it will be; an account is opened when the address has none. */
  email: string
  language: string
  /** The series or the event; left out for the installation. */
  scopeId?: string
  /** Instructors of one track only. */
  trackId?: string
  actor: Actor
  now: Instant
}

/** Gives a role; one that is held already stays as it is. Refused: `role-scope`, `busy`. */
export async function grantRole(
  db: Kysely<Database>,
  { email, language, role, scope, scopeId = '', trackId = '', actor, now }: GrantedRole,
): Promise<Result<{ accountId: string }, 'role-scope' | 'busy'>> {
  return await transact(db, async (db) => {
    if (!isPossible({ role, scope, scopeId, trackId })) throw new Refused({ code: 'role-scope' })
    const { id: accountId } = await openAccount(db, { email, language, actor, now })
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('roles')
      .ignore()
      .values({ id: newId(now), accountId, role, scope, scopeId, trackId, grantedBy: actor.id ?? null, grantedAt: now })
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) {
      await recordAudit(db, now, [
        {
          actor,
          action: 'role.granted',
          objectKind: 'account',
          objectId: accountId,
          eventId: scope === 'event' ? scopeId : null,
          after: { role, scope, scopeId, trackId },
        },
      ])
    }
    return { accountId }
  })
}

/** Administrators have the installation, finance all or a part of it, the others a series or an event. */
function isPossible({ role, scope, scopeId, trackId }: HeldRole): boolean {
  if ((scope === 'installation') !== (scopeId === '')) return false
  if (trackId !== '' && (role !== 'instructor' || scope !== 'event')) return false
  if (role === 'administrator') return scope === 'installation'
  return role === 'finance' || scope !== 'installation'
}
