import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** So many of one list are shown; the rest moves up. */
const MOST = 200

/** The reserve lists of a call, in their order, by the choice that they are for. */
export async function listReserve(db: Kysely<Database>, callId: string) {
  return await db
    .selectFrom('decisions')
    .innerJoin('applications', 'applications.id', 'decisions.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('callChoices', 'callChoices.id', 'decisions.choiceId')
    .select(['decisions.applicationId', 'decisions.place', 'decisions.choiceId', 'decisions.packageId'])
    .select(['applications.number', 'applications.residence', 'applications.score', 'people.fullName'])
    .where('decisions.callId', '=', callId)
    .where('decisions.place', 'is not', null)
    .where('decisions.place', '<=', MOST)
    .orderBy('callChoices.position')
    .orderBy('decisions.place')
    .execute()
}
