import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface AwardedName {
  fullName: string
  country: string | null
}

/**
 * Who accepted an award of an event and agreed that the name is published, once the decisions of their call are out and
 * can no longer be undone.
 */
export async function awardedNames(db: Kysely<Database>, of: Asked): Promise<AwardedName[]> {
  return await named(db, of)
    .select(['people.fullName', 'applications.residence as country'])
    .orderBy('people.sortKey')
    .orderBy('awards.id')
    .execute()
}

/** Whether there is anybody on that list. */
export async function hasAwardedNames(db: Kysely<Database>, of: Asked): Promise<boolean> {
  return (await named(db, of).select('awards.id').limit(1).executeTakeFirst()) !== undefined
}

interface Asked {
  eventId: string
  now: Instant
}

function named(db: Kysely<Database>, { eventId, now }: Asked) {
  return db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .where('awards.eventId', '=', eventId)
    .where('awards.state', 'in', ['accepted', 'ended'])
    .where('awards.isPublic', '=', 1)
    .where('people.erasedAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('decisionReleases')
          .select('decisionReleases.id')
          .whereRef('decisionReleases.callId', '=', 'awards.callId')
          .where('decisionReleases.state', '<>', 'undone')
          .where('decisionReleases.sendAt', '<=', now),
      ),
    )
}
