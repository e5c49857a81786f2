import type { Kysely } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { updateEventDetails } from '#app/events/update-event-details.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { newId } from '#app/values/id.ts'
import { addSeconds, toInstant } from '#app/values/moment.ts'
import { anOrder } from '#tests/registrations/an-order.ts'
import { givenAccepted } from '#tests/scholarships/given-award.ts'
import { NOW } from '#tests/support/now.ts'
import { type GivenTicket, givenEvent } from '#tests/support/given.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/databases/create-database.ts'
import { typedDetails } from '#tests/support/typed-details.ts'
import { connect } from '#db/connect.ts'
import type { Database } from '#db/schema.ts'

/*
 * Watched from outside: two server processes on one database, whose clocks are that of the machine, and a third process
 * (this one) that changes what is public. The pages are asked for all the time, so that each process has them in memory.
 */

let database: TestDatabase
let db: Kysely<Database>
let servers: RunningServer[]

beforeAll(async () => {
  database = await createTestDatabase()
  db = connect(database.url, 4)
  const settings = { NODE_ENV: 'production', DATABASE_URL: database.url, WORKERS: 'none' }
  // So that a server that starts finds something and makes no demonstration.
  await givenEvent(db)
  const start = () => startServer([process.execPath, 'server.ts'], settings)
  servers = await Promise.all([start(), start()])
}, 120_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await Promise.all(servers.map((server) => server.remove()))
  await db.destroy()
  await database.drop()
})

const actor = { kind: 'system' } as const
const now = () => toInstant(Date.now())

/** How often a page is looked at, and how long it may take to be made anew by a machine that does other things as well. */
const LOOK = 20
const WITHIN = 1000

async function read(server: RunningServer, path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { 'Accept-Encoding': 'gzip' } })
  return await answer.text()
}

interface Watched {
  path: string
  /** Stands on the page afterwards, and not before. */
  words: RegExp
}

/** Every process has its page in memory, and it does not show yet what is to come. */
async function warm({ path, words }: Watched): Promise<void> {
  // Until what was made ready for it is known everywhere.
  await sleep(WITHIN / 2)
  for (const server of servers) for (let time = 0; time < 3; time++) expect(await read(server, path)).not.toMatch(words)
}

/** After how many milliseconds each process shows it; Infinity where it does not within two seconds. */
async function seenAfter({ path, words }: Watched, from: number): Promise<number[]> {
  const watch = async (server: RunningServer) => {
    for (let asked = Date.now(); asked - from < 2 * WITHIN; asked = Date.now()) {
      if (words.test(await read(server, path))) return asked - from
      await sleep(LOOK)
    }
    return Infinity
  }
  return await Promise.all(servers.map(watch))
}

async function change(watched: Watched, command: () => Promise<unknown>): Promise<number[]> {
  await warm(watched)
  await command()
  return await seenAfter(watched, Date.now())
}

function within(seen: number[]): void {
  expect(Math.max(...seen)).toBeLessThanOrEqual(WITHIN)
}

/** The same change, and what it tells the others taken back. */
async function silently(command: (db: Kysely<Database>) => Promise<unknown>): Promise<void> {
  await db.transaction().execute(async (db) => {
    const before = await db.selectFrom('contentVersions').selectAll().execute()
    await command(db)
    for (const { name, version } of before)
      await db.updateTable('contentVersions').set({ version }).where('name', '=', name).execute()
  })
}

/** An event as a command would have made it. */
async function given(event: Parameters<typeof givenEvent>[1] = {}, tickets: GivenTicket[] = [{ seats: 2 }]) {
  const made = await givenEvent(db, { ...event, tickets })
  await bumpContentVersion(db)
  return made
}

async function seriesPageOf(eventId: string): Promise<string> {
  const { slug } = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select('series.slug')
    .where('events.id', '=', eventId)
    .executeTakeFirstOrThrow()
  return `/series/${slug}`
}

describe('within a second, in every process', () => {
  it('an event that is published stands in the catalogue and has its page', async () => {
    const event = await given({ status: 'draft', publishedAt: null, title: 'Peering forum' })
    await db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).where('eventId', '=', event.id).execute()
    const published = await change({ path: '/events', words: /Peering forum/ }, async () => {
      const result = await publishEvent(db, { eventId: event.id, isAgreed: true, now: now(), actor })
      expect(result).toMatchObject({ ok: true })
    })
    within(published)
    within(await seenAfter({ path: `/events/${event.slug}`, words: /Peering forum/ }, Date.now()))
  })

  it('an edit stands on its page, in the catalogue, on the front page and in its series', async () => {
    const event = await given()
    const form = await typedDetails(db, event.id, { city: 'Nyagatare' })
    const edit = async () =>
      expect(await updateEventDetails(db, { eventId: event.id, form, now: now(), actor })).toMatchObject({ ok: true })
    const others = ['/events', '/', await seriesPageOf(event.id)].map((path) => ({ path, words: /Nyagatare/ }))
    await Promise.all(others.map(warm))
    within(await change({ path: `/events/${event.slug}`, words: /Nyagatare/ }, edit))
    const began = Date.now()
    for (const seen of await Promise.all(others.map((watched) => seenAfter(watched, began)))) within(seen)
  })

  it('a price step begins and a sale opens by the clock, with nobody doing anything', async () => {
    const from = addSeconds(now(), 4)
    const event = await given({ currency: 'USD' }, [
      {
        seats: 5,
        steps: [
          { kind: 'early', currency: 'USD', amountMinor: 10_100, endsAt: from },
          { kind: 'standard', currency: 'USD', amountMinor: 20_200, startsAt: from },
        ],
      },
    ])
    const later = await given({ title: 'Opens later' }, [{ seats: 5, onSaleFromAt: from }])
    const price = { path: `/events/${event.slug}/register`, words: /202\.00|202,00|\b202\b/ }
    const sale = { path: `/events/${later.slug}/register`, words: /name="formKey"/ }
    await Promise.all([price, sale].map(warm))
    await sleep(Date.parse(from) - Date.now())
    const seen = await Promise.all([price, sale].map((watched) => seenAfter(watched, Date.parse(from))))
    for (const one of seen) within(one)
  })

  it('a workshop that fills is full on its page, in the catalogue and where one registers', async () => {
    const event = await given({ title: 'Small workshop' })
    const register = { path: `/events/${event.slug}/register`, words: /^(?![^]*name="formKey")/ }
    const page = { path: `/events/${event.slug}`, words: /All 2 seats are taken|All seats are taken/ }
    await Promise.all([page, register].map(warm))
    const full = async () => {
      const orders = [anOrder(event), anOrder(event)]
      const placed = await placeOrders(db, { orders, now: now() })
      expect(placed.map(({ ok }) => ok)).toEqual([true, true])
    }
    await full()
    const began = Date.now()
    const seen = await Promise.all([page, register].map((watched) => seenAfter(watched, began)))
    for (const one of seen) within(one)
  })

  it('a name that is erased is gone from those who were awarded something', async () => {
    const { event, callId, application, awardId } = await givenAccepted(db)
    const sent = { callId, wave: 1, state: 'sent' as const, count: 1, sendAt: NOW, createdAt: NOW }
    const release = { id: newId(NOW), ...sent, createdBy: null, undoneBy: null, undoneAt: null }
    await db.insertInto('decisionReleases').values(release).execute()
    await db.updateTable('awards').set({ isPublic: 1 }).where('id', '=', awardId).execute()
    await bumpContentVersion(db)
    const person = db.selectFrom('people').select(['fullName', 'email']).where('id', '=', application.personId)
    const { fullName, email } = await person.executeTakeFirstOrThrow()
    const watched = { path: `/events/${event.slug}/awarded`, words: new RegExp(`^(?![^]*${fullName})`) }
    const erase = async () =>
      expect(await erasePerson(db, { email: email!, now: now(), actor })).toMatchObject({ ok: true })
    within(await change(watched, erase))
  })

  it('a cancellation stands on its page', async () => {
    const event = await given()
    const cancel = async () =>
      expect(await cancelEvent(db, { eventId: event.id, now: now(), actor })).toMatchObject({ ok: true })
    within(await change({ path: `/events/${event.slug}`, words: /cancelled/i }, cancel))
  })
})

describe('the watcher itself', () => {
  it('sees nothing where a change does not say that it is one', async () => {
    const event = await given()
    const form = await typedDetails(db, event.id, { city: 'Rusumo' })
    const seen = await change({ path: `/events/${event.slug}`, words: /Rusumo/ }, () =>
      silently((db) => updateEventDetails(db, { eventId: event.id, form, now: now(), actor })),
    )
    expect(seen).toEqual([Infinity, Infinity])
  })
})
