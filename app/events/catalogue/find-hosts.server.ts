import type { Kysely } from 'kysely'
import { NO_FILTERS } from './filters.ts'
import { matchingEvents } from './matching.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface HostCount {
  slug: string
  name: string
  /** How many events are ahead. */
  count: number
}

/** The hosts of what is ahead, and those that are asked for besides, by name. */
export async function findHosts(db: Kysely<Database>, asked: string[], now: Instant): Promise<HostCount[]> {
  const counted = await matchingEvents(db, NO_FILTERS, now)
    .where('events.hostId', 'is not', null)
    .select((eb) => ['events.hostId', eb.fn.countAll<number>().as('count')])
    .groupBy('events.hostId')
    .execute()
  const countOf = new Map(counted.map(({ hostId, count }) => [hostId, Number(count)]))
  const hosts = await db
    .selectFrom('hosts')
    .select(['id', 'slug', 'name'])
    .where((eb) =>
      eb.or([eb('id', 'in', ['', ...counted.map(({ hostId }) => hostId!)]), eb('slug', 'in', ['', ...asked])]),
    )
    .orderBy('name')
    .execute()
  return hosts.map(({ id, slug, name }) => ({ slug, name, count: countOf.get(id) ?? 0 }))
}

/** The names of these hosts. */
export async function hostNames(db: Kysely<Database>, slugs: string[]): Promise<{ slug: string; name: string }[]> {
  if (slugs.length === 0) return []
  return await db.selectFrom('hosts').select(['slug', 'name']).where('slug', 'in', slugs).execute()
}
