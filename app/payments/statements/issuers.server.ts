import type { Kysely } from 'kysely'
import type { Reach } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

export interface Account {
  id: string
  hostId: string
  name: string
  accountNumber: string | null
}

/**
 * The accounts whose statements somebody may see: those of the hosts whose events are within reach. The installation's
 * own takes the money of every host without an account, so it is for those who see everything.
 */
export async function accountsWithin(db: Kysely<Database>, reach: Reach): Promise<Account[]> {
  const accounts = db
    .selectFrom('issuers')
    .select(['id', 'hostId', 'name', 'accountNumber'])
    .orderBy('name')
    .orderBy('id')
  if (reach === 'all') return await accounts.execute()
  return await accounts
    .where('hostId', '<>', '')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('events')
          .select('events.id')
          .whereRef('events.hostId', '=', 'issuers.hostId')
          .where((one) =>
            one.or([
              one('events.seriesId', 'in', ['', ...reach.seriesIds]),
              one('events.id', 'in', ['', ...reach.eventIds]),
            ]),
          ),
      ),
    )
    .execute()
}

/** Which account takes the money of a host's events: its own, else the installation's; null when there is none. */
export async function accountsOfHosts(db: Kysely<Database>): Promise<(hostId: string | null) => string | null> {
  const issuers = await db.selectFrom('issuers').select(['id', 'hostId']).execute()
  const ofHost = new Map(issuers.map(({ id, hostId }) => [hostId, id]))
  return (hostId) => (hostId === null ? null : ofHost.get(hostId)) ?? ofHost.get('') ?? null
}
