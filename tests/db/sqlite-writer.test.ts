import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attempts } from './given-rush.ts'
import { connect } from '#db/connect.ts'
import { readSnapshot } from '#db/dialects/snapshot.ts'
import { isSqliteConflict } from '#db/dialects/sqlite.ts'
import { insertRows } from '#db/insert-rows.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import { createTestDatabase, type TestDatabase, testDialect } from '#tests/support/databases/create-database.ts'

let database: TestDatabase
let db: ReturnType<typeof connect>

beforeEach(async () => {
  database = await createTestDatabase()
  db = connect(database.url)
})

afterEach(async () => {
  await db.destroy()
  await database.drop()
})

const stored = async (like = '%') => {
  const rows = await db.selectFrom('attempts').select('bucket').where('bucket', 'like', like).execute()
  return rows.map(({ bucket }) => bucket)
}
const insert = (bucket: string) => db.insertInto('attempts').values({ bucket, windowAt: 'now', count: 1 }).execute()

describe.runIf(testDialect() === 'sqlite')('who writes a file of SQLite', () => {
  test('keeps nobody who reads waiting, and is read as it was until the commit', async () => {
    const written = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const writing = transact(db, async (db) => {
      await insertRows(db, 'attempts', attempts('first'))
      await sql`select 1`.execute(db)
      written.resolve()
      await mayCommit.promise
    })
    await written.promise
    expect(await stored()).toEqual([])
    mayCommit.resolve()
    await writing
    expect(await stored()).toHaveLength(60)
  })

  test('has its turn in the order in which it came', async () => {
    const count = (name: string) =>
      sql`insert into attempts (bucket, window_at, count) select ${name}, 'now', count(*) from attempts`
    const mayBegin = Promise.withResolvers<void>()
    const transactions = ['first', 'second', 'third'].map((name) =>
      transact(db, async (db) => {
        if (name === 'first') await mayBegin.promise
        await count(name).execute(db)
      }),
    )
    const alone = count('alone').execute(db)
    const last = transact(db, async (db) => void (await count('last').execute(db)))
    mayBegin.resolve()
    await Promise.all([...transactions, alone, last])
    const order = await db.selectFrom('attempts').select('bucket').orderBy('count').execute()
    expect(order.map(({ bucket }) => bucket)).toEqual(['first', 'second', 'third', 'alone', 'last'])
  })

  test('reads its own writes at once, in the transaction and after it', async () => {
    for (let at = 0; at < 30; at++) {
      const inside = await transact(db, async (db) => {
        await insertRows(db, 'attempts', attempts(`own ${at}`, 3))
        return await db.selectFrom('attempts').select('bucket').where('bucket', 'like', `own ${at} %`).execute()
      })
      expect(inside).toMatchObject({ ok: true, value: { length: 3 } })
      expect(await stored(`own ${at} %`)).toHaveLength(3)
    }
  })

  test('reads a moment as it was, while others go on', async () => {
    await insert('before')
    const seen = await readSnapshot(db, async (snapshot) => {
      const before = await snapshot.selectFrom('attempts').select('bucket').execute()
      await insert('after')
      expect(await stored()).toEqual(['after', 'before'])
      return [before, await snapshot.selectFrom('attempts').select('bucket').execute()]
    })
    expect(seen).toEqual([[{ bucket: 'before' }], [{ bucket: 'before' }]])
  })

  test('never commits without the rows that could not be inserted, whatever is caught on the way', async () => {
    await insert('twice 1')
    const writing = db.transaction().execute(async (db) => {
      await insertRows(db, 'attempts', attempts('twice', 3))
      await db
        .selectFrom('attempts')
        .selectAll()
        .execute()
        .catch(() => undefined)
      await db
        .insertInto('attempts')
        .values({ bucket: 'later', windowAt: 'now', count: 1 })
        .execute()
        .catch(() => undefined)
    })
    await expect(writing).rejects.toSatisfy(isDuplicate)
    expect(await stored()).toEqual(['twice 1'])
  })

  test('tries again when another process holds the lock, and says so when it is held too long', async () => {
    const other = connect(database.url)
    const held = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const holding = other.transaction().execute(async (other) => {
      await sql`select 1`.execute(other)
      held.resolve()
      await mayEnd.promise
    })
    await held.promise
    await expect(insert('alone')).rejects.toSatisfy(isSqliteConflict)
    const transaction = transact(db, (db) => insertRows(db, 'attempts', attempts('later', 1)))
    setTimeout(mayEnd.resolve, 600)
    expect(await transaction).toMatchObject({ ok: true })
    await holding
    await other.destroy()
    expect(await stored()).toEqual(['later 0'])
  })

  test('works in memory, where reading waits for writing', async () => {
    const memory = connect('sqlite::memory:')
    await sql`create table attempts (bucket text, window_at text, count integer)`.execute(memory)
    const writing = transact(memory, async (memory) => {
      for (let at = 0; at < 20; at++) await insertRows(memory, 'attempts', attempts(`${at}`))
    })
    const { rows } = await sql<{ found: number }>`select count(*) as found from attempts`.execute(memory)
    expect(rows).toEqual([{ found: 1200 }])
    await writing
    await memory.destroy()
  })
})
