import type { Kysely } from 'kysely'
import { readSlots } from './read-slots.server.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** How much of what was held somebody was at. `of` counts the slots held; who was excused was not present. */
export interface AttendanceShare {
  present: number
  excused: number
  of: number
}

/** The keys of what was held, by track; '' for who is in none. */
export type HeldSlots = Map<string, Set<string>>

/**
 * The share of each of these participants. A slot was held once it has begun and anybody of the person's track was marked in
 * it: a morning in which nobody took attendance is held against nobody.
 */
export async function attendanceShares(
  db: Kysely<Database>,
  { eventId, registrationIds, now }: { eventId: string; registrationIds: string[]; now: Instant },
): Promise<Map<string, AttendanceShare>> {
  if (registrationIds.length === 0) return new Map()
  return await sharesOf(db, { held: await heldSlots(db, { eventId, now }), registrationIds })
}

/** What was held of an event until now: for whoever reckons many shares, some hundred at a time. */
export async function heldSlots(
  db: Kysely<Database>,
  { eventId, now }: { eventId: string; now: Instant },
): Promise<HeldSlots> {
  const slots = (await readSlots(db, { eventId })).filter(({ kind, startsAt }) => kind !== 'arrival' && startsAt <= now)
  const marked = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('attendanceStates', 'attendanceStates.registrationId', 'registrations.id')
    .select(['attendanceStates.slot', TRACK_OR_NONE.as('trackId')])
    .distinct()
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .where('attendanceStates.state', '<>', 'none')
    .execute()
  return new Map(
    [...Map.groupBy(marked, ({ trackId }) => trackId)].map(([track, rows]) => {
      const keys = new Set(rows.map(({ slot }) => slot))
      const isFor = (trackId: string | null) => trackId === null || trackId === track
      return [track, new Set(slots.filter(({ key, trackId }) => keys.has(key) && isFor(trackId)).map(({ key }) => key))]
    }),
  )
}

/**
 * The shares of these participants of what was held. Two queries, by id alone: with another indexed column beside it SQLite
 * reads everybody.
 */
export async function sharesOf(
  db: Kysely<Database>,
  { held, registrationIds }: { held: HeldSlots; registrationIds: string[] },
): Promise<Map<string, AttendanceShare>> {
  const [people, own] = await Promise.all([
    db
      .selectFrom('registrations')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
      .select(['registrations.id', 'registrations.state', TRACK_OR_NONE.as('trackId')])
      .where('registrations.id', 'in', registrationIds)
      .execute(),
    db
      .selectFrom('attendanceStates')
      .select(['registrationId', 'slot', 'state'])
      .where('registrationId', 'in', registrationIds)
      .execute(),
  ])
  const ownOf = Map.groupBy(own, ({ registrationId }) => registrationId)
  return new Map(
    people.flatMap(({ id, state, trackId }) => {
      if (state !== 'confirmed') return []
      const slots = held.get(trackId) ?? new Set<string>()
      const count = (wanted: string) =>
        (ownOf.get(id) ?? []).filter(({ slot, state }) => state === wanted && slots.has(slot)).length
      return [[id, { present: count('present'), excused: count('excused'), of: slots.size }] as const]
    }),
  )
}
