import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { isMysqlConflict, isMysqlConnectionLost, isMysqlDuplicate } from './dialects/mysql.ts'
import { isSqliteConflict, isSqliteConnectionLost, isSqliteDuplicate } from './dialects/sqlite.ts'
import type { Database } from './schema.ts'
import { type Result, accept, Refused, refuse } from '#app/values/refusal.ts'

const TRIES = 6

/**
 * Runs `work` in one transaction. A conflict with another transaction is tried again, six times at most, with
 * growing jitter (about a second in all); then the refusal `busy` is returned. A thrown `Refused` rolls back and
 * is returned; every other exception rolls back and is thrown.
 * Inside, use the `db` that is handed in: the outer one would wait for itself on SQLite.
 */
export async function transact<T, Code extends string = never>(
  db: Kysely<Database>,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<Result<T, Code | 'busy'>> {
  if (db.isTransaction) return await run(db, work)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (db) => accept(await work(db)))
    } catch (error) {
      if (error instanceof Refused) return refuse(...(error as Refused<Code>).refusals)
      if (!isConflict(error)) throw error
      if (attempt === TRIES) return refuse({ code: 'busy' as const })
      await sleep(randomInt(5, 15 * 2 ** attempt))
    }
  }
}

/** Part of an outer transaction: a refusal must roll back the whole, so it is thrown on. */
async function run<T>(db: Kysely<Database>, work: (db: Kysely<Database>) => Promise<T>): Promise<Result<T, never>> {
  return accept(await work(db))
}

/**
 * A step of a transaction that is taken back alone when it is refused: what was written before it stays. `busy` is a
 * matter of the whole, so it is thrown on.
 */
export async function attempt<T, Code extends string = string>(
  db: Kysely<Database>,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<Result<T, Code>> {
  await sql`savepoint attempt`.execute(db)
  try {
    const value = await work(db)
    await sql`release savepoint attempt`.execute(db)
    return accept(value)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusals.some(({ code }) => code === 'busy')) throw error
    await sql`rollback to savepoint attempt`.execute(db)
    return refuse(...(error as Refused<Code>).refusals)
  }
}

function isConflict(error: unknown): boolean {
  return isSqliteConflict(error) || isMysqlConflict(error)
}

/** A row that a unique key already holds. */
export function isDuplicate(error: unknown): boolean {
  return isSqliteDuplicate(error) || isMysqlDuplicate(error)
}

/** The database cannot be asked, which no statement is to blame for. */
export function isConnectionLost(error: unknown): boolean {
  return isSqliteConnectionLost(error) || isMysqlConnectionLost(error)
}
