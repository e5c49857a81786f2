import { randomUUID } from 'node:crypto'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import type { TestDatabase } from './create-database.ts'

// A migrated schema costs seconds, an emptied one milliseconds: each worker keeps a few and uses them again.
// Their names hold the worker's number, so that the worker's next file finds them.
const inUse = new Set<string>()

/** Above this many rows, making the table anew (with its full-text index) is quicker than deleting. */
const MANY_ROWS = 1000

/** A migrated schema without a row, or with `isEmpty` a new schema without a table. */
export async function createMysqlDatabase(server: string, isEmpty: boolean): Promise<TestDatabase> {
  const name = isEmpty ? `empty_${randomUUID().replaceAll('-', '')}` : claimName()
  const isNew = await withConnection(server, async (connection) => {
    if (await exists(connection, name)) {
      await removeRows(connection, name)
      return false
    }
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    return true
  })
  const url = `${server}/${name}`
  if (isNew && !isEmpty) await migrateOrDrop(server, name)
  const drop = async () => {
    inUse.delete(name)
    if (isEmpty) await withConnection(server, (connection) => connection.query(`DROP DATABASE IF EXISTS ${name}`))
  }
  return { url, drop }
}

function claimName(): string {
  for (let number = 1; ; number++) {
    const name = `worker${process.env.VITEST_POOL_ID ?? process.pid}_${number}`
    if (inUse.has(name)) continue
    inUse.add(name)
    return name
  }
}

/** A schema that is there counts as migrated, so a half-migrated one must go. */
async function migrateOrDrop(server: string, name: string): Promise<void> {
  const db = connect(`${server}/${name}`, 1)
  try {
    await migrate(db)
  } catch (error) {
    await withConnection(server, (connection) => connection.query(`DROP DATABASE ${name}`))
    throw error
  } finally {
    await db.destroy()
  }
}

async function exists(connection: Connection, name: string): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT 1 FROM information_schema.schemata WHERE schema_name = ?',
    [name],
  )
  return rows.length > 0
}

async function removeRows(connection: Connection, name: string): Promise<void> {
  await connection.query(`USE ${name}`)
  // Names alone, without views (there are none): for more than their names every table would be opened.
  const [tables] = await connection.query<RowDataPacket[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_name NOT LIKE 'kysely%'",
    [name],
  )
  const counts = tables.map(
    (table) =>
      `SELECT '${table.name}' AS name, (SELECT COUNT(*) FROM (SELECT 1 FROM \`${table.name}\` LIMIT ${MANY_ROWS}) some) AS found`,
  )
  if (counts.length === 0) return
  const [filled] = await connection.query<RowDataPacket[]>(
    `SELECT * FROM (${counts.join(' UNION ALL ')}) counts WHERE found > 0`,
  )
  if (filled.length === 0) return
  const removals = filled.map(({ name: table, found }) =>
    found >= MANY_ROWS ? `TRUNCATE TABLE \`${table}\`` : `DELETE FROM \`${table}\``,
  )
  await connection.query(['SET foreign_key_checks = 0', ...removals].join(';'))
}

async function withConnection<T>(server: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: server, multipleStatements: true })
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
