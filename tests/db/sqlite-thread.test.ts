import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { attempts, rushOfWriters } from './given-rush.ts'
import { newId } from '#app/values/id.ts'
import { connect } from '#db/connect.ts'
import { insertRows } from '#db/insert-rows.ts'
import { isConnectionLost, isDuplicate, transact } from '#db/transact.ts'
import { NOW } from '#tests/support/now.ts'
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

describe.runIf(testDialect() === 'sqlite')('in a rush, the thread that writes', () => {
  test('writes the same, and fails with the same', async () => {
    const bytes = Buffer.from([0, 1, 255])
    const tries: (() => Promise<unknown>)[] = [
      () => insert('same'),
      () => insert('same'),
      () => insertRows(db, 'attempts', attempts('same', 3)),
      () => insertRows(db, 'attempts', attempts('same', 3)),
      () => sql`insert into attempts (bucket) values (${newId(NOW)})`.execute(db),
      () => sql`insert into no_such_table values (1)`.execute(db),
      () => sql`update attempts set count = ${true}`.execute(db),
      () => sql`update attempts set count = 7 where bucket like 'same%'`.execute(db),
      () => transact(db, (db) => sql`select ${bytes} as bytes, 1 as one, null as none`.execute(db)),
      () => db.deleteFrom('attempts').where('bucket', 'like', 'same%').executeTakeFirst(),
    ]
    const here = await outcomes(tries)
    await rushOfWriters(db)
    expect(await outcomes(tries)).toEqual(here)
    expect(here.filter(({ status }) => status === 'rejected')).toHaveLength(5)
  })

  test.each([
    ['is ended', (thread: Worker) => thread.terminate()],
    ['fails', (thread: Worker) => new Promise((resolve) => thread.on('exit', resolve).postMessage('nonsense', []))],
  ])('when it %s takes its transaction with it and nothing else, and writing goes on', async (_, lose) => {
    const thread = await rushOfWriters(db)
    await insertRows(db, 'attempts', attempts('committed'))
    const before = (await stored()).length
    const lost = db.transaction().execute(async (db) => {
      await insertRows(db, 'attempts', attempts('lost'))
      expect(await db.selectFrom('attempts').select('bucket').where('bucket', 'like', 'lost%').execute()).toHaveLength(
        60,
      )
      await lose(thread)
      await sql`select 1`.execute(db).catch(() => undefined)
      await insertRows(db, 'attempts', attempts('too late'))
    })
    const behind = insert('behind it')
    await expect(lost).rejects.toSatisfy(isConnectionLost)
    await behind
    expect((await stored()).length).toBe(before + 1)
    expect(await stored('lost%')).toEqual([])
    expect(await stored('too late%')).toEqual([])
    await insertRows(db, 'attempts', attempts('afterwards'))
    expect(await stored('afterwards%')).toHaveLength(60)
  })

  test('gives each caller its own answer where a transaction is rolled back with statements under way', async () => {
    await rushOfWriters(db)
    for (let at = 0; at < 20; at++) {
      const writing = db.transaction().execute(async (db) => {
        const refused = sql`insert into no_such_table values (1)`.execute(db)
        const others = [1, 2, 3].map((one) => sql`insert into attempts values (${`late ${one}`}, 'now', 1)`.execute(db))
        for (const other of others) other.catch(() => undefined)
        await refused
      })
      const next = sql<{ at: number }>`select ${at} as at`.execute(db)
      const after = transact(db, async (db) => (await sql<{ at: number }>`select ${at} as at`.execute(db)).rows)
      await expect(writing).rejects.toThrow('no_such_table')
      expect((await next).rows).toEqual([{ at }])
      expect(await after).toEqual({ ok: true, value: [{ at }] })
    }
    expect(await stored('late%')).toEqual([])
  })

  test('ends with the database, and leaves one whole file', async () => {
    const thread = await rushOfWriters(db)
    const ended = once(thread, 'exit')
    const last = insertRows(db, 'attempts', attempts('last'))
    await last
    await db.destroy()
    await ended
    const file = database.url.slice('sqlite:'.length)
    expect(existsSync(`${file}-wal`)).toBe(false)
    db = connect(database.url)
    expect(await stored('last%')).toHaveLength(60)
  })

  test('ends when the rush is over', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'performance'] })
    const ended = once(await rushOfWriters(db), 'exit')
    vi.advanceTimersByTime(25_000)
    vi.useRealTimers()
    await ended
    await insert('here again')
    expect(await stored('here%')).toEqual(['here again'])
  })

  test('keeps a process alive as long as it writes, and no longer', async () => {
    const run = async (...how: string[]) =>
      await promisify(execFile)(process.execPath, [resolve('tests/db/rush-and-go.ts'), database.url, ...how])
    expect((await run()).stdout).toBe('in a thread\ncommitted\n')
    expect(await stored('the end%')).toHaveLength(60)
    await db.deleteFrom('attempts').execute()
    expect((await run('close')).stdout).toBe('in a thread\ncommitted\nclosed\n')
  }, 60_000)
})

async function outcomes(tries: (() => Promise<unknown>)[]) {
  const all = []
  for (const one of tries) {
    const [outcome] = await Promise.allSettled([one()])
    if (outcome.status === 'fulfilled') all.push(outcome)
    else {
      const { constructor, message, code } = outcome.reason as Error & { code?: string }
      all.push({ status: outcome.status, constructor, message, code, isDuplicate: isDuplicate(outcome.reason) })
    }
  }
  return all
}
