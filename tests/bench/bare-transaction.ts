import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Insert, insert, guarded update last, commit: what taking a seat costs at the least (docs of decision 4). */
export async function bareTransaction(db: Kysely<Database>, quotaId: string): Promise<number> {
  await db.transaction().execute(async (db) => {
    const id = randomUUID()
    await sql`insert into attempts (bucket, window_at, count) values (${id}, 'order', 1)`.execute(db)
    await sql`insert into attempts (bucket, window_at, count) values (${id}, 'registration', 1)`.execute(db)
    await sql`update quotas set over_by = over_by + 1 where id = ${quotaId} and taken + 1 <= size`.execute(db)
  })
  return 1
}
