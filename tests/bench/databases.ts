import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { findMysqlServer, startMysqlServer } from '../support/databases/mariadb.ts'

/** Runs a measurement on SQLite, and on MariaDB or MySQL where the machine has one; both durable, in temporary folders. */
export async function onEachDatabase(
  measure: (url: string, database: 'sqlite' | 'mysql') => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-bench-'))
  await measure(`sqlite:${folder}/bench.sqlite`, 'sqlite')
  await rm(folder, { recursive: true, force: true })
  if (!findMysqlServer()) return
  const server = await startMysqlServer(tmpdir(), '128M')
  try {
    const connection = await createConnection(server.url)
    await connection.query('create database bench character set utf8mb4 collate utf8mb4_bin')
    await connection.end()
    await measure(`${server.url}/bench`, 'mysql')
  } finally {
    await server.stop()
  }
}

/** How often `work` completes in a second: `lanes` at once, for five seconds after one to warm up. */
export async function perSecond(lanes: number, work: (lane: number) => Promise<number>): Promise<number> {
  await during(1000, lanes, work)
  const seconds = 5
  return (await during(seconds * 1000, lanes, work)) / seconds
}

async function during(milliseconds: number, lanes: number, work: (lane: number) => Promise<number>): Promise<number> {
  const until = performance.now() + milliseconds
  let done = 0
  const run = async (lane: number) => {
    while (performance.now() < until) {
      const completed = await work(lane)
      done += completed
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
  return done
}
