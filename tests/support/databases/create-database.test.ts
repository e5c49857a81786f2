import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { isMigrated, migrate } from '#db/migrate.ts'
import { createTestDatabase, testDialect } from './create-database.ts'

test('is migrated and of the project’s kind', async () => {
  const { url, drop } = await createTestDatabase()
  const db = connect(url)
  expect(url.startsWith(`${testDialect()}:`)).toBe(true)
  expect(await isMigrated(db)).toBe(true)
  await db.destroy()
  await drop()
})

test('two at once are two', async () => {
  const databases = [await createTestDatabase(), await createTestDatabase()]
  expect(databases[0]!.url).not.toBe(databases[1]!.url)
  await Promise.all(databases.map(({ drop }) => drop()))
})

test('one that is used again has no rows, many or few', async () => {
  for (const rows of [3, 1500, 0]) {
    const { url, drop } = await createTestDatabase()
    const db = connect(url)
    await sql`create table if not exists leftovers (word varchar(20))`.execute(db)
    const found = await sql<{ word: string }>`select word from leftovers`.execute(db)
    expect(found.rows).toEqual([])
    const values = Array.from({ length: rows }, () => sql`('left over')`)
    if (rows > 0) await sql`insert into leftovers values ${sql.join(values)}`.execute(db)
    else await sql`drop table leftovers`.execute(db)
    await db.destroy()
    await drop()
  }
})

test('an empty one has no table, and migrates', async () => {
  const { url, drop } = await createTestDatabase({ isEmpty: true })
  const db = connect(url)
  expect(await isMigrated(db)).toBe(false)
  await migrate(db)
  expect(await isMigrated(db)).toBe(true)
  await db.destroy()
  await drop()
})
