import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface Wanted {
  eventId: string
  trackIds: string[] | 'all'
  now: Instant
  limit: number
}

/**
 * The sessions of somebody's tracks that are not over yet, else the first ones, and how many materials each has: two
 * queries. Breaks are everybody's, and nobody teaches them.
 */
export async function taughtSessions(db: Kysely<Database>, { eventId, trackIds, now, limit }: Wanted) {
  const all = await db
    .selectFrom('sessions')
    .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
    .select(['sessions.id', 'sessions.title', 'sessions.language', 'sessions.heldOn', 'sessions.startsTime'])
    .select(['sessions.endsTime', 'sessions.endsAt', 'sessions.room', 'tracks.code as trackCode'])
    .where('sessions.eventId', '=', eventId)
    .where('sessions.kind', 'not in', ['break', 'social'])
    .$if(trackIds !== 'all', (query) => query.where('sessions.trackId', 'in', [...(trackIds as string[]), '']))
    .orderBy('sessions.startsAt')
    .orderBy('sessions.id')
    .execute()
  const ahead = all.filter(({ endsAt }) => endsAt > now)
  const sessions = (ahead.length > 0 ? ahead : all).slice(0, limit)
  const counts = await db
    .selectFrom('sessionMaterials')
    .select((row) => ['sessionId', row.fn.countAll<number | string>().as('count')])
    .where('sessionId', 'in', [...sessions.map(({ id }) => id), ''])
    .groupBy('sessionId')
    .execute()
  return {
    sessions: sessions.map(({ endsAt: _, ...session }) => ({ ...session, isOver: ahead.length === 0 })),
    materials: Object.fromEntries(counts.map(({ sessionId, count }) => [sessionId, Number(count)])),
  }
}
