import type { Kysely } from 'kysely'
import { listStandings } from './list-standings.server.ts'
import { ownCertificate } from './own-certificate.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** One person of an event, or of some of its tracks, with their certificate; null for somebody else's. */
export async function findStanding(
  db: Kysely<Database>,
  wanted: { eventId: string; trackIds: string[] | 'all'; registrationId: string; now: Instant },
) {
  const { registrationId, ...scope } = wanted
  const [standing] = await listStandings(db, { ...scope, registrationIds: [registrationId] })
  if (!standing) return null
  const own = await ownCertificate(db, { registrationId, eventId: wanted.eventId, now: wanted.now })
  return { standing, own }
}
