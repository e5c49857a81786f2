import type { Kysely } from 'kysely'
import { seriesHost } from './publish-facts-parts.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { mayOrganizeSeries } from '#app/people/rights.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type HostRefusal = 'host-of-series' | 'host-not-yours'

/**
 * Under whose name an event is held. A chapter's own series has its host and no other; and whoever organizes one event
 * alone cannot put another name over it. To be called in the transaction that writes `hostId`; `before` is undefined for
 * a new event, whose maker organizes the series.
 */
export async function refuseHost(
  db: Kysely<Database>,
  {
    seriesId,
    before,
    hostId,
    actor,
  }: { seriesId: string; before?: string | null; hostId: string | null; actor: Actor },
): Promise<void> {
  if (before === hostId) return
  const only = await seriesHost(db, seriesId)
  if (only !== null && hostId !== only) throw new Refused({ code: 'host-of-series' as const, field: 'hostId' })
  if (before === undefined || actor.kind !== 'account') return
  const roles = await db
    .selectFrom('roles')
    .select(['role', 'scope', 'scopeId', 'trackId'])
    .where('accountId', '=', actor.id ?? '')
    .execute()
  if (!mayOrganizeSeries(roles, seriesId)) throw new Refused({ code: 'host-not-yours' as const, field: 'hostId' })
}
