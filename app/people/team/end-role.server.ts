import type { Kysely } from 'kysely'
import { revokeRole } from '../revoke-role.server.ts'
import { countOrganizers, findMember, type TeamPlace } from './team-queries.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface EndRole {
  team: TeamPlace
  roleId: string
  now: Instant
  actor: Actor
}

/** Takes a role of the team back; somebody always goes on organizing. Refused: `gone`, `last-organizer`, `busy`. */
export async function endRole(
  db: Kysely<Database>,
  { team, roleId, now, actor }: EndRole,
): Promise<Result<void, 'gone' | 'last-organizer' | 'busy'>> {
  return await transact<void, 'gone' | 'last-organizer'>(db, async (db) => {
    // Two organizers who remove each other wait here for one another.
    await db
      .updateTable('events')
      .set((row) => ({ version: row.ref('version') }))
      .where('id', '=', team.eventId)
      .execute()
    const member = await findMember(db, team, roleId)
    if (!member) throw new Refused({ code: 'gone' })
    const revoked = await revokeRole(db, { ...member, now, actor })
    if (!revoked.ok) throw new Error('The role could not be taken back.')
    if (member.role === 'organizer' && (await countOrganizers(db, team)) === 0)
      throw new Refused({ code: 'last-organizer' })
  })
}
