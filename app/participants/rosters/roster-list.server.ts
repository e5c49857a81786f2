import type { Kysely } from 'kysely'
import { type KnownRoster, replayEntries, type RosterList } from './replay-entries.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Who is confirmed now, of all or of some, and in which track: the registration's own, else that of its ticket type. */
export async function rosterList(db: Kysely<Database>, eventId: string, ids?: string[]): Promise<RosterList> {
  // Some are looked up by id alone: with the event beside it SQLite reads everybody of it.
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.id', 'registrations.state', TRACK_OR_NONE.as('trackId')])
    .$if(ids !== undefined, (query) => query.where('registrations.id', 'in', ids!))
    .$if(ids === undefined, (query) =>
      query.where('registrations.eventId', '=', eventId).where('registrations.state', '=', 'confirmed'),
    )
    .orderBy('registrations.id')
    .execute()
  return new Map(rows.flatMap(({ id, state, trackId }) => (state === 'confirmed' ? [[id, trackId] as const] : [])))
}

/** What the entries since the list was frozen say, of all or of some, and the last step of those that were before it. */
export async function knownRoster(
  db: Kysely<Database>,
  { eventId, frozenAt }: { eventId: string; frozenAt: Instant },
  ids?: string[],
): Promise<KnownRoster> {
  const entries = await db
    .selectFrom('rosterEntries')
    .select(['registrationId', 'trackId', 'fromTrackId', 'kind', 'step', 'at'])
    .$if(ids === undefined, (query) => query.where('eventId', '=', eventId))
    .$if(ids !== undefined, (query) => query.where('registrationId', 'in', ids!))
    .execute()
  const known = replayEntries(entries.filter(({ at }) => at >= frozenAt))
  // Of a list that was opened again nothing is known but how far its steps came.
  for (const { registrationId, step, at } of entries)
    if (at < frozenAt && !known.has(registrationId)) known.set(registrationId, { trackId: null, step })
  return known
}
