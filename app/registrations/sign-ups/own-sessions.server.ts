import type { Kysely } from 'kysely'
import { sessionExtras } from '#app/programme/sessions/session-extras.server.ts'
import type { Database } from '#db/schema.ts'

/**
 * What the holder of a seat finds with the sessions that are for them: where to watch, materials, and whether they may
 * sign up. In the order of time; sessions with nothing of that are left out. What they signed up for is always there.
 */
export async function ownSessions(
  db: Kysely<Database>,
  { eventId, registrationId }: { eventId: string; registrationId: string },
) {
  const seat = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.trackId', 'ticketTypes.trackId as ticketTrackId'])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow()
  const trackId = seat.trackId ?? seat.ticketTrackId
  const [extras, sessions, taken] = await Promise.all([
    sessionExtras(db, { eventId, audience: 'participants' }),
    db
      .selectFrom('sessions')
      .select(['id', 'title', 'language', 'heldOn', 'startsTime', 'endsTime', 'startsAt', 'endsAt', 'room'])
      .select(['isPublic', 'isStreamed', 'streamUrl', 'trackId'])
      .where('eventId', '=', eventId)
      .orderBy('startsAt')
      .orderBy('id')
      .execute(),
    db.selectFrom('sessionSignUps').select('sessionId').where('registrationId', '=', registrationId).execute(),
  ])
  const own = new Set(taken.map(({ sessionId }) => sessionId))
  return sessions.flatMap(({ isPublic, isStreamed, streamUrl, ...session }) => {
    const isTaken = own.has(session.id)
    const more = extras.get(session.id)
    const isTheirs = isPublic === 1 && (trackId === null || session.trackId === null || session.trackId === trackId)
    if (!isTaken && !isTheirs) return []
    const url = isStreamed === 1 ? streamUrl : null
    const found = { ...session, streamUrl: url, isTaken, materials: more?.materials ?? [] }
    const places = { takesSignUps: more?.takesSignUps ?? false, isFull: isFull(more) }
    const isEmpty = url === null && found.materials.length === 0 && !places.takesSignUps && !isTaken
    return isEmpty ? [] : [{ ...found, ...places, interpretation: more?.interpretation ?? [] }]
  })
}

function isFull(session: { capacity: number | null; signedUp: number } | undefined): boolean {
  return session !== undefined && session.capacity !== null && session.signedUp >= session.capacity
}

export type OwnSession = Awaited<ReturnType<typeof ownSessions>>[number]
