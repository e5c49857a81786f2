import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The accounts that are instructors of this very event or of one of its tracks, by their addresses. */
export async function eventInstructors(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .select(['roles.id as roleId', 'roles.accountId', 'roles.trackId', 'accounts.email'])
    .where('roles.role', '=', 'instructor')
    .where('roles.scope', '=', 'event')
    .where('roles.scopeId', '=', eventId)
    .orderBy('accounts.emailKey')
    .orderBy('roles.trackId')
    .execute()
}
