import type { Kysely, Selectable } from 'kysely'
import type { Database, IssuersTable } from '#db/schema.ts'

/** Whose account takes the money of a host's events: the host's own, else the installation's; null when there is none. */
export async function issuerOf(db: Kysely<Database>, hostId: string | null): Promise<Selectable<IssuersTable> | null> {
  const issuers = await db
    .selectFrom('issuers')
    .selectAll()
    .where('hostId', 'in', ['', hostId ?? ''])
    .execute()
  return issuers.find((issuer) => issuer.hostId === hostId) ?? issuers.find(({ hostId }) => hostId === '') ?? null
}
