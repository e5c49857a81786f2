import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { dialectOf } from './dialect.ts'
import { BEGIN_SNAPSHOT } from './sqlite/connection.ts'

/** Reads everything as it is at one moment, without holding up those who write. Nothing is to be written inside. */
export async function readSnapshot<T>(db: Kysely<Database>, read: (db: Kysely<Database>) => Promise<T>): Promise<T> {
  return await db.connection().execute(async (db) => {
    if (dialectOf(db) === 'mysql') {
      await sql`set transaction isolation level repeatable read`.execute(db)
      await sql`start transaction with consistent snapshot, read only`.execute(db)
    } else {
      await sql.raw(BEGIN_SNAPSHOT).execute(db)
    }
    try {
      return await read(db)
    } finally {
      await sql`rollback`.execute(db)
    }
  })
}
