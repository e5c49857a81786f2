import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenCrowd } from '#tests/participants/selection/given-crowd.ts'
import { NOW } from '#tests/support/app.ts'
import { type MysqlServer, startMysqlServer } from '#tests/support/databases/mariadb.ts'
import { quickFolder } from '#tests/support/databases/quick-folder.ts'
import { testFront } from '#tests/support/front.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { FILE_FORMATS } from '#app/participants/files/file-format.ts'
import { readRows } from '#app/participants/files/read-rows.ts'
import { EVERYBODY } from '#app/participants/lists/list-filter.ts'
import { readListView } from '#app/participants/lists/list-view.server.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import { within } from '#app/values/within.ts'
import { connect } from '#db/connect.ts'
import { dialectOf } from '#db/dialects/dialect.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'

/** More than fits between a server and a client who does not read. */
const PEOPLE = 30_000
/** How soon it must be seen that a download failed, in milliseconds. */
const SEEN = 5000

let front: Awaited<ReturnType<typeof testFront>>
let server: MysqlServer | null
let url: string
let own: Kysely<Database>
let cookie: string

beforeAll(async () => {
  front = await testFront()
  server = dialectOf(front.db) === 'mysql' ? await startMysqlServer(quickFolder()) : null
  url = server ? `${server.url}/plenary` : front.services.config.databaseUrl
  if (server) {
    const root = connect(`${server.url}/mysql`, 1)
    await root.schema.createSchema('plenary').execute()
    await root.destroy()
  }
  const db = connect(url, 1)
  if (server) await migrate(db)
  const event = await givenEvent(db, { slug: 'ntw', tickets: [{ seats: PEOPLE }] })
  const [ticket] = event.tickets
  const crowd = Array.from({ length: PEOPLE }, (_, at) => ({ ticketTypeId: ticket!.id, fullName: `Person ${at}` }))
  await db.transaction().execute((db) => givenCrowd(db, event.id, crowd))
  const { accountId } = await givenAccount(db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  const token = await beginSignIn(db, { accountId, userAgent: null, earlierToken: null, now: NOW })
  cookie = signInCookie(token, front.services.config).split(';')[0]!
  await db.destroy()
}, 180_000)

beforeEach(async () => {
  // One connection: a download that kept it would keep everybody out.
  own = connect(url, 1)
  Object.assign(front.services, { db: own })
  await own.deleteFrom('downloads').execute()
})

afterEach(async () => {
  if (server) resume(server.pid)
  await own.destroy().catch(() => undefined)
}, 180_000)

afterAll(async () => {
  await server?.stop().catch(() => undefined)
  await front.close().catch(() => undefined)
}, 180_000)

/** One that stands still cannot be stopped; one that was killed is gone. */
function resume(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch {
    // Gone.
  }
}

/** A download of which the beginning has come and the rest waits. */
async function begun(format: string): Promise<IncomingMessage> {
  const path = `/teach/ntw/participants.${format}`
  const asked = request({
    port: front.port,
    host: '127.0.0.1',
    path,
    headers: { Host: 'plenary.test', Cookie: cookie },
  })
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(200)
  await once(response, 'readable')
  return response
}

/** What came, and whether it ended as a whole file does. */
async function rest(response: IncomingMessage) {
  const pieces: Buffer[] = []
  try {
    for await (const piece of response) pieces.push(piece as Buffer)
  } catch {
    // Broken off.
  }
  return { text: Buffer.concat(pieces).toString(), isWhole: response.complete }
}

async function outcome(): Promise<string> {
  const { outcome } = await own
    .selectFrom('downloads')
    .select('outcome')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return outcome
}

const kill = () => (server ? void process.kill(server.pid, 'SIGKILL') : own.destroy())
/** Of SQLite only the file can be lost. */
const halt = () => (server ? void process.kill(server.pid, 'SIGSTOP') : own.destroy())

test('without a limit for a page it would not be seen', async ({ skip }) => {
  if (!server) return skip('SQLite answers at once or not at all.')
  const read = async (limited: typeof within) => {
    const event = await own.selectFrom('events').select(['id', 'seriesId']).executeTakeFirstOrThrow()
    const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: event.id, trackId: '' }]
    const view = await readListView(own, {
      event,
      roles,
      purpose: 'teaching',
      trackIds: 'all',
      filter: EVERYBODY,
      language: 'en',
      now: NOW,
    })
    const rows = readRows(view, await view.ids(), limited)
    await rows.next()
    await halt()
    const end = (async () => {
      for (;;) if ((await rows.next()).done) return 'seen'
    })()
    const seen = await Promise.race([end, sleep(SEEN).then(() => 'not seen')])
    resume(server!.pid)
    await end
    return seen
  }
  expect(await read(within)).toBe('seen')
  expect(await read((_milliseconds, answer) => answer)).toBe('not seen')
}, 180_000)

test('a whole one ends as whole, and the log says so', async () => {
  const { text, isWhole } = await rest(await begun('csv'))
  expect(isWhole).toBe(true)
  expect(text.trimEnd().split('\r\n')).toHaveLength(PEOPLE + 1)
  expect(text).not.toContain('NOT COMPLETE')
  await expect.poll(outcome).toBe('complete')
}, 180_000)

test('a download that is given up returns its connection, and the log says that it broke off', async () => {
  const response = await begun('csv')
  response.destroy()
  const asked = own.selectFrom('events').select('id').execute()
  expect(await Promise.race([asked, sleep(2000).then(() => 'kept')])).toHaveLength(1)
  await expect.poll(outcome, { timeout: 5000 }).toBe('broken')
}, 180_000)

test('somebody who reads slowly keeps nobody else waiting', async () => {
  const response = await begun('csv')
  const from = performance.now()
  for (let at = 0; at < 5; at++) expect((await front.get('/events.json')).status).toBe(200)
  expect(performance.now() - from).toBeLessThan(2000)
  response.destroy()
}, 180_000)

// The one that does not come back is the last.
test.each([
  ['stands still', halt],
  ['is killed', kill],
] as const)(
  'a file of any format is visibly broken within five seconds when the database %s',
  async (_what, lose) => {
    const responses: [string, IncomingMessage][] = []
    for (const format of FILE_FORMATS) responses.push([format, await begun(format)])
    await lose()
    const from = performance.now()
    await Promise.all(
      responses.map(async ([format, response]) => {
        const { text, isWhole } = await rest(response)
        expect(performance.now() - from, format).toBeLessThan(SEEN)
        expect(isWhole, format).toBe(false)
        // The others are packed.
        if (format !== 'xlsx' && format !== 'pdf')
          expect(text.replaceAll('\r\n ', '').slice(-400)).toMatch(/NOT COMPLETE: \d+ of 30000/)
      }),
    )
  },
  180_000,
)
