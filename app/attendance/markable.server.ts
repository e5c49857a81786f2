import type { Kysely } from 'kysely'
import { parseSlot } from './slot.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

/** A person as far as marking depends on them. */
export interface Markable {
  id: string
  state: RegistrationState
  endedAt: Instant | null
  trackId: string
  sortKey: string
}

/** Those of these registrations that are of the event and in a track that the marker may mark. */
export async function findMarkable(
  db: Kysely<Database>,
  { eventId, trackIds, ids }: { eventId: string; trackIds: string[] | 'all'; ids: string[] },
): Promise<Map<string, Markable>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select([
      'registrations.id',
      'registrations.eventId',
      'registrations.state',
      'registrations.endedAt',
      'people.sortKey',
      TRACK_OR_NONE.as('trackId'),
    ])
    // By id alone: with the event beside it SQLite reads everybody of it.
    .where('registrations.id', 'in', ids)
    .execute()
  return new Map(
    rows.flatMap(({ eventId: of, ...row }) =>
      of === eventId && (trackIds === 'all' || trackIds.includes(row.trackId)) ? [[row.id, row] as const] : [],
    ),
  )
}

/** What slots an event can have: its days, and its sessions with the track that each is for (null: for everybody). */
export interface EventSlots {
  firstOn: string
  lastOn: string
  trackOfSession: Map<string, string | null>
}

/** As far as these keys ask for them. */
export async function findEventSlots(db: Kysely<Database>, eventId: string, keys: string[]): Promise<EventSlots> {
  const wanted = keys.map(parseSlot).filter((slot) => slot?.kind === 'session')
  const [event, sessions] = await Promise.all([
    db.selectFrom('events').select(['firstOn', 'lastOn']).where('id', '=', eventId).executeTakeFirstOrThrow(),
    wanted.length === 0
      ? []
      : db
          .selectFrom('sessions')
          .select(['id', 'trackId'])
          .where('eventId', '=', eventId)
          .where(
            'id',
            'in',
            wanted.map(({ sessionId }) => sessionId),
          )
          .execute(),
  ])
  return { ...event, trackOfSession: new Map(sessions.map(({ id, trackId }) => [id, trackId])) }
}

/** Whether the event has such a slot, and who marks may mark it: never a session of a track that they do not teach. */
export function isSlotOpen(key: string, slots: EventSlots, trackIds: string[] | 'all'): boolean {
  const slot = parseSlot(key)
  if (!slot) return false
  if (slot.kind === 'arrival') return true
  if (slot.kind !== 'session') return slot.day >= slots.firstOn && slot.day <= slots.lastOn
  if (!slots.trackOfSession.has(slot.sessionId)) return false
  const track = slots.trackOfSession.get(slot.sessionId) ?? null
  return track === null || trackIds === 'all' || trackIds.includes(track)
}
