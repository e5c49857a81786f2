import { type Dialect, CompiledQuery, MysqlDialect } from 'kysely'

/** MySQL 8, MariaDB 10.11 and clusters that speak their protocol: UTC, READ COMMITTED, strict. */
export function mysqlDialect(url: string, connections: number): Dialect {
  const { hostname, port, username, password, pathname } = new URL(url)
  const options = {
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    connectionLimit: connections,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    stringifyObjects: true,
    supportBigNumbers: true,
    connectTimeout: 5000,
  }
  return new MysqlDialect({
    // Read with the first connection: nothing of it is needed on SQLite.
    pool: async () => (await import('mysql2')).createPool(options),
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set session transaction isolation level read committed'))
      await connection.executeQuery(
        CompiledQuery.raw(
          "set session time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO', innodb_lock_wait_timeout = 5",
        ),
      )
    },
  })
}

const CONFLICTS = new Set([1213, 1205, 1020, 1047])

/** A deadlock, a lock wait timeout, a changed snapshot (MariaDB 11), a refused certification (cluster). */
export function isMysqlConflict(error: unknown): boolean {
  return CONFLICTS.has((error as { errno?: number })?.errno ?? 0)
}

export function isMysqlDuplicate(error: unknown): boolean {
  return (error as { errno?: number })?.errno === 1062
}

/** The server is away, or has ended the connection: nothing is known of what was asked last. */
export function isMysqlConnectionLost(error: unknown): boolean {
  return (error as { fatal?: boolean })?.fatal === true
}
