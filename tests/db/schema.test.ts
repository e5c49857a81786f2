import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../support/databases/create-database.ts'
import { connect } from '#db/connect.ts'
import { isMigrated, migrate } from '#db/migrate.ts'

/** The columns that `db/schema.ts` names, table by table, read from its text: types leave no trace at run time. */
async function writtenColumns(): Promise<Map<string, string[]>> {
  const text = (await readFile('db/schema.ts', 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '')
  const database = /interface Database \{([\s\S]*?)\n\}/.exec(text)![1]!
  const tables = [...database.matchAll(/(\w+): (\w+Table)/g)]
  return new Map(
    tables.map(([, table, type]) => {
      const body = new RegExp(`interface ${type} \\{([\\s\\S]*?)\\n\\}`).exec(text)![1]!
      return [table!, [...body.matchAll(/^ {2}(\w+):\s/gm)].map((match) => match[1]!).toSorted()]
    }),
  )
}

test('the row types are those of a migrated database', async () => {
  const database = await createTestDatabase()
  const db = connect(database.url)
  const tables = await db.introspection.getTables()
  const found = new Map(
    tables
      .filter((table) => !/^kysely/i.test(table.name))
      .map((table) => [camel(table.name), table.columns.map((column) => camel(column.name)).toSorted()]),
  )
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(await writtenColumns()))
  await db.destroy()
  await database.drop()
})

test('migrating twice, or by two processes at once, is migrating once', async () => {
  const database = await createTestDatabase({ isEmpty: true })
  const [one, other] = [connect(database.url), connect(database.url)]
  await migrate(one)
  await Promise.all([migrate(one), migrate(other)])
  expect(await isMigrated(other)).toBe(true)
  await Promise.all([one.destroy(), other.destroy()])
  await database.drop()
})

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
