import { CamelCasePlugin, Kysely } from 'kysely'
import { mysqlDialect } from './dialects/mysql.ts'
import { sqliteDialect } from './dialects/sqlite.ts'
import type { DialectName } from './dialects/dialect.ts'
import type { Database } from './schema.ts'

/** Which of the two databases an address names. */
export function dialectNamed(url: string): DialectName {
  if (url.startsWith('mysql:')) return 'mysql'
  if (url.startsWith('sqlite:')) return 'sqlite'
  throw new Error('DATABASE_URL must begin with sqlite: or mysql:')
}

/**
 * Opens the database at `sqlite:PATH` (made when missing, `sqlite::memory:` for none) or `mysql://user:password@host:port/name`.
 * Connections are opened when first used.
 */
export function connect(url: string, connections = 10): Kysely<Database> {
  return new Kysely<Database>({
    dialect: dialectNamed(url) === 'mysql' ? mysqlDialect(url, connections) : sqliteDialect(url),
    plugins: [new CamelCasePlugin()],
  })
}
