import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { insertRows } from '#db/insert-rows.ts'
import type { Database } from '#db/schema.ts'

/** Insert, insert, guarded update last, commit: what taking a seat costs at the least (docs of decision 4). */
export async function bareTransaction(db: Kysely<Database>, quotaId: string): Promise<number> {
  await db.transaction().execute((db) => takeBarely(db, quotaId))
  return 1
}

/** The same for many at once: each insert of all their rows, one guarded update for their sum. */
export async function bareMergedTransaction(db: Kysely<Database>, quotaId: string, seats: number): Promise<number> {
  await db.transaction().execute(async (db) => {
    const ids = Array.from({ length: seats }, () => randomUUID())
    for (const windowAt of ['order', 'registration'])
      await insertRows(
        db,
        'attempts',
        ids.map((bucket) => ({ bucket, windowAt, count: 1 })),
      )
    await sql`update quotas set over_by = over_by + ${seats} where id = ${quotaId} and taken + ${seats} <= size`.execute(
      db,
    )
  })
  return seats
}

/** The usual way: the counter is locked and read first, and written when the rest is. Only MySQL can say it. */
export async function lockedTransaction(db: Kysely<Database>, quotaId: string): Promise<number> {
  await db.transaction().execute(async (db) => {
    await sql`select taken from quotas where id = ${quotaId} for update`.execute(db)
    await takeBarely(db, quotaId)
  })
  return 1
}

async function takeBarely(db: Kysely<Database>, quotaId: string): Promise<void> {
  const id = randomUUID()
  await sql`insert into attempts (bucket, window_at, count) values (${id}, 'order', 1)`.execute(db)
  await sql`insert into attempts (bucket, window_at, count) values (${id}, 'registration', 1)`.execute(db)
  await sql`update quotas set over_by = over_by + 1 where id = ${quotaId} and taken + 1 <= size`.execute(db)
}
