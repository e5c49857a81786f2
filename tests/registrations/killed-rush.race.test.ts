import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { connect } from '#db/connect.ts'
import { NOW } from '#tests/support/app.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/databases/create-database.ts'
import { givenEvent } from '#tests/support/given.ts'

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

interface History {
  sent: string[]
  /** Codes by form key; empty where none was told. */
  placed: Map<string, string>
  refused: string[]
}

/** A process in which sixty people order without a pause, killed at some moment after the first of them was answered. */
async function rushAndKill({ seats, isHasty = false }: { seats: number; isHasty?: boolean }): Promise<History> {
  const event = await givenEvent(db, { tickets: [{ seats }] })
  const input = {
    url: database.url,
    eventId: event.id,
    ticketTypeId: event.tickets[0]!.id,
    people: 60,
    now: NOW,
    isHasty,
  }
  const script = resolve('tests/support/race/rush-until-killed.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (more: string) => (printed += more))
  while (!printed.includes('placed')) await once(child.stdout, 'data')
  await sleep(150 + Math.random() * 600)
  child.kill('SIGKILL')
  await ended
  const lines = printed.split('\n').map((line) => line.split(' '))
  const of = (word: string) => lines.filter((line) => line[0] === word)
  return {
    sent: of('sent').map(([, formKey]) => formKey!),
    placed: new Map(of('placed').map(([, formKey, code]) => [formKey!, code ?? ''])),
    refused: of('refused').map(([, formKey]) => formKey!),
  }
}

/** The codes of the orders that are there, by form key. */
async function stored(): Promise<Map<string, string>> {
  const rows = await db.selectFrom('orders').select(['formKey', 'code']).execute()
  expect(new Set(rows.map(({ formKey }) => formKey)).size).toBe(rows.length)
  return new Map(rows.map(({ formKey, code }) => [formKey, code]))
}

test.each([
  ['while there are seats', 1_000_000],
  ['while they run out', 150],
])(
  'a process is killed %s: what it said is so, and of the rest there is no half',
  async (_, seats) => {
    const { sent, placed, refused } = await rushAndKill({ seats })
    const there = await stored()
    expect(placed.size).toBeGreaterThan(0)
    for (const [formKey, code] of placed) expect(there.get(formKey)).toBe(code)
    expect(refused.filter((formKey) => there.has(formKey))).toEqual([])
    expect([...there.keys()].filter((formKey) => !sent.includes(formKey))).toEqual([])
    expect(there.size).toBeLessThanOrEqual(seats)
    expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  },
  60_000,
)

test('negative control: a process that says yes before it has written has said more than is so', async () => {
  const { placed } = await rushAndKill({ seats: 1_000_000, isHasty: true })
  const there = await stored()
  expect([...placed.keys()].filter((formKey) => !there.has(formKey))).not.toEqual([])
}, 60_000)
