import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenDay } from '#tests/calendar/given-feeds.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Database } from '#db/schema.ts'

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>
let day: Awaited<ReturnType<typeof givenDay>>

beforeEach(async () => {
  run = await testServices()
  db = run.db
  day = await givenDay(db)
  await givenDay(db, { status: 'cancelled', cancelledAt: NOW })
  await givenDay(db, { postponedAt: NOW })
  await givenDay(db, { status: 'draft', publishedAt: null })
})
afterEach(() => run.close())

async function violations(): Promise<number> {
  const counts = await checkInvariants(db)
  return counts.reduce((sum, { violations }) => sum + violations, 0)
}

const event = () => db.updateTable('events').where('id', '=', day.id)
const session = () => db.updateTable('sessions').where('id', '=', day.sessions[0])
const text = () => db.updateTable('eventTexts').where('eventId', '=', day.id)

/** Changes behind the back of `eventChanged`, and the number of entries that then lie. */
const BEHIND_ITS_BACK: [what: string, entries: number, change: () => Promise<unknown>][] = [
  ['another title', 3, () => text().set({ title: 'Another title' }).execute()],
  ['another day', 1, () => event().set({ startsOn: '2027-06-13' }).execute()],
  ['a session in another room', 1, () => session().set({ room: 'Hall B' }).execute()],
  ['a session nobody heard of', 1, () => session().set({ calendarDigest: '' }).execute()],
  ['an event that was withdrawn and is back', 1, () => event().set({ calendarDigest: '-' }).execute()],
  ['withdrawn in silence', 3, () => event().set({ status: 'draft' }).execute()],
  ['cancelled in silence', 3, () => event().set({ status: 'cancelled', cancelledAt: NOW }).execute()],
  ['noted at no time', 1, () => event().set({ calendarAt: null }).execute()],
  ['below its beginning', 1, () => session().set({ sequence: -1 }).execute()],
]

describe('the check of calendars', () => {
  it('finds nothing where every change went its way', async () => {
    await event().set({ venue: 'Another hall' }).execute()
    await eventChanged(db, day.id, NOW)
    expect(await violations()).toBe(0)
  })

  it.each(BEHIND_ITS_BACK)('finds %s', async (_, entries, change) => {
    await change()
    expect(await violations()).toBe(entries)
  })

  it('says nothing of what was there before digests were, until it changes', async () => {
    await event().set({ calendarDigest: '?', venue: 'Another hall' }).execute()
    expect(await violations()).toBe(2)
    await session().set({ calendarDigest: '?' }).execute()
    await db.updateTable('sessions').set({ calendarDigest: '?' }).where('eventId', '=', day.id).execute()
    expect(await violations()).toBe(0)
    await eventChanged(db, day.id, NOW)
    expect(await violations()).toBe(0)
  })

  it('does not ask for history without a date', async () => {
    const old = await givenEvent(db, { status: 'cancelled', cancelledAt: NOW })
    await db.updateTable('events').set({ startsOn: '1995', endsOn: '1995' }).where('id', '=', old.id).execute()
    await eventChanged(db, old.id, NOW)
    expect(await violations()).toBe(0)
  })
})
