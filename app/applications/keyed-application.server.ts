import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What tells whether somebody may open an application, and where it stands; null for a code that is nobody's. */
export async function keyedApplication(db: Kysely<Database>, code: string) {
  return (
    (await db
      .selectFrom('applications')
      .select([
        'id',
        'code',
        'keyVersion',
        'callId',
        'eventId',
        'personId',
        'accountId',
        'state',
        'version',
        'startedAt',
      ])
      .where('code', '=', code)
      .executeTakeFirst()) ?? null
  )
}

export type KeyedApplication = NonNullable<Awaited<ReturnType<typeof keyedApplication>>>
