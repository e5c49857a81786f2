import type { Kysely } from 'kysely'
import { SIGN_UPS_PAGE } from './sign-ups-page.ts'
import type { Database } from '#db/schema.ts'

/** Who signed up for a session of the event, in the order in which they did; a page of them, or all. */
export async function listSignUps(
  db: Kysely<Database>,
  { eventId, sessionId, page }: { eventId: string; sessionId: string; page: number | 'all' },
) {
  return await db
    .selectFrom('sessionSignUps')
    .innerJoin('registrations', 'registrations.id', 'sessionSignUps.registrationId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.code', 'sessionSignUps.signedUpAt'])
    .select(['people.fullName', 'people.latinName', 'people.email', 'people.affiliation', 'people.country'])
    .where('sessionSignUps.sessionId', '=', sessionId)
    .where('registrations.eventId', '=', eventId)
    .orderBy('sessionSignUps.signedUpAt')
    .orderBy('registrations.id')
    .$if(page !== 'all', (query) => query.limit(SIGN_UPS_PAGE).offset((Number(page) - 1) * SIGN_UPS_PAGE))
    .execute()
}
