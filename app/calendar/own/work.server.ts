import type { Kysely } from 'kysely'
import type { Work } from './agenda-entries.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RoleName } from '#db/schema.ts'

/** Roles whose work is where and when an event is; finance and administrators work by no event's clock. */
const AT_EVENTS: RoleName[] = ['organizer', 'instructor', 'reviewer', 'front-desk']

/**
 * The events that somebody works at, by their roles on events and on series, and that have not ended before `since`.
 * Drafts are not among them: their dates are guesses that no SEQUENCE follows, and what nobody may hear of yet has no
 * place at a calendar provider. Roles on the whole installation count for none, or everything would be theirs.
 */
export async function workOf(
  db: Kysely<Database>,
  accountId: string,
  { since, most }: { since: Instant; most: number },
): Promise<Map<string, Work>> {
  const rows = await db
    .selectFrom('roles')
    .innerJoin('events', (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb('roles.scope', '=', 'event'), eb('events.id', '=', eb.ref('roles.scopeId'))]),
          eb.and([eb('roles.scope', '=', 'series'), eb('events.seriesId', '=', eb.ref('roles.scopeId'))]),
        ]),
      ),
    )
    .select(['events.id', 'roles.role', 'roles.trackId'])
    .where('roles.accountId', '=', accountId)
    .where('roles.role', 'in', AT_EVENTS)
    .where('events.status', '<>', 'draft')
    .where('events.endsAt', '>=', since)
    .orderBy('events.startsAt')
    .orderBy('events.id')
    .limit(most)
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [
      id,
      {
        roles: AT_EVENTS.filter((role) => own.some((one) => one.role === role)),
        trackIds: own.some(({ trackId }) => trackId === '') ? null : own.map(({ trackId }) => trackId),
      },
    ]),
  )
}
