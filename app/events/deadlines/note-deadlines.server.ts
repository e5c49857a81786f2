import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type DeadlineKind, knownDates } from './known-dates.ts'
import { type DeadlineEvent, readDeadlineEvents } from './read-deadline-events.server.ts'
import { isCalledOff } from '#app/calendar/event-entry.ts'
import { WITHDRAWN } from '#app/calendar/facts-digest.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** So many events are looked at together. */
const AT_ONCE = 200

/**
 * Keeps what calendars know of the deadlines of these events: a new one begins with SEQUENCE 0, one of which anything
 * that its entry shows has changed is raised by one, one that is no more or whose event is off is cancelled. To be
 * called in the transaction of the change, once that has written to the events' rows, so that two changes follow one
 * another.
 */
export async function noteDeadlines(db: Kysely<Database>, eventIds: string[], now: Instant): Promise<void> {
  for (let from = 0; from < eventIds.length; from += AT_ONCE)
    await noteSome(db, eventIds.slice(from, from + AT_ONCE), now)
}

interface Noted {
  eventId: string
  kind: string
  at: Instant
  isOff: 0 | 1
  digest: string
}

async function noteSome(db: Kysely<Database>, eventIds: string[], now: Instant): Promise<void> {
  const events = await readDeadlineEvents(db, eventIds)
  const rows = await db.selectFrom('calendarDeadlines').selectAll().where('eventId', 'in', eventIds).execute()
  const storedOf = Map.groupBy(rows, ({ eventId }) => eventId)
  const added: Noted[] = []
  for (const event of events) {
    const stored = storedOf.get(event.id) ?? []
    const actual = event.isShown ? actualOf(event, stored) : stored.map((row) => ({ ...row, digest: WITHDRAWN }))
    for (const one of actual) {
      const known = stored.find(({ kind }) => kind === one.kind)
      if (!known) added.push(one)
      else if (known.digest !== one.digest) await change(db, one, { now, by: event.isShown ? 1 : 0 })
    }
  }
  if (added.length > 0)
    await db
      .insertInto('calendarDeadlines')
      .values(added.map((one) => ({ ...one, sequence: 0, calendarAt: now })))
      .execute()
}

/** What holds now, and what held once: that stays where it was, called off. */
function actualOf(event: DeadlineEvent, stored: { kind: string; at: Instant }[]): Noted[] {
  const isOff = isCalledOff(event)
  const known: { kind: DeadlineKind; at: Instant }[] = knownDates(event)
  const gone = stored.filter(({ kind }) => known.every((date) => date.kind !== kind))
  return [
    ...known.map(({ kind, at }) => noted(event, kind, at, isOff)),
    ...gone.map(({ kind, at }) => noted(event, kind, at, true)),
  ]
}

function noted(event: DeadlineEvent, kind: string, at: Instant, isOff: boolean): Noted {
  const facts = [at, isOff, event.status, event.postponedAt !== null, event.isSample, event.slug, event.zone]
  const digest = createHash('sha256')
    .update(JSON.stringify([facts, event.language, event.texts]))
    .digest('base64url')
  return { eventId: event.id, kind, at, isOff: isOff ? 1 : 0, digest }
}

async function change(
  db: Kysely<Database>,
  { eventId, kind, at, isOff, digest }: Noted,
  { now, by }: { now: Instant; by: 0 | 1 },
): Promise<void> {
  const sequence = sql<number>`sequence + ${by}`
  await db
    .updateTable('calendarDeadlines')
    .set({ at, isOff, digest, ...(by === 1 && { sequence, calendarAt: now }) })
    .where('eventId', '=', eventId)
    .where('kind', '=', kind)
    .where('digest', '<>', digest)
    .execute()
}
