import type { Kysely } from 'kysely'
import { MOST_ON_PAPER } from './paper-printer.ts'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import type { Database } from '#db/schema.ts'

/** Whose names are printed: of one track, of a session's sign-ups, of one person, or everybody's with a ticket. */
export interface PaperScope {
  eventId: string
  /** The tracks that the reader may see. */
  trackIds: string[] | 'all'
  trackId?: string | null
  /** A session that people signed up for. */
  sessionId?: string | null
  registrationId?: string | null
}

export type PaperPerson = Awaited<ReturnType<typeof paperPeople>>[number]

/**
 * The confirmed participants as paper shows them, by name. Without a track somebody with several tickets stands there
 * once, by the main one. At most one more than a paper takes: whoever prints refuses a list that is longer.
 */
export async function paperPeople(db: Kysely<Database>, scope: PaperScope) {
  const { eventId, trackIds, trackId, sessionId, registrationId } = scope
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('labGroups', 'labGroups.registrationId', 'registrations.id')
    .select(['registrations.id as registrationId', 'registrations.code', 'registrations.ticketTypeId'])
    .select(['people.fullName', 'people.latinName', 'people.badgeName', 'people.country', 'people.affiliation'])
    .select(['people.emailKey', TRACK_OF.as('trackId'), 'labGroups.name as group'])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OF, 'in', [...(trackIds as string[]), '']))
    .$if(Boolean(trackId), (query) => query.where(TRACK_OF, '=', trackId!))
    .$if(!trackId, (query) => query.where('registrations.mainRegistrationId', 'is', null))
    .$if(Boolean(registrationId), (query) => query.where('registrations.id', '=', registrationId!))
    .$if(Boolean(sessionId), (query) =>
      query.where('registrations.id', 'in', ({ selectFrom }) =>
        selectFrom('sessionSignUps').select('registrationId').where('sessionId', '=', sessionId!),
      ),
    )
    .orderBy('people.sortKey')
    .orderBy('registrations.id')
    .limit(MOST_ON_PAPER + 1)
    .execute()
}
