import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { eventCalendar, programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { orderFile } from '#app/calendar/own/order-calendar.server.ts'
import { knownDates } from '#app/events/deadlines/known-dates.ts'
import { readDeadlineEvents } from '#app/events/deadlines/read-deadline-events.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { readConfig } from '#app/config.server.ts'
import { seedDemonstration } from '#app/jobs/seed-demonstration.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { TABLES } from '#db/backup/tables.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'
import { createTestDatabase } from '#tests/support/databases/create-database.ts'
import { NOW } from '#tests/support/now.ts'

const SITE = { baseUrl: 'https://plenary.example', uidDomain: 'plenary.example', language: 'en', prefix: '' } as const
const MIGRATIONS = new URL('../../db/migrations/', import.meta.url)

type Entry = { sequence: number; changedAt: string }

let database: Awaited<ReturnType<typeof createTestDatabase>>
let db: Kysely<Database>
/** What calendars had been told before, by file and UID. */
let told: Map<string, Entry>

beforeAll(async () => {
  database = await createTestDatabase({ isEmpty: true })
  db = connect(database.url)
  await migrateUpTo(db, '0012-indexes')
  await fill(db)
  told = await toldBefore(db)
  await migrate(db)
}, 120_000)

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('no entry goes back: neither its SEQUENCE nor when it changed last', async () => {
  const found = await toldNow(db)
  expect([...told.keys()].filter((key) => !found.has(key))).toEqual([])
  const isBack = ([key, { sequence, changedAt }]: [string, Entry]) =>
    found.get(key)!.sequence < sequence || found.get(key)!.changedAt < changedAt
  expect([...told].filter(isBack)).toEqual([])
  const [events, sessions, orders] = ['event', 'session', 'order'].map((kind) =>
    [...told].filter(([key, { sequence }]) => key.startsWith(kind) && sequence > 1),
  )
  expect(Math.min(events!.length, sessions!.length, orders!.length)).toBeGreaterThan(10)
})

test('the next change raises what it changes and no feed lies meanwhile', async () => {
  const calendars = async () => (await checkInvariants(db)).filter(({ invariant }) => invariant === 10)
  expect((await calendars()).filter(({ violations }) => violations > 0)).toEqual([])
  const before = await toldNow(db)
  const event = await db.selectFrom('events').select('id').where('status', '=', 'published').executeTakeFirstOrThrow()
  await db.updateTable('events').set({ venue: 'Another hall' }).where('id', '=', event.id).execute()
  await eventChanged(db, event.id, addMinutes(NOW, 120))
  const key = `event-${event.id}`
  expect((await toldNow(db)).get(key)!.sequence).toBe(before.get(key)!.sequence + 1)
  expect((await calendars()).filter(({ violations }) => violations > 0)).toEqual([])
})

test('every deadline that the public sees is known, on its moment', async () => {
  const ids = (await db.selectFrom('events').select('id').execute()).map(({ id }) => id)
  const events = (await readDeadlineEvents(db, ids)).filter(({ isShown }) => isShown)
  const dates = events.flatMap((event) => knownDates(event).map(({ kind, at }) => `${event.id} ${kind} ${at}`))
  const rows = await db.selectFrom('calendarDeadlines').select(['eventId', 'kind', 'at']).execute()
  expect(dates.length).toBeGreaterThan(10)
  expect(rows.map(({ eventId, kind, at }) => `${eventId} ${kind} ${at}`).toSorted()).toEqual(dates.toSorted())
})

async function migrateUpTo(db: Kysely<Database>, last: string): Promise<void> {
  const names = (await readdir(MIGRATIONS)).map((name) => name.replace(/\.ts$/, '')).filter((name) => name <= last)
  const migrations = await Promise.all(
    names.map(async (name) => [name, (await import(new URL(`${name}.ts`, MIGRATIONS).href)) as Migration] as const),
  )
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(migrations)) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
}

/** The demonstration as that version stored it, with a past: events and sessions were changed, seats came and went. */
async function fill(db: Kysely<Database>): Promise<void> {
  const source = await createTestDatabase()
  const newest = connect(source.url)
  const config = readConfig({ DATABASE_URL: source.url })
  await seedDemonstration({ db: newest, config }, NOW)
  const tables = new Map((await db.introspection.getTables()).map((table) => [table.name, table.columns]))
  for (const [table] of TABLES) {
    const columns = tables.get(table) ?? tables.get(table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    if (!columns) continue
    const names = columns.map(({ name }) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
    const rows = (await newest.selectFrom(table).selectAll().execute()) as Record<string, unknown>[]
    for (let from = 0; from < rows.length; from += 100) {
      const some = rows.slice(from, from + 100).map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))
      const values = table === 'events' ? some.map((row) => ({ ...row, parentId: null })) : some
      await db.insertInto(table).values(values).execute()
    }
  }
  await newest.destroy()
  await source.drop()
  for (const [at, { id }] of (await db.selectFrom('events').select('id').orderBy('id').execute()).entries())
    await db
      .updateTable('events')
      .set({ sequence: at % 5, updatedAt: addMinutes(NOW, at % 7) })
      .where('id', '=', id)
      .execute()
  for (const [at, { id }] of (await db.selectFrom('sessions').select('id').orderBy('id').execute()).entries())
    await db
      .updateTable('sessions')
      .set({ sequence: at % 3, updatedAt: addMinutes(NOW, at % 11) })
      .where('id', '=', id)
      .execute()
  const states = ['held', 'lapsed', 'confirmed', 'cancelled', 'transferred'] as const
  for (const [at, { id }] of (await db.selectFrom('registrations').select('id').orderBy('id').execute()).entries())
    await db
      .updateTable('registrations')
      .set({ state: states[at % 5]! })
      .where('id', '=', id)
      .execute()
}

/** What version 0012 wrote into its files, by its own rules. */
async function toldBefore(db: Kysely<Database>): Promise<Map<string, Entry>> {
  const STEPS = { held: 0, lapsed: 1, confirmed: 2, cancelled: 3, transferred: 3 }
  const entries = new Map<string, Entry>()
  const columns = ['id', 'sequence', 'updatedAt', 'status', 'publishedAt', 'startsOn'] as const
  const rows = await db.selectFrom('events').select(columns).execute()
  const shown = rows.filter(({ status, publishedAt }) => status === 'published' || publishedAt !== null)
  const dated = new Map(shown.filter(({ startsOn }) => startsOn.length === 10).map((event) => [event.id, event]))
  for (const { id, sequence, updatedAt } of dated.values()) entries.set(`event-${id}`, entry(sequence, updatedAt))
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'eventId', 'sequence', 'updatedAt'])
    .where('isPublic', '=', 1)
    .execute()
  for (const { id, eventId, sequence, updatedAt } of sessions) {
    const event = shown.find((one) => one.id === eventId)
    if (event) entries.set(`session-${id}`, entry(sequence + event.sequence, later(updatedAt, event.updatedAt)))
  }
  const seats = await db.selectFrom('registrations').select(['orderId', 'state']).execute()
  const stepsOf = Map.groupBy(seats, ({ orderId }) => orderId)
  for (const order of await db.selectFrom('orders').select(['id', 'eventId', 'updatedAt']).execute()) {
    const event = dated.get(order.eventId)
    const steps = (stepsOf.get(order.id) ?? []).reduce((sum, { state }) => sum + STEPS[state], 0)
    if (event) entries.set(`order-${order.id}`, entry(event.sequence + steps, later(order.updatedAt, event.updatedAt)))
  }
  return entries
}

async function toldNow(db: Kysely<Database>): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const add = (calendar: string, name: (uid: string) => string) => {
    for (const text of calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)) {
      const value = (property: string) => new RegExp(`^${property}:(.*)\r$`, 'm').exec(text)![1]!
      const changedAt = value('LAST-MODIFIED')
      entries.set(name(value('UID').split('@')[0]!), { sequence: Number(value('SEQUENCE')), changedAt })
    }
  }
  const ids = (await db.selectFrom('events').select('id').execute()).map(({ id }) => id)
  add((await eventCalendar(db, SITE, { ids, address: '/all.ics' })).body, (uid) => uid)
  for (const eventId of ids)
    add((await programmeCalendar(db, SITE, { eventId, address: '/programme.ics' }))?.body ?? '', (uid) => uid)
  for (const { id } of await db.selectFrom('orders').select('id').execute())
    add((await orderFile(db, SITE, id)).body, () => `order-${id}`)
  return entries
}

function entry(sequence: number, at: Instant): Entry {
  return { sequence, changedAt: at.replace(/[-:]|\.\d+/g, '') }
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}
