import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** How many applications of a team there are; those that were taken back left it. */
export async function teamSize(db: Kysely<Database>, teamId: string): Promise<number> {
  const { count } = await db
    .selectFrom('applications')
    .select((row) => row.fn.countAll<number | string | bigint>().as('count'))
    .where('teamId', '=', teamId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
