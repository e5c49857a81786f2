import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { EVENTS, TWICE, type ZoneEvent } from './zone-events.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { eventBounds } from '#app/events/event-bounds.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { postponeEvent } from '#app/events/postpone-event.server.ts'
import { unpublishEvent } from '#app/events/publishing/unpublish-event.server.ts'
import { flag } from '#app/values/flag.ts'
import { addDays, addMinutes } from '#app/values/moment.ts'
import { givenAt } from '#tests/calendar/given-at.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { NOW } from '#tests/support/app.ts'
import { givenLine } from '#tests/support/clients/line.ts'
import { testFront } from '#tests/support/front.ts'
import { givenSeries } from '#tests/support/given.ts'
import type { Database } from '#db/schema.ts'

/** What any client must show of an event; whole days end before `end`. */
export interface Expected {
  uid: string
  sequence: number
  status: 'CONFIRMED' | 'CANCELLED'
  summary: string
  start: string
  end: string
}

const ARABIC = 'ورشة عمل في توجيه الإنترنت، كيغالي؛ '.repeat(190).trim()
const actor = { kind: 'account', id: 'an-account' } as const

/**
 * Events that are subscribed to through a line, and what happens to them: each step changes what a client must show, and
 * says it.
 */
export async function givenSubscribed() {
  const app = await testFront()
  const line = await givenLine(app.port)
  let now = NOW
  const { id: seriesId } = await givenSeries(app.db, 'subscribed')
  const shown = new Map<string, Expected>()
  const ids = new Map<string, string>()

  const publish = async ([title, zone, start, end, [from, to]]: ZoneEvent) => {
    const { id } = await givenAt(app.db, zone, start, end, { seriesId, title, startsLater: flag(title === TWICE) })
    const uid = `event-${id}@${app.services.config.uidDomain}`
    ids.set(title, id)
    shown.set(title, { uid, sequence: 0, status: 'CONFIRMED', summary: title, start: from, end: to })
    // As publishing does it: everybody may see it now.
    await eventChanged(app.db, id, now)
  }
  for (const event of EVENTS) await publish(event)
  const talk = await givenTalk(app.db, ids.get('Five days')!)

  /** A minute passes, in which copies learn that they are old. */
  const later = (minutes = 0) => {
    now = addMinutes(now, minutes + 1)
    app.setNow(now)
    return now
  }

  const change = async (title: string, columns: Record<string, unknown>, expected: Partial<Expected> = {}) => {
    const id = ids.get(title)!
    await app.db.updateTable('events').set(columns).where('id', '=', id).execute()
    await eventChanged(app.db, id, later())
    told(title, expected)
  }

  /** What clients must have read by now. */
  const told = (title: string, expected: Partial<Expected>) => {
    const before = shown.get(title)!
    shown.set(title, { ...before, sequence: before.sequence + 1, ...expected })
  }

  later()
  return {
    ...app,
    line,
    feed: '/events.ics?series=subscribed',
    programme: `/events/${talk.slug}/programme.ics`,
    talk: { uid: `session-${talk.id}@${app.services.config.uidDomain}`, abstract: ARABIC },
    now: () => now,
    later,
    /** As `webcal:` and `http:` through the line. */
    webcal: (path: string) => `webcal://127.0.0.1:${line.port}${path}`,
    http: (path: string) => `http://127.0.0.1:${line.port}${path}`,
    shown: (): Expected[] => [...shown.values()].toSorted((one, other) => (one.uid < other.uid ? -1 : 1)),
    uidOf: (title: string) => shown.get(title)!.uid,
    async publish(title: string) {
      later()
      await publish([title, 'Africa/Kigali', ['2027-07-01'], ['2027-07-01'], ['2027-07-01', '2027-07-02']])
    },
    async changeRoom(title: string) {
      await change(title, { venue: 'Another hall' })
    },
    async changeTimes(title: string, when: { startsTime: string; endsTime: string }, instants: [string, string]) {
      const row = await app.db
        .selectFrom('events')
        .selectAll()
        .where('id', '=', ids.get(title)!)
        .executeTakeFirstOrThrow()
      const columns = { ...when, ...eventBounds({ ...row, ...when }) }
      await change(title, columns, { start: instants[0], end: instants[1] })
    },
    async cancel(title: string) {
      const cancelled = await cancelEvent(app.db, { eventId: ids.get(title)!, now: later(), actor })
      expect(cancelled).toMatchObject({ ok: true })
      told(title, { status: 'CANCELLED', summary: `CANCELLED: ${title}` })
    },
    async postpone(title: string) {
      const postponed = await postponeEvent(app.db, { eventId: ids.get(title)!, now: later(), actor })
      expect(postponed).toMatchObject({ ok: true })
      told(title, { status: 'CANCELLED', summary: `POSTPONED: ${title}` })
    },
    async withdraw(title: string) {
      const withdrawn = await unpublishEvent(app.db, { eventId: ids.get(title)!, now: later(), actor })
      expect(withdrawn).toMatchObject({ ok: true })
      shown.delete(title)
    },
    /** Nothing can be asked of the database about what is public, and nothing kept is young enough. */
    async loseDatabase() {
      await app.db.schema.alterTable('contentVersions').renameTo('contentVersionsAway').execute()
      later(2)
    },
    async findDatabase() {
      await app.db.schema.alterTable('contentVersionsAway').renameTo('contentVersions').execute()
    },
    nextDay() {
      now = `${addDays(now.slice(0, 10), 1)}T06:00:00.000Z`
      app.setNow(now)
    },
    async close() {
      await line.close()
      await app.close()
    },
  }
}

/** A session of an event, with more to say than fits into a line. */
async function givenTalk(db: Kysely<Database>, eventId: string) {
  const { slug } = await db.selectFrom('events').select('slug').where('id', '=', eventId).executeTakeFirstOrThrow()
  const id = await givenSession(db, eventId, { day: '2027-02-01', from: '09:00', to: '10:00', title: 'A long talk' })
  await db.updateTable('sessions').set({ abstract: ARABIC }).where('id', '=', id).execute()
  await eventChanged(db, eventId, NOW)
  return { id, slug }
}
