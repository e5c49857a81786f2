import type { Kysely } from 'kysely'
import { ownSeats } from './own-seats.server.ts'
import { namesChanged } from '#app/people/names-changed.server.ts'
import { cleanLine, sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** What may be corrected of who sits on a seat, but for the address; what is left out stays. */
export interface PersonCorrection {
  fullName?: string
  latinName?: string | null
  badgeName?: string | null
  certificateName?: string | null
  country?: string | null
  affiliation?: string | null
}

/** Corrects what is known of the person on a seat and on their add-ons. The audit is the caller's. Inside a transaction. */
export async function correctPerson(
  db: Kysely<Database>,
  { registrationId, person }: { registrationId: string; person: PersonCorrection },
): Promise<void> {
  const { fullName, ...rest } = person
  const seats = await ownSeats(db, registrationId)
  const name = fullName === undefined ? {} : { fullName: cleanLine(fullName), sortKey: sortKey(cleanLine(fullName)) }
  const personIds = seats.map(({ personId }) => personId)
  await db
    .updateTable('people')
    .set({ ...rest, ...name })
    .where('id', 'in', personIds)
    .execute()
  await namesChanged(db, personIds)
}
