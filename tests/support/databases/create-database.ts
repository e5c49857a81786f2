import { inject } from 'vitest'
import type { TestDatabases } from './provided.ts'
import { createMysqlDatabase } from './mysql-schemas.ts'
import { createSqliteDatabase } from './sqlite-files.ts'

export interface TestDatabase {
  /** As in DATABASE_URL. */
  url: string
  /** Gives it back; close your connections first. */
  drop: () => Promise<void>
}

/**
 * A database for one test or one file, of the kind that the current Vitest project is about: migrated and without a
 * row, or with `isEmpty` without a table. Several at once are fine.
 */
export async function createTestDatabase({ isEmpty = false } = {}): Promise<TestDatabase> {
  const databases = provided()
  return databases.dialect === 'sqlite'
    ? await createSqliteDatabase(databases, isEmpty)
    : await createMysqlDatabase(databases.server, isEmpty)
}

/** Which database this run is about, for the few tests that must know. */
export function testDialect(): TestDatabases['dialect'] {
  return provided().dialect
}

function provided(): TestDatabases {
  const databases = inject('testDatabases')
  if (!databases) throw new Error('No database here: files named *.pure.test.ts run without one.')
  return databases
}
