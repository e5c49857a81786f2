import type { Kysely } from 'kysely'
import { type DueFacts, type DueItem, dueItems } from './due-items.ts'
import { changeForReader } from '../rosters/changes-of-reader.ts'
import { freezeMoment } from '../rosters/roster-day.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface Taught {
  id: string
  trackIds: string[] | 'all'
}

/** Names are signed off until so long after the last day. */
const NAMES_MINUTES = 60 * 24 * 60

/** What is due at each of some events for somebody who teaches there: five queries, however many events they are. */
export async function readDue(
  db: Kysely<Database>,
  { events, accountId, now }: { events: Taught[]; accountId: string; now: Instant },
): Promise<Map<string, DueItem[]>> {
  if (events.length === 0) return new Map()
  const ids = events.map(({ id }) => id)
  const [rows, changes, surveys, sessions, names] = await Promise.all([
    standings(db, ids),
    changesOf(db, ids, accountId),
    surveysOf(db, ids),
    sessionsOf(db, ids),
    namesOf(db, ids, now),
  ])
  return new Map(
    events.flatMap(({ id, trackIds }) => {
      const row = rows.find((row) => row.id === id)
      if (!row) return []
      const isMine = (trackId: string | null) =>
        trackIds === 'all' || (trackId !== null && trackId !== '' && trackIds.includes(trackId))
      const sum = (found: { eventId: string; trackId: string | null; count: number | string }[]) =>
        found.reduce((total, one) => total + (one.eventId === id && isMine(one.trackId) ? Number(one.count) : 0), 0)
      const facts: DueFacts = {
        slug: row.slug,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        isOn: row.status === 'published' && row.postponedAt === null,
        freezeAt: freezeMoment(row),
        frozenAt: row.frozenAt,
        changes: changes
          .filter((one) => one.eventId === id && changeForReader(one, trackIds) !== null)
          .reduce((total, { count }) => total + Number(count), 0),
        surveys: surveys.filter((one) => one.eventId === id && (one.trackId === null || isMine(one.trackId))),
        sessionsWithoutMaterial: sum(sessions),
        namesToSignOff: sum(names),
      }
      return [[id, dueItems(facts, now)] as const]
    }),
  )
}

async function standings(db: Kysely<Database>, ids: string[]) {
  return await db
    .selectFrom('events')
    .leftJoin('rosters', 'rosters.eventId', 'events.id')
    .select(['events.id', 'events.slug', 'events.status', 'events.postponedAt', 'events.firstOn', 'events.zone'])
    .select(['events.startsAt', 'events.endsAt', 'rosters.freezeOn', 'rosters.frozenAt'])
    .where('events.id', 'in', ids)
    .execute()
}

/** Entries since the reader last looked, or else since the list was frozen. */
async function changesOf(db: Kysely<Database>, ids: string[], accountId: string) {
  return await db
    .selectFrom('rosterEntries as entry')
    .innerJoin('rosters', 'rosters.eventId', 'entry.eventId')
    .leftJoin('rosterReadings as reading', (join) =>
      join.onRef('reading.eventId', '=', 'entry.eventId').on('reading.accountId', '=', accountId),
    )
    .select((row) => [
      'entry.eventId',
      'entry.kind',
      'entry.trackId',
      'entry.fromTrackId',
      row.fn.countAll<number | string>().as('count'),
    ])
    .where('entry.eventId', 'in', ids)
    .where('entry.kind', '<>', 'frozen')
    .whereRef('entry.at', '>=', 'rosters.frozenAt')
    .where(({ eb, or }) => or([eb('reading.seenAt', 'is', null), eb('entry.at', '>', eb.ref('reading.seenAt'))]))
    .groupBy(['entry.eventId', 'entry.kind', 'entry.trackId', 'entry.fromTrackId'])
    .execute()
}

async function surveysOf(db: Kysely<Database>, ids: string[]) {
  return await db
    .selectFrom('surveys')
    .select(['eventId', 'trackId', 'opensAt', 'closesAt'])
    .where('eventId', 'in', ids)
    .where('kind', '=', 'before')
    .where('status', '=', 'ready')
    .execute()
}

const TAUGHT = ['talk', 'tutorial', 'workshop', 'lab'] as const

/** Sessions that are taught and have nothing to take home yet. */
async function sessionsOf(db: Kysely<Database>, ids: string[]) {
  return await db
    .selectFrom('sessions')
    .leftJoin('sessionMaterials as material', 'material.sessionId', 'sessions.id')
    .select((row) => ['sessions.eventId', 'sessions.trackId', row.fn.countAll<number | string>().as('count')])
    .where('sessions.eventId', 'in', ids)
    .where('sessions.kind', 'in', TAUGHT)
    .where('material.id', 'is', null)
    .groupBy(['sessions.eventId', 'sessions.trackId'])
    .execute()
}

/** Confirmed people whom nobody signed off yet, where the rule asks for that, and whose certificate is still to come. */
async function namesOf(db: Kysely<Database>, ids: string[], now: Instant) {
  return await db
    .selectFrom('registrations')
    .innerJoin('certificateRules as rule', 'rule.eventId', 'registrations.eventId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('certificateNames as name', 'name.registrationId', 'registrations.id')
    .leftJoin('certificates', 'certificates.activeKey', 'registrations.id')
    .select((row) => [
      'registrations.eventId',
      TRACK_OR_NONE.as('trackId'),
      row.fn.countAll<number | string>().as('count'),
    ])
    .where('registrations.eventId', 'in', ids)
    .where('registrations.state', '=', 'confirmed')
    .where('rule.needsSignOff', '=', 1)
    .where('name.signedOffAt', 'is', null)
    .where('certificates.id', 'is', null)
    .where('events.startsAt', '<=', now)
    .where('events.endsAt', '>', addMinutes(now, -NAMES_MINUTES))
    .groupBy(['registrations.eventId', TRACK_OR_NONE])
    .execute()
}
