import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Whether somebody else is in finance for an event: by a role on it, on its series, or on the installation. */
export async function hasAnotherPair(db: Kysely<Database>, eventId: string, accountId: string): Promise<boolean> {
  const { seriesId } = await db
    .selectFrom('events')
    .select('seriesId')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const other = await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .select('roles.id')
    .where('roles.role', '=', 'finance')
    .where('roles.scopeId', 'in', ['', seriesId, eventId])
    .where('roles.accountId', '<>', accountId)
    .where('accounts.isDisabled', '=', 0)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
