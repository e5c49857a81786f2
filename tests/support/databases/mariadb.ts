import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { findOnPath } from '../find-on-path.ts'

export interface MysqlServer {
  /** `mysql://user:password@127.0.0.1:PORT`, of a user who may do everything; no schema. */
  url: string
  /** The process, for tests that stop or kill it. */
  pid: number
  stop: () => Promise<void>
}

/** How much of a database a server holds in memory: little, where many run at once, or as much as it does by itself. */
type BufferPool = '64M' | '128M'

/** The MariaDB or MySQL server program of this machine, if any. */
export function findMysqlServer(): string | null {
  return findOnPath('mariadbd', 'mysqld')
}

/**
 * Starts a throw-away MariaDB or MySQL on a free port with its own data folder, durable as in production.
 * It ends with `stop`, and also when this process dies in whatever way.
 */
export async function startMysqlServer(place = tmpdir(), pool: BufferPool = '64M'): Promise<MysqlServer> {
  const program = findMysqlServer()
  if (!program) throw new Error('No mariadbd and no mysqld on this machine.')
  const folder = mkdtempSync(join(place, 'plenary-mysql-'))
  try {
    prepare(program, folder)
    return await launch(program, folder, pool)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Makes the system tables, and a user that reaches the server over TCP. */
function prepare(program: string, folder: string): void {
  const common = ['--no-defaults', `--datadir=${folder}/data`, ...asRoot()]
  const isMariaDb = execFileSync(program, ['--version'], { encoding: 'utf8' }).includes('MariaDB')
  const installer = findOnPath('mariadb-install-db', 'mysql_install_db')
  if (isMariaDb && installer) {
    execFileSync(
      installer,
      [...common, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'],
      { stdio: 'pipe' },
    )
  } else {
    execFileSync(program, [...common, '--initialize-insecure'], { stdio: 'pipe' })
  }
  // Its own: in a shared one another server, or who tidies up, takes its temporary tables away.
  mkdirSync(join(folder, 'tmp'))
  const users = ['127.0.0.1', 'localhost'].flatMap((host) => [
    `CREATE USER IF NOT EXISTS 'plenary'@'${host}' IDENTIFIED BY 'plenary';`,
    `GRANT ALL ON *.* TO 'plenary'@'${host}' WITH GRANT OPTION;`,
  ])
  writeFileSync(join(folder, 'users.sql'), users.join('\n'))
}

/** The shell waits for the end of its input, which comes when we die too, then ends the server and clears up. */
const WATCHED =
  'exec 3<&0; (cat <&3 >/dev/null; kill -KILL $$; sleep 0.2; rm -rf "$PLENARY_FOLDER") & exec "$@" 3<&- </dev/null'

async function launch(program: string, folder: string, pool: BufferPool): Promise<MysqlServer> {
  const port = await freePort()
  const log = join(folder, 'error.log')
  const settings = [
    '--no-defaults',
    ...asRoot(),
    `--datadir=${folder}/data`,
    `--tmpdir=${folder}/tmp`,
    `--socket=${folder}/socket`,
    `--pid-file=${folder}/pid`,
    `--log-error=${log}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--init-file=${folder}/users.sql`,
    '--max-connections=300',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--innodb-flush-log-at-trx-commit=1',
    `--innodb-buffer-pool-size=${pool}`,
    '--performance-schema=OFF',
    '--skip-log-bin',
  ]
  // A session of its own: Ctrl-C in the terminal is ours to handle.
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', program, ...settings], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, PLENARY_FOLDER: folder },
  })
  const url = `mysql://plenary:plenary@127.0.0.1:${port}`
  const stop = () => stopServer(child, folder)
  try {
    await untilReady(url, child)
  } catch (error) {
    const said = tail(log)
    await stop()
    throw new Error(`The MySQL server did not start: ${(error as Error).message}\n${said}`, { cause: error })
  }
  return { url, pid: child.pid!, stop }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 60_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended at once')
    try {
      const connection = await createConnection(url)
      return await connection.end()
    } catch (error) {
      if (performance.now() > deadline) throw error
    }
    await sleep(100)
  }
}

/** Nothing in it is worth an orderly end. */
async function stopServer(child: ChildProcess, folder: string): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  child.stdin?.end()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : []
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

function tail(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n')
  } catch {
    return ''
  }
}
